/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_catalogue.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_words.h"
#include "office/exchange/dossier_codes.h"
#include "office/exchange/dossier_merge.h"
#include "office/exchange/dossier_parts.h"
#include "office/exchange/dossier_rules.h"

/*
 * Importing dossiers, maybe years of them from another system.  A million rows go through
 * here, so the registers are read once, the statements are prepared once, and a new row
 * costs one INSERT.
 */

/* The id of a procedure, or of an officer, by its code. */
struct known {
	char *code;
	int64_t id;
};

struct known_list {
	struct known *all;
	size_t count;
};

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
	int64_t words_after;         /* later dossiers are not indexed; -1: all are */
	struct dossier_parts *parts; /* NULL: the file has none of these columns */
	bool wide;                   /* has columns that few systems have */
	bool looked;                 /* the columns have been read */
	struct import_kind kind;
};

static const char procedures_sql[] = "SELECT code, id FROM procedure ORDER BY code";
static const char officers_sql[] = "SELECT code, id FROM officer ORDER BY code";
static const char desks_sql[] = "SELECT code, id FROM desk ORDER BY code";

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
	enum time_unit unit;
	int64_t due;

	if (!told && !procedure_catalogue_rule(batch->catalogue, procedure->id,
					       day_of(v[FIELD_RECEIVED].number),
					       v[FIELD_CHANNEL].text, &rule))
		return import_refuse(import, "procedure", _("is not in force yet"));
	unit = rule.unit;
	if (!has(&v[FIELD_LIMIT]))
		v[FIELD_LIMIT] = value_int(rule.limit);
	if (!has(&v[FIELD_UNIT]))
		v[FIELD_UNIT] = value_text(time_unit_word(unit));
	else
		unit = (enum time_unit)time_unit_read(v[FIELD_UNIT].text);
	if (!has(&v[FIELD_FEE]) && rule.has_fee && !free_of_charge)
		v[FIELD_FEE] = value_int(rule.fee);
	if (has(&v[FIELD_DUE])) {
		/* Provinces export 0 where theirs does not keep the limit. */
		if (!time_limit_fits(unit, v[FIELD_LIMIT].number))
			import_doubt(import, "time_limit",
				     N_("is no limit in its unit; the promise stands as "
					"the file has it"));
		return OK;
	}
	if (calendar_due(batch->calendar, unit, (int)v[FIELD_LIMIT].number,
			 v[FIELD_RECEIVED].number, &due))
		return import_refuse(import, "due_at", error_message());
	v[FIELD_DUE] = value_int(due);
	return OK;
}

static enum status
open_insertion(struct office *office, struct insertion *insertion, unsigned without)
{
	struct buf *sql = &insertion->sql;

	fields_choose(&insertion->fields, IN_DOSSIER, without);
	fields_say_insert(sql, &insertion->fields, "dossier", NULL);
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
		    (st = dossier_new_code(office, row->v[FIELD_RECEIVED].number, room)))
			return st;
		code = room;
	}
	row->v[FIELD_CODE] = value_text(code);
	return OK;
}

/* Store the dossier's row; *ID is 0 when it was refused. */
static enum status
put_dossier(struct import *import, struct incoming *row, int64_t *id,
	    enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	struct store *store = import_office(import)->store;
	bool wide = batch->wide || has(&row->v[FIELD_PAUSED]);
	struct insertion *insertion = wide ? &batch->all : &batch->usual;
	enum merge_outcome merged;
	enum status st;

	incoming_bind(&insertion->query, &insertion->fields, row);
	if ((st = query_run(&insertion->query)))
		return st;
	*outcome = IMPORT_ADDED;
	if (store_changes(store)) {
		*id = store_last_id(store);
		merge_met(batch->merge, *id);
		if (batch->words_after < 0)
			batch->words_after = *id - 1;
		return OK;
	}
	if ((st = merge_row(batch->merge, row, id, &merged)))
		return st;
	*outcome = merged == MERGE_SAME ? IMPORT_UNCHANGED : IMPORT_CHANGED;
	if (merged != MERGE_TWICE)
		return OK;
	*id = 0;
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
	if (batch->parts &&
	    (st = parts_put(batch->parts, id, row->v, row->present, &changed)))
		return st;
	if (changed && *outcome == IMPORT_UNCHANGED)
		*outcome = IMPORT_CHANGED;
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

/*
 * The id of what COLUMN names; *REFUSED when there is none.  WHY is translated only then,
 * because a million rows name their officer.
 */
static enum status
find_named(struct import *import, const struct known_list *list, const struct value *v,
	   int column, const char *why, int64_t *id, bool *refused)
{
	const struct known *found;

	*id = 0;
	if (!has(&v[column]) || *refused)
		return OK;
	if ((found = find_known(list, v[column].text))) {
		*id = found->id;
		return OK;
	}
	*refused = true;
	return import_refuse(import, exchange_columns[column].key, _(why));
}

static enum status
find_all_named(struct import *import, struct incoming *row, bool *refused)
{
	struct batch *batch = import_context(import);
	const struct value *v = row->v;
	enum status st;

	if ((st = find_named(import, &batch->officers, v, FIELD_OFFICER,
			     N_("there is no such officer"), &row->ids[FIELD_OFFICER],
			     refused)) ||
	    !batch->wide)
		return st;
	if ((st = find_named(import, &batch->desks, v, FIELD_DESK,
			     N_("there is no such desk"), &row->ids[FIELD_DESK],
			     refused)))
		return st;
	return find_named(import, &batch->officers, v, FIELD_HOLDER,
			  N_("there is no such officer"), &row->ids[FIELD_HOLDER],
			  refused);
}

static enum status
take_row(struct import *import, const struct value *values, const bool *present,
	 enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	const struct known *procedure;
	struct value v[FIELDS];
	struct incoming row = { .v = v, .file = values, .present = present };
	const char *column = NULL, *why;
	bool refused = false;
	enum status st;

	if (!batch->looked)
		look_at_columns(import, present);
	memcpy(v, values, sizeof(v));
	procedure = find_known(&batch->procedures, v[FIELD_PROCEDURE].text);
	if (!procedure)
		return import_refuse(import, "procedure",
				     _("there is no such procedure"));
	row.ids[FIELD_PROCEDURE] = procedure->id;
	if ((st = find_all_named(import, &row, &refused)) || refused)
		return st;
	row.stated = !present[FIELD_PAUSE_KIND];
	if ((column = dossier_rules(v, import_office(import)->now, &why)))
		return import_refuse(import, column, _(why));
	row.stated = row.stated && has(&v[FIELD_PAUSE_KIND]);
	dossier_settle_pause(v);
	dossier_settle_purged(v);
	if ((batch->parts && (st = parts_check(batch->parts, v, &column, &why))) ||
	    (column && (st = import_refuse(import, column, why))) || column)
		return st;
	if ((st = settle_rule(import, v, present, procedure)))
		return st;
	return has(&v[FIELD_DUE]) ? put_row(import, &row, outcome) :
				    OK; /* else refused */
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
	return st || after < 0 ? st : words_fill(import_office(import)->store, after);
}

static void
release_batch(struct import *import)
{
	struct batch *batch = import_context(import);

	close_insertion(&batch->usual);
	close_insertion(&batch->all);
	merge_close(batch->merge);
	parts_free(batch->parts);
	free_known(&batch->procedures);
	free_known(&batch->officers);
	free_known(&batch->desks);
	calendar_free(batch->calendar);
	procedure_catalogue_free(batch->catalogue);
	buf_free(&batch->codes.agency);
	free(batch);
}

static enum status
prepare_batch(struct office *office, struct batch *batch)
{
	enum status st;

	if ((st = setting_get(office, "agency", day_of(office->now),
			      &batch->codes.agency)) ||
	    (st = load_known(office, procedures_sql, &batch->procedures)) ||
	    (st = load_known(office, officers_sql, &batch->officers)) ||
	    (st = load_known(office, desks_sql, &batch->desks)) ||
	    (st = calendar_load(office, &batch->calendar)) ||
	    (st = procedure_catalogue_load(office, &batch->catalogue)) ||
	    (st = merge_open(office, &batch->merge)) ||
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

	(void)ctx;
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
