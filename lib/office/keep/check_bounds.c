/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/payment_list.h"
#include "office/keep/check_parts.h"

/*
 * Numbers are held to their column's bounds where they come in, by no CHECK; what came in
 * before there were bounds, or through sqlite3, is found here.
 */

#define OF_DOSSIER(column)                                                               \
	{                                                                                \
		dossier_columns, #column,                                                \
			"SELECT code, " #column " FROM dossier"                          \
			" WHERE " #column " NOT BETWEEN :least AND :most"                \
	}

static const struct {
	const struct column *columns;
	const char *key;
	const char *sql; /* the code, and the number that is outside */
} numbers[] = {
	OF_DOSSIER(fee),
	OF_DOSSIER(time_limit),
	OF_DOSSIER(received_at),
	OF_DOSSIER(due_at),
	OF_DOSSIER(promised_at),
	OF_DOSSIER(finished_at),
	OF_DOSSIER(returned_at),
	{ payment_columns, "amount",
	  "SELECT d.code, p.amount FROM payment p JOIN dossier d ON d.id = p.dossier_id"
	  " WHERE p.amount NOT BETWEEN :least AND :most" },
	{ payment_columns, "paid_at",
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

enum status
check_bounds(struct checking *c)
{
	enum status st = OK, read;
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(*numbers) && !st; i++) {
		const struct column *column = &numbers[i].columns[column_find(
			numbers[i].columns, numbers[i].key)];
		int64_t least, most;
		struct query q;

		column_bounds(column, &least, &most);
		query_open(&q, c->office->store, numbers[i].sql);
		query_int(&q, ":least", least);
		query_int(&q, ":most", most);
		while (!st && query_row(&q))
			st = tell_outside(c, column, query_col_text(&q, 0),
					  query_col_int(&q, 1));
		read = query_close(&q);
		st = st ? st : read;
	}
	return st;
}
