/* SPDX-License-Identifier: MIT */
/*
 * bare - the least that a program can do to keep one row: open, settings, one
 * durable insert, close; or to read one.  The yardstick for what our commands do.
 *
 *	bare FILE [tuned | read]
 *
 * Closing is SQLite's own, which copies the log into the file and removes it;
 * "tuned" leaves the log, as our commands do.  "read" reads one row of a store.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const char settings_sql[] = "PRAGMA journal_mode = WAL;"
				   "PRAGMA synchronous = FULL;"
				   "PRAGMA foreign_keys = ON";

static const char insert_sql[] = "INSERT INTO ticket (day, series, number, issued_at)"
				 " VALUES (?1, ?2, ?3, ?4)";

static const char read_sql[] = "SELECT day FROM ticket ORDER BY id DESC LIMIT 1";

static int
insert(sqlite3 *db)
{
	sqlite3_stmt *stmt;
	int rc;

	if (sqlite3_prepare_v2(db, insert_sql, -1, &stmt, NULL) != SQLITE_OK)
		return 1;
	sqlite3_bind_text(stmt, 1, "2026-11-24", -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 2, "A", -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 3, 12);
	sqlite3_bind_int64(stmt, 4, 1795500000);
	rc = sqlite3_step(stmt);
	sqlite3_finalize(stmt);
	return rc != SQLITE_DONE;
}

static int
read_one(sqlite3 *db)
{
	sqlite3_stmt *stmt;
	int rc;

	if (sqlite3_prepare_v2(db, read_sql, -1, &stmt, NULL) != SQLITE_OK)
		return 1;
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		printf("%s\n", (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return rc != SQLITE_ROW;
}

static int
write_one(sqlite3 *db)
{
	if (sqlite3_exec(db, settings_sql, NULL, NULL, NULL) != SQLITE_OK || insert(db))
		return 1;
	printf("%lld\n", (long long)sqlite3_last_insert_rowid(db));
	return 0;
}

int
main(int argc, char **argv)
{
	const char *mode = argc > 2 ? argv[2] : "";
	const int reads = !strcmp(mode, "read");
	sqlite3 *db = NULL;
	int failed;

	if (argc < 2 ||
	    sqlite3_open_v2(argv[1], &db,
			    reads ? SQLITE_OPEN_READONLY :
				    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
			    NULL) != SQLITE_OK)
		return 1;
	if (!strcmp(mode, "tuned"))
		sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	failed = reads ? read_one(db) : write_one(db);
	if (failed)
		fprintf(stderr, "bare: %s\n", sqlite3_errmsg(db));
	sqlite3_close(db);
	return failed;
}
