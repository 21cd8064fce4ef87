/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_STORE_H
#define OSQ_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/row.h"

/*
 * The store: one SQLite file in WAL mode with synchronous FULL, so that what was
 * committed survives a crash and a power cut.  This floor is the only one that
 * knows which engine is below.
 */
struct store;
struct store_lore; /* store/function.h */

enum store_mode {
	STORE_READ,  /* never changes the file */
	STORE_WRITE, /* may take part in the writers' queue */
};

/* What marks a file as an osq store ("osq1"), and the newest schema we know. */
#define STORE_APPLICATION_ID 0x6f737131
int store_schema_version(void);

/*
 * Open the store at PATH.  NO_INPUT when there is none; NOT_SET_UP when the file
 * is no osq store, lies on a network file system, or its schema is older (hint:
 * osq-admin upgrade) or newer than ours; NOT_ALLOWED; IO_ERROR.  A file that is
 * refused is left as it was.  LORE is what the connection is taught, a constant.
 */
enum status store_open(const char *path, enum store_mode mode,
		       const struct store_lore *lore, struct store **store);

/* Another connection to the same store; by this one a reader can write. */
enum status store_open_again(const struct store *store, enum store_mode mode,
			     struct store **again);

/*
 * Make a new store at PATH with the newest schema and leave it open for writing.
 * CANT_CREATE when something is there already or the folder takes no files.  Its
 * files are 0660 where the folder is writable by a group, and of that group, so
 * that two people of one group can work on it whatever their umask; else 0600.
 */
enum status store_create(const char *path, const struct store_lore *lore,
			 struct store **store);

void store_close(struct store *store); /* takes NULL; rolls back what is open */

/* The same before the process ends: only what others would miss.  Files, locks and
 * memory (STORE too) are left for the kernel, which is quicker at it. */
void store_leave(struct store *store);

/* Read the file from the kernel's pages from now on, without copying them: for
 * figures over years.  (Not for lists: what was read counts as our memory.) */
enum status store_map(struct store *store);

const char *store_path(const struct store *store);

/* Whether it was opened with STORE_WRITE. */
bool store_is_writable(const struct store *store);

/* The version that the store at PATH has, without opening it for work. */
enum status store_read_version(const char *path, int *version);

/*
 * Bring the store at PATH to the newest schema, after a copy to BACKUP (which must
 * not exist).  *FROM gets the version it had; nothing is done, and no copy made,
 * when that is the newest already.
 */
enum status store_upgrade(const char *path, const struct store_lore *lore,
			  const char *backup, int *from);

/*
 * A consistent copy of the store at PATH as FILE, made while others work.  FILE
 * appears whole or not at all; it must not exist (CANT_CREATE).  A read transaction
 * that is open ends.
 */
enum status store_backup(struct store *store, const char *file);

/* Replace what STORE holds by what FILE, a copy made before, holds; DRY_RUN only
 * looks whether FILE is fit for it.  Inside a write transaction of its own; the
 * caller journals afterwards. */
enum status store_restore(struct store *store, const char *file, bool dry_run);

/*
 * Writing: wait in the writers' queue (first come, first served; BUSY after the
 * time of $OSQ_TIMEOUT, 10 seconds by default), then hold the store until commit
 * or rollback.  A transaction that wrote no journal entry does not commit: each
 * write is an act, and each act is told.
 */
enum status store_begin(struct store *store);
enum status store_commit(struct store *store);
void store_rollback(struct store *store); /* fine when none is open */

/* Reading several things as of one moment; end with store_rollback(). */
enum status store_begin_read(struct store *store);

/* Write the file anew and empty the log, so that nothing that was deleted or overwritten
 * is left in either; it takes as much room again meanwhile, and others wait.  BUSY when
 * somebody reads an older state for longer than $OSQ_TIMEOUT.  Outside transactions. */
enum status store_scrub(struct store *store);

/* SQLite's own integrity check and the foreign keys: one call of COMPLAIN for
 * each finding. */
enum status store_integrity(struct store *store,
			    enum status (*complain)(void *ctx, const char *what),
			    void *ctx);

/*
 * A statement.  Errors stick: after the first one every further call does nothing,
 * query_row() is false, and query_close() tells it.  So a caller binds, steps and
 * closes without looking at each call:
 *
 *	struct query q;
 *
 *	query_open(&q, store, find_sql);
 *	query_text(&q, ":code", code);
 *	if (query_row(&q))
 *		id = query_col_int(&q, 0);
 *	return query_close(&q);
 */
#define QUERY_VALUES 32
struct query {
	struct store *store;
	void *stmt;
	const char *sql;
	enum status status;
	bool busy; /* stepped and not yet reset */
	/* Of query_values(): the names met last, and where they are. */
	const char *const *names;
	unsigned char places[QUERY_VALUES];
};

void query_open(struct query *q, struct store *store, const char *sql);

/* Bind by name (":day").  A name that the statement does not have is INTERNAL.
 * Texts are not copied: they stay valid until the next reset or close.  NULL
 * text is SQL's NULL. */
void query_text(struct query *q, const char *name, const char *text);
void query_int(struct query *q, const char *name, int64_t number);
void query_null(struct query *q, const char *name);
void query_value(struct query *q, const char *name, const struct value *value);
bool query_has(struct query *q, const char *name);

/* Bind a row: values[i] to names[i], up to QUERY_VALUES of them; NAMES ends with
 * NULL and is a constant table, in which the second row of a million need not
 * search. */
void query_values(struct query *q, const char *const *names, const struct value *values);

bool query_row(struct query *q); /* step; true when there is a row */

bool query_col_null(struct query *q, int i);
int64_t query_col_int(struct query *q, int i);      /* NULL is 0 */
double query_col_real(struct query *q, int i);      /* NULL is 0 */
const char *query_col_text(struct query *q, int i); /* NULL is NULL; valid until the
						     * next step or close */

/* Run to the end, then ready for new bindings; returns the status. */
enum status query_run(struct query *q);
void query_reset(struct query *q);
enum status query_close(struct query *q);

/*
 * Step through all rows and hand each to SINK as a row of COLUMNS, each value from the
 * result column that bears its key ("SELECT c.code AS counter"); then close.  A key that
 * no result column bears is INTERNAL, and so is a result column too many.  Returns the
 * first status that is not OK.
 */
enum status query_rows(struct query *q, const struct column *columns, struct sink *sink);

/* The id of the row inserted last, and the rows changed by the last statement. */
int64_t store_last_id(struct store *store);
int64_t store_changes(struct store *store);

#endif
