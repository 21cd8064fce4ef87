/* SPDX-License-Identifier: MIT */
#include "store/internal.h"

#define SETTINGS                                                                         \
	"PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"                        \
	"PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;"

/* One thread, and no statistics of memory: the locks around both cost a tenth of an
 * import.  SQLite accepts this only before its first use; later it refuses, which does no
 * harm. */
static void
configure_engine(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	memory_configure();
}

enum status
connection_open(struct store *store, const char *path, enum store_mode mode)
{
	int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	const int64_t begun = lock_clock();
	enum status st;
	int rc;

	configure_engine();
	rc = sqlite3_open_v2(path, &store->db, flags | SQLITE_OPEN_NOMUTEX, log_vfs());
	if (rc != SQLITE_OK)
		return store_fail(store, rc, "open");
	sqlite3_busy_timeout(store->db, lock_time_left());
	log_watch(store);
	guard_connection(store);
	if ((st = functions_teach(store)))
		return st;
	st = store_exec(store, SETTINGS);
	lock_waited(begun);
	return st;
}
