/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier.h"
#include "office/dossier_words.h"
#include "office/procedure.h"
#include "office/setting.h"

/*
 * Importing dossiers: years of them from another system.  A million rows go
 * through here, so the registers are read once, the statements are prepared once,
 * and a row that is new costs one INSERT.
 */

/* The columns of dossier_columns that are used here, by their place. */
enum {
	CODE,
	PROCEDURE,
	FIELD,
	APPLICANT,
	CHANNEL,
	STATUS,
	STANDING,
	RECEIVED,
	DUE,
	FINISHED,
	RETURNED,
	RESULT,
	OFFICER,
	TICKET,
	ID_NUMBER,
	PHONE,
	ADDRESS,
	LIMIT,
	UNIT,
	FEE,
	COLUMNS
};

/* A procedure, or an officer, by code. */
struct known {
	char *code;
	int64_t id;
};

struct known_list {
	struct known *all;
	size_t count;
};

struct batch {
	struct known_list procedures, officers;
	struct calendar *calendar;
	struct procedure_catalogue *catalogue;
	struct query insert, find, update;
	int64_t last_before; /* dossiers with a higher id came in by this import */
	uint8_t *met;        /* a bit for each of the others: its code was in the file */
	/* The highest number of our own codes of one day, told to the day's series
	 * when the rows come to another day: they mostly come in order. */
	struct buf agency;
	char day[DAY_TEXT];
	int64_t highest;
	struct import_kind kind;
};

static const char procedures_sql[] =
	"SELECT code, id FROM procedure ORDER BY code";
static const char officers_sql[] =
	"SELECT code, id FROM officer ORDER BY code";

static enum status
load_known(struct office *office, const char *sql, struct known_list *list)
{
	struct query q;

	query_open(&q, office->store, sql);
	while (query_row(&q)) {
		struct known *k;

		list->all = mem_grow(list->all, (list->count + 1) * sizeof(*list->all));
		k = &list->all[list->count++];
		*k = (struct known){ .code = mem_text(query_col_text(&q, 0)),
				     .id = query_col_int(&q, 1) };
	}
	return query_close(&q);
}

static int
compare_code(const void *key, const void *known)
{
	return strcmp(key, ((const struct known *)known)->code);
}

static const struct known *
find_known(const struct known_list *list, const char *code)
{
	return list->count ? bsearch(code, list->all, list->count, sizeof(*list->all),
				     compare_code) :
			     NULL;
}

static void
free_known(struct known_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free(list->all[i].code);
	free(list->all);
}

static bool
has(const struct value *value)
{
	return value->kind != VALUE_NULL;
}

/* The status where the file says none, from the moments; the reason when it does
 * not go with them. */
static const char *
settle_status(struct value *v)
{
	bool ended;

	if (!has(&v[STATUS]))
		v[STATUS] = value_text(has(&v[RETURNED]) ? "returned" :
				       has(&v[FINISHED]) ? "finished" :
							   "received");
	ended = strcmp(v[STATUS].text, "received") != 0 &&
		strcmp(v[STATUS].text, "processing") != 0 &&
		strcmp(v[STATUS].text, "paused") != 0;
	if (ended && !has(&v[FINISHED]))
		return N_("needs finished_at");
	if (!ended && has(&v[FINISHED]))
		return N_("does not go with a finished_at");
	if (!strcmp(v[STATUS].text, "returned") != has(&v[RETURNED]))
		return N_("does not go with returned_at");
	return NULL;
}

/* The rule it was received under, and the promise: from the file, else from the
 * catalogue. */
static enum status
settle_rule(struct import *import, struct value *v, const struct known *procedure)
{
	struct batch *batch = import_context(import);
	bool told = has(&v[LIMIT]) && has(&v[UNIT]) && has(&v[FEE]);
	struct procedure_rule rule = { 0 };
	enum time_unit unit;
	int64_t due;

	if (!told && !procedure_catalogue_rule(batch->catalogue, procedure->id,
					       day_of(v[RECEIVED].number), v[CHANNEL].text,
					       &rule))
		return import_refuse(import, "procedure", _("is not in force yet"));
	unit = rule.unit;
	if (!has(&v[LIMIT]))
		v[LIMIT] = value_int(rule.limit);
	if (!has(&v[UNIT]))
		v[UNIT] = value_text(time_unit_word(unit));
	else
		unit = (enum time_unit)time_unit_read(v[UNIT].text);
	if (!has(&v[FEE]) && rule.has_fee)
		v[FEE] = value_int(rule.fee);
	if (has(&v[DUE]))
		return OK;
	if (v[LIMIT].number < 0 || v[LIMIT].number > 100000)
		return import_refuse(import, "time_limit", _("must be 1 to 3660"));
	if (calendar_due(batch->calendar, unit, (int)v[LIMIT].number, v[RECEIVED].number,
			 &due))
		return import_refuse(import, "due_at", error_message());
	v[DUE] = value_int(due);
	return OK;
}

/* The rules of a single row; the column of the first that is broken, or NULL. */
static const char *
broken_rule(struct import *import, struct value *v, const char **why)
{
	static const int past[] = { RECEIVED, FINISHED, RETURNED };
	const char *status = settle_status(v);
	size_t i;

	*why = N_("is still to come");
	for (i = 0; i < sizeof(past) / sizeof(*past); i++)
		if (has(&v[past[i]]) && v[past[i]].number > import_office(import)->now)
			return dossier_columns[past[i]].key;
	*why = N_("is before received_at");
	if (has(&v[DUE]) && v[DUE].number < v[RECEIVED].number)
		return "due_at";
	if (has(&v[FINISHED]) && v[FINISHED].number < v[RECEIVED].number)
		return "finished_at";
	*why = N_("is before finished_at");
	if (has(&v[RETURNED]) && has(&v[FINISHED]) && v[RETURNED].number < v[FINISHED].number)
		return "returned_at";
	*why = N_("is longer than a code");
	if (has(&v[CODE]) && strlen(v[CODE].text) >= DOSSIER_CODE)
		return "code";
	*why = status;
	return status ? "status" : NULL;
}

static const char insert_sql[] =
	"INSERT INTO dossier (code, procedure_id, time_limit, time_unit, fee, applicant,"
	"  id_number, phone, address, channel, status, received_at, due_at, finished_at,"
	"  returned_at, result, officer_id, ticket, paused_at, pause_kind)"
	" VALUES (:code, :procedure, :limit, :unit, :fee, :applicant, :id_number, :phone,"
	"  :address, :channel, :status, :received, :due, :finished, :returned, :result,"
	"  :officer, :ticket, CASE WHEN :status = 'paused' THEN :received END,"
	"  CASE WHEN :status = 'paused' THEN 'supplement' END)"
	" ON CONFLICT (code) DO NOTHING";

/* What an import may change, in the order of update_sql. */
static const char find_sql[] =
	"SELECT id, procedure_id = :procedure AND time_limit = :limit AND time_unit = :unit"
	"  AND fee IS :fee AND applicant = :applicant AND id_number IS :id_number"
	"  AND phone IS :phone AND address IS :address AND channel = :channel"
	"  AND status = :status AND received_at = :received AND due_at = :due"
	"  AND finished_at IS :finished AND returned_at IS :returned AND result IS :result"
	"  AND officer_id IS :officer AND ticket IS :ticket,"
	"  procedure_id = :procedure AND applicant IS :applicant AND id_number IS :id_number"
	"  AND phone IS :phone AND address IS :address"
	"  FROM dossier WHERE code = :code";

static const char update_sql[] =
	"UPDATE dossier SET procedure_id = :procedure, time_limit = :limit,"
	"  time_unit = :unit, fee = :fee, applicant = :applicant, id_number = :id_number,"
	"  phone = :phone, address = :address, channel = :channel, status = :status,"
	"  received_at = :received, due_at = :due, finished_at = :finished,"
	"  returned_at = :returned, result = :result, officer_id = :officer,"
	"  ticket = :ticket,"
	"  paused_at = CASE WHEN :status = 'paused' THEN coalesce(paused_at, :received) END,"
	"  pause_kind = CASE WHEN :status = 'paused' THEN coalesce(pause_kind, 'supplement') END"
	" WHERE code = :code";

/* What the file does not say stays as it is in the store: columns that it lacks, and
 * of the rule and the promise also empty cells, for those hold from the receipt on. */
static const char keep_sql[] =
	"SELECT id_number, phone, address, result, ticket, time_limit, time_unit, fee,"
	"       due_at, officer_id FROM dossier WHERE code = :code";

static const struct {
	int column;
	bool rule;
} keep[] = {
	{ ID_NUMBER, false }, { PHONE, false }, { ADDRESS, false },
	{ RESULT, false },    { TICKET, false }, { LIMIT, true },
	{ UNIT, true },	      { FEE, true },	{ DUE, true },
};

#define KEPT (sizeof(keep) / sizeof(*keep))

/* A row on its way in. */
struct incoming {
	struct value *v;          /* settled */
	const struct value *file; /* as the file has it */
	const bool *present;
	const struct known *procedure;
	int64_t officer; /* 0 = none */
	struct buf texts[KEPT];
};

static void
keep_value(struct query *q, struct incoming *row, int i)
{
	int column = keep[i].column;
	enum column_type type = dossier_columns[column].type;

	if (row->present[column] && !(keep[i].rule && !has(&row->file[column])))
		return;
	if (query_col_null(q, i)) {
		row->v[column] = VALUE_NONE;
	} else if (type == COL_TEXT || type == COL_WORD) {
		buf_text(&row->texts[i], query_col_text(q, i));
		row->v[column] = value_text(row->texts[i].text);
	} else {
		row->v[column] = value_int(query_col_int(q, i));
	}
}

static enum status
keep_absent(struct import *import, struct incoming *row)
{
	struct query q;
	int i;

	query_open(&q, import_office(import)->store, keep_sql);
	query_text(&q, ":code", row->v[CODE].text);
	if (query_row(&q)) {
		for (i = 0; i < (int)KEPT; i++)
			keep_value(&q, row, i);
		if (!row->present[OFFICER])
			row->officer = query_col_int(&q, (int)KEPT);
	}
	return query_close(&q);
}

static const char *const row_names[] = {
	":code",     ":procedure", ":limit",	":unit",   ":fee",
	":applicant", ":id_number", ":phone",	":address", ":channel",
	":status",   ":received",  ":due",	":finished", ":returned",
	":result",   ":officer",   ":ticket",	NULL,
};

static void
bind_row(struct query *q, const struct incoming *row)
{
	const struct value *v = row->v;
	const struct value values[] = {
		v[CODE],      value_int(row->procedure->id),
		v[LIMIT],     v[UNIT],
		v[FEE],	      v[APPLICANT],
		v[ID_NUMBER], v[PHONE],
		v[ADDRESS],   v[CHANNEL],
		v[STATUS],    v[RECEIVED],
		v[DUE],	      v[FINISHED],
		v[RETURNED],  v[RESULT],
		row->officer ? value_int(row->officer) : VALUE_NONE,
		v[TICKET],
	};

	query_values(q, row_names, values);
}

/* Whether the file had the dossier ID before; now it has. */
static bool
was_met(struct batch *batch, int64_t id)
{
	uint8_t bit = (uint8_t)(1 << id % 8);
	bool before;

	if (!batch->met)
		batch->met = mem_alloc((size_t)batch->last_before / 8 + 1);
	before = batch->met[id / 8] & bit;
	batch->met[id / 8] |= bit;
	return before;
}

/* A code that the store has already: the same, changed, or twice in the file. */
static enum status
put_known(struct import *import, struct incoming *row, enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	int64_t id = 0;
	bool same = false, same_words = true;
	enum status st = keep_absent(import, row);

	if (st)
		return st;
	bind_row(&batch->find, row);
	if (query_row(&batch->find)) {
		id = query_col_int(&batch->find, 0);
		same = query_col_int(&batch->find, 1) != 0;
		same_words = query_col_int(&batch->find, 2) != 0;
	}
	query_reset(&batch->find);
	*outcome = same ? IMPORT_UNCHANGED : IMPORT_CHANGED;
	if ((st = batch->find.status))
		return st;
	if (id > batch->last_before || was_met(batch, id))
		return import_refuse(import, "code", _("stands twice in the file"));
	if (same)
		return OK;
	if (!same_words && (st = words_drop(import_office(import), id)))
		return st;
	bind_row(&batch->update, row);
	if (!(st = query_run(&batch->update)) && !same_words)
		st = words_put(import_office(import), id);
	return st;
}

static enum status
tell_highest(struct import *import)
{
	struct batch *batch = import_context(import);
	int64_t number = batch->highest;

	batch->highest = 0;
	return number ? dossier_raise_number(import_office(import), batch->day, number) : OK;
}

/* After the last row. */
static enum status
finish(struct import *import)
{
	struct batch *batch = import_context(import);
	enum status st = tell_highest(import);

	return st ? st : words_put_many(import_office(import), batch->last_before);
}

/* A code of ours, AGENCY-YYMMDD-N: no later one may be given again. */
static enum status
note_code(struct import *import, const char *code)
{
	struct batch *batch = import_context(import);
	const char *rest = code + batch->agency.length;
	char day[DAY_TEXT];
	size_t digits;
	enum status st = OK;

	if (strncmp(code, batch->agency.text, batch->agency.length) != 0 || *rest++ != '-' ||
	    strspn(rest, "0123456789") != 6 || rest[6] != '-')
		return OK;
	digits = strspn(rest + 7, "0123456789");
	if (!digits || digits > 9 || rest[7 + digits])
		return OK;
	snprintf(day, sizeof(day), "20%.2s-%.2s-%.2s", rest, rest + 2, rest + 4);
	if (strcmp(day, batch->day) != 0) {
		st = tell_highest(import);
		memcpy(batch->day, day, sizeof(day));
	}
	if (strtoll(rest + 7, NULL, 10) > batch->highest)
		batch->highest = strtoll(rest + 7, NULL, 10);
	return st;
}

static enum status
put_row(struct import *import, struct incoming *row, enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	char code[DOSSIER_CODE];
	enum status st;
	size_t i;

	if (has(&row->v[CODE])) {
		if ((st = note_code(import, row->v[CODE].text)))
			return st;
	} else {
		if ((st = tell_highest(import)) ||
		    (st = dossier_new_code(import_office(import), row->v[RECEIVED].number,
					   code)))
			return st;
		row->v[CODE] = value_text(code);
	}
	bind_row(&batch->insert, row);
	if ((st = query_run(&batch->insert)))
		return st;
	*outcome = IMPORT_ADDED;
	if (store_changes(import_office(import)->store))
		return OK;
	st = put_known(import, row, outcome);
	for (i = 0; i < KEPT; i++)
		buf_free(&row->texts[i]);
	return st;
}

static enum status
put(struct import *import, const struct value *values, const bool *present,
    enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	const struct known *procedure, *officer = NULL;
	struct value v[COLUMNS];
	struct incoming row = { .v = v, .file = values, .present = present };
	const char *column, *why;
	enum status st;

	memcpy(v, values, sizeof(v));
	procedure = find_known(&batch->procedures, v[PROCEDURE].text);
	if (!procedure)
		return import_refuse(import, "procedure", _("there is no such procedure"));
	if (has(&v[OFFICER]) && !(officer = find_known(&batch->officers, v[OFFICER].text)))
		return import_refuse(import, "officer", _("there is no such officer"));
	if (!has(&v[CHANNEL]))
		v[CHANNEL] = value_text("counter");
	if ((column = broken_rule(import, v, &why)))
		return import_refuse(import, column, _(why));
	if ((st = settle_rule(import, v, procedure)))
		return st;
	if (!has(&v[DUE]))
		return OK; /* refused */
	row.procedure = procedure;
	row.officer = officer ? officer->id : 0;
	return put_row(import, &row, outcome);
}

static void
release(struct import *import)
{
	struct batch *batch = import_context(import);

	query_close(&batch->insert);
	query_close(&batch->find);
	query_close(&batch->update);
	free_known(&batch->procedures);
	free_known(&batch->officers);
	calendar_free(batch->calendar);
	procedure_catalogue_free(batch->catalogue);
	buf_free(&batch->agency);
	free(batch->met);
	free(batch);
}

static enum status
prepare(struct office *office, struct batch *batch)
{
	enum status st;

	if ((st = setting_get(office, "agency", day_of(office->now), &batch->agency)) ||
	    (st = load_known(office, procedures_sql, &batch->procedures)) ||
	    (st = load_known(office, officers_sql, &batch->officers)) ||
	    (st = calendar_load(office, &batch->calendar)) ||
	    (st = procedure_catalogue_load(office, &batch->catalogue)) ||
	    (st = office_number(office, "SELECT coalesce(max(id), 0) FROM dossier", NULL, NULL,
				&batch->last_before)))
		return st;
	query_open(&batch->insert, office->store, insert_sql);
	query_open(&batch->find, office->store, find_sql);
	query_open(&batch->update, office->store, update_sql);
	return worse(batch->insert.status, worse(batch->find.status, batch->update.status));
}

enum status
dossier_import(struct office *office, const void *ctx, struct import_listener *listener,
	       struct import **import)
{
	struct batch *batch = mem_alloc(sizeof(*batch));
	struct import_result ignored;
	enum status st;

	(void)ctx;
	batch->kind = (struct import_kind){ .name = "dossiers",
					    .columns = dossier_columns,
					    .put = put,
					    .finish = finish,
					    .release = release };
	if ((st = import_begin(office, &batch->kind, batch, listener, import))) {
		free(batch);
		return st;
	}
	if ((st = prepare(office, batch)))
		import_end(*import, st, "", &ignored);
	return st;
}
