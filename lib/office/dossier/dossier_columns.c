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

static const char *const expressions[] = {
#define FIELD(id, key, heading, type, list, file, facts, sql, ...) [LIST_##id] = (sql),
#define LIST_FIELD(id, key, heading, type, list, sql, ...)         [LIST_##id] = (sql),
#include "office/dossier/dossier_fields.def"
};

_Static_assert(sizeof(expressions) / sizeof(*expressions) == DOSSIER_COLUMNS,
	       "each column has its expression");

void
dossier_columns_select(struct buf *sql)
{
	int i;

	for (i = 0; i < DOSSIER_COLUMNS; i++)
		fields_select_one(sql, expressions[i], dossier_columns[i].key);
}
