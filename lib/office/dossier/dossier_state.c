/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_state.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/text.h"
#include "office/dossier/dossier_terms.h"

/* What stands in a state for what is not there, and what in the store. */
enum member_kind {
	MEMBER_MOMENT, /* -1 */
	MEMBER_ID,     /* 0 */
	MEMBER_COUNT,  /* always there */
	MEMBER_WORD,   /* "" */
};

/* Where the state has the fields that acts change. */
static const struct {
	enum dossier_field field;
	enum member_kind kind;
	size_t at;
} members[] = {
#define MEMBER(field, kind, name)                                                        \
	{                                                                                \
		FIELD_##field, MEMBER_##kind, offsetof(struct dossier_state, name)       \
	}
	MEMBER(STATUS, WORD, status),
	MEMBER(DUE, MOMENT, due_at),
	MEMBER(FINISHED, MOMENT, finished_at),
	MEMBER(RETURNED, MOMENT, returned_at),
	MEMBER(FIRST_DUE, MOMENT, first_due_at),
	MEMBER(PROMISED, MOMENT, promised_at),
	MEMBER(VOIDED, MOMENT, voided_at),
	MEMBER(VERIFIED, MOMENT, verified_at),
	MEMBER(PAUSED, MOMENT, paused_at),
	MEMBER(PAUSE_KIND, WORD, pause_kind),
	MEMBER(REQUESTS, COUNT, requests),
	MEMBER(WAITED, COUNT, waited),
	MEMBER(ACCEPTED, MOMENT, accepted_at),
	MEMBER(DESK, ID, desk),
	MEMBER(HOLDER, ID, holder),
#undef MEMBER
};

enum { MEMBERS = sizeof(members) / sizeof(*members) };

/* Of the dossier's own row acts change what is ACTS or STATE, or they would lose it. */
enum {
	CHANGED = 0
#define FIELD(id, key, heading, type, list, file, facts, ...)                            \
	FILE_FIELD(id, key, heading, type, file, facts, )
#define FILE_FIELD(id, key, heading, type, file, facts, ...)                             \
	+(((facts)&IN_DOSSIER) && ((facts) & (ACTS | STATE)))
#include "office/dossier/dossier_fields.def"
};
_Static_assert(MEMBERS + 1 == CHANGED,
	       "what is ACTS or STATE has its member; the result alone has none");

/*
 * Before its first act a dossier has no event; its own row then has the data.  What
 * follows a reopening follows its entry, from which on figures know of it (rules/past.h);
 * a correction, a link, or an import that left the state alone, holds up no act of an
 * earlier moment.  The members follow.
 */
static const char find_sql[] =
	"SELECT d.id, d.received_at, max(coalesce(d.received_at, d.requested_at),"
	"         coalesce(d.finished_at, 0),"
	"         coalesce(d.returned_at, 0), coalesce(d.paused_at, 0),"
	"         coalesce((SELECT max(CASE act WHEN 'reopen' THEN entered_at"
	"             WHEN 'import' THEN iif(instr(was, '\"finished_at\"'), at, 0)"
	"             WHEN 'correct' THEN 0 WHEN 'link' THEN 0"
	"             WHEN 'receive' THEN 0 ELSE at END)"
	"           FROM dossier_event WHERE dossier_id = d.id), 0)),"
	"       e.step, e.step_due_at, d.procedure_id, d.officer_id, d.refused IS 'yes',"
	"       s.time_limit,"
	"       s.time_unit, " TERMS_COLUMNS;

static const char found_sql[] =
	"  FROM dossier d LEFT JOIN dossier_event e"
	"    ON e.id = (SELECT max(id) FROM dossier_event WHERE dossier_id = d.id)"
	"  LEFT JOIN procedure_step s ON s.procedure_id = d.procedure_id AND s.step = e.step"
	" WHERE d.code = :code";

enum { /* the columns of find_sql */
       FOUND_ID,
       FOUND_RECEIVED,
       FOUND_LAST,
       FOUND_STEP,
       FOUND_STEP_DUE,
       FOUND_PROCEDURE,
       FOUND_OFFICER,
       FOUND_REFUSED,
       FOUND_STEP_LIMIT,
       FOUND_STEP_UNIT,
       FOUND_TERMS,
       FOUND_MEMBERS = FOUND_TERMS + TERMS_COLUMN_COUNT, /* and behind them the result */
};

/* The fields of the members, and the result. */
static void
choose_changed(struct field_set *set)
{
	int i;

	*set = FIELDS_NONE;
	for (i = 0; i < MEMBERS; i++)
		fields_add(set, members[i].field);
	fields_add(set, FIELD_RESULT);
}

static void
say_find(struct buf *sql, const struct field_set *changed)
{
	buf_text(sql, find_sql);
	fields_say(sql, changed, "", ", d.COLUMN");
	buf_text(sql, found_sql);
}

static void
say_update(struct buf *sql, const struct field_set *changed)
{
	buf_text(sql, "UPDATE dossier SET ");
	fields_say(sql, changed, ", ", "COLUMN = :KEY");
	buf_text(sql, ", officer_id = coalesce(officer_id, :officer) WHERE id = :id");
}

/* Member I from what the store has in column I. */
static void
read_member(struct query *q, int i, struct dossier_state *state)
{
	const int column = FOUND_MEMBERS + i;
	const bool none = query_col_null(q, column);
	void *member = (char *)state + members[i].at;

	if (members[i].kind == MEMBER_WORD)
		text_copy(member, DOSSIER_WORD, none ? "" : query_col_given(q, column));
	else
		*(int64_t *)member = none && members[i].kind == MEMBER_MOMENT ?
					     -1 :
					     query_col_int(q, column);
}

static struct value
member_value(const struct dossier_state *state, int i)
{
	const void *member = (const char *)state + members[i].at;
	const enum member_kind kind = members[i].kind;
	int64_t number;

	if (kind == MEMBER_WORD)
		return *(const char *)member ? value_text(member) : VALUE_NONE;
	number = *(const int64_t *)member;
	if ((kind == MEMBER_MOMENT && number < 0) || (kind == MEMBER_ID && !number))
		return VALUE_NONE;
	return value_int(number);
}

/* A desk's share has the cut-off of the dossier. */
static struct dossier_terms
terms_at(struct query *q)
{
	struct dossier_terms terms;

	dossier_terms_read(q, FOUND_TERMS, &terms);
	if (!query_col_null(q, FOUND_STEP_LIMIT))
		terms.step = (struct time_rule){
			.unit = time_unit_stored(query_col_given(q, FOUND_STEP_UNIT)),
			.limit = (int)query_col_int(q, FOUND_STEP_LIMIT),
			.cutoff = terms.rule.cutoff
		};
	return terms;
}

static struct dossier_state
state_at(struct query *q)
{
	struct dossier_state s = {
		.received_at = query_col_null(q, FOUND_RECEIVED) ?
				       -1 :
				       query_col_int(q, FOUND_RECEIVED),
		.last_at = query_col_int(q, FOUND_LAST),
		.step = query_col_int(q, FOUND_STEP),
		.step_due_at = query_col_null(q, FOUND_STEP_DUE) ?
				       -1 :
				       query_col_int(q, FOUND_STEP_DUE),
		.terms = terms_at(q)
	};
	int i;

	for (i = 0; i < MEMBERS; i++)
		read_member(q, i, &s);
	return s;
}

static void
open_was(struct office *office, struct state_store *states)
{
	struct field_set fields = states->changed;

	fields_add(&fields, FIELD_OFFICER);
	was_open(&states->was, office, &fields);
}

void
state_open(struct office *office, struct state_store *states)
{
	*states = (struct state_store){ .changed = FIELDS_NONE };
	choose_changed(&states->changed);
	say_find(&states->find_sql, &states->changed);
	say_update(&states->update_sql, &states->changed);
	query_open(&states->find, office->store, states->find_sql.text);
	query_open(&states->update, office->store, states->update_sql.text);
	open_was(office, states);
}

enum status
state_find(struct state_store *states, const char *code, struct stored_dossier *dossier)
{
	struct query *q = &states->find;
	bool found = false;
	enum status st;

	query_text(q, ":code", code);
	if (query_row(q)) {
		found = true;
		dossier->code = code;
		dossier->id = query_col_int(q, FOUND_ID);
		dossier->procedure = query_col_int(q, FOUND_PROCEDURE);
		dossier->officer = query_col_int(q, FOUND_OFFICER);
		dossier->refused = query_col_int(q, FOUND_REFUSED) != 0;
		dossier->state = state_at(q);
		dossier->result = mem_text(query_col_text(q, FOUND_MEMBERS + MEMBERS));
	}
	st = q->status;
	query_reset(q);
	if (st)
		return st;
	return found ? OK : fail(NO, _("%s: no such dossier"), code);
}

static void
gather_members(const struct dossier_state *state, struct value v[FIELDS])
{
	int i;

	for (i = 0; i < MEMBERS; i++)
		v[members[i].field] = member_value(state, i);
}

enum status
state_was(struct state_store *states, const struct stored_dossier *dossier,
	  int64_t officer, const char **was)
{
	struct value v[FIELDS];

	gather_members(&dossier->state, v);
	if (dossier->officer)
		officer = dossier->officer;
	v[FIELD_OFFICER] = officer ? value_int(officer) : VALUE_NONE;
	return was_of(&states->was, dossier->id, v, was);
}

enum status
state_write(struct state_store *states, const struct stored_dossier *dossier,
	    const char *result, int64_t officer)
{
	struct query *q = &states->update;
	struct value v[FIELDS];

	gather_members(&dossier->state, v);
	v[FIELD_RESULT] = value_text(result);
	fields_bind(q, &states->changed, v);
	query_int(q, ":id", dossier->id);
	if (officer)
		query_int(q, ":officer", officer);
	return query_run(q);
}

enum status
state_close(struct state_store *states)
{
	enum status st = worse(query_close(&states->find), query_close(&states->update));

	buf_free(&states->find_sql);
	buf_free(&states->update_sql);
	was_close(&states->was);
	return st;
}

enum status
dossier_state_find(struct office *office, const char *code, int64_t *id,
		   struct dossier_state *state)
{
	struct stored_dossier dossier = { .result = NULL };
	struct state_store states;
	enum status st;

	state_open(office, &states);
	st = state_find(&states, code, &dossier);
	st = worse(st, state_close(&states));
	free(dossier.result);
	*state = dossier.state;
	if (id)
		*id = dossier.id;
	return st;
}
