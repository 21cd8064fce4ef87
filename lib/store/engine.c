/* SPDX-License-Identifier: MIT */
#include <errno.h>

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
	case SQLITE_PROTOCOL: /* the locks of the log could not be had */
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

/* What the system had against opening a file, where that is no matter of rights. */
static bool
is_trouble(int error)
{
	return error == ENOSPC || error == EDQUOT || error == EIO || error == EMFILE ||
	       error == ENFILE;
}

static enum status
tell_trouble(struct store *store, int rc)
{
	const int error = sqlite3_system_errno(store->db);

	if ((rc & 0xff) == SQLITE_FULL || error == ENOSPC)
		return fail(IO_ERROR, "%s: %s", store->path,
			    _("the disk is full; nothing was kept"));
	if ((rc & 0xff) != SQLITE_CORRUPT)
		return error ? fail(IO_ERROR, "%s: %s: %s", store->path,
				    sqlite3_errstr(rc & 0xff), intl_error(error)) :
			       fail(IO_ERROR, "%s: %s", store->path,
				    sqlite3_errmsg(store->db));
	fail(IO_ERROR, "%s: %s", store->path, sqlite3_errmsg(store->db));
	return fail_hint(IO_ERROR, _("the file is damaged: restore the last backup"));
}

/* A journal beside a store is of a copy that was put there, and whose first writer was
 * cut off. */
static enum status
tell_unfinished(struct store *store)
{
	fail(UNAVAILABLE,
	     _("%s: a command was cut off while it put the store into WAL mode"),
	     store->path);
	return fail_hint(UNAVAILABLE, _("the next one that writes puts it right, such as "
					"osq-admin end-day"));
}

enum status
store_fail(struct store *store, int rc, const char *doing)
{
	const int whole = sqlite3_extended_errcode(store->db);
	enum status st = status_of(rc);

	if (whole == SQLITE_READONLY_ROLLBACK)
		return tell_unfinished(store);
	if ((rc & 0xff) == SQLITE_CANTOPEN && is_trouble(sqlite3_system_errno(store->db)))
		return tell_trouble(store, rc);

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
		return whole == SQLITE_IOERR_FSYNC ? tell_unsynced(store) :
						     tell_trouble(store, rc);
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
