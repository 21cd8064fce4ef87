/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/dossier/dossier_was.h"
#include "office/dossier/dossier_words.h"
#include "office/exchange/dossier_rules.h"
#include "office/rules/person.h"

/* A purged dossier has no name any more, so what is left of it must be enough.  A day
 * alone stands for its opening; before that was so, for its midnight. */
#define SAME(came)                                                                       \
	"SELECT id, code, id_number, phone FROM dossier WHERE " came                     \
	"  AND procedure_id = :procedure AND id <= :last"                                \
	"  AND (applicant IS :applicant OR purged_at IS NOT NULL)"                       \
	" ORDER BY applicant IS NOT :applicant, id"
static const char same_sql[] = SAME("received_at IN (:came, :midnight)");
static const char asked_sql[] = SAME(
	"received_at IS NULL AND requested_at IN (:came, :midnight)");

struct dossier_merge {
	struct office *office;
	struct query find, update, keep, same, asked, event, differs;
	struct dossier_was was;
	struct buf find_sql, update_sql, keep_sql, differs_sql;
	struct buf fields;       /* keys of those in which a row differs */
	bool force;              /* rows may move promises and fees */
	bool forced;             /* this one does, by that */
	struct field_set stored; /* what stands in a dossier */
	struct field_set kept;   /* of that, what a file may leave unsaid */
	int64_t last_before;     /* dossiers with higher ids came with this import */
	uint8_t *met;            /* a bit for each dossier whose code was in the file */
	size_t met_size;
	bool acted;   /* the stored dossier has acts, the row has none */
	bool begins;  /* the stored one is new, and the row tells of its receipt */
	bool refused; /* it was never received, and officers did something with it */
	struct buf texts[FIELDS];
	struct buf code;
};

/* Find the dossier of a row; tell whether all of it is the same, and whether the fields
 * by which it is found are. */
static void
say_find(struct dossier_merge *merge)
{
	struct buf *sql = &merge->find_sql;
	struct field_set sought;

	fields_choose(&sought, IN_DOSSIER | SOUGHT, 0);
	buf_text(sql, "SELECT id, ");
	fields_say(sql, &merge->stored, " AND ", "COLUMN IS :KEY");
	buf_text(sql, ", ");
	fields_say(sql, &sought, " AND ", "COLUMN IS :KEY");
	buf_text(sql, " FROM dossier WHERE code = :code");
}

/* Tell of each field whether it differs, and whether nothing is promised yet; asked of
 * rows that are not the same. */
static void
say_differs(struct dossier_merge *merge)
{
	struct buf *sql = &merge->differs_sql;

	buf_text(sql, "SELECT ");
	fields_say(sql, &merge->stored, ", ", "COLUMN IS NOT :KEY");
	buf_text(sql, ", due_at IS NULL FROM dossier WHERE code = :code");
}

static void
say_update(struct dossier_merge *merge)
{
	struct buf *sql = &merge->update_sql;
	struct field_set changed;

	fields_choose(&changed, IN_DOSSIER, KEY);
	buf_text(sql, "UPDATE dossier SET ");
	fields_say(sql, &changed, ", ", "COLUMN = :KEY");
	/* Whose a new promise is, is looked at when all rows are in. */
	buf_text(sql, ", reckoned = CASE WHEN due_at = :due_at THEN reckoned END"
		      " WHERE code = :code");
}

/* Read whether the dossier has acts, whether it was received, and what of it is kept
 * where the file does not say it: the columns that the file lacks, and of the rule and
 * the promise, which hold from the receipt on, empty cells too. */
static void
say_keep(struct dossier_merge *merge)
{
	struct buf *sql = &merge->keep_sql;

	buf_text(sql, "SELECT EXISTS (SELECT 1 FROM dossier_event"
		      " WHERE dossier_id = dossier.id"
		      "   AND (act NOT IN ('receive', 'import', 'request')"
		      "     OR act = 'receive' AND requested_at IS NOT NULL)),"
		      " received_at IS NOT NULL, ");
	fields_say(sql, &merge->kept, ", ", "COLUMN");
	buf_text(sql, " FROM dossier WHERE code = :code");
}

/*
 * What a file changes is an act of the dossier.  It happened when the file says that the
 * state began, else now; what it takes away was so until now.  Where the file's story has
 * acts that are not here, which come after this one, it happened when they began, and all
 * that the dossier had was so until then: who knew nothing of them saw that.
 */
static const char event_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, status, desk_id,"
	"  holder_id, step, step_due_at, due_at, promised_at, forced, was, was_until)"
	" SELECT d.id, 'import', coalesce(:news, CASE WHEN :was ->> 'finished_at' = '' THEN d.finished_at"
	"    WHEN :was ->> 'paused_at' = '' THEN d.paused_at"
	"    WHEN :was ->> 'returned_at' = '' THEN d.returned_at END, :entered), :entered,"
	"  d.status, d.desk_id, d.holder_id, e.step, e.step_due_at, d.due_at, d.promised_at,"
	"  :forced, :was, iif(:was IS NULL, NULL, coalesce(:news, :entered))"
	"  FROM dossier d LEFT JOIN dossier_event e ON e.id = (SELECT max(id)"
	"    FROM dossier_event WHERE dossier_id = d.id) WHERE d.id = :id";

enum status
merge_open(struct office *office, bool force, struct dossier_merge **out)
{
	struct dossier_merge *merge = mem_alloc(sizeof(*merge));

	*out = merge;
	merge->office = office;
	merge->force = force;
	fields_choose(&merge->stored, IN_DOSSIER, 0);
	fields_choose(&merge->kept, IN_DOSSIER, SAID);
	say_find(merge);
	say_update(merge);
	say_differs(merge);
	say_keep(merge);
	query_open(&merge->find, office->store, merge->find_sql.text);
	query_open(&merge->update, office->store, merge->update_sql.text);
	query_open(&merge->differs, office->store, merge->differs_sql.text);
	query_open(&merge->keep, office->store, merge->keep_sql.text);
	query_open(&merge->same, office->store, same_sql);
	query_open(&merge->asked, office->store, asked_sql);
	query_open(&merge->event, office->store, event_sql);
	was_open(&merge->was, office, NULL);
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
	query_close(&merge->asked);
	query_close(&merge->event);
	query_close(&merge->differs);
	was_close(&merge->was);
	buf_free(&merge->find_sql);
	buf_free(&merge->update_sql);
	buf_free(&merge->keep_sql);
	buf_free(&merge->differs_sql);
	buf_free(&merge->fields);
	for (i = 0; i < FIELDS; i++)
		buf_free(&merge->texts[i]);
	buf_free(&merge->code);
	free(merge->met);
	free(merge);
}

_Static_assert(FIELDS <= QUERY_VALUES, "all that stands in a dossier can be bound");

static struct value
stored_value(const struct incoming *row, enum dossier_field field)
{
	if (field_is(field, NAMED))
		return row->ids[field] ? value_int(row->ids[field]) : VALUE_NONE;
	if (field_is(field, ZERO) && !has(&row->v[field]))
		return value_int(0);
	return row->v[field];
}

void
incoming_bind(struct query *q, const struct field_set *set, const struct incoming *row)
{
	struct value values[FIELDS];
	int i;

	for (i = 0; i < set->count; i++)
		values[i] = stored_value(row, set->fields[i]);
	query_values(q, set->parameters, values);
}

/* Whether an earlier row of the file had the dossier ID. */
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

/* The number that is meant, in ROOM; "" where there is none. */
static const char *
bare_number(const char *text, char room[static PERSON_NUMBER])
{
	if (!text || (person_number_wrong(text, 9999, room) && !*room))
		*room = '\0';
	return room;
}

/* Whether both have telephones, and none in common. */
static bool
phones_differ(const char *a, const char *b)
{
	char one[PERSON_NUMBER];
	const char *rest = a ? a : "";
	bool any = false;

	while (person_next_phone(&rest, one) != PHONE_NO_MORE) {
		any = true;
		if (b && person_has_phone(b, one))
			return false;
	}
	return any && b && *b;
}

/* A differing personal number is another person, whatever else is alike; where one side
 * has none, so is a differing telephone. */
static bool
is_another(const struct incoming *row, const char *id_number, const char *phone)
{
	char ours[PERSON_NUMBER], theirs[PERSON_NUMBER];

	bare_number(row->v[FIELD_ID_NUMBER].text, ours);
	bare_number(id_number, theirs);
	if (*ours && *theirs)
		return strcmp(ours, theirs) != 0;
	return phones_differ(row->v[FIELD_PHONE].text, phone);
}

enum status
merge_find(struct dossier_merge *merge, const struct incoming *row, const char **code)
{
	struct query *q = has(&row->v[FIELD_RECEIVED]) ? &merge->same : &merge->asked;
	const struct value came = value_int(dossier_came(row->v));

	*code = NULL;
	if (!merge->last_before)
		return OK;
	query_value(q, ":came", &came);
	query_value(q, ":midnight", &row->file[FIELD_RECEIVED]);
	query_int(q, ":procedure", row->ids[FIELD_PROCEDURE]);
	query_value(q, ":applicant", &row->v[FIELD_APPLICANT]);
	query_int(q, ":last", merge->last_before);
	while (!*code && query_row(q)) {
		if (was_met(merge, query_col_int(q, 0)) ||
		    is_another(row, query_col_text(q, 2), query_col_text(q, 3)))
			continue;
		buf_clear(&merge->code);
		buf_text(&merge->code, query_col_given(q, 1));
		*code = merge->code.text;
	}
	query_reset(q);
	return q->status;
}

/* Whether the file gives a state: then its moments belong to that state. */
static bool
tells_state(const struct incoming *row)
{
	return row->present[FIELD_STATUS] || row->present[FIELD_PROVINCE] ||
	       row->present[FIELD_FINISHED] || row->present[FIELD_RETURNED];
}

/* Whether a row without a word on it says whether the dossier was ever accepted: by a
 * state that no refused one has, or by the one of those that were not. */
static bool
is_refusal_said(const struct dossier_merge *merge, const struct incoming *row)
{
	return tells_state(row) && !merge->acted &&
	       (has(&row->v[FIELD_REFUSED]) ||
		strcmp(row->v[FIELD_STATUS].text, "rejected") != 0);
}

/* Whether what the file says in FIELD replaces what is stored, which is column I of KEEP.
 * A row undoes neither a purge nor what officers did and the file does not know. */
static bool
is_said(struct dossier_merge *merge, const struct incoming *row, enum dossier_field field,
	int i)
{
	if (field == FIELD_PURGED && !query_col_null(&merge->keep, i))
		return false;
	if (field == FIELD_RECEIVED && (!has(&row->v[field]) || merge->refused))
		return false;
	if (merge->begins && field_is(field, RULE))
		return true;
	if (field == FIELD_REFUSED && !row->present[field])
		return is_refusal_said(merge, row);
	if (merge->acted && (field_is(field, ACTS) || field_is(field, STATE)))
		return false;
	if (field_is(field, STATE))
		return tells_state(row);
	return row->present[field] && !(field_is(field, RULE) && !has(&row->file[field]));
}

static void
keep_value(struct dossier_merge *merge, struct incoming *row, enum dossier_field field,
	   int i)
{
	enum column_type type = exchange_columns[field].type;
	struct query *q = &merge->keep;

	if (is_said(merge, row, field, i))
		return;
	if (field_is(field, NAMED)) {
		row->ids[field] = query_col_int(q, i);
	} else if (query_col_null(q, i)) {
		row->v[field] = VALUE_NONE;
	} else if (type == COL_TEXT || type == COL_WORD) {
		buf_clear(&merge->texts[field]);
		buf_text(&merge->texts[field], query_col_given(q, i));
		row->v[field] = value_text(merge->texts[field].text);
	} else {
		row->v[field] = value_int(query_col_int(q, i));
	}
}

/*
 * A province's state says what a dossier waits for, even if the file has no column for
 * that.
 */
static enum status
keep_absent(struct dossier_merge *merge, struct incoming *row)
{
	const struct value said = row->v[FIELD_PAUSE_KIND];
	struct query *q = &merge->keep;
	int i;

	query_text(q, ":code", row->v[FIELD_CODE].text);
	merge->acted = false;
	if (query_row(q)) {
		merge->acted = (query_col_int(q, 0) && !has(&row->v[FIELD_EVENTS])) ||
			       (query_col_int(q, 1) && dossier_is_new(row->v));
		merge->begins = !query_col_int(q, 1) && has(&row->v[FIELD_RECEIVED]) &&
				!merge->acted;
		merge->refused = !query_col_int(q, 1) && merge->acted;
		for (i = 0; i < merge->kept.count; i++)
			keep_value(merge, row, merge->kept.fields[i], i + 2);
	}
	dossier_settle_purged(row->v);
	query_reset(q);
	if (row->stated && has(&said) && !merge->acted)
		row->v[FIELD_PAUSE_KIND] = said;
	dossier_settle_pause(row->v);
	return q->status;
}

/* What a citizen was told and a file may not change silently. */
static bool
is_promise(enum dossier_field field)
{
	return field == FIELD_DUE || field == FIELD_FIRST_DUE ||
	       field == FIELD_PROMISED || field == FIELD_FEE;
}

static void
add_key(struct buf *keys, enum dossier_field field)
{
	buf_print(keys, "%s%s", keys->length ? " " : "", field_key(field));
}

/* The keys of the fields in which ROW differs from the store, and *MOVED of the first
 * that is a promise or the fee; else NULL. */
static enum status
find_differing(struct dossier_merge *merge, const struct incoming *row,
	       const char **moved)
{
	struct query *q = &merge->differs;
	int i;

	*moved = NULL;
	incoming_bind(q, &merge->stored, row);
	if (query_row(q))
		for (i = 0; i < merge->stored.count; i++) {
			const enum dossier_field field = merge->stored.fields[i];

			if (!query_col_int(q, i))
				continue;
			add_key(&merge->fields, field);
			if (is_promise(field) && !*moved &&
			    !query_col_int(q, merge->stored.count))
				*moved = field_key(field);
		}
	query_reset(q);
	return q->status;
}

/* Update the dossier ID to ROW, and tell it in its story. */
static enum status
change_dossier(struct dossier_merge *merge, const struct incoming *row, int64_t id)
{
	const struct field_set *counted = &merge->was.fields;
	struct value values[FIELDS];
	const char *was;
	enum status st;
	int i;

	for (i = 0; i < counted->count; i++)
		values[counted->fields[i]] = stored_value(row, counted->fields[i]);
	if ((st = was_of(&merge->was, id, row->news_at < 0 ? values : NULL, &was)))
		return st;
	incoming_bind(&merge->update, &merge->stored, row);
	if ((st = query_run(&merge->update)))
		return st;
	if (row->news_at < 0)
		query_null(&merge->event, ":news");
	else
		query_int(&merge->event, ":news", row->news_at);
	query_int(&merge->event, ":id", id);
	query_int(&merge->event, ":entered", merge->office->act.entered_at);
	query_text(&merge->event, ":forced", merge->forced ? "yes" : NULL);
	query_text(&merge->event, ":was", was);
	return query_run(&merge->event);
}

enum status
merge_row(struct dossier_merge *merge, struct incoming *row, int64_t *id,
	  enum merge_outcome *outcome, const char **moved)
{
	struct query *find = &merge->find;
	bool same = false, same_words = true;
	enum status st = keep_absent(merge, row);

	buf_clear(&merge->fields);
	merge->forced = false;
	if (st)
		return st;
	*id = 0;
	incoming_bind(find, &merge->stored, row);
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
	same = same && row->news_at < 0;
	*outcome = same ? MERGE_SAME : MERGE_CHANGED;
	if (same)
		return OK;
	if ((st = find_differing(merge, row, moved)))
		return st;
	if (*moved && !merge->force && !has(&row->v[FIELD_EVENTS])) {
		*outcome = MERGE_MOVES;
		return OK;
	}
	merge->forced = *moved && !has(&row->v[FIELD_EVENTS]);
	if (!same_words && (st = words_drop(merge->office, *id)))
		return st;
	if (!(st = change_dossier(merge, row, *id)) && !same_words)
		st = words_put(merge->office, *id);
	return st;
}

enum status
merge_tell(struct dossier_merge *merge, const struct incoming *row, bool parts)
{
	struct buf *keys = &merge->fields;
	const char *detail[] = { "fields", NULL, "forced", merge->forced ? "yes" : NULL,
				 NULL };
	enum dossier_field f;

	for (f = 0; parts && f < FIELDS; f++)
		if (!field_is(f, IN_DOSSIER) && !field_is(f, UNSAID) &&
		    has(&row->file[f]))
			add_key(keys, f);
	buf_text(keys, "");
	detail[1] = keys->text;
	return office_journal(merge->office, "dossier import", row->v[FIELD_CODE].text,
			      detail);
}
