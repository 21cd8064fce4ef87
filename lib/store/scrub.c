/* SPDX-License-Identifier: MIT */
#include "store/scrub.h"

#include "base/intl.h"
#include "store/internal.h"

/*
 * What was deleted or overwritten stays in a file's free pages, and in the gaps between
 * the rows of those in use, until something else comes to lie there.  Only a file that
 * is written anew has none of it: SQLite's secure_delete wipes what is deleted from now
 * on, not what an update left behind last year.
 */
static enum status
empty_log(struct store *store)
{
	int rc;

	/* Those who read hold on to old pages of the log: wait for them. */
	sqlite3_busy_timeout(store->db, lock_timeout() * 1000);
	rc = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
				       NULL);
	if (rc == SQLITE_BUSY)
		return fail(BUSY, _("%s: somebody reads what it was before"),
			    store->path);
	return rc == SQLITE_OK ? OK : store_fail(store, rc, "checkpoint");
}

enum status
store_scrub(struct store *store)
{
	enum status st = lock_take(store);

	if (st)
		return st;
	/* The copy would stand in memory otherwise, all of it. */
	if (!(st = store_exec(store, "PRAGMA temp_store = FILE; VACUUM")))
		st = empty_log(store);
	lock_release(store);
	if (st)
		store->kept = false; /* this is what is told, not the act before it */
	return st;
}

enum status
store_empty_log(struct store *store)
{
	enum status st = lock_take(store);

	if (st)
		return st;
	st = empty_log(store);
	lock_release(store);
	return st;
}
