/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_columns.h"

#include "base/intl.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier_fields.h"
#include "office/dossier/dossier_sql.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

#define STATUS_WORDS dossier_statuses

const struct column dossier_columns[DOSSIER_COLUMNS + 1] = {
#define FIELD(id, key_, heading_, type_, list, file, facts, sql, ...)                    \
	LIST_FIELD(id, key_, heading_, type_, list, sql, __VA_ARGS__)
#define LIST_FIELD(id, key_, heading_, type_, list, sql, ...)                            \
	[LIST_##id] = { .key = key_,                                                     \
			.heading = heading_,                                             \
			.type = type_,                                                   \
			.flags = list,                                                   \
			__VA_ARGS__ },
#include "office/dossier/dossier_fields.def"
	[DOSSIER_COLUMNS] = { 0 },
};

static const struct {
	const char *sql;
	unsigned facts;
} listed[] = {
#define FIELD(id, key, heading, type, list, file, facts_, sql_, ...)                     \
	[LIST_##id] = { .sql = sql_, .facts = facts_ },
#define LIST_FIELD(id, key, heading, type, list, sql_, ...) [LIST_##id] = { .sql = sql_ },
#include "office/dossier/dossier_fields.def"
};

_Static_assert(sizeof(listed) / sizeof(*listed) == DOSSIER_COLUMNS,
	       "each column has its expression");

bool
dossier_column_is(enum dossier_column column, unsigned facts)
{
	return (listed[column].facts & facts) == facts;
}

void
dossier_columns_select(struct buf *sql)
{
	int i;

	for (i = 0; i < DOSSIER_COLUMNS; i++)
		fields_select_one(sql, listed[i].sql, dossier_columns[i].key);
}
