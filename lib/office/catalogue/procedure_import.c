/* SPDX-License-Identifier: MIT */
#include "office/catalogue/procedure_import.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"
#include "office/catalogue/procedure_row.h"
#include "office/catalogue/procedure_sql.h"
#include "office/core/import_notice.h"
#include "office/rules/code.h"
#include "office/rules/spoiled.h"

/*
 * Importing a published list: it is compared with what holds, and then stored as versions
 * or reported as differences.
 */

struct batch {
	struct import_kind kind;
	/*
	 * The register's columns, but with times and fees that may be sentences, and the
	 * serial number.
	 */
	struct column columns[PROCEDURE_SERIAL + 2];
	char since[DAY_TEXT];
	bool dated; /* the caller named the day */
	bool whole; /* what the list does not name ends */
	struct query held, code, version;
	void *seen;          /* tsearch() tree of codes */
	char *section;       /* the last field named in a row of its own */
	struct sink *sink;   /* for the differences; NULL: import */
	struct query counts; /* open dossiers */
};

static const char held_sql[] = "SELECT p.id, v.since, " VERSION_COLUMNS(
	"v.") "  FROM procedure p LEFT JOIN procedure_version v ON " HOLDS_ON_DAY
	      " WHERE p.code = :code";

static void
hold_value(struct query *q, struct procedure_held *held, int i)
{
	enum column_type type = procedure_columns[i].type;

	if (query_col_null(q, i + 1)) {
		held->v[i] = VALUE_NONE;
	} else if (type == COL_TEXT || type == COL_WORD || type == COL_DAY) {
		buf_text(&held->texts[i], query_col_given(q, i + 1));
		held->v[i] = value_text(held->texts[i].text);
	} else {
		held->v[i] = value_int(query_col_int(q, i + 1));
	}
}

static enum status
find_held(struct batch *batch, const struct value *code, struct procedure_held *held)
{
	int i;

	query_text(&batch->held, ":code", code->text);
	query_text(&batch->held, ":day", batch->since);
	if (query_row(&batch->held)) {
		held->id = query_col_int(&batch->held, 0);
		held->found = !query_col_null(&batch->held, 1);
		held->v[PROCEDURE_CODE] = *code;
		for (i = PROCEDURE_NAME; held->found && i < PROCEDURE_COLUMNS; i++)
			hold_value(&batch->held, held, i);
	}
	query_reset(&batch->held);
	return batch->held.status;
}

static void
free_held(struct procedure_held *held)
{
	int i;

	for (i = 0; i < PROCEDURE_COLUMNS; i++)
		buf_free(&held->texts[i]);
}

/* --- Storing --- */

static const char code_sql[] =
	"INSERT INTO procedure (code, name, field, time_limit, time_unit)"
	" VALUES (:code, :name, :field, :time_limit, :time_unit)"
	" ON CONFLICT (code) DO NOTHING";

static const char version_sql[] = "INSERT INTO procedure_version (procedure_id, since, " VERSION_COLUMNS(
	"") ")"
	    " SELECT id, :since, :name, :field, :time_limit, :time_unit, :fee, :decision, :note,"
	    "  :online_limit, :online_unit, :online_fee, :post_limit, :post_unit, :post_fee,"
	    "  :place, :agency, :legal_basis, :time_text, :fee_text, :cutoff, :until, :doubt"
	    "  FROM procedure WHERE code = :code"
	    " ON CONFLICT (procedure_id, since) DO UPDATE SET name = excluded.name,"
	    "  field = excluded.field, time_limit = excluded.time_limit,"
	    "  time_unit = excluded.time_unit, fee = excluded.fee, decision = excluded.decision,"
	    "  note = excluded.note, online_limit = excluded.online_limit,"
	    "  online_unit = excluded.online_unit, online_fee = excluded.online_fee,"
	    "  post_limit = excluded.post_limit, post_unit = excluded.post_unit,"
	    "  post_fee = excluded.post_fee, place = excluded.place, agency = excluded.agency,"
	    "  legal_basis = excluded.legal_basis, time_text = excluded.time_text,"
	    "  fee_text = excluded.fee_text, cutoff = excluded.cutoff,"
	    "  until = excluded.until, doubt = excluded.doubt";

static enum status
store_row(struct query *q, const char *since, const struct value *v)
{
	char name[64];
	int i;

	for (i = 0; i < PROCEDURE_COLUMNS; i++) {
		snprintf(name, sizeof(name), ":%s", procedure_columns[i].key);
		if (query_has(q, name))
			query_value(q, name, &v[i]);
	}
	if (query_has(q, ":since"))
		query_text(q, ":since", since);
	return query_run(q);
}

/* --- Reporting differences --- */

static const struct word changes[] = {
	{ "added", "mới" },
	{ "changed", "thay đổi" },
	{ "missing", "không còn" },
	{ 0 },
};

const struct column procedure_diff_columns[] = {
	{ .key = "code", .heading = N_("Procedure code"), .type = COL_TEXT },
	{ .key = "change", .heading = N_("Change"), .type = COL_WORD, .words = changes },
	{ .key = "column", .heading = N_("Column"), .type = COL_TEXT },
	{ .key = "old", .heading = N_("Old"), .type = COL_TEXT },
	{ .key = "new", .heading = N_("New"), .type = COL_TEXT },
	{ .key = "open_dossiers", .heading = N_("Open dossiers"), .type = COL_INT },
	{ 0 },
};

static const char open_sql[] =
	"SELECT count(*) FROM dossier WHERE finished_at IS NULL AND procedure_id = :id";

static enum status
tell_change(struct batch *batch, const char *code, int64_t id, const char *change,
	    const char *column, const char *old, const char *new)
{
	int64_t open = 0;

	query_int(&batch->counts, ":id", id);
	if (query_row(&batch->counts))
		open = query_col_int(&batch->counts, 0);
	query_reset(&batch->counts);
	if (batch->counts.status)
		return batch->counts.status;
	return batch->sink->row(batch->sink, (const struct value[]){
						     value_text(code), value_text(change),
						     value_text(column), value_text(old),
						     value_text(new), value_int(open) });
}

/* NULL for a null value, which as a text would look empty. */
static const char *
print_value(int i, const struct value *value, char room[static 48])
{
	return value->kind == VALUE_NULL ?
		       NULL :
		       value_print(&procedure_columns[i], value, room);
}

static enum status
tell_row(struct batch *batch, const struct procedure_held *held, const struct value *v)
{
	const char *code = v[PROCEDURE_CODE].text;
	char room[2][48];
	enum status st = OK;
	int i;

	if (!held->found)
		return tell_change(batch, code, held->id, "added", NULL, NULL,
				   v[PROCEDURE_NAME].text);
	for (i = PROCEDURE_NAME; i < PROCEDURE_COLUMNS && !st; i++)
		if (!value_same(&held->v[i], &v[i]))
			st = tell_change(batch, code, held->id, "changed",
					 procedure_columns[i].key,
					 print_value(i, &held->v[i], room[0]),
					 print_value(i, &v[i], room[1]));
	return st;
}

struct missing {
	struct sink sink;
	struct batch *batch;
};

static int
compare_codes(const void *a, const void *b)
{
	return strcmp(a, b);
}

static enum status
tell_missing(struct sink *sink, const struct value *values)
{
	struct batch *batch = ((struct missing *)sink)->batch;
	const char *code = values[PROCEDURE_CODE].text;
	struct procedure_held held = { 0 };
	enum status st;

	if (tfind(code, &batch->seen, compare_codes))
		return OK;
	if (!(st = find_held(batch, &values[PROCEDURE_CODE], &held)))
		st = tell_change(batch, code, held.id, "missing", NULL,
				 values[PROCEDURE_NAME].text, NULL);
	free_held(&held);
	return st;
}

/* --- Reading a row --- */

static const char field_sql[] = "SELECT DISTINCT field FROM procedure";

/* The field is spelt as in the store, if it is there. */
static enum status
begin_section(struct import *import, const char *text)
{
	struct batch *batch = import_context(import);
	char *field = procedure_section_field(text);
	struct query q;

	query_open(&q, import_office(import)->store, field_sql);
	while (query_row(&q))
		if (fold_same(query_col_given(&q, 0), field)) {
			free(field);
			field = mem_text(query_col_given(&q, 0));
		}
	free(batch->section);
	batch->section = field;
	return query_close(&q);
}

/* Move a sentence that stands where a number is expected to the column TEXT. */
static void
move_sentence(struct procedure_row *row, int i, int text)
{
	if (row->v[i].kind != VALUE_TEXT)
		return;
	if (row->v[text].kind == VALUE_NULL)
		row->v[text] = row->v[i];
	row->v[i] = VALUE_NONE;
}

/* A time that has a unit beside it is a number. */
static bool
is_number(struct import *import, const struct procedure_row *row, enum status *st)
{
	const struct value *limit = &row->v[PROCEDURE_LIMIT];
	struct value value;
	char room[48], *said;
	const char *why = "";

	if (limit->kind != VALUE_TEXT || row->v[PROCEDURE_UNIT].kind == VALUE_NULL)
		return true;
	value_read(&procedure_columns[PROCEDURE_LIMIT], limit->text,
		   import_office(import)->now, room, &value, &why);
	said = value_complaint(&procedure_columns[PROCEDURE_LIMIT], limit->text, why);
	*st = import_refuse(import, "time_limit", said);
	free(said);
	return false;
}

static enum status
note_timeless(struct import *import, const struct procedure_row *row)
{
	const char *text = row->v[PROCEDURE_TIME_TEXT].text;

	return import_note(import, "time_limit", text ? text : "",
			   N_("tells no time: the same day is taken, doubtful"));
}

/* A version that ended before it began would leave the one before without an end. */
static bool
ends_before(const struct procedure_row *row, const char *since)
{
	const struct value *until = &row->v[PROCEDURE_UNTIL];

	return until->kind != VALUE_NULL && strcmp(until->text, since) < 0;
}

static enum status
put_row(struct import *import, struct procedure_row *row, enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	struct procedure_held held = { 0 };
	const char *column, *why;
	enum status st = find_held(batch, &row->v[PROCEDURE_CODE], &held);
	bool same = held.found;
	int i;

	if (st)
		goto out;
	if (!held.found && !code_fits(row->v[PROCEDURE_CODE].text)) {
		st = import_refuse_cell(import, "code", row->v[PROCEDURE_CODE].text,
					code_wrong);
		goto out;
	}
	if ((why = procedure_settle(row, &held, batch->since, &column))) {
		st = import_refuse(import, column, _(why));
		goto out;
	}
	if (row->timeless && (st = note_timeless(import, row)))
		goto out;
	for (i = PROCEDURE_NAME; i < PROCEDURE_COLUMNS; i++)
		same = same && value_same(&held.v[i], &row->v[i]);
	*outcome = same ? IMPORT_UNCHANGED : held.found ? IMPORT_CHANGED : IMPORT_ADDED;
	if (same)
		goto out;
	if (held.found && ends_before(row, batch->since)) {
		st = import_refuse(import, "until",
				   _("is before the day from which it holds (--since)"));
		goto out;
	}
	if (batch->sink)
		st = tell_row(batch, &held, row->v);
	else if (!(st = store_row(&batch->code, NULL, row->v)))
		/* A procedure without a known date held before the office knew of it. */
		st = store_row(&batch->version,
			       held.found || batch->dated ? batch->since : "0001-01-01",
			       row->v);
out:
	free_held(&held);
	return st;
}

/* Whether CODE is one, new to the file; else it has been refused. */
static bool
take_code(struct import *import, const char *code, enum status *st)
{
	struct batch *batch = import_context(import);
	char meant[SPOILED_CODE], *said, *copy, **in;

	if (!code) {
		*st = import_refuse(import, "code", _("is empty"));
		return false;
	}
	/* Of a program's codes only what can be none is refused. */
	if ((import_is_sheet(import) || strpbrk(code, ",/+")) &&
	    !spoiled_is_code(code, meant)) {
		said = *meant ? mem_print(_("'%s' is no code of a procedure, which is "
					    "text; likely it was %s"),
					  code, meant) :
				mem_print(_("'%s' is no code of a procedure, which is "
					    "text like 1.001193"),
					  code);
		*st = import_refuse(import, "code", said);
		free(said);
		return false;
	}
	copy = mem_text(code);
	in = tsearch(copy, &batch->seen, compare_codes);
	if (in && *in == copy)
		return true;
	free(copy);
	*st = import_refuse(import, "code", _("stands twice in the file"));
	return false;
}

static enum status
take_row(struct import *import, const struct value *values, const bool *present,
	 enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	struct procedure_row row = { .section = NULL };
	const char *section = procedure_section(values);
	enum status st = OK;

	*outcome = IMPORT_PASSED;
	if (section)
		return begin_section(import, section);
	if (!take_code(import, values[PROCEDURE_CODE].text, &st))
		return st;
	memcpy(row.v, values, sizeof(row.v));
	memcpy(row.present, present, sizeof(row.present));
	row.section = batch->section;
	if (is_number(import, &row, &st) && !import_is_refused(import)) {
		move_sentence(&row, PROCEDURE_LIMIT, PROCEDURE_TIME_TEXT);
		move_sentence(&row, PROCEDURE_FEE, PROCEDURE_FEE_TEXT);
		st = put_row(import, &row, outcome);
	}
	buf_free(&row.doubt);
	return st;
}

/* --- The whole --- */

/* Ends what is in force and the list does not name: with the day before it holds. */
struct ending {
	struct sink sink;
	struct import *import;
	struct query end;
	char until[DAY_TEXT];
};

static const char end_sql[] =
	"UPDATE procedure_version AS v SET until = :until FROM procedure p"
	" WHERE p.code = :code AND " HOLDS_ON_DAY;

static enum status
end_missing(struct sink *sink, const struct value *values)
{
	struct ending *e = (struct ending *)sink;
	struct batch *batch = import_context(e->import);
	const char *code = values[PROCEDURE_CODE].text;
	enum status st;

	if (tfind(code, &batch->seen, compare_codes))
		return OK;
	query_text(&e->end, ":code", code);
	query_text(&e->end, ":day", batch->since);
	query_text(&e->end, ":until", e->until);
	if ((st = query_run(&e->end)))
		return st;
	import_count(e->import, IMPORT_CHANGED);
	return import_ended(e->import, code, e->until);
}

static enum status
end_others(struct import *import)
{
	struct batch *batch = import_context(import);
	struct office *office = import_office(import);
	struct ending e = { .sink = { end_missing }, .import = import };
	enum status st;
	int day;

	day_read(batch->since, office->now, &day);
	day_print(day - 1, e.until);
	query_open(&e.end, office->store, end_sql);
	st = procedure_list(office, day, PROCEDURES_IN_FORCE, &e.sink);
	return worse(st, query_close(&e.end));
}

static enum status
finish_batch(struct import *import)
{
	struct batch *batch = import_context(import);
	struct office *office = import_office(import);
	struct missing missing = { { tell_missing }, batch };
	int64_t renewed;
	enum status st;
	int day;

	if (batch->sink) {
		day_read(batch->since, office->now, &day);
		return procedure_list(office, day, PROCEDURES_IN_FORCE, &missing.sink);
	}
	if (batch->whole && (st = end_others(import)))
		return st;
	return procedure_renew(office, day_of(office->now), &renewed);
}

static void
release_batch(struct import *import)
{
	struct batch *batch = import_context(import);

	query_close(&batch->held);
	if (batch->sink) {
		query_close(&batch->counts);
	} else {
		query_close(&batch->code);
		query_close(&batch->version);
	}
	tdestroy(batch->seen, free);
	free(batch->section);
	free(batch);
}

/* Set up the columns; only those that every list must have are required. */
static void
make_columns(struct batch *batch)
{
	static const struct column serial = {
		.key = "serial",
		.heading = N_("No."),
		.type = COL_TEXT,
		.aliases = "STT|TT|Số TT|Số thứ tự",
	};
	int i;

	memcpy(batch->columns, procedure_columns,
	       sizeof(*batch->columns) * PROCEDURE_COLUMNS);
	for (i = 0; i < PROCEDURE_COLUMNS; i++)
		batch->columns[i].flags &= ~(unsigned)COLUMN_REQUIRED;
	batch->columns[PROCEDURE_CODE].flags |= COLUMN_NEEDED;
	batch->columns[PROCEDURE_NAME].flags |= COLUMN_NEEDED;
	batch->columns[PROCEDURE_LIMIT].flags |= COLUMN_SAYS;
	batch->columns[PROCEDURE_FEE].flags |= COLUMN_SAYS;
	batch->columns[PROCEDURE_SERIAL] = serial;
}

static enum status
begin_import(struct office *office, const char *since, struct sink *sink,
	     struct import_listener *listener, struct import **import)
{
	struct batch *batch = mem_alloc(sizeof(*batch));
	enum status st;

	make_columns(batch);
	batch->kind = (struct import_kind){ .name = "procedures",
					    .columns = batch->columns,
					    .put = take_row,
					    .finish = finish_batch,
					    .release = release_batch,
					    .looks = sink != NULL };
	batch->sink = sink;
	batch->dated = since != NULL;
	if (since)
		memcpy(batch->since, since, sizeof(batch->since));
	else
		day_print(day_of(office->now), batch->since);
	if ((st = import_begin(office, &batch->kind, batch, listener, import))) {
		free(batch);
		return st;
	}
	query_open(&batch->held, office->store, held_sql);
	if (sink) {
		query_open(&batch->counts, office->store, open_sql);
	} else {
		query_open(&batch->code, office->store, code_sql);
		query_open(&batch->version, office->store, version_sql);
	}
	return OK;
}

enum status
procedure_import(struct office *office, const char *since,
		 struct import_listener *listener, struct import **import)
{
	return begin_import(office, since, NULL, listener, import);
}

enum status
procedure_import_whole(struct office *office, const char *since,
		       struct import_listener *listener, struct import **import)
{
	enum status st = begin_import(office, since, NULL, listener, import);

	if (!st) {
		struct batch *batch = import_context(*import);

		batch->whole = true;
	}
	return st;
}

enum status
procedure_diff(struct office *office, const char *since, struct sink *sink,
	       struct import_listener *listener, struct import **import)
{
	return begin_import(office, since, sink, listener, import);
}
