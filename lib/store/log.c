/* SPDX-License-Identifier: MIT */
#include <sys/stat.h>

#include "store/internal.h"

/*
 * The write-ahead log, and who pays for copying it into the file.
 *
 * SQLite copies it when the last connection closes: for commands that live for
 * milliseconds that means two more syncs a ticket, so it is off.  But the note of how far
 * the log has been copied dies with the last connection too.  Where each command is
 * alone, a copy made by a commit is forgotten at its exit, the log is never begun anew,
 * and the next command reads all of it: after a day's tickets that takes longer than the
 * ticket.  So a command that finds the log long empties it at its end, after its answer
 * is printed, in the writers' queue, and only where it need not wait.
 */

/* Copying costs three syncs for as many tickets as fit in (a ticket is eight
 * pages); reading costs a few microseconds a page at each start.  Between 50 and
 * 200 the sum hardly moves. */
#define LONG_LOG_PAGES 100

/* In a rush there is always another connection, so that the note survives: then copy
 * during the commit, as SQLite does by default. */
#define RUSH_LOG_PAGES 1000

static sqlite3_vfs *plain;

/*
 * SQLite asks for the log to be made if it is not there, and a file that may be new has
 * its folder synced with its first sync: a second wait for the disk with every ticket.  A
 * log with something in it is not new: the process that wrote its first page has synced
 * the folder before it let the next one in.
 */
static int
open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *got)
{
	struct stat is;

	(void)vfs;
	if ((flags & SQLITE_OPEN_WAL) && stat(path, &is) == 0 && is.st_size > 0 &&
	    plain->xOpen(plain, path, file, flags & ~SQLITE_OPEN_CREATE, got) ==
		    SQLITE_OK)
		return SQLITE_OK;
	return plain->xOpen(plain, path, file, flags, got);
}

const char *
log_vfs(void)
{
	static sqlite3_vfs vfs;

	if (!plain && (plain = sqlite3_vfs_find(NULL))) {
		vfs = *plain;
		vfs.zName = "osq";
		vfs.xOpen = open_file;
		if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
			plain = NULL;
	}
	return plain ? vfs.zName : NULL;
}

static int
on_commit(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct store *store = ctx;

	store->log_pages = pages;
	if (pages >= RUSH_LOG_PAGES)
		sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL,
					  NULL);
	return SQLITE_OK; /* the commit stands, whatever became of the copy */
}

void
log_watch(struct store *store)
{
	sqlite3_wal_hook(store->db, on_commit, store);
}

void
log_shorten(struct store *store)
{
	if (store->log_pages < LONG_LOG_PAGES || !lock_try(store))
		return;
	sqlite3_busy_timeout(store->db, 0);
	sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
				  NULL);
	lock_release(store);
}
