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

#define LOG_HEADER 32 /* bytes, https://www.sqlite.org/fileformat2.html#walformat */

static sqlite3_vfs *plain;

/*
 * What the open transaction has written into the log.  A failed sync is no rollback: the
 * frames stand in the file, their commit mark too, and only shared memory does not know
 * of them, which dies with the last process.  The next command would take them for
 * kept; and since the kernel takes pages that it could not write for clean, a power cut
 * then loses them, with all that was written and printed behind them.  So who is refused
 * makes void what he wrote, while SQLite still holds the log for him.
 */
static struct {
	const sqlite3_io_methods *plain; /* SQLite's own, behind ours */
	sqlite3_io_methods ours;
	sqlite3_file *file;
	sqlite3_int64 from; /* where it begins; -1: nothing of it is written */
	bool doubtful;      /* the disk did not take the void either */
} tail = { .from = -1 };

static int
write_log(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	if (tail.from < 0 || at < tail.from)
		tail.from = at;
	tail.file = file;
	return tail.plain->xWrite(file, bytes, n, at);
}

/* A frame whose header is zeros ends the log, and zeros at its beginning make it empty.
 * The disk is asked again, since what failed once often succeeds. */
void
log_void(void)
{
	static const char nothing[32];
	int tries = 3, rc = SQLITE_ERROR;

	if (tail.from < 0)
		return;
	while (tries-- && rc != SQLITE_OK) {
		rc = tail.plain->xWrite(tail.file, nothing, sizeof(nothing), tail.from);
		if (rc == SQLITE_OK)
			rc = tail.plain->xSync(tail.file, SQLITE_SYNC_NORMAL);
	}
	tail.doubtful = rc != SQLITE_OK;
	tail.from = -1;
}

bool
log_is_doubtful(void)
{
	return tail.doubtful;
}

static int
sync_log(sqlite3_file *file, int flags)
{
	int rc = tail.plain->xSync(file, flags);

	if (rc != SQLITE_OK)
		log_void();
	return rc;
}

static void
follow_writes(sqlite3_file *file)
{
	tail.plain = file->pMethods;
	tail.ours = *tail.plain;
	tail.ours.xWrite = write_log;
	tail.ours.xSync = sync_log;
	file->pMethods = &tail.ours;
}

/*
 * SQLite asks for the log to be made if it is not there, and a file that may be new has
 * its folder synced with its first sync: a second wait for the disk with every ticket.  A
 * log with more in it than its header is not new: whoever wrote that has synced it, and
 * the folder with it, before the first page.
 */
static int
open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *got)
{
	struct stat is;
	int rc = SQLITE_CANTOPEN;

	(void)vfs;
	if (!(flags & SQLITE_OPEN_WAL))
		return plain->xOpen(plain, path, file, flags, got);
	if (stat(path, &is) == 0 && is.st_size > LOG_HEADER)
		rc = plain->xOpen(plain, path, file, flags & ~SQLITE_OPEN_CREATE, got);
	if (rc != SQLITE_OK)
		rc = plain->xOpen(plain, path, file, flags, got);
	if (rc == SQLITE_OK)
		follow_writes(file);
	return rc;
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

	tail.from = -1;
	store->log_pages = pages;
	if (pages >= RUSH_LOG_PAGES)
		sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL,
					  NULL);
	return SQLITE_OK; /* the commit stands, whatever became of the copy */
}

/* What is undone bears no commit mark, unless it is the commit itself that failed: behind
 * the sync, where no room was left for shared memory. */
static void
on_rollback(void *ctx)
{
	const struct store *store = ctx;

	if (store->committing)
		log_void();
	tail.from = -1;
}

void
log_watch(struct store *store)
{
	sqlite3_wal_hook(store->db, on_commit, store);
	sqlite3_rollback_hook(store->db, on_rollback, store);
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
