/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_QUERY_H
#define OSQ_STORE_QUERY_H

#include "base/error.h"
#include "base/mem.h"
#include "base/row.h"

/*
 * A statement.  Errors stick: after the first one every further call does nothing,
 * query_row() is false, and query_close() returns its status.  So a caller binds, steps
 * and closes without looking at each call:
 *
 *	struct query q;
 *
 *	query_open(&q, store, find_sql);
 *	query_text(&q, ":code", code);
 *	if (query_row(&q))
 *		id = query_col_int(&q, 0);
 *	return query_close(&q);
 */
#define QUERY_VALUES 64
struct query {
	struct store *store;
	void *stmt;
	const char *sql;
	enum status status;
	bool busy;          /* stepped and not yet reset */
	struct buf *mended; /* by column: texts that were no UTF-8; or NULL */
	/* Of query_values(): the names met last, and where they are. */
	const char *const *names;
	unsigned char places[QUERY_VALUES];
};

/* Prepare SQL, which is kept until Q is closed: a constant, or made of constants. */
void query_open(struct query *q, struct store *store, const char *sql);

/* Bind by name (":day").  A name that the statement does not have is INTERNAL.
 * Texts are not copied: they stay valid until the next reset or close.  NULL
 * text is SQL's NULL. */
void query_text(struct query *q, const char *name, const char *text);
void query_int(struct query *q, const char *name, int64_t number);
void query_null(struct query *q, const char *name);
void query_value(struct query *q, const char *name, const struct value *value);
bool query_has(struct query *q, const char *name);

/* Bind a row: values[i] to names[i], up to QUERY_VALUES of them; NAMES ends with NULL and
 * is a constant table, in which only the first row of many has to search. */
void query_values(struct query *q, const char *const *names, const struct value *values);

bool query_row(struct query *q); /* step; true when there is a row */

/* Of the row in hand, the result column I. */
bool query_col_null(struct query *q, int i);
int64_t query_col_int(struct query *q, int i); /* NULL is 0 */
double query_col_real(struct query *q, int i); /* NULL is 0 */
/*
 * The text in column I, valid until the next step or close; NULL is NULL.  It is UTF-8
 * whatever the file holds: what is none in it is U+FFFD, and a NUL ends it.
 */
const char *query_col_text(struct query *q, int i);

/* The same of a column that cannot be NULL: in a file that somebody has changed it can,
 * and is "" then. */
const char *query_col_given(struct query *q, int i);

/* Run to the end, then ready for new bindings; returns the status. */
enum status query_run(struct query *q);
void query_reset(struct query *q); /* ready for new bindings */

/* Free; the first error that was met, with its message. */
enum status query_close(struct query *q);

/*
 * Step through all rows and hand each to SINK as a row of COLUMNS, each value from the
 * result column that bears its key ("SELECT c.code AS counter"); then close.  A key that
 * no result column bears is INTERNAL, and so is a result column too many.  Returns the
 * first status that is not OK.
 */
enum status query_rows(struct query *q, const struct column *columns, struct sink *sink);

#endif
