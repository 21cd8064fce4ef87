/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_life.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/act_day.h"
#include "office/core/caller.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_begin.h"
#include "office/dossier/dossier_event.h"
#include "office/dossier/dossier_receiver.h"
#include "office/dossier/dossier_request.h"
#include "office/dossier/dossier_state.h"
#include "office/dossier/promise_anew.h"

struct dossier_acts {
	struct office *office;
	struct calendar *calendar;
	struct state_store states;
	struct query event;
	int64_t officer; /* the officer who acts; 0 = not known */
	int64_t done;
	struct dossier_beginning begin; /* of what is accepted */
	int unsettled;                  /* see dossier_acts_unsettled() */
	enum status broken;
};

static const char asked_sql[] =
	"SELECT p.code, d.channel FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	" WHERE d.id = :id";

/* What begins with the acceptance of a dossier. */
static enum status
find_beginning(struct dossier_acts *acts, const struct stored_dossier *acted,
	       struct dossier_change *change)
{
	struct office *office = acts->office;
	struct dossier_beginning *b = &acts->begin;
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, asked_sql);
	query_int(&q, ":id", acted->id);
	if (query_row(&q))
		st = beginning_find(office, acts->calendar, query_col_given(&q, 0),
				    query_col_given(&q, 1), office->act.at, b);
	if ((st = worse(st, query_close(&q))))
		return st;
	change->promise = b->term.due;
	change->holder = acts->officer;
	change->desk = b->desk;
	change->step = b->step;
	change->step_due_at = b->step_due;
	return OK;
}

/* The promise that the longer limit makes, from receipt. */
static enum status
find_longer(struct dossier_acts *acts, const struct stored_dossier *acted,
	    int64_t *promise)
{
	const struct dossier_state *s = &acted->state;
	struct promise_anew anew = { .id = acted->id,
				     .received_at = s->received_at,
				     .rule = s->terms.rule };
	enum status st;

	anew.rule.limit = s->terms.verified;
	st = promise_anew(acts->office, acts->calendar, &anew);
	*promise = anew.due;
	return st;
}

static enum status
prepare_act(struct dossier_acts *acts, const struct stored_dossier *acted,
	    const struct dossier_wish *wish, struct dossier_change *change)
{
	const struct dossier_state *s = &acted->state;
	char when[SHOW_TEXT];

	*change = (struct dossier_change){ .act = wish->act,
					   .reason = wish->reason,
					   .kind = wish->kind,
					   .force = wish->force,
					   .promise = wish->promise,
					   .first_promise = wish->first_promise,
					   .entered = acts->office->act.entered_at,
					   .step_due_at = -1 };
	if (wish->act == ACT_FORWARD)
		return receiver_find(acts->office, acts->calendar, acted, wish->to,
				     wish->holder, change);
	if (wish->act == ACT_ACCEPT && !strcmp(s->status, "new"))
		return find_beginning(acts, acted, change);
	if (dossier_verifies(s, wish->kind, acts->office->act.at))
		return find_longer(acts, acted, &change->promise);
	/*
	 * The closing moment itself is in time: somebody is still there to hand out the
	 * result.
	 */
	if (wish->act == ACT_EXTEND && wish->promise >= 0 &&
	    !calendar_open_seconds(acts->calendar, wish->promise - 1, wish->promise))
		return fail(BAD_DATA, _("%s: nobody is there at %s"), acted->code,
			    show_moment(wish->promise, when));
	if (wish->act == ACT_EXTEND && wish->promise < 0)
		return calendar_due(acts->calendar,
				    &(struct time_rule){ .limit = wish->days },
				    s->promised_at >= 0 ? s->promised_at : s->due_at,
				    &change->promise);
	return OK;
}

/* Whether WISH sets no more than a moment of its own, which tells what was so before. */
static bool
tells_its_moment(const struct dossier_acts *acts, const struct stored_dossier *acted,
		 const struct dossier_state *before, const struct dossier_wish *wish)
{
	if (!acted->officer && acts->officer)
		return false;
	return wish->act == ACT_FORWARD || wish->act == ACT_FINISH ||
	       wish->act == ACT_RETURN || wish->act == ACT_ACCEPT ||
	       ((wish->act == ACT_REJECT || wish->act == ACT_WITHDRAW ||
		 wish->act == ACT_STOP) &&
		before->paused_at < 0);
}

static enum status
write_event(struct dossier_acts *acts, const struct stored_dossier *acted,
	    const struct dossier_wish *wish, const char *was)
{
	const struct dossier_event event = {
		.dossier = acted->id,
		.act = dossier_event_word(wish->act),
		.kind = wish->act == ACT_PAUSE ? acted->state.pause_kind : wish->kind,
		.reason = wish->reason,
		.officer = acts->officer,
		.unsettled = acts->unsettled,
		.was = was,
		.of_record = dossier_act_of_record(wish->act),
		.state = &acted->state
	};

	return event_write(acts->office, &acts->event, &event);
}

static int64_t
promise_of(const struct dossier_state *s)
{
	return s->promised_at >= 0 ? s->promised_at : s->due_at;
}

/* Whether the journal tells what the act made of the due moment. */
static bool
tells_due(enum dossier_act act)
{
	return act == ACT_RESUME || act == ACT_MOVE || act == ACT_ACCEPT ||
	       act == ACT_LINK;
}

static enum status
tell_journal(struct dossier_acts *acts, const struct stored_dossier *acted,
	     const struct dossier_wish *wish)
{
	const struct dossier_state *s = &acted->state;
	char promised[MOMENT_TEXT], due[MOMENT_TEXT];
	/*
	 * The journal is kept forever, so free text, which may name people, is only in
	 * the dossier and its event.
	 */
	const char *const detail[] = {
		"kind",
		wish->act == ACT_PAUSE ? s->pause_kind : wish->kind,
		"to",
		wish->to,
		"holder",
		wish->holder,
		"forced",
		s->forced ? "yes" : NULL,
		"late",
		s->late ? "yes" : NULL,
		wish->act == ACT_EXTEND ? "promised_at" : "due_at",
		wish->act == ACT_EXTEND ? moment_print(s->promised_at, promised) :
		tells_due(wish->act)    ? moment_print(s->due_at, due) :
					  NULL,
		NULL
	};
	char what[32];

	snprintf(what, sizeof(what), "dossier %s", dossier_act_word(wish->act));
	return office_journal(acts->office, what, acted->code, detail);
}

/* What was never accepted has no life: it is handed in anew. */
static enum status
refuse_refused(const struct stored_dossier *acted)
{
	return fail(NO, _("%s: was refused and never accepted"), acted->code);
}

/* A result is handed out by whoever is there; what an act on another dossier of the
 * request makes of this one is no act on it. */
static enum status
check_caller(const struct dossier_acts *acts, const struct stored_dossier *acted,
	     const struct dossier_wish *wish)
{
	if (wish->act == ACT_RETURN || (wish->act == ACT_MOVE && wish->kind))
		return OK;
	return caller_on_dossier(acts->office, acted->code, acts->officer, acted->officer,
				 acted->state.holder);
}

static enum status
begin_dossier(struct dossier_acts *acts, int64_t id)
{
	struct office *office = acts->office;
	enum status st = beginning_write(office, id, office->act.at, &acts->begin);

	return st ? st : request_enter(office, id);
}

/* Whether what WISH promises is told, though it were the same. */
static bool
promises_anew(const struct dossier_wish *wish)
{
	return wish->act == ACT_LINK && wish->promise >= 0;
}

static enum status
do_one(struct dossier_acts *acts, struct stored_dossier *acted,
       const struct dossier_wish *wish)
{
	const struct dossier_state before = acted->state;
	const int64_t promised = promise_of(&before);
	const int64_t at = acts->office->act.at;
	struct dossier_change change;
	const char *result = acted->result, *was = NULL;
	enum status st = acted->refused ? refuse_refused(acted) :
					  check_caller(acts, acted, wish);

	if (st || (st = prepare_act(acts, acted, wish, &change)) ||
	    (st = dossier_change(acts->calendar, acted->code, &acted->state, &change,
				 at)))
		return st;
	acts->unsettled = !promises_anew(wish) && promise_of(&acted->state) == promised ?
				  0 :
				  calendar_unsettled(acts->calendar, at,
						     promise_of(&acted->state));
	if (wish->act == ACT_FINISH)
		result = wish->result;
	else if (wish->act == ACT_REOPEN)
		result = NULL;
	if ((!tells_its_moment(acts, acted, &before, wish) &&
	     (st = state_was(&acts->states, acted, acts->officer, &was))) ||
	    (wish->act == ACT_ACCEPT && (st = begin_dossier(acts, acted->id))) ||
	    (st = state_write(&acts->states, acted, result, acts->officer)) ||
	    (st = write_event(acts, acted, wish, was)))
		return acts->broken = st;
	if ((st = tell_journal(acts, acted, wish)))
		return acts->broken = st;
	acts->done++;
	return OK;
}

/* The codes of the others of the request for which the longer limit holds now as well,
 * parted by blanks. */
static const char others_sql[] =
	"SELECT coalesce(group_concat(code, ' '), '') FROM ("
	"  SELECT o.code FROM dossier d JOIN dossier o ON o.linked = d.linked AND o.id <> d.id"
	"   WHERE d.id = :id AND o.finished_at IS NULL AND o.verified_at IS NULL"
	"     AND o.due_at >= :at ORDER BY o.id)";

static enum status
find_others(struct dossier_acts *acts, const struct stored_dossier *acted,
	    struct buf *codes)
{
	struct query q;

	query_open(&q, acts->office->store, others_sql);
	query_int(&q, ":id", acted->id);
	query_int(&q, ":at", acts->office->act.at);
	if (query_row(&q))
		buf_text(codes, query_col_given(&q, 0));
	return query_close(&q);
}

/* Give the other dossier CODE the longer limit, not before its own last act. */
static enum status
lengthen_other(struct dossier_acts *acts, const char *code)
{
	const struct dossier_wish wish = { .act = ACT_MOVE, .kind = "verification" };
	const int64_t told = acts->office->act.at;
	struct stored_dossier other = { .result = NULL };
	enum status st = state_find(&acts->states, code, &other);

	if (!st && told < other.state.last_at)
		acts->office->act.at = other.state.last_at;
	if (!st)
		st = do_one(acts, &other, &wish);
	acts->office->act.at = told;
	free(other.result);
	return st;
}

/* Dossiers of one request have one limit: what makes it longer, does so for all. */
static enum status
lengthen_others(struct dossier_acts *acts, const struct stored_dossier *acted)
{
	struct buf codes = { 0 };
	char *code, *rest;
	const int unsettled = acts->unsettled;
	enum status st = find_others(acts, acted, &codes);

	for (code = codes.text ? strtok_r(codes.text, " ", &rest) : NULL; code && !st;
	     code = strtok_r(NULL, " ", &rest))
		st = lengthen_other(acts, code);
	acts->unsettled = unsettled;
	buf_free(&codes);
	return acts->broken = st;
}

static enum status
do_act(struct dossier_acts *acts, struct stored_dossier *acted,
       const struct dossier_wish *wish)
{
	const int64_t verified = acted->state.verified_at;
	enum status st = do_one(acts, acted, wish);

	if (st || acted->state.verified_at == verified)
		return st;
	return lengthen_others(acts, acted);
}

/* When ACT was: a day alone is not before the last act of that day. */
static int64_t
moment_meant(const struct dossier_acts *acts, const struct dossier_state *s,
	     enum dossier_act act)
{
	struct act meant = acts->office->act;

	meant.at = act_day_moment(&meant, acts->calendar, ACTS_ENDING & ACT_BIT(act));
	act_not_before(&meant, s->last_at);
	return meant.at;
}

enum status
dossier_act(struct dossier_acts *acts, const char *code, const struct dossier_wish *wish)
{
	struct stored_dossier acted = { .result = NULL };
	const int64_t told = acts->office->act.at;
	enum status st = acts->broken;

	if (!st && !(st = state_find(&acts->states, code, &acted))) {
		acts->office->act.at = moment_meant(acts, &acted.state, wish->act);
		st = do_act(acts, &acted, wish);
		acts->office->act.at = told;
	}
	if (dossier_acts_broken(st))
		acts->broken = st;
	free(acted.result);
	return st;
}

int
dossier_acts_unsettled(const struct dossier_acts *acts)
{
	return acts->unsettled;
}

bool
dossier_acts_broken(enum status st)
{
	return st == IO_ERROR || st == INTERNAL || st == BUSY;
}

enum status
dossier_acts_begin(struct office *office, struct dossier_acts **out)
{
	struct dossier_acts *acts = mem_alloc(sizeof(*acts));
	enum status st = office_begin_acts(office, &acts->officer);

	acts->office = office;
	if (!st && (st = calendar_load(office, &acts->calendar)))
		office_end(office, st);
	if (st) {
		free(acts);
		return st;
	}
	state_open(office, &acts->states);
	event_open(office, &acts->event);
	*out = acts;
	return OK;
}

enum status
dossier_acts_end(struct dossier_acts *acts, enum status st)
{
	struct office *office = acts->office;
	const int64_t done = acts->done;

	state_close(&acts->states);
	query_close(&acts->event);
	calendar_free(acts->calendar);
	st = worse(st, acts->broken);
	free(acts);
	return office_end_acts(office, st, done);
}
