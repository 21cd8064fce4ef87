/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_parts.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/dossier_story.h"
#include "office/exchange/dossier_rules.h"

/* What is wrong with a list, by the number that its check yields. */
static const char *const reasons[] = {
	NULL,
	N_("is no JSON array of objects"),
	N_("has an unknown word"),
	N_("has a moment that is none"),
	N_("lacks something"),
	N_("has the same number twice"),
};

#define CHECK_ARRAY                                                                      \
	"SELECT CASE WHEN NOT json_valid(:list) THEN 1"                                  \
	" WHEN json_type(:list) <> 'array' THEN 1"                                       \
	" WHEN EXISTS (SELECT 1 FROM json_each(:list) WHERE type <> 'object') THEN 1"
#define DIGITS_OF(number) #number
#define IN_DIGITS(number) DIGITS_OF(number)

/* The objects of a list, one a row, with their members as SQL columns. */
#define EVENTS_OF_LIST                                                                   \
	" FROM (SELECT key AS n, value ->> 'act' AS act, value ->> 'at' AS at,"          \
	"  value ->> 'entered_at' AS entered_at, value ->> 'officer' AS officer,"        \
	"  value ->> 'status' AS status, value ->> 'kind' AS kind,"                      \
	"  value ->> 'reason' AS reason, value ->> 'forced' AS forced,"                  \
	"  value ->> 'desk' AS desk, value ->> 'holder' AS holder,"                      \
	"  iif(json_type(value, '$.step') IN ('true', 'false'), 'no', value ->> 'step')" \
	"    AS step, value ->> 'step_due_at' AS step_due_at,"                           \
	"  value ->> 'due_at' AS due_at, value ->> 'promised_at' AS promised_at,"        \
	"  value ->> 'unsettled' AS unsettled, value ->> 'was' AS was,"                  \
	"  value ->> 'was_until' AS was_until, value ->> 'late' AS late"                 \
	"  FROM json_each(:list)) j"
#define PAPERS_OF_LIST                                                                   \
	" FROM (SELECT key AS n, value ->> 'no' AS no, value ->> 'name' AS name,"        \
	"  value ->> 'kind' AS kind, value ->> 'copies' AS copies,"                      \
	"  value ->> 'required' AS required, value ->> 'handed_at' AS handed_at"         \
	"  FROM json_each(:list)) j"
#define PAYMENTS_OF_LIST                                                                     \
	" FROM (SELECT key AS n, value ->> 'paid_at' AS paid_at,"                            \
	"  iif(json_type(value, '$.amount') IN ('true', 'false'), 'no', value ->> 'amount')" \
	"    AS amount, value ->> 'method' AS method,"                                       \
	"  value ->> 'reference' AS reference, value ->> 'officer' AS officer,"              \
	"  value ->> 'note' AS note FROM json_each(:list)) j"

#define NO_MOMENT(what)                                                                  \
	"(" what " IS NOT NULL AND coalesce(read_moment(" what "), 1 << 60)"             \
	" NOT BETWEEN " IN_DIGITS(MOMENT_FIRST) " AND " IN_DIGITS(MOMENT_LAST) ")"
/* Whoever of another office has a code like one of ours is somebody else; who is not here
 * is left out. */
#define ID_OF(table, what)                                                               \
	"(SELECT r.id FROM " table " r WHERE r.code = " what " AND :ours)"

/* clang-format off */
static const char check_events_sql[] =
	CHECK_ARRAY
	" WHEN EXISTS (SELECT 1" EVENTS_OF_LIST
	"  WHERE " NO_MOMENT("at") " OR " NO_MOMENT("entered_at")
	"  OR " NO_MOMENT("step_due_at") " OR " NO_MOMENT("due_at")
	"  OR " NO_MOMENT("promised_at") " OR " NO_MOMENT("was_until") ") THEN 3"
	" WHEN EXISTS (SELECT 1" EVENTS_OF_LIST
	"  WHERE act IS NULL OR at IS NULL OR entered_at IS NULL"
	"  OR due_at IS NULL AND status <> 'new' AND status <> 'voided' AND NOT without_result(status)"
	"  OR status IS NULL OR (was IS NULL) <> (was_until IS NULL)) THEN 4"
	" WHEN EXISTS (SELECT 1" EVENTS_OF_LIST
	"  WHERE NOT is_word('acts', act) OR NOT is_word('statuses', status)"
	"  OR kind IS NOT NULL AND NOT is_word('pause_kinds', kind)"
	"  OR forced <> 'yes' OR late <> 'yes' OR typeof(step) NOT IN ('integer', 'null')"
	"  OR was IS NOT NULL AND NOT (json_valid(was) AND json_type(was) = 'object')"
	"  OR typeof(unsettled) NOT IN ('integer', 'null')) THEN 2"
	" ELSE 0 END";

/* Free text may name people, so a purged dossier keeps none. */
#define UNLESS_PURGED(what)                                                              \
	"(SELECT " what " FROM dossier WHERE id = :id AND purged_at IS NULL)"

/*
 * The acts of a list that are not stored: of those alike in what no store changes, as
 * many as there are more of.  Who did it and in what words may be left out here.
 */
#define NEW_EVENTS                                                                       \
	" FROM (SELECT *, row_number() OVER (PARTITION BY act, read_moment(at), status,"  \
	"  kind, step, read_moment(due_at), read_moment(promised_at) ORDER BY n) AS copy" \
	EVENTS_OF_LIST ") j WHERE copy > (SELECT count(*) FROM dossier_event e"           \
	"  WHERE e.dossier_id = :id AND e.act = j.act AND e.at = read_moment(j.at)"       \
	"    AND e.status = j.status AND e.kind IS j.kind AND e.step IS j.step"           \
	"    AND e.due_at IS read_moment(j.due_at)"                                       \
	"    AND e.promised_at IS read_moment(j.promised_at))"

static const char id_sql[] = "SELECT id FROM dossier WHERE code = :code";
static const char news_sql[] = "SELECT min(read_moment(at))" NEW_EVENTS;

static const char insert_events_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, officer_id, status, kind,"
	"  reason, forced, desk_id, holder_id, step, step_due_at, due_at, promised_at,"
	"  unsettled, was, was_until, late)"
	" SELECT :id, act, read_moment(at), read_moment(entered_at),"
	"  " ID_OF("officer", "j.officer") ", status, kind, " UNLESS_PURGED("j.reason") ","
	"  forced, " ID_OF("desk", "j.desk") ", " ID_OF("officer", "j.holder") ", step,"
	"  read_moment(step_due_at), read_moment(due_at), read_moment(promised_at),"
	"  unsettled, (SELECT iif(purged_at IS NULL, j.was, json_remove(j.was, '$.applicant'))"
	"    FROM dossier WHERE id = :id), read_moment(was_until), late"
	NEW_EVENTS " ORDER BY n";

static const char check_papers_sql[] =
	CHECK_ARRAY
	" WHEN EXISTS (SELECT 1" PAPERS_OF_LIST
	"  WHERE " NO_MOMENT("handed_at") ") THEN 3"
	" WHEN EXISTS (SELECT 1" PAPERS_OF_LIST
	"  WHERE no IS NULL OR coalesce(name, '') = '' OR kind IS NULL OR copies IS NULL"
	"  OR required IS NULL) THEN 4"
	" WHEN EXISTS (SELECT 1" PAPERS_OF_LIST
	"  WHERE NOT is_word('paper_kinds', kind)"
	"  OR NOT is_word('yes_no', required) OR typeof(no) <> 'integer'"
	"  OR typeof(copies) <> 'integer' OR no < 1 OR copies < 1) THEN 2"
	" WHEN (SELECT count(*) <> count(DISTINCT no)" PAPERS_OF_LIST ") THEN 5"
	" ELSE 0 END";

static const char insert_papers_sql[] =
	"INSERT INTO dossier_paper (dossier_id, no, name, kind, copies, required, handed_at)"
	" SELECT :id, no, name, kind, copies, required, read_moment(handed_at)"
	PAPERS_OF_LIST;

static const char check_payments_sql[] =
	CHECK_ARRAY
	" WHEN EXISTS (SELECT 1" PAYMENTS_OF_LIST
	"  WHERE " NO_MOMENT("paid_at") ") THEN 3"
	" WHEN EXISTS (SELECT 1" PAYMENTS_OF_LIST
	"  WHERE paid_at IS NULL OR amount IS NULL OR method IS NULL) THEN 4"
	" WHEN EXISTS (SELECT 1" PAYMENTS_OF_LIST
	"  WHERE NOT is_word('payment_methods', method) OR typeof(amount) <> 'integer'"
	"  OR amount = 0) THEN 2"
	" ELSE 0 END";

/* What was paid here is in the journal, and no import changes it. */
#define NONE_PAID_HERE                                                                   \
	" NOT EXISTS (SELECT 1 FROM payment h WHERE h.dossier_id = :id AND h.imported IS NULL)"

static const char insert_payments_sql[] =
	"INSERT INTO payment (dossier_id, paid_at, amount, method, reference, officer_id, note,"
	"  imported)"
	" SELECT :id, read_moment(paid_at), amount, method, " UNLESS_PURGED("j.reference") ","
	"  " ID_OF("officer", "j.officer") ", " UNLESS_PURGED("j.note") ", 'yes'"
	PAYMENTS_OF_LIST " WHERE" NONE_PAID_HERE " ORDER BY n";
/* clang-format on */

static const struct {
	enum dossier_field column;
	const char *check, *text, *erase, *insert;
} lists[] = {
	{ FIELD_EVENTS, check_events_sql,
	  "SELECT " EVENTS_JSON " FROM dossier d WHERE d.id = :id", NULL,
	  insert_events_sql },
	{ FIELD_PAPERS, check_papers_sql,
	  "SELECT " PAPERS_JSON " FROM dossier d WHERE d.id = :id",
	  "DELETE FROM dossier_paper WHERE dossier_id = :id", insert_papers_sql },
	{ FIELD_PAYMENTS, check_payments_sql,
	  "SELECT " PAYMENTS_JSON " FROM dossier d WHERE d.id = :id",
	  "DELETE FROM payment WHERE dossier_id = :id AND" NONE_PAID_HERE,
	  insert_payments_sql },
};

#define LISTS (sizeof(lists) / sizeof(*lists))

struct dossier_parts {
	struct office *office;
	char *why; /* of parts_check(), the last */
	struct field_set intake_fields;
	struct buf intake_sql;
	struct query intake, id, news;
	struct {
		struct query check, text, erase, insert;
	} lists[LISTS];
};

/* What the file says of the intake; what it does not say stays, and a dossier of which
 * nothing is said gets none. */
static void
say_intake(struct buf *sql, const struct field_set *fields)
{
	buf_text(sql, "INSERT INTO dossier_intake (dossier_id, ");
	fields_say(sql, fields, ", ", "COLUMN");
	buf_text(sql, ") SELECT :id, ");
	fields_say(sql, fields, ", ", "iif(:KEY_said, :KEY, i.COLUMN)");
	buf_text(sql, " FROM (SELECT :id AS id) n"
		      " LEFT JOIN dossier_intake i ON i.dossier_id = n.id"
		      " WHERE i.dossier_id IS NOT NULL OR coalesce(");
	fields_say(sql, fields, ", ", ":KEY");
	buf_text(sql, ") IS NOT NULL ON CONFLICT (dossier_id) DO UPDATE SET ");
	fields_say(sql, fields, ", ", "COLUMN = excluded.COLUMN");
	buf_text(sql, " WHERE ");
	fields_say(sql, fields, " OR ", "COLUMN IS NOT excluded.COLUMN");
}

struct dossier_parts *
parts_new(struct office *office)
{
	struct dossier_parts *parts = mem_alloc(sizeof(*parts));
	size_t i;

	parts->office = office;
	fields_choose(&parts->intake_fields, IN_INTAKE, 0);
	say_intake(&parts->intake_sql, &parts->intake_fields);
	query_open(&parts->intake, office->store, parts->intake_sql.text);
	query_open(&parts->id, office->store, id_sql);
	query_open(&parts->news, office->store, news_sql);
	for (i = 0; i < LISTS; i++) {
		query_open(&parts->lists[i].check, office->store, lists[i].check);
		query_open(&parts->lists[i].text, office->store, lists[i].text);
		if (lists[i].erase)
			query_open(&parts->lists[i].erase, office->store, lists[i].erase);
		query_open(&parts->lists[i].insert, office->store, lists[i].insert);
	}
	return parts;
}

void
parts_free(struct dossier_parts *parts)
{
	size_t i;

	if (!parts)
		return;
	query_close(&parts->intake);
	query_close(&parts->id);
	query_close(&parts->news);
	buf_free(&parts->intake_sql);
	for (i = 0; i < LISTS; i++) {
		query_close(&parts->lists[i].check);
		query_close(&parts->lists[i].text);
		query_close(&parts->lists[i].erase);
		query_close(&parts->lists[i].insert);
	}
	free(parts->why);
	free(parts);
}

bool
parts_present(const bool *present)
{
	enum dossier_field f;
	size_t i;

	for (f = 0; f < FIELDS; f++)
		if (present[f] && field_is(f, IN_INTAKE))
			return true;
	for (i = 0; i < LISTS; i++)
		if (present[lists[i].column])
			return true;
	return false;
}

/*
 * The column under which the member KEY of the list NAME is shown; a member that is not
 * shown is checked like any other number.
 */
static const struct column *
column_of_member(const char *name, const char *key)
{
	static const struct column other = { .type = COL_INT };
	const struct dossier_part *part;
	int i = -1;

	for (part = dossier_parts; part->key && i < 0; part++)
		if (!strcmp(part->key, name) &&
		    (i = column_find(part->columns, key)) >= 0)
			return &part->columns[i];
	return &other;
}

/*
 * The complaint about the first number in the list NAME that is outside its column's
 * bounds: "amount: '20000000000000' must be ..."; NULL when there is none.  The caller
 * frees it.
 */
static char *
number_wrong(const char *name, const char *list)
{
	json_t *array = json_loads(list, 0, NULL), *object, *value;
	char *why = NULL;
	const char *key;
	size_t i;

	json_array_foreach(array, i, object)
	{
		json_object_foreach(object, key, value)
		{
			const struct column *column = column_of_member(name, key);
			char digits[24], *said;

			if (why || !json_is_integer(value) ||
			    column_holds(column, json_integer_value(value)))
				continue;
			snprintf(digits, sizeof(digits), "%lld",
				 (long long)json_integer_value(value));
			said = value_complaint(column, digits, value_outside);
			why = mem_print("%s: %s", key, said);
			free(said);
		}
	}
	json_decref(array);
	return why;
}

enum status
parts_check(struct dossier_parts *parts, const struct value *v, const char **column,
	    const char **why)
{
	size_t i;

	*column = NULL;
	for (i = 0; i < LISTS && !*column; i++) {
		const struct value *list = &v[lists[i].column];
		const char *name = exchange_columns[lists[i].column].key;
		struct query *q = &parts->lists[i].check;

		if (list->kind == VALUE_NULL)
			continue;
		free(parts->why);
		parts->why = number_wrong(name, list->text);
		query_value(q, ":list", list);
		if (!parts->why && query_row(q) && query_col_int(q, 0))
			parts->why = mem_text(_(reasons[query_col_int(q, 0)]));
		query_reset(q);
		if (q->status)
			return q->status;
		if ((*why = parts->why))
			*column = name;
	}
	return OK;
}

static enum status
put_intake(struct dossier_parts *parts, int64_t id, const struct incoming *row,
	   bool *changed)
{
	const struct field_set *fields = &parts->intake_fields;
	char said[64];
	int i;
	enum status st;

	query_int(&parts->intake, ":id", id);
	for (i = 0; i < fields->count; i++) {
		snprintf(said, sizeof(said), "%s_said", fields->parameters[i]);
		query_value(&parts->intake, fields->parameters[i],
			    &row->v[fields->fields[i]]);
		query_int(&parts->intake, said, row->present[fields->fields[i]]);
	}
	if (!(st = query_run(&parts->intake)) && store_changes(parts->office->store))
		*changed = true;
	return st;
}

/* Append the list as it is stored to TEXT. */
static enum status
read_list(struct query *q, int64_t id, struct buf *text)
{
	buf_clear(text);
	query_int(q, ":id", id);
	if (query_row(q) && !query_col_null(q, 0))
		buf_text(text, query_col_given(q, 0));
	query_reset(q);
	return q->status;
}

enum status
parts_look(struct dossier_parts *parts, struct incoming *row)
{
	struct query *id = &parts->id, *news = &parts->news;

	row->news_at = -1;
	if (!has(&row->v[FIELD_EVENTS]))
		return OK;
	query_text(id, ":code", row->v[FIELD_CODE].text);
	if (query_row(id)) {
		query_int(news, ":id", query_col_int(id, 0));
		query_value(news, ":list", &row->v[FIELD_EVENTS]);
		if (query_row(news) && !query_col_null(news, 0))
			row->news_at = query_col_int(news, 0);
		query_reset(news);
	}
	query_reset(id);
	return worse(id->status, news->status);
}

/* Take away what the list I will have no more. */
static enum status
erase_list(struct dossier_parts *parts, size_t i, int64_t id)
{
	struct query *erase = &parts->lists[i].erase;

	if (!lists[i].erase)
		return OK;
	query_int(erase, ":id", id);
	return query_run(erase);
}

/*
 * Replace the whole list, or add what is new of it, unless it is the same.  Lists are
 * compared by what they would be once stored, since another program may write the same
 * thing differently.
 */
static enum status
put_list(struct dossier_parts *parts, size_t i, int64_t id, const struct incoming *row,
	 bool *changed)
{
	const struct value *list = &row->v[lists[i].column];
	struct query *insert = &parts->lists[i].insert;
	struct buf before = { 0 }, after = { 0 };
	enum status st = read_list(&parts->lists[i].text, id, &before);

	if (!st && !(before.length && !strcmp(before.text, list->text))) {
		query_int(insert, ":id", id);
		query_value(insert, ":list", list);
		if (query_has(insert, ":ours"))
			query_int(insert, ":ours", !row->foreign);
		if (!(st = erase_list(parts, i, id)) && !(st = query_run(insert)) &&
		    !(st = read_list(&parts->lists[i].text, id, &after)) &&
		    (before.length != after.length ||
		     (after.length && strcmp(before.text, after.text) != 0)))
			*changed = true;
	}
	buf_free(&before);
	buf_free(&after);
	return st;
}

enum status
parts_put(struct dossier_parts *parts, int64_t id, const struct incoming *row,
	  bool *changed)
{
	enum status st = put_intake(parts, id, row, changed);
	size_t i;

	for (i = 0; i < LISTS && !st; i++)
		if (has(&row->v[lists[i].column]))
			st = put_list(parts, i, id, row, changed);
	return st;
}
