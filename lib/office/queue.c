/* SPDX-License-Identifier: MIT */
#include "office/queue.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"

/* Who is at the counter of the act. */
struct desk {
	int64_t counter, officer;
	char code[64];
};

static const char sitting_sql[] =
	"SELECT p.officer_id, o.code FROM counter_period p JOIN officer o ON o.id = p.officer_id"
	" WHERE p.counter_id = :counter AND p.ended_at IS NULL";

/* The officer who has the counter open; NO without a message when it is closed. */
static enum status
sitting(struct office *office, struct desk *desk)
{
	bool found = false;
	struct query q;
	enum status st;

	query_open(&q, office->store, sitting_sql);
	query_int(&q, ":counter", desk->counter);
	if (query_row(&q)) {
		found = true;
		desk->officer = query_col_int(&q, 0);
		snprintf(desk->code, sizeof(desk->code), "%s", query_col_text(&q, 1));
	}
	st = query_close(&q);
	return st ? st : found ? OK : NO;
}

/* The counter of the act, which must be open. */
static enum status
find_desk(struct office *office, struct desk *desk)
{
	enum status st = acting_counter(office, &desk->counter);

	if (st)
		return st;
	st = sitting(office, desk);
	if (st == NO) {
		fail(NO, _("counter %s is not open"), office->act.counter);
		return fail_hint(NO, _("open it with: osq-call open --officer O"));
	}
	if (!st && !office->act.officer)
		office->act.officer = desk->code; /* the journal names who sits there */
	return st;
}

static const char open_sql[] =
	"INSERT INTO counter_period (counter_id, officer_id, state, started_at)"
	" VALUES (:counter, :officer, 'open', :at)";

static const char elsewhere_sql[] =
	"SELECT c.code FROM counter_period p"
	"  JOIN counter c ON c.id = p.counter_id JOIN officer o ON o.id = p.officer_id"
	" WHERE o.code = :officer AND p.ended_at IS NULL";

static enum status
refuse_elsewhere(struct office *office)
{
	char counter[64] = "";
	struct query q;
	enum status st;

	query_open(&q, office->store, elsewhere_sql);
	query_text(&q, ":officer", office->act.officer);
	if (query_row(&q))
		snprintf(counter, sizeof(counter), "%s", query_col_text(&q, 0));
	if ((st = query_close(&q)) || !*counter)
		return st;
	fail(NO, _("%s has counter %s open"), office->act.officer, counter);
	return fail_hint(NO, _("close that one first: osq-call close --counter %s"), counter);
}

static enum status
open_counter(struct office *office)
{
	struct desk desk = { 0 };
	int64_t officer;
	struct query q;
	enum status st;

	if ((st = acting_counter(office, &desk.counter)))
		return st;
	if (!office->act.officer) {
		fail(USAGE, _("who sits at counter %s?"), office->act.counter);
		return fail_hint(USAGE, _("give --officer O, or set OSQ_OFFICER"));
	}
	if ((st = officer_id(office, office->act.officer, &officer)))
		return st;
	if ((st = sitting(office, &desk)) != NO)
		return st ? st :
			    fail(NO, _("counter %s is open already, with %s"),
				 office->act.counter, desk.code);
	if ((st = refuse_elsewhere(office)))
		return st;
	query_open(&q, office->store, open_sql);
	query_int(&q, ":counter", desk.counter);
	query_int(&q, ":officer", officer);
	query_int(&q, ":at", office->act.at);
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	return office_journal(office, "counter open", office->act.counter, NULL);
}

enum status
queue_open_counter(struct office *office)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, open_counter(office));
}

static const char close_sql[] = "UPDATE counter_period SET ended_at = :at"
				" WHERE counter_id = :counter AND ended_at IS NULL"
				"   AND started_at <= :at";

static enum status
close_counter(struct office *office)
{
	struct desk desk = { 0 };
	struct visit visit;
	struct query q;
	enum status st;

	if ((st = find_desk(office, &desk)))
		return st;
	if ((st = visit_at_counter(office, desk.counter, &visit)) != NO) {
		if (st)
			return st;
		fail(NO, _("%s is still at counter %s"), visit.label, office->act.counter);
		return fail_hint(NO, _("end it with: osq-call done, no-show, hold or transfer"));
	}
	query_open(&q, office->store, close_sql);
	query_int(&q, ":counter", desk.counter);
	query_int(&q, ":at", office->act.at);
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	if (!store_changes(office->store))
		return fail(BAD_DATA, _("counter %s was opened later than that"),
			    office->act.counter);
	return office_journal(office, "counter close", office->act.counter, NULL);
}

enum status
queue_close_counter(struct office *office)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, close_counter(office));
}

/* Move a visit at the desk and tell the journal. */
static enum status
move_visit(struct office *office, struct visit *visit, const struct visit_move *move,
	   const char *act, const char *const *detail)
{
	enum status st = visit_enter(office, visit, move);

	return st ? st : office_journal(office, act, visit->label, detail);
}

/* Who is next: those sent to this counter and those who wait for one of its
 * services, by priority, then by age.  The one place that decides. */
#define NEXT_IN_LINE                                                                     \
	"  FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id"                     \
	"  LEFT JOIN priority r ON r.id = t.priority_id"                                 \
	" WHERE p.day = :day AND p.state = 'waiting' AND p.ended_at IS NULL"             \
	"   AND p.started_at <= :at"                                                     \
	"   AND (p.counter_id = :counter OR (p.counter_id IS NULL AND p.service_id IN"   \
	"        (SELECT service_id FROM counter_service WHERE counter_id = :counter)))" \
	" ORDER BY coalesce(r.weight, 0) DESC, t.issued_at, t.id LIMIT 1"

/* Choosing and marking are one statement: the INSERT ends the waiting period, so
 * nobody else can find it. */
static const char call_sql[] =
	"INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
	"                           officer_id, started_at)"
	" SELECT p.ticket_id, p.day, 'called', p.service_id, :counter, :officer, :at"
	NEXT_IN_LINE
	" RETURNING ticket_id";

/* NO without a message when nobody waits. */
static enum status
call_next(struct office *office, const struct desk *desk, struct visit *visit)
{
	char day[DAY_TEXT];
	int64_t id = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, call_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_int(&q, ":counter", desk->counter);
	query_int(&q, ":officer", desk->officer);
	query_int(&q, ":at", office->act.at);
	if (query_row(&q))
		id = query_col_int(&q, 0);
	if ((st = query_close(&q)))
		return st;
	if (!id)
		return NO;
	if ((st = visit_load(office, id, visit)))
		return st;
	return office_journal(office, "call next", visit->label, NULL);
}

/* End what is at the desk, if anything is. */
static enum status
finish_present(struct office *office, const struct desk *desk, bool *finished)
{
	char today[DAY_TEXT];
	struct visit present;
	struct visit_move done = { .state = VISIT_DONE,
				   .counter_id = desk->counter,
				   .officer_id = desk->officer };
	enum status st = visit_at_counter(office, desk->counter, &present);

	*finished = st == OK;
	if (st)
		return st == NO ? OK : st;
	if ((st = visit_may_leave(office, &present, VISIT_CALLED | VISIT_SERVING)))
		return st;
	if (strcmp(present.day, day_print(day_of(office->act.at), today)) != 0) {
		/* Left there on another day: when it ended nobody knows. */
		done.state = VISIT_UNSERVED;
		return move_visit(office, &present, &done, "call unserved", NULL);
	}
	return move_visit(office, &present, &done, "call done", NULL);
}

enum status
queue_next(struct office *office, struct visit *visit)
{
	struct desk desk = { 0 };
	bool finished = false;
	enum status st;

	if ((st = office_begin(office)))
		return st;
	if (!(st = find_desk(office, &desk)) &&
	    !(st = finish_present(office, &desk, &finished)))
		st = call_next(office, &desk, visit);
	else
		return office_end(office, st);
	if (st != NO)
		return office_end(office, st);
	/* Nobody waits: what was served is finished all the same. */
	if (finished)
		st = office_end(office, OK);
	else
		store_rollback(office->store);
	return st && st != NO ? st :
				fail(NO, _("nobody is waiting for counter %s"),
				     office->act.counter);
}

/* An act on a visit: who, from which states, to where. */
struct step {
	const char *act; /* for the journal */
	unsigned from;
	enum visit_state to;
	bool stays; /* the counter and its officer go on with it */
};

/* Do STEP on LABEL, or on what is at the desk where it is NULL. */
static enum status
do_step(struct office *office, const struct step *step, const char *label,
	const char *note, struct visit *visit)
{
	const char *const detail[] = { "note", note, NULL };
	struct visit_move move = { .state = step->to, .note = note };
	struct desk desk = { 0 };
	enum status st;

	if ((st = find_desk(office, &desk)))
		return st;
	st = label ? visit_find(office, label, NULL, visit) :
		     visit_at_counter(office, desk.counter, visit);
	if (st)
		return st == NO && !label ? fail(NO, _("no ticket is at counter %s"),
						 office->act.counter) :
					    st;
	if ((st = visit_may_leave(office, visit, step->from)))
		return st;
	if (step->stays) {
		move.counter_id = desk.counter;
		move.officer_id = desk.officer;
	}
	if ((st = move_visit(office, visit, &move, step->act, detail)))
		return st;
	return visit_load(office, visit->id, visit);
}

static enum status
act_on(struct office *office, const struct step *step, const char *label, const char *note,
       struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, do_step(office, step, label, note, visit));
}

enum status
queue_recall(struct office *office, struct visit *visit)
{
	static const struct step step = { "call recall", VISIT_CALLED, VISIT_CALLED, true };

	return act_on(office, &step, NULL, NULL, visit);
}

enum status
queue_start(struct office *office, struct visit *visit)
{
	static const struct step step = { "call start", VISIT_CALLED, VISIT_SERVING, true };

	return act_on(office, &step, NULL, NULL, visit);
}

enum status
queue_done(struct office *office, struct visit *visit)
{
	static const struct step step = { "call done", VISIT_CALLED | VISIT_SERVING,
					  VISIT_DONE, true };

	return act_on(office, &step, NULL, NULL, visit);
}

enum status
queue_no_show(struct office *office, struct visit *visit)
{
	static const struct step step = { "call no-show", VISIT_CALLED, VISIT_NO_SHOW, true };

	return act_on(office, &step, NULL, NULL, visit);
}

enum status
queue_hold(struct office *office, const char *note, struct visit *visit)
{
	static const struct step step = { "call hold", VISIT_CALLED | VISIT_SERVING,
					  VISIT_HELD, true };

	return act_on(office, &step, NULL, note, visit);
}

enum status
queue_resume(struct office *office, const char *label, struct visit *visit)
{
	static const struct step step = { "call resume", VISIT_HELD, VISIT_WAITING, false };

	return act_on(office, &step, label, NULL, visit);
}

static enum status
take(struct office *office, const char *label, const char *note, struct visit *visit)
{
	static const struct step step = { "call take",
					  VISIT_WAITING | VISIT_HELD | VISIT_NO_SHOW,
					  VISIT_CALLED, true };
	struct desk desk = { 0 };
	struct visit present;
	enum status st;

	if ((st = find_desk(office, &desk)))
		return st;
	if ((st = visit_at_counter(office, desk.counter, &present)) == OK) {
		fail(NO, _("%s is still at counter %s"), present.label, office->act.counter);
		return fail_hint(NO, _("end it with: osq-call done, no-show, hold or transfer"));
	}
	return st == NO ? do_step(office, &step, label, note, visit) : st;
}

enum status
queue_take(struct office *office, const char *label, const char *note, struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, take(office, label, note, visit));
}

/* A ticket may be sent on by anybody who can name it; the one at the counter only
 * from there. */
static enum status
transfer(struct office *office, const char *label, const char *service, const char *counter,
	 const char *note, struct visit *visit)
{
	const char *const detail[] = { "service", service, "counter", counter,
				       "note",	  note,	   NULL };
	struct visit_move move = { .state = VISIT_WAITING, .note = note };
	struct desk desk = { 0 };
	unsigned from = VISIT_WAITING | VISIT_HELD;
	enum status st = acting_known(office);

	if (st || (!label && (st = find_desk(office, &desk))))
		return st;
	st = label ? visit_find(office, label, NULL, visit) :
		     visit_at_counter(office, desk.counter, visit);
	if (st)
		return st == NO && !label ? fail(NO, _("no ticket is at counter %s"),
						 office->act.counter) :
					    st;
	if (office->act.counter && !strcmp(office->act.counter, visit->counter))
		from |= VISIT_CALLED | VISIT_SERVING;
	if ((st = visit_may_leave(office, visit, from)) ||
	    (service && (st = service_id(office, service, &move.service_id))) ||
	    (counter && (st = counter_id(office, counter, &move.counter_id))) ||
	    (st = move_visit(office, visit, &move, "call transfer", detail)))
		return st;
	return visit_load(office, visit->id, visit);
}

enum status
queue_transfer(struct office *office, const char *label, const char *service,
	       const char *counter, const char *note, struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st :
		    office_end(office, transfer(office, label, service, counter, note, visit));
}
