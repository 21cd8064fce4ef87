/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_fields.h"

#include <string.h>

#include "office/dossier/dossier_sql.h"

/* What each is; the columns, with headings and types, are in exchange_columns. */
static const struct {
	const char *key, *parameter, *column, *sql;
	unsigned facts;
} fields[] = {
#define FIELD(id, key_, heading, type, list, file, facts_, sql_, ...)                    \
	FILE_FIELD(id, key_, heading, type, file, facts_, sql_, )
#define FILE_FIELD(id, key_, heading, type, file, facts_, sql_, ...)                     \
	[FIELD_##id] = { .key = key_,                                                    \
			 .parameter = ":" key_,                                          \
			 .column = (facts_)&NAMED ? key_ "_id" : key_,                   \
			 .sql = sql_,                                                    \
			 .facts = facts_ },
#include "office/dossier/dossier_fields.def"
};

_Static_assert(sizeof(fields) / sizeof(*fields) == FIELDS, "each field has its facts");

const char *
field_key(enum dossier_field field)
{
	return fields[field].key;
}

bool
field_is(enum dossier_field field, unsigned facts)
{
	return (fields[field].facts & facts) == facts;
}

void
fields_choose(struct field_set *set, unsigned with, unsigned without)
{
	enum dossier_field f;

	set->count = 0;
	for (f = 0; f < FIELDS; f++) {
		if (!field_is(f, with) || fields[f].facts & without)
			continue;
		set->parameters[set->count] = fields[f].parameter;
		set->fields[set->count++] = f;
	}
	set->parameters[set->count] = NULL;
}

static void
say_field(struct buf *sql, enum dossier_field field, const char *pattern)
{
	while (*pattern) {
		if (!strncmp(pattern, "KEY", 3)) {
			buf_text(sql, fields[field].key);
			pattern += 3;
		} else if (!strncmp(pattern, "COLUMN", 6)) {
			buf_text(sql, fields[field].column);
			pattern += 6;
		} else {
			buf_add(sql, pattern++, 1);
		}
	}
}

void
fields_say(struct buf *sql, const struct field_set *set, const char *separator,
	   const char *pattern)
{
	int i;

	for (i = 0; i < set->count; i++) {
		buf_text(sql, i ? separator : "");
		say_field(sql, set->fields[i], pattern);
	}
}

void
fields_select_one(struct buf *sql, const char *expression, const char *key)
{
	buf_text(sql, sql->length ? ", " : "SELECT ");
	buf_text(sql, expression);
	buf_text(sql, " AS ");
	buf_text(sql, key);
}

void
fields_select(struct buf *sql)
{
	enum dossier_field f;

	for (f = 0; f < FIELDS; f++)
		fields_select_one(sql, field_is(f, UNSAID) ? "NULL" : fields[f].sql,
				  fields[f].key);
}
