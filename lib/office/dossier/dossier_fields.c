/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_fields.h"

#include <string.h>

#include "base/intl.h"
#include "office/dossier/dossier_sql.h"

/* What each is; as columns of a file, with all that these have, exchange_columns. */
static const struct {
	const char *key, *parameter, *column, *heading, *sql;
	enum column_type type;
	unsigned facts;
} fields[] = {
#define FIELD(id, key_, heading_, type_, list, file, facts_, sql_, ...)                  \
	FILE_FIELD(id, key_, heading_, type_, file, facts_, sql_, )
#define FILE_FIELD(id, key_, heading_, type_, file, facts_, sql_, ...)                   \
	[FIELD_##id] = { .key = key_,                                                    \
			 .parameter = ":" key_,                                          \
			 .column = (facts_)&NAMED ? key_ "_id" : key_,                   \
			 .heading = heading_,                                            \
			 .type = type_,                                                  \
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

struct column
field_column(enum dossier_field field)
{
	const enum column_type type = fields[field].type;

	return (struct column){ .key = fields[field].key,
				.heading = fields[field].heading,
				.type = type == COL_WORD ? COL_TEXT : type };
}

const char *
field_sql(enum dossier_field field)
{
	return fields[field].sql;
}

void
fields_add(struct field_set *set, enum dossier_field field)
{
	set->parameters[set->count] = fields[field].parameter;
	set->fields[set->count++] = field;
}

void
fields_choose(struct field_set *set, unsigned with, unsigned without)
{
	enum dossier_field f;

	*set = FIELDS_NONE;
	for (f = 0; f < FIELDS; f++)
		if (field_is(f, with) && !(fields[f].facts & without))
			fields_add(set, f);
}

void
fields_choose_given(struct field_set *set, unsigned with,
		    const struct value values[FIELDS])
{
	enum dossier_field f;

	*set = FIELDS_NONE;
	for (f = 0; f < FIELDS; f++)
		if (field_is(f, with) && values[f].kind != VALUE_NULL)
			fields_add(set, f);
}

void
fields_bind(struct query *q, const struct field_set *set,
	    const struct value values[FIELDS])
{
	struct value bound[FIELDS];
	int i;

	for (i = 0; i < set->count; i++)
		bound[i] = values[set->fields[i]];
	query_values(q, set->parameters, bound);
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
fields_say_insert(struct buf *sql, const struct field_set *set, const char *table,
		  const char *owner)
{
	buf_text(sql, "INSERT INTO ");
	buf_text(sql, table);
	buf_text(sql, " (");
	buf_text(sql, owner ? owner : "");
	buf_text(sql, owner && set->count ? ", " : "");
	fields_say(sql, set, ", ", "COLUMN");
	buf_text(sql, owner ? ") VALUES (:" : ") VALUES (");
	buf_text(sql, owner ? owner : "");
	buf_text(sql, owner && set->count ? ", " : "");
	fields_say(sql, set, ", ", ":KEY");
	buf_text(sql, ")");
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
