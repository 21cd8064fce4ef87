/* SPDX-License-Identifier: MIT */
#include "office/queue/step.h"

#include "base/intl.h"
#include "office/core/setting.h"
#include "office/queue/counter.h"

/* Move a visit at the counter and tell the journal. */
enum status
step_move(struct office *office, struct visit *visit, const struct visit_move *move,
	  const char *act, const char *const *detail)
{
	enum status st = visit_enter(office, visit, move);

	return st ? st : office_journal(office, act, visit->label, detail);
}

/* How often the ticket was called since it last waited. */
static const char calls_sql[] =
	"SELECT count(*) FROM ticket_period WHERE ticket_id = :ticket AND state = 'called'"
	"   AND id > (SELECT coalesce(max(id), 0) FROM ticket_period"
	"              WHERE ticket_id = :ticket AND state <> 'called')";

/* Was the ticket called often enough to be a no-show? */
enum status
step_calls(struct office *office, const struct visit *visit, int64_t *calls,
	   int64_t *most)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, calls_sql);
	query_int(&q, ":ticket", visit->id);
	if (query_row(&q))
		*calls = query_col_int(&q, 0);
	if ((st = query_close(&q)))
		return st;
	return setting_number(office, "no_show_calls", day_of(office->act.at), most);
}

/* Find the visit at the counter; NO when there is none. */
static enum status
find_present(struct office *office, const struct counter *counter, struct visit *visit)
{
	enum status st = visit_at_counter(office, counter->id, visit);

	return st == NO ? fail(NO, _("no ticket is at counter %s"), office->act.counter) :
			  st;
}

/* An act that names no counter is nobody's last one. */
static enum status
remember(struct office *office, const struct counter *counter, const char *act,
	 const struct visit *visit)
{
	return counter->id ? counter_remember(office, counter, act, visit->label, 0, 0) :
			     OK;
}

/* Do STEP on a visit that was found and is in a state that allows it. */
enum status
step_do(struct office *office, const struct counter *counter, const struct step *step,
	const char *note, struct visit *visit)
{
	const char *const detail[] = { "reason", step->reason, "note", note, NULL };
	struct visit_move move = { .state = step->to,
				   .reason = step->reason,
				   .note = note };
	enum status st;

	if (step->stays) {
		move.counter_id = counter->id;
		move.officer_id = counter->officer;
	}
	if ((st = step_move(office, visit, &move, step->act, detail)) ||
	    (st = remember(office, counter, step->act, visit)))
		return st;
	return visit_load(office, visit->id, visit);
}

/* Do STEP on the visit at the counter. */
static enum status
step_present(struct office *office, const struct step *step, const char *note,
	     struct visit *visit)
{
	struct counter counter;
	enum status st;

	if ((st = counter_find(office, COUNTER_OPEN, &counter)) ||
	    (st = find_present(office, &counter, visit)) ||
	    (st = visit_may_leave(office, visit, step->from)))
		return st;
	return step_do(office, &counter, step, note, visit);
}

static enum status
act_on_present(struct office *office, const struct step *step, const char *note,
	       struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, step_present(office, step, note, visit));
}

enum status
queue_recall(struct office *office, struct visit *visit)
{
	static const struct step step = { "call recall", VISIT_CALLED, VISIT_CALLED, true,
					  "recall" };

	return act_on_present(office, &step, NULL, visit);
}

enum status
queue_start(struct office *office, struct visit *visit)
{
	static const struct step step = { "call start", VISIT_CALLED, VISIT_SERVING, true,
					  NULL };

	return act_on_present(office, &step, NULL, visit);
}

enum status
queue_hold(struct office *office, const char *note, struct visit *visit)
{
	static const struct step step = { "call hold", VISIT_CALLED | VISIT_SERVING,
					  VISIT_HELD, true, NULL };

	return act_on_present(office, &step, note, visit);
}

/* The visitor goes on to another service, with the same ticket and in the same visit. */
static enum status
send_on(struct office *office, const char *then, struct visit *visit)
{
	const char *const detail[] = { "then", then, NULL };
	struct visit_move move = { .state = VISIT_WAITING, .reason = "then" };
	struct counter counter;
	enum status st;

	if ((st = counter_find(office, COUNTER_OPEN, &counter)) ||
	    (st = find_present(office, &counter, visit)) ||
	    (st = visit_may_leave(office, visit, VISIT_CALLED | VISIT_SERVING)) ||
	    (st = service_in_force(office, then, &move.service_id)) ||
	    (st = step_move(office, visit, &move, "call done", detail)) ||
	    (st = counter_remember(office, &counter, "call done", visit->label, 0, 0)))
		return st;
	return visit_load(office, visit->id, visit);
}

enum status
queue_done(struct office *office, const char *then, struct visit *visit)
{
	static const struct step step = { "call done", VISIT_CALLED | VISIT_SERVING,
					  VISIT_DONE, true, NULL };
	enum status st;

	if (!then)
		return act_on_present(office, &step, NULL, visit);
	st = office_begin(office);
	return st ? st : office_end(office, send_on(office, then, visit));
}

static enum status
no_show(struct office *office, struct visit *visit)
{
	static const struct step step = { "call no-show", VISIT_CALLED, VISIT_NO_SHOW,
					  true, NULL };
	int64_t calls = 0, most = 0;
	struct counter counter;
	enum status st;

	if ((st = counter_find(office, COUNTER_OPEN, &counter)) ||
	    (st = find_present(office, &counter, visit)) ||
	    (st = visit_may_leave(office, visit, step.from)) ||
	    (st = step_calls(office, visit, &calls, &most)))
		return st;
	if (calls >= most)
		return step_do(office, &counter, &step, NULL, visit);
	fail(NO, _("%s: called %lld of %lld times"), visit->label, (long long)calls,
	     (long long)most);
	return fail_hint(NO, _("call it again: osq-call recall"));
}

enum status
queue_no_show(struct office *office, struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, no_show(office, visit));
}

/* A no-show may come back within some minutes. */
enum status
step_may_come_back(struct office *office, const struct visit *visit)
{
	char since[MOMENT_TEXT];
	int64_t minutes = 0;
	enum status st;

	if (visit->state != VISIT_NO_SHOW ||
	    (st = setting_number(office, "return_minutes", day_of(office->act.at),
				 &minutes)))
		return visit->state != VISIT_NO_SHOW ? OK : st;
	if (office->act.at <= visit->since + minutes * 60)
		return OK;
	fail(NO, _("%s: closed as no-show more than %lld minutes ago (%.5s)"),
	     visit->label, (long long)minutes, moment_print(visit->since, since) + 11);
	return fail_hint(NO, _("draw a new number: osq-ticket issue"));
}

/*
 * Anybody who names a ticket may have it wait again or elsewhere, the guard at the door
 * too; who names his counter can take it back there.
 */
static enum status
find_named(struct office *office, const char *label, struct counter *counter,
	   struct visit *visit)
{
	enum status st = acting_known(office);

	if (!st && office->act.counter)
		st = counter_look(office, counter);
	return st ? st : visit_find(office, label, NULL, visit);
}

static enum status
resume_label(struct office *office, const char *label, struct visit *visit)
{
	struct step step = { "call resume", VISIT_HELD | VISIT_NO_SHOW, VISIT_WAITING,
			     false, "resume" };
	struct counter counter = { 0 };
	enum status st;

	if ((st = find_named(office, label, &counter, visit)) ||
	    (st = visit_may_leave(office, visit, step.from)) ||
	    (st = step_may_come_back(office, visit)))
		return st;
	if (visit->state == VISIT_NO_SHOW)
		step.reason = "return";
	return step_do(office, &counter, &step, NULL, visit);
}

enum status
queue_resume(struct office *office, const char *label, struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, resume_label(office, label, visit));
}

/* A ticket that is at a counter is sent on only from there. */
static enum status
find_to_send(struct office *office, const char *label, struct counter *counter,
	     struct visit *visit)
{
	unsigned from = VISIT_WAITING | VISIT_HELD;
	enum status st;

	if (label)
		st = find_named(office, label, counter, visit);
	else if (!(st = counter_find(office, COUNTER_OPEN, counter)))
		st = find_present(office, counter, visit);
	if (st)
		return st;
	if (counter->id && counter->id == visit->counter_id)
		from |= VISIT_CALLED | VISIT_SERVING;
	return visit_may_leave(office, visit, from);
}

static enum status
transfer_label(struct office *office, const char *label, const char *service,
	       const char *to, const char *note, struct visit *visit)
{
	const char *const detail[] = { "service", service, "counter", to,
				       "note",    note,    NULL };
	struct visit_move move = { .state = VISIT_WAITING,
				   .reason = "transfer",
				   .note = note };
	struct counter counter = { 0 };
	enum status st;

	if ((st = find_to_send(office, label, &counter, visit)) ||
	    (service && (st = service_in_force(office, service, &move.service_id))) ||
	    (to && (st = counter_in_force(office, to, &move.counter_id))) ||
	    (st = step_move(office, visit, &move, "call transfer", detail)) ||
	    (st = remember(office, &counter, "call transfer", visit)))
		return st;
	return visit_load(office, visit->id, visit);
}

enum status
queue_transfer(struct office *office, const char *label, const char *service,
	       const char *counter, const char *note, struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st :
		    office_end(office, transfer_label(office, label, service, counter,
						      note, visit));
}
