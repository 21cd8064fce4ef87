/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_was.h"

/* What FIELD is, where it would change: "" for nothing, since json_patch() drops null. */
static void
say_old(struct buf *sql, enum dossier_field field)
{
	struct field_set one = FIELDS_NONE;

	fields_add(&one, field);
	fields_say(sql, &one, "",
		   "'KEY', CASE WHEN :whole OR d.COLUMN IS NOT :KEY THEN coalesce(");
	if (field_column(field).type == COL_TIME)
		buf_print(sql, "moment_text(%s)", field_sql(field));
	else
		buf_text(sql, field_sql(field));
	buf_text(sql, ", '') END");
}

static void
choose_counted(struct field_set *counted, const struct field_set *fields)
{
	int i;

	if (!fields) {
		fields_choose(counted, COUNTED, 0);
		return;
	}
	*counted = FIELDS_NONE;
	for (i = 0; i < fields->count; i++)
		if (field_is(fields->fields[i], COUNTED))
			fields_add(counted, fields->fields[i]);
}

enum status
was_open(struct dossier_was *was, struct office *office, const struct field_set *fields)
{
	struct buf *sql = &was->sql;
	int i;

	*was = (struct dossier_was){ .sql = { 0 } };
	choose_counted(&was->fields, fields);
	buf_text(sql, "SELECT nullif(json_patch('{}', json_object(");
	for (i = 0; i < was->fields.count; i++) {
		buf_text(sql, i ? ", " : "");
		say_old(sql, was->fields.fields[i]);
	}
	buf_text(sql, ")), '{}') FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
		      " LEFT JOIN officer o ON o.id = d.officer_id WHERE d.id = :id");
	query_open(&was->q, office->store, sql->text);
	return was->q.status;
}

void
was_close(struct dossier_was *was)
{
	query_close(&was->q);
	buf_free(&was->sql);
	buf_free(&was->text);
}

enum status
was_of(struct dossier_was *was, int64_t id, const struct value *values, const char **text)
{
	struct query *q = &was->q;

	*text = NULL;
	buf_clear(&was->text);
	if (values)
		fields_bind(q, &was->fields, values);
	if (was->fields.count) /* else the statement says nothing of it */
		query_int(q, ":whole", !values);
	query_int(q, ":id", id);
	if (query_row(q) && !query_col_null(q, 0)) {
		buf_text(&was->text, query_col_given(q, 0));
		*text = was->text.text;
	}
	query_reset(q);
	return q->status;
}
