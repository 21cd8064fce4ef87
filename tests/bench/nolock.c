/* SPDX-License-Identifier: MIT */
/* In the place of lock.c: no queue of ours, only SQLite's own waiting, which tries
 * again for a minute.  Linked into the peers of the rows about 64 at once. */
#include "store/internal.h"

int
lock_timeout(void)
{
	return 60;
}

int
lock_time_left(void)
{
	return lock_timeout() * 1000;
}

int64_t
lock_clock(void)
{
	return 0; /* SQLite has the whole minute for each wait */
}

void
lock_waited(int64_t since)
{
	(void)since;
}

void
lock_got(void)
{
}

enum status
lock_open(struct store *store)
{
	store->lock_fd = -1;
	return OK;
}

enum status
lock_take(struct store *store)
{
	sqlite3_busy_timeout(store->db, lock_timeout() * 1000);
	return OK;
}

bool
lock_try(struct store *store)
{
	(void)store;
	return false; /* the log is copied when SQLite would */
}

void
lock_release(struct store *store)
{
	(void)store;
}

void
lock_close(struct store *store)
{
	(void)store;
}
