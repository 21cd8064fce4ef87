/* SPDX-License-Identifier: MIT */
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "store/internal.h"

/* More columns than any record has. */
#define COLUMNS_MAX 64

static sqlite3_stmt *
stmt_of(struct query *q)
{
	return q->stmt;
}

void
query_open(struct query *q, struct store *store, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int rc;

	*q = (struct query){ .store = store, .sql = sql };
	rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);
	if (rc != SQLITE_OK)
		q->status = store_fail(store, rc, "prepare");
	q->stmt = stmt;
}

bool
query_has(struct query *q, const char *name)
{
	return !q->status && sqlite3_bind_parameter_index(stmt_of(q), name) > 0;
}

/* The parameter's index, or 0 with the error kept. */
static int
find_parameter(struct query *q, const char *name)
{
	int i;

	if (q->status)
		return 0;
	if (q->busy)
		query_reset(q);
	i = sqlite3_bind_parameter_index(stmt_of(q), name);
	if (!i)
		q->status = fail(INTERNAL, "no parameter %s in: %s", name, q->sql);
	return i;
}

static void
check_bound(struct query *q, int rc)
{
	if (rc != SQLITE_OK)
		q->status = store_fail(q->store, rc, "bind");
}

void
query_text(struct query *q, const char *name, const char *text)
{
	int i = find_parameter(q, name);

	if (i)
		check_bound(q, sqlite3_bind_text(stmt_of(q), i, text, -1, SQLITE_STATIC));
}

void
query_int(struct query *q, const char *name, int64_t number)
{
	int i = find_parameter(q, name);

	if (i)
		check_bound(q, sqlite3_bind_int64(stmt_of(q), i, number));
}

void
query_null(struct query *q, const char *name)
{
	int i = find_parameter(q, name);

	if (i)
		check_bound(q, sqlite3_bind_null(stmt_of(q), i));
}

static int
bind_value(sqlite3_stmt *stmt, int i, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		break;
	case VALUE_INT:
		return sqlite3_bind_int64(stmt, i, value->number);
	case VALUE_REAL:
		return sqlite3_bind_double(stmt, i, value->real);
	case VALUE_TEXT:
		return sqlite3_bind_text(stmt, i, value->text, -1, SQLITE_STATIC);
	}
	return sqlite3_bind_null(stmt, i);
}

void
query_value(struct query *q, const char *name, const struct value *value)
{
	int i = find_parameter(q, name);

	if (i)
		check_bound(q, bind_value(stmt_of(q), i, value));
}

void
query_values(struct query *q, const char *const *names, const struct value *values)
{
	int i;

	if (q->names != names) {
		for (i = 0; i < QUERY_VALUES && names[i]; i++)
			q->places[i] = (unsigned char)find_parameter(q, names[i]);
		q->names = names;
	}
	if (q->busy)
		query_reset(q);
	for (i = 0; names[i] && !q->status; i++)
		check_bound(q, bind_value(stmt_of(q), q->places[i], &values[i]));
}

bool
query_row(struct query *q)
{
	int rc;

	if (q->status)
		return false;
	if (!q->busy)
		guard_begin(q->store);
	q->busy = true;
	rc = sqlite3_step(stmt_of(q));
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		q->status = store_fail(q->store, rc, "step");
	return false;
}

bool
query_col_null(struct query *q, int i)
{
	return sqlite3_column_type(stmt_of(q), i) == SQLITE_NULL;
}

int64_t
query_col_int(struct query *q, int i)
{
	return sqlite3_column_int64(stmt_of(q), i);
}

double
query_col_real(struct query *q, int i)
{
	return sqlite3_column_double(stmt_of(q), i);
}

/* The text of column I, which is not UTF-8, made so; valid as long as it. */
static const char *
mend_text(struct query *q, int i, const char *text)
{
	if (!q->mended)
		q->mended = mem_alloc((size_t)sqlite3_column_count(stmt_of(q)) *
				      sizeof(*q->mended));
	buf_clear(&q->mended[i]);
	return text_sound(text, &q->mended[i]);
}

/* STRICT takes any bytes for a text, and whoever comes above counts on letters. */
const char *
query_col_text(struct query *q, int i)
{
	const char *text = (const char *)sqlite3_column_text(stmt_of(q), i);

	if (!text || text_valid(text, (size_t)sqlite3_column_bytes(stmt_of(q), i)))
		return text;
	return mend_text(q, i, text);
}

const char *
query_col_given(struct query *q, int i)
{
	const char *text = query_col_text(q, i);

	return text ? text : "";
}

void
query_reset(struct query *q)
{
	if (q->stmt)
		sqlite3_reset(stmt_of(q));
	if (q->busy)
		guard_end(q->store);
	q->busy = false;
}

enum status
query_run(struct query *q)
{
	while (query_row(q))
		; /* the rows that it gives are not wanted */
	query_reset(q);
	return q->status;
}

static void
free_mended(struct query *q)
{
	int i = q->mended ? sqlite3_column_count(stmt_of(q)) : 0;

	while (i-- > 0)
		buf_free(&q->mended[i]);
	free(q->mended);
	q->mended = NULL;
}

enum status
query_close(struct query *q)
{
	free_mended(q);
	sqlite3_finalize(stmt_of(q));
	if (q->busy)
		guard_end(q->store);
	q->busy = false;
	q->stmt = NULL;
	return q->status;
}

static struct value
value_at(struct query *q, int i, enum column_type type)
{
	if (query_col_null(q, i))
		return VALUE_NONE;
	switch (type) {
	case COL_TEXT:
	case COL_DAY:
	case COL_CLOCK:
	case COL_WORD:
		return value_text(query_col_text(q, i));
	case COL_REAL:
	case COL_SHARE:
		return value_real(query_col_real(q, i));
	case COL_INT:
	case COL_MONEY:
	case COL_TIME:
	case COL_DURATION:
		break;
	}
	return value_int(query_col_int(q, i));
}

/* The result column of Q that bears KEY, or -1. */
static int
find_place(struct query *q, const char *key)
{
	int place = sqlite3_column_count(stmt_of(q));

	while (--place >= 0)
		if (!strcmp(sqlite3_column_name(stmt_of(q), place), key))
			break;
	return place;
}

/* Where the N COLUMNS stand in the result, by their keys.  Each has its own, so there
 * are as many of the one as of the other. */
static enum status
find_places(struct query *q, const struct column *columns, size_t n, int *places)
{
	size_t i;

	if (n > COLUMNS_MAX || (size_t)sqlite3_column_count(stmt_of(q)) != n)
		return fail(INTERNAL, "not %zu columns in: %s", n, q->sql);
	for (i = 0; i < n; i++)
		if ((places[i] = find_place(q, columns[i].key)) < 0)
			return fail(INTERNAL, "no column %s in: %s", columns[i].key,
				    q->sql);
	return OK;
}

enum status
query_rows(struct query *q, const struct column *columns, struct sink *sink)
{
	struct value values[COLUMNS_MAX];
	int places[COLUMNS_MAX] = { 0 };
	size_t i, n = column_count(columns);
	enum status st = q->status ? q->status : find_places(q, columns, n, places);

	while (!st && query_row(q)) {
		for (i = 0; i < n; i++)
			values[i] = value_at(q, places[i], columns[i].type);
		st = sink->row(sink, values);
	}
	if (st) {
		query_close(q);
		return st;
	}
	return query_close(q);
}
