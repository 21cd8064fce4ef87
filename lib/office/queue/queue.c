/* SPDX-License-Identifier: MIT */
#include "office/queue/queue.h"

#include <string.h>

#include "base/intl.h"
#include "office/queue/counter.h"
#include "office/queue/line.h"
#include "office/queue/line_explain.h"
#include "office/queue/step.h"
#include "office/rules/night.h"

/*
 * One statement both checks that the ticket still waits and ends its waiting, so that no
 * two counters can call the same ticket.
 */
static const char call_sql[] =
	"INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
	"                           officer_id, started_at, reason)"
	" SELECT ticket_id, day, 'called', service_id, :counter, :officer, :at, :reason"
	"   FROM ticket_period WHERE id = :period AND " VISIT_WAITS
	" RETURNING ticket_id";

static enum status
call_period(struct office *office, const struct counter *counter, int64_t period,
	    enum reason reason, struct visit *visit)
{
	int64_t id = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, call_sql);
	query_int(&q, ":period", period);
	query_int(&q, ":counter", counter->id);
	query_int(&q, ":officer", counter->officer);
	query_int(&q, ":at", office->act.at);
	query_text(&q, ":reason", reason_word(reason));
	if (query_row(&q))
		id = query_col_int(&q, 0);
	if ((st = query_close(&q)))
		return st;
	return id ? visit_load(office, id, visit) :
		    fail(INTERNAL, "period %lld waits no more", (long long)period);
}

/* The journal gets the reason in English, whatever language is in force. */
static enum status
tell_call(struct office *office, const struct line *line, const struct choice *choice,
	  const struct visit *visit, struct next_reason *why)
{
	struct buf english = { 0 };
	const char *detail[] = { "reason", reason_word(choice->reason), "why", NULL,
				 NULL };
	enum status st = line_explain(office, line, choice, false, &english);

	detail[3] = english.text;
	if (!st)
		st = office_journal(office, "call next", visit->label, detail);
	if (!st && why) {
		why->word = reason_word(choice->reason);
		st = line_explain(office, line, choice, true, &why->sentence);
	}
	buf_free(&english);
	return st;
}

/* NO without a message when nobody waits. */
static enum status
call_next(struct office *office, const struct counter *counter, struct visit *visit,
	  struct next_reason *why)
{
	struct choice choice;
	struct line line;
	enum status st = line_of_counter(office, counter->id, &line);

	if (st)
		return st;
	choice = policy_choose(&line, office->act.at);
	if (choice.reason == REASON_NOBODY)
		st = NO;
	else if (!(st = call_period(office, counter, line.waiting[choice.index].period_id,
				    choice.reason, visit)))
		st = tell_call(office, &line, &choice, visit, why);
	line_free(&line);
	return st;
}

/* The state in which the visit at the counter ends when the next one is called. */
static enum status
choose_end(struct office *office, const struct visit *present, struct visit_move *move,
	   const char **act)
{
	int64_t calls = 0, most = 0;
	int day = 0;
	enum status st = OK;

	move->state = VISIT_DONE;
	*act = "call done";
	if (!day_read(present->day, 0, &day) || night_day(office->act.at) > day) {
		/* A ticket left from another day: nobody knows when it ended. */
		move->state = VISIT_UNSERVED;
		*act = "call unserved";
	} else if (present->state == VISIT_CALLED &&
		   !(st = step_calls(office, present, &calls, &most)) && calls >= most) {
		move->state = VISIT_NO_SHOW;
		*act = "call no-show";
	}
	return st;
}

/* End the visit at the counter, if there is one. */
static enum status
finish_present(struct office *office, const struct counter *counter,
	       struct visit *present, const char **act)
{
	struct visit_move move = { .counter_id = counter->id,
				   .officer_id = counter->officer };
	enum status st = visit_at_counter(office, counter->id, present);

	*act = NULL;
	if (st)
		return st == NO ? OK : st;
	if ((st = visit_may_leave(office, present, VISIT_CALLED | VISIT_SERVING)) ||
	    (st = choose_end(office, present, &move, act)))
		return st;
	return step_move(office, present, &move, *act, NULL);
}

static enum status
finish_and_call(struct office *office, struct visit *visit, struct next_reason *why,
		bool *nobody)
{
	struct visit present;
	struct counter counter;
	const char *act;
	enum status st;

	if ((st = counter_find(office, COUNTER_OPEN, &counter)) ||
	    (st = counter_may_call(office, &counter)) ||
	    (st = finish_present(office, &counter, &present, &act)))
		return st;
	if (!(st = call_next(office, &counter, visit, why)))
		return counter_remember(office, &counter, "call next", visit->label, 0,
					0);
	if (st != NO)
		return st;
	/* Nobody waits, but the visit at the counter ends all the same. */
	*nobody = true;
	return act ? counter_remember(office, &counter, act, present.label, 0, 0) : NO;
}

enum status
queue_next(struct office *office, struct visit *visit, struct next_reason *why)
{
	bool nobody = false;
	enum status st;

	if ((st = office_begin(office)))
		return st;
	st = office_end(office, finish_and_call(office, visit, why, &nobody));
	if (nobody && (!st || st == NO))
		return fail(NO, _("nobody is waiting for counter %s"),
			    office->act.counter);
	return st;
}

/*
 * The reason to store for calling LABEL.  A ticket that policy_choose() would call anyway
 * gets the policy's reason and needs no note.
 */
static enum status
take_reason(struct office *office, const struct counter *counter,
	    const struct visit *visit, const char *note, const char **reason)
{
	struct choice choice;
	struct line line;
	enum status st;

	*reason = "take";
	if (visit->state != VISIT_WAITING)
		return OK; /* held or a no-show: it was called before */
	if ((st = line_of_counter(office, counter->id, &line)))
		return st;
	choice = policy_choose(&line, office->act.at);
	if (choice.reason != REASON_NOBODY &&
	    line.waiting[choice.index].ticket_id == visit->id)
		*reason = reason_word(choice.reason);
	line_free(&line);
	if (note || strcmp(*reason, "take") != 0)
		return OK;
	fail(USAGE, _("%s: somebody else would be next; why take it?"), visit->label);
	return fail_hint(USAGE, _("give --note TEXT"));
}

static enum status
call_label(struct office *office, const char *label, const char *note,
	   struct visit *visit)
{
	struct step step = { "call take", VISIT_WAITING | VISIT_HELD | VISIT_NO_SHOW,
			     VISIT_CALLED, true, NULL };
	struct counter counter;
	enum status st;

	if ((st = counter_find(office, COUNTER_OPEN, &counter)) ||
	    (st = counter_may_call(office, &counter)) ||
	    (st = counter_is_free(office, &counter)) ||
	    (st = visit_find(office, label, NULL, visit)) ||
	    (st = visit_may_leave(office, visit, step.from)) ||
	    (st = step_may_come_back(office, visit)) ||
	    (st = take_reason(office, &counter, visit, note, &step.reason)))
		return st;
	return step_do(office, &counter, &step, note, visit);
}

enum status
queue_take(struct office *office, const char *label, const char *note,
	   struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, call_label(office, label, note, visit));
}
