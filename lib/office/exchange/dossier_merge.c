/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/dossier/dossier_words.h"
#include "office/exchange/dossier_rules.h"

/* What the file does not say stays as it is in the store: columns that it lacks, and
 * of the rule and the promise also empty cells, for those hold from the receipt on. */
static const char keep_sql[] =
	"SELECT id_number, phone, address, result, ticket, time_limit, time_unit, fee, due_at,"
	"  first_due_at, promised_at, paused_at, pause_kind, requests, waited, accepted_at,"
	"  purged_at, status, finished_at, returned_at, officer_id, desk_id, holder_id,"
	"  EXISTS (SELECT 1 FROM dossier_event WHERE dossier_id = dossier.id"
	"           AND act <> 'receive')"
	"  FROM dossier WHERE code = :code";

/* What acts make of a dossier, and of that what tells its state. */
enum { ACTS = 1, STATE };

static const struct {
	int column;
	bool rule;
	int made;
} keep[] = {
	{ ID_NUMBER, false, 0 },     { PHONE, false, 0 },        { ADDRESS, false, 0 },
	{ RESULT, false, ACTS },     { TICKET, false, 0 },       { LIMIT, true, 0 },
	{ UNIT, true, 0 },           { FEE, true, 0 },           { DUE, true, ACTS },
	{ FIRST_DUE, false, ACTS },  { PROMISED, false, ACTS },  { PAUSED, false, ACTS },
	{ PAUSE_KIND, false, ACTS }, { REQUESTS, false, ACTS },  { WAITED, false, ACTS },
	{ ACCEPTED, false, ACTS },   { PURGED, false, 0 },       { STATUS, false, STATE },
	{ FINISHED, false, STATE },  { RETURNED, false, STATE },
};

#define KEPT (sizeof(keep) / sizeof(*keep))

/* What an import may change, in the order of update_sql. */
static const char find_sql[] =
	"SELECT id, procedure_id = :procedure AND time_limit = :limit AND time_unit = :unit"
	"  AND fee IS :fee AND applicant IS :applicant AND id_number IS :id_number"
	"  AND phone IS :phone AND address IS :address AND channel = :channel"
	"  AND status = :status AND received_at = :received AND due_at = :due"
	"  AND finished_at IS :finished AND returned_at IS :returned AND result IS :result"
	"  AND officer_id IS :officer AND ticket IS :ticket AND first_due_at IS :first_due"
	"  AND promised_at IS :promised AND paused_at IS :paused AND pause_kind IS :kind"
	"  AND requests = coalesce(:requests, 0) AND waited = coalesce(:waited, 0)"
	"  AND accepted_at IS :accepted AND desk_id IS :desk AND holder_id IS :holder"
	"  AND purged_at IS :purged,"
	"  procedure_id = :procedure AND applicant IS :applicant AND id_number IS :id_number"
	"  AND phone IS :phone AND address IS :address"
	"  FROM dossier WHERE code = :code";

static const char update_sql[] =
	"UPDATE dossier SET procedure_id = :procedure, time_limit = :limit,"
	"  time_unit = :unit, fee = :fee, applicant = :applicant, id_number = :id_number,"
	"  phone = :phone, address = :address, channel = :channel, status = :status,"
	"  received_at = :received, due_at = :due, finished_at = :finished,"
	"  returned_at = :returned, result = :result, officer_id = :officer,"
	"  ticket = :ticket, first_due_at = :first_due, promised_at = :promised,"
	"  paused_at = :paused, pause_kind = :kind, requests = coalesce(:requests, 0),"
	"  waited = coalesce(:waited, 0), accepted_at = :accepted, desk_id = :desk,"
	"  holder_id = :holder, purged_at = :purged"
	" WHERE code = :code";

/* One that was purged has no name any more: what is left of it must do. */
static const char same_sql[] =
	"SELECT id, code FROM dossier WHERE received_at = :received"
	"  AND procedure_id = :procedure AND id <= :last"
	"  AND (applicant IS :applicant OR purged_at IS NOT NULL)"
	" ORDER BY applicant IS NOT :applicant, id";

struct dossier_merge {
	struct office *office;
	struct query find, update, keep, same;
	int64_t last_before; /* dossiers with a higher id are new since this import began
			      */
	uint8_t *met;        /* a bit for each dossier: its code was in the file */
	size_t met_size;
	bool acted; /* the dossier of the present row has acts, and the row tells none */
	struct buf texts[KEPT];
	struct buf code;
};

enum status
merge_open(struct office *office, struct dossier_merge **out)
{
	struct dossier_merge *merge = mem_alloc(sizeof(*merge));

	*out = merge;
	merge->office = office;
	query_open(&merge->find, office->store, find_sql);
	query_open(&merge->update, office->store, update_sql);
	query_open(&merge->keep, office->store, keep_sql);
	query_open(&merge->same, office->store, same_sql);
	return office_number(office, "SELECT coalesce(max(id), 0) FROM dossier", NULL,
			     NULL, &merge->last_before);
}

void
merge_close(struct dossier_merge *merge)
{
	size_t i;

	if (!merge)
		return;
	query_close(&merge->find);
	query_close(&merge->update);
	query_close(&merge->keep);
	query_close(&merge->same);
	for (i = 0; i < KEPT; i++)
		buf_free(&merge->texts[i]);
	buf_free(&merge->code);
	free(merge->met);
	free(merge);
}

static const char *const names[] = {
	":code",      ":procedure", ":limit",  ":unit",     ":fee",
	":applicant", ":id_number", ":phone",  ":address",  ":channel",
	":status",    ":received",  ":due",    ":finished", ":returned",
	":result",    ":officer",   ":ticket", NULL,
};

static const char *const wide_names[] = {
	":first_due", ":promised", ":paused", ":kind",   ":requests", ":waited",
	":accepted",  ":desk",     ":holder", ":purged", NULL,
};

static struct value
id_value(int64_t id)
{
	return id ? value_int(id) : VALUE_NONE;
}

/* By name: few files have them, and query_values() remembers one table of names. */
static void
bind_wide(struct query *q, const struct incoming *row)
{
	const struct value *v = row->v;
	const struct value values[] = {
		v[FIRST_DUE],          v[PROMISED], v[PAUSED],   v[PAUSE_KIND],
		v[REQUESTS],           v[WAITED],   v[ACCEPTED], id_value(row->desk),
		id_value(row->holder), v[PURGED],
	};
	int i;

	for (i = 0; wide_names[i]; i++)
		query_value(q, wide_names[i], &values[i]);
}

void
incoming_bind(struct query *q, const struct incoming *row, bool wide)
{
	const struct value *v = row->v;
	const struct value values[] = {
		v[CODE],
		value_int(row->procedure),
		v[LIMIT],
		v[UNIT],
		v[FEE],
		v[APPLICANT],
		v[ID_NUMBER],
		v[PHONE],
		v[ADDRESS],
		v[CHANNEL],
		v[STATUS],
		v[RECEIVED],
		v[DUE],
		v[FINISHED],
		v[RETURNED],
		v[RESULT],
		id_value(row->officer),
		v[TICKET],
	};

	query_values(q, names, values);
	if (wide)
		bind_wide(q, row);
}

/* Whether the file had the dossier ID before. */
static bool
was_met(const struct dossier_merge *merge, int64_t id)
{
	return (size_t)id / 8 < merge->met_size && merge->met[id / 8] & 1 << id % 8;
}

void
merge_met(struct dossier_merge *merge, int64_t id)
{
	size_t size = (size_t)id / 8 + 1;

	if (size > merge->met_size) {
		size += size / 2 + 4096;
		merge->met = mem_grow(merge->met, size);
		memset(merge->met + merge->met_size, 0, size - merge->met_size);
		merge->met_size = size;
	}
	merge->met[id / 8] |= (uint8_t)(1 << id % 8);
}

enum status
merge_find(struct dossier_merge *merge, const struct incoming *row, const char **code)
{
	struct query *q = &merge->same;

	*code = NULL;
	if (!merge->last_before)
		return OK;
	query_value(q, ":received", &row->v[RECEIVED]);
	query_int(q, ":procedure", row->procedure);
	query_value(q, ":applicant", &row->v[APPLICANT]);
	query_int(q, ":last", merge->last_before);
	while (!*code && query_row(q)) {
		if (was_met(merge, query_col_int(q, 0)))
			continue;
		buf_clear(&merge->code);
		buf_text(&merge->code, query_col_text(q, 1));
		*code = merge->code.text;
	}
	query_reset(q);
	return q->status;
}

/* Whether the file tells a state, of which the moments are a part. */
static bool
tells_state(const struct incoming *row)
{
	return row->present[STATUS] || row->present[PROVINCE] || row->present[FINISHED] ||
	       row->present[RETURNED];
}

/* Whether what the file says in the column KEEP[I] holds.  A purge is never undone, nor
 * what officers did by a row that knows nothing of it. */
static bool
is_said(struct dossier_merge *merge, const struct incoming *row, int i)
{
	int column = keep[i].column;

	if (column == PURGED && !query_col_null(&merge->keep, i))
		return false;
	if (keep[i].made && merge->acted)
		return false;
	if (keep[i].made == STATE)
		return tells_state(row);
	return row->present[column] && !(keep[i].rule && !has(&row->file[column]));
}

static void
keep_value(struct dossier_merge *merge, struct incoming *row, int i)
{
	int column = keep[i].column;
	enum column_type type = exchange_columns[column].type;
	struct query *q = &merge->keep;

	if (is_said(merge, row, i))
		return;
	if (query_col_null(q, i)) {
		row->v[column] = VALUE_NONE;
	} else if (type == COL_TEXT || type == COL_WORD) {
		buf_clear(&merge->texts[i]);
		buf_text(&merge->texts[i], query_col_text(q, i));
		row->v[column] = value_text(merge->texts[i].text);
	} else {
		row->v[column] = value_int(query_col_int(q, i));
	}
}

/* A province's state says what a dossier waits for, even where the file has no column
 * of its own for that. */
static enum status
keep_absent(struct dossier_merge *merge, struct incoming *row)
{
	const struct value said = row->v[PAUSE_KIND];
	struct query *q = &merge->keep;
	int i;

	query_text(q, ":code", row->v[CODE].text);
	merge->acted = false;
	if (query_row(q)) {
		merge->acted = query_col_int(q, (int)KEPT + 3) && !has(&row->v[EVENTS]);
		for (i = 0; i < (int)KEPT; i++)
			keep_value(merge, row, i);
		if (!row->present[OFFICER])
			row->officer = query_col_int(q, (int)KEPT);
		if (!row->present[DESK] || merge->acted)
			row->desk = query_col_int(q, (int)KEPT + 1);
		if (!row->present[HOLDER] || merge->acted)
			row->holder = query_col_int(q, (int)KEPT + 2);
	}
	dossier_settle_purged(row->v);
	query_reset(q);
	if (row->stated && has(&said) && !merge->acted)
		row->v[PAUSE_KIND] = said;
	dossier_settle_pause(row->v);
	return q->status;
}

enum status
merge_row(struct dossier_merge *merge, struct incoming *row, int64_t *id,
	  enum merge_outcome *outcome)
{
	struct query *find = &merge->find;
	bool same = false, same_words = true;
	enum status st = keep_absent(merge, row);

	if (st)
		return st;
	*id = 0;
	incoming_bind(find, row, true);
	if (query_row(find)) {
		*id = query_col_int(find, 0);
		same = query_col_int(find, 1) != 0;
		same_words = query_col_int(find, 2) != 0;
	}
	query_reset(find);
	if ((st = find->status))
		return st;
	*outcome = MERGE_TWICE;
	if (was_met(merge, *id))
		return OK;
	merge_met(merge, *id);
	*outcome = same ? MERGE_SAME : MERGE_CHANGED;
	if (same)
		return OK;
	if (!same_words && (st = words_drop(merge->office, *id)))
		return st;
	incoming_bind(&merge->update, row, true);
	if (!(st = query_run(&merge->update)) && !same_words)
		st = words_put(merge->office, *id);
	return st;
}
