/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "store/internal.h"

static enum status
status_of(int rc)
{
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return BUSY;
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_CORRUPT:
		return IO_ERROR;
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
	case SQLITE_CANTOPEN:
		return NOT_ALLOWED;
	case SQLITE_NOTADB:
		return NOT_SET_UP;
	case SQLITE_CONSTRAINT:
	case SQLITE_INTERRUPT:
		return BAD_DATA;
	}
	return INTERNAL;
}

static enum status
tell_unsynced(struct store *store)
{
	fail(IO_ERROR, _("%s: the disk did not take what was written; nothing was kept"),
	     store->path);
	return fail_hint(IO_ERROR,
			 log_is_doubtful() ?
				 _("it did not take that back either, so it may stand "
				   "after a power cut: see to the disk, then osq-admin "
				   "check") :
				 _("see to the disk before it fails for good"));
}

enum status
store_fail(struct store *store, int rc, const char *doing)
{
	enum status st = status_of(rc);

	switch (st) {
	case BUSY:
		fail(st, _("%s: another command is writing; try again"), store->path);
		break;
	case NOT_ALLOWED:
		fail(st, _("%s: may not be written or read here (%s)"), store->path,
		     sqlite3_errmsg(store->db));
		fail_hint(st, _("the folder and the files beside the store must be "
				"writable by all who work on it"));
		break;
	case IO_ERROR:
		if (sqlite3_extended_errcode(store->db) == SQLITE_IOERR_FSYNC)
			return tell_unsynced(store);
		fail(st, "%s: %s", store->path,
		     (rc & 0xff) == SQLITE_FULL ?
			     _("the disk is full; nothing was kept") :
			     sqlite3_errmsg(store->db));
		if ((rc & 0xff) == SQLITE_CORRUPT)
			fail_hint(st, _("the file is damaged: restore the last backup"));
		break;
	case BAD_DATA:
		if ((rc & 0xff) == SQLITE_INTERRUPT) {
			fail(st,
			     _("%s: a statement took more steps than a store of this "
			       "size can ask for, and was stopped"),
			     store->path);
			fail_hint(st, _("see what was put into it: osq-admin check"));
			break;
		}
		fail(st, _("breaks a rule of the store: %s"), sqlite3_errmsg(store->db));
		break;
	default:
		fail(st, "%s: %s: %s", store->path, doing, sqlite3_errmsg(store->db));
	}
	return st;
}

enum status
store_exec(struct store *store, const char *sql)
{
	int rc;

	guard_begin(store);
	rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
	guard_end(store);
	return rc == SQLITE_OK ? OK : store_fail(store, rc, sql);
}
