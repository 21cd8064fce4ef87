/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_fields.h"
#include "office/dossier/payment_list.h"
#include "office/keep/check_parts.h"

/*
 * Numbers are held to their column's bounds where they come in, by no CHECK; what came in
 * before there were bounds, or through sqlite3, is found here.
 */

static const struct {
	const char *key;
	const char *sql; /* the code, and the number that is outside */
} payments[] = {
	{ "amount",
	  "SELECT d.code, p.amount FROM payment p JOIN dossier d ON d.id = p.dossier_id"
	  " WHERE p.amount NOT BETWEEN :least AND :most" },
	{ "paid_at",
	  "SELECT d.code, p.paid_at FROM payment p JOIN dossier d ON d.id = p.dossier_id"
	  " WHERE p.paid_at NOT BETWEEN :least AND :most" },
};

/* "000.00.00.H30-261123-0001: amount: '9223372036854775807' must be ..." */
static enum status
tell_outside(struct checking *c, const struct column *column, const char *code,
	     int64_t number)
{
	char *digits = mem_print("%lld", (long long)number);
	char *said = value_complaint(column, digits, value_outside);
	char *detail = mem_print("%s: %s: %s", code, column->key, said);
	enum status st = check_error(c, "bounds", detail);

	free(digits);
	free(said);
	free(detail);
	return st;
}

static enum status
check_column(struct checking *c, const struct column *column, const char *sql)
{
	int64_t least, most;
	struct query q;
	enum status st = OK, read;

	column_bounds(column, &least, &most);
	query_open(&q, c->office->store, sql);
	query_int(&q, ":least", least);
	query_int(&q, ":most", most);
	while (!st && query_row(&q))
		st = tell_outside(c, column, query_col_given(&q, 0),
				  query_col_int(&q, 1));
	read = query_close(&q);
	return st ? st : read;
}

/* FIELD where it is a number that lists show. */
static enum status
check_field(struct checking *c, enum dossier_field field)
{
	const struct field_set set = { .count = 1, .fields = { field } };
	const int i = column_find(dossier_columns, field_key(field));
	const enum column_type type = i < 0 ? COL_TEXT : dossier_columns[i].type;
	struct buf sql = { 0 };
	enum status st;

	if (type != COL_INT && type != COL_MONEY && type != COL_TIME)
		return OK;
	fields_say(&sql, &set, "",
		   "SELECT code, COLUMN FROM dossier"
		   " WHERE COLUMN NOT BETWEEN :least AND :most");
	st = check_column(c, &dossier_columns[i], sql.text);
	buf_free(&sql);
	return st;
}

/* A sum of money is exact to 2^53 and ends at 2^63 (MONEY_SUM): no figure says so. */
#define SUM_MOST 9007199254740992.0

static const char sums_sql[] =
	"SELECT total(abs(CAST(amount AS REAL))) AS sum FROM payment"
	" UNION ALL SELECT total(abs(CAST(fee AS REAL))) FROM dossier"
	" ORDER BY sum DESC LIMIT 1";

static enum status
check_sums(struct checking *c)
{
	double sum = 0;
	struct query q;
	enum status st;

	query_open(&q, c->office->store, sums_sql);
	if (query_row(&q))
		sum = query_col_real(&q, 0);
	if ((st = query_close(&q)) || sum <= SUM_MOST)
		return st;
	return check_tell(c, "bounds", "warning",
			  _("the payments or the fees add up to more than can be told: "
			    "sums of money may be too small"));
}

enum status
check_bounds(struct checking *c)
{
	enum dossier_field f;
	enum status st = OK;
	size_t i;

	for (f = 0; f < FIELDS && !st; f++)
		if (field_is(f, IN_DOSSIER))
			st = check_field(c, f);
	for (i = 0; i < sizeof(payments) / sizeof(*payments) && !st; i++)
		st = check_column(
			c,
			&payment_columns[column_place(payment_columns, payments[i].key)],
			payments[i].sql);
	return st ? st : check_sums(c);
}
