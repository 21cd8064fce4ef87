/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_catalogue.h"
#include "office/core/import_notice.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_giver.h"
#include "office/dossier/dossier_words.h"
#include "office/dossier/promises.h"
#include "office/exchange/dossier_cells.h"
#include "office/exchange/dossier_codes.h"
#include "office/exchange/dossier_known.h"
#include "office/exchange/dossier_merge.h"
#include "office/exchange/dossier_parts.h"
#include "office/exchange/dossier_rules.h"
#include "office/rules/code.h"
#include "office/rules/spoiled.h"

/*
 * Importing dossiers, maybe years of them from another system.  A million rows go through
 * here, so the registers are read once, the statements are prepared once, and a new row
 * costs one INSERT.
 */

/* An INSERT of some of the fields. */
struct insertion {
	struct field_set fields;
	struct buf sql;
	struct query query;
};

struct batch {
	struct known_list procedures, officers, desks;
	struct calendar *calendar;
	struct procedure_catalogue *catalogue;
	struct insertion usual, all; /* without what is FEW, and with it */
	struct dossier_merge *merge;
	struct dossier_codes codes;
	struct dossier_giver giver;
	char cutoff[CUTOFF_TEXT];    /* of the row's dossier */
	int unsettled;               /* a year without a notice, into which we reckoned */
	int64_t provisional;         /* so many promises */
	int64_t words_after;         /* later dossiers are not indexed; -1: all are */
	struct dossier_parts *parts; /* NULL: the file has none of these columns */
	int year;                    /* this one */
	bool wide;                   /* has columns that few systems have */
	bool looked;                 /* the columns have been read */
	bool force;                  /* promises and fees may be moved */
	struct import_kind kind;
};

/* Count the promises of open dossiers that a notice may still move. */
static void
note_unsettled(struct batch *batch, const struct value *v)
{
	int year = has(&v[FIELD_FINISHED]) ?
			   0 :
			   calendar_unsettled(batch->calendar, v[FIELD_RECEIVED].number,
					      v[FIELD_DUE].number);

	if (!year)
		return;
	if (!batch->provisional++ || year < batch->unsettled)
		batch->unsettled = year;
}

static enum status
tell_unsettled(struct import *import)
{
	struct batch *batch = import_context(import);
	enum status st;
	char *said;

	if (!batch->provisional)
		return OK;
	said = mem_print(_("no notice of the days off of %d has come; promises that may "
			   "move: %lld"),
			 batch->unsettled, (long long)batch->provisional);
	batch->provisional = 0;
	st = import_remark(import, said);
	free(said);
	return st;
}

/* The promise by the rule in V; CUTOFF is the procedure's own, if it has one. */
static enum status
settle_due(struct import *import, struct value *v, int cutoff)
{
	struct batch *batch = import_context(import);
	struct time_rule rule = { .unit = time_unit_stored(v[FIELD_UNIT].text),
				  .limit = (int)v[FIELD_LIMIT].number,
				  .cutoff = cutoff };
	int64_t due;

	if (has(&v[FIELD_CUTOFF]))
		cutoff_read(v[FIELD_CUTOFF].text, &rule.cutoff);
	else
		calendar_settle_rule(batch->calendar, &rule, v[FIELD_RECEIVED].number);
	if (calendar_due(batch->calendar, &rule, v[FIELD_RECEIVED].number, &due))
		return import_refuse(import, "due_at", error_message());
	v[FIELD_DUE] = value_int(due);
	note_unsettled(batch, v);
	if (cutoff_print(rule.cutoff, batch->cutoff))
		v[FIELD_CUTOFF] = value_text(batch->cutoff);
	return OK;
}

/*
 * The rule under which it was received, and the promise: from the file, else from the
 * catalogue.
 */
static enum status
settle_rule(struct import *import, struct value *v, const bool *present,
	    const struct known *procedure)
{
	struct batch *batch = import_context(import);
	/* A file that gives the rule says by an empty cell that there was no fee. */
	bool free_of_charge = present[FIELD_FEE] && has(&v[FIELD_LIMIT]);
	bool told = has(&v[FIELD_LIMIT]) && has(&v[FIELD_UNIT]) &&
		    (has(&v[FIELD_FEE]) || free_of_charge);
	struct procedure_rule rule = { 0 };
	char limit[48];

	if (!told && !procedure_catalogue_rule(batch->catalogue, procedure->id,
					       day_of(dossier_came(v)),
					       v[FIELD_CHANNEL].text, &rule))
		return import_refuse(import, "procedure", _("is not in force yet"));
	if (!has(&v[FIELD_LIMIT]))
		v[FIELD_LIMIT] = value_int(rule.limit);
	if (!has(&v[FIELD_UNIT]))
		v[FIELD_UNIT] = value_text(time_unit_word(rule.unit));
	if (!has(&v[FIELD_RECEIVED])) /* neither fee nor promise before the receipt */
		return OK;
	if (!has(&v[FIELD_FEE]) && rule.has_fee && !free_of_charge)
		v[FIELD_FEE] = value_int(rule.fee);
	if (!has(&v[FIELD_DUE]))
		return settle_due(import, v, rule.cutoff);
	/* Provinces export 0 where theirs does not keep the limit. */
	value_print(&exchange_columns[FIELD_LIMIT], &v[FIELD_LIMIT], limit);
	if (!time_limit_fits(time_unit_stored(v[FIELD_UNIT].text), v[FIELD_LIMIT].number))
		return import_note(
			import, "time_limit", limit,
			N_("is no limit in its unit; the promise stands as the "
			   "file has it"));
	return OK;
}

static enum status
open_insertion(struct office *office, struct insertion *insertion, unsigned without)
{
	struct buf *sql = &insertion->sql;

	fields_choose(&insertion->fields, IN_DOSSIER, without);
	fields_say_insert(sql, &insertion->fields, "dossier", "entered_at");
	buf_text(sql, " ON CONFLICT (code) DO NOTHING");
	query_open(&insertion->query, office->store, sql->text);
	return insertion->query.status;
}

static void
close_insertion(struct insertion *insertion)
{
	query_close(&insertion->query);
	buf_free(&insertion->sql);
}

/* Find a code for a row without one: the code of the same dossier, or a new one. */
static enum status
settle_code(struct import *import, struct incoming *row, char room[static DOSSIER_CODE])
{
	struct batch *batch = import_context(import);
	struct office *office = import_office(import);
	const char *code;
	enum status st;

	if (has(&row->v[FIELD_CODE]))
		return codes_note(office, &batch->codes, row->v[FIELD_CODE].text);
	if ((st = merge_find(batch->merge, row, &code)))
		return st;
	if (!code) {
		if ((st = codes_tell(office, &batch->codes)) ||
		    (st = dossier_new_code(office, dossier_came(row->v), room)))
			return st;
		code = room;
	}
	row->v[FIELD_CODE] = value_text(code);
	return OK;
}

/* Refuse the row because of COLUMN, and say what stands there, where anything does. */
static enum status
refuse_field(struct import *import, const struct value *v, const char *column,
	     const char *why)
{
	const int field = column_find(exchange_columns, column);
	const struct column *of = &exchange_columns[field];
	char moment[SHOW_TEXT], room[48];

	if (!has(&v[field]))
		return import_refuse(import, column, _(why));
	return import_refuse_cell(import, column,
				  of->type == COL_TIME ?
					  show_moment(v[field].number, moment) :
					  value_print(of, &v[field], room),
				  why);
}

/* Store the dossier's row; *ID is 0 when it was refused. */
static enum status
put_dossier(struct import *import, struct incoming *row, int64_t *id,
	    enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	struct store *store = import_office(import)->store;
	const int64_t entered_at = import_office(import)->act.entered_at;
	bool wide = batch->wide || has(&row->v[FIELD_PAUSED]) ||
		    has(&row->v[FIELD_CUTOFF]) || has(&row->v[FIELD_REQUESTED]) ||
		    has(&row->v[FIELD_REFUSED]);
	struct insertion *insertion = wide ? &batch->all : &batch->usual;
	enum merge_outcome merged;
	const char *moved;
	enum status st;

	incoming_bind(&insertion->query, &insertion->fields, row);
	query_int(&insertion->query, ":entered_at", entered_at);
	if ((st = query_run(&insertion->query)))
		return st;
	*outcome = IMPORT_ADDED;
	if (store_changes(store) && !code_fits(row->v[FIELD_CODE].text))
		return import_refuse_cell(import, "code", row->v[FIELD_CODE].text,
					  code_wrong);
	if (store_changes(store)) {
		*id = store_last_id(store);
		merge_met(batch->merge, *id);
		if (batch->words_after < 0)
			batch->words_after = *id - 1;
		return OK;
	}
	if (batch->parts && (st = parts_look(batch->parts, row)))
		return st;
	if ((st = merge_row(batch->merge, row, id, &merged, &moved)))
		return st;
	*outcome = merged == MERGE_SAME ? IMPORT_UNCHANGED : IMPORT_CHANGED;
	if (merged == MERGE_SAME || merged == MERGE_CHANGED)
		return OK;
	*id = 0;
	if (merged == MERGE_MOVES)
		return refuse_field(import, row->v, moved,
				    N_("is not what the citizen was told; --force takes "
				       "it, and the record shows it"));
	return import_refuse(import, "code", _("stands twice in the file"));
}

/* Show a row in a dry run: of personal data, only what the file itself has. */
static enum status
show_row(struct import *import, const struct incoming *row)
{
	struct value shown[FIELDS];
	enum dossier_field f;

	memcpy(shown, row->v, sizeof(shown));
	for (f = 0; f < FIELDS; f++)
		if (field_is(f, MASKED) && !row->present[f])
			shown[f] = VALUE_NONE;
	return import_show(import, shown);
}

static enum status
put_row(struct import *import, struct incoming *row, enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	char room[DOSSIER_CODE];
	bool changed = false;
	int64_t id = 0;
	enum status st;

	if ((st = settle_code(import, row, room)) ||
	    (st = put_dossier(import, row, &id, outcome)) || !id)
		return st;
	if (batch->parts && (st = parts_put(batch->parts, id, row, &changed)))
		return st;
	if (changed && *outcome == IMPORT_UNCHANGED)
		*outcome = IMPORT_CHANGED;
	if (*outcome == IMPORT_CHANGED && (st = merge_tell(batch->merge, row, changed)))
		return st;
	return import_shows(import) ? show_row(import, row) : OK;
}

/* Note which columns the file has, since that decides how much work a row is. */
static void
look_at_columns(struct import *import, const bool *present)
{
	struct batch *batch = import_context(import);
	enum dossier_field f;

	for (f = 0; f < FIELDS; f++)
		batch->wide = batch->wide || (present[f] && field_is(f, FEW));
	if (parts_present(present))
		batch->parts = parts_new(import_office(import));
	batch->looked = true;
}

/* Officers and desks that the file names are this office's or nobody's: who is not here
 * is left out, and stays as it is in a dossier that is there. */
static enum status
find_named(struct import *import, const struct known_list *list, struct incoming *row,
	   enum dossier_field field)
{
	const struct value *v = &row->v[field];
	const struct known *found;

	if (!has(v) || row->foreign) {
		row->present[field] = row->present[field] && !row->foreign;
		return OK;
	}
	if ((found = known_find(list, v->text))) {
		row->ids[field] = found->id;
		return OK;
	}
	row->present[field] = false;
	return import_note(
		import, field_key(field), v->text,
		field == FIELD_DESK ?
			N_("is no desk here; the dossier is taken without") :
			N_("is no officer here; the dossier is taken without"));
}

static enum status
find_all_named(struct import *import, struct incoming *row)
{
	struct batch *batch = import_context(import);
	const struct value *code = &row->v[FIELD_CODE];
	enum status st = OK;

	batch->giver.ours = batch->codes.agency.text;
	if (has(code) && (st = giver_is_foreign(import_office(import), &batch->giver,
						code->text, &row->foreign)))
		return st;
	if (row->foreign &&
	    (st = import_note(import, "code", code->text,
			      N_("is another office's; its officers and desks are "
				 "left out"))))
		return st;
	if ((st = find_named(import, &batch->officers, row, FIELD_OFFICER)) ||
	    !batch->wide)
		return st;
	if ((st = find_named(import, &batch->desks, row, FIELD_DESK)))
		return st;
	return find_named(import, &batch->officers, row, FIELD_HOLDER);
}

/* What the row implies, once its cells are read. */
static enum status
settle_row(struct import *import, struct incoming *row)
{
	struct batch *batch = import_context(import);
	const int64_t now = import_office(import)->now;
	const char *column = NULL, *why;
	enum status st = dossier_days(import, row->v, batch->calendar, now);

	if (st)
		return st;
	row->stated = !row->present[FIELD_PAUSE_KIND];
	if ((column = dossier_rules(row->v, now, &why)))
		return refuse_field(import, row->v, column, why);
	row->stated = row->stated && has(&row->v[FIELD_PAUSE_KIND]);
	dossier_settle_pause(row->v);
	dossier_settle_purged(row->v);
	if (batch->parts && !(st = parts_check(batch->parts, row->v, &column, &why)) &&
	    column)
		st = import_refuse(import, column, why);
	return st;
}

/* The procedure of a row; NULL when it was refused. */
static enum status
find_procedure(struct import *import, struct incoming *row,
	       const struct known **procedure)
{
	struct batch *batch = import_context(import);
	const char *code = row->v[FIELD_PROCEDURE].text;
	char meant[SPOILED_CODE];

	*procedure = known_find(&batch->procedures, code);
	if (!*procedure && !spoiled_is_code(code, meant) &&
	    (*procedure = known_find(&batch->procedures, meant))) {
		row->ids[FIELD_PROCEDURE] = (*procedure)->id;
		return import_note(import, "procedure", code,
				   N_("is a code that a spreadsheet made a number of; "
				      "the one that it was is taken"));
	}
	if (!*procedure)
		return import_refuse_cell(import, "procedure", code,
					  N_("is no procedure of the catalogue"));
	row->ids[FIELD_PROCEDURE] = (*procedure)->id;
	return OK;
}

static enum status
take_row(struct import *import, const struct value *values, const bool *present,
	 enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	const struct known *procedure;
	struct number_rooms rooms;
	struct value v[FIELDS];
	struct incoming row = { .v = v, .file = values, .news_at = -1 };
	enum status st;

	if (!batch->looked)
		look_at_columns(import, present);
	memcpy(v, values, sizeof(v));
	memcpy(row.present, present, sizeof(row.present));
	if ((st = find_procedure(import, &row, &procedure)) || !procedure ||
	    (st = find_all_named(import, &row)) ||
	    (import_is_sheet(import) &&
	     (st = dossier_numbers(import, v, batch->year, &rooms))) ||
	    (st = settle_row(import, &row)) || import_is_refused(import) ||
	    (st = settle_rule(import, v, present, procedure)))
		return st;
	return import_is_refused(import) ? OK : put_row(import, &row, outcome);
}

/*
 * Called before each commit.  What others received between two batches already has its
 * words.
 */
static enum status
finish_batch(struct import *import)
{
	struct batch *batch = import_context(import);
	int64_t after = batch->words_after;
	enum status st = codes_tell(import_office(import), &batch->codes);

	batch->words_after = -1;
	if (st || (after >= 0 && (st = words_fill(import_office(import)->store, after))))
		return st;
	return (st = promises_judge(import_office(import), false)) ?
		       st :
		       tell_unsettled(import);
}

static void
release_batch(struct import *import)
{
	struct batch *batch = import_context(import);

	close_insertion(&batch->usual);
	close_insertion(&batch->all);
	merge_close(batch->merge);
	parts_free(batch->parts);
	known_free(&batch->procedures);
	known_free(&batch->officers);
	known_free(&batch->desks);
	calendar_free(batch->calendar);
	procedure_catalogue_free(batch->catalogue);
	buf_free(&batch->codes.agency);
	free(batch);
}

static const char procedures_sql[] = "SELECT code, id FROM procedure ORDER BY code";
/* By their names too, where only one has it: that is what our own spreadsheets have. */
#define NAMED_OR_CODED(table)                                                            \
	"SELECT code, id FROM " table " UNION ALL SELECT name, max(id) FROM " table      \
	" WHERE name NOT IN (SELECT code FROM " table ")"                                \
	" GROUP BY name HAVING count(*) = 1 ORDER BY 1"
static const char officers_sql[] = NAMED_OR_CODED("officer");
static const char desks_sql[] = NAMED_OR_CODED("desk");

static enum status
prepare_batch(struct office *office, struct batch *batch)
{
	int month, day;
	enum status st;

	day_to_ymd(day_of(office->now), &batch->year, &month, &day);
	if ((st = setting_get(office, "agency", day_of(office->now),
			      &batch->codes.agency)) ||
	    (st = known_load(office, procedures_sql, &batch->procedures)) ||
	    (st = known_load(office, officers_sql, &batch->officers)) ||
	    (st = known_load(office, desks_sql, &batch->desks)) ||
	    (st = calendar_load(office, &batch->calendar)) ||
	    (st = procedure_catalogue_load(office, &batch->catalogue)) ||
	    (st = merge_open(office, batch->force, &batch->merge)) ||
	    (st = open_insertion(office, &batch->usual, FEW)))
		return st;
	return open_insertion(office, &batch->all, 0);
}

enum status
dossier_import(struct office *office, void *ctx, struct import_listener *listener,
	       struct import **import)
{
	struct batch *batch = mem_alloc(sizeof(*batch));
	struct import_result ignored;
	enum status st;

	batch->force = *(const bool *)ctx;
	batch->kind = (struct import_kind){ .name = "dossiers",
					    .columns = exchange_columns,
					    .listed = dossier_columns,
					    .put = take_row,
					    .finish = finish_batch,
					    .release = release_batch };
	batch->words_after = -1;
	if ((st = import_begin(office, &batch->kind, batch, listener, import))) {
		free(batch);
		return st;
	}
	if ((st = prepare_batch(office, batch)))
		import_end(*import, st, "", &ignored);
	return st;
}
