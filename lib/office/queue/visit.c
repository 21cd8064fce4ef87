/* SPDX-License-Identifier: MIT */
#include "office/queue/visit.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/intl.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/act_day.h"

const struct word visit_states[] = {
	{ "waiting", "đang chờ" },
	{ "called", "đã gọi" },
	{ "serving", "đang phục vụ" },
	{ "held", "tạm hoãn|tạm giữ" },
	{ "done", "đã xong|xong" },
	{ "no_show", "vắng mặt" },
	{ "cancelled", "đã hủy" },
	{ "unserved", "chưa được phục vụ|chưa phục vụ" },
	{ 0 },
};

/* Each stands in the sentence "A012: it is ...". */
static const char *const told[] = {
	N_("waiting"),   N_("called"),          N_("being served"),
	N_("held"),      N_("already served"),  N_("closed as no-show"),
	N_("cancelled"), N_("closed unserved"),
};

_Static_assert(sizeof(told) / sizeof(*told) + 1 ==
		       sizeof(visit_states) / sizeof(*visit_states),
	       "each state is told");

/* The index of STATE in the tables. */
static int
place_of(enum visit_state state)
{
	return ffs(state) - 1;
}

const char *
visit_word(enum visit_state state)
{
	return visit_states[place_of(state)].code;
}

static const char *
state_told(enum visit_state state)
{
	return _(told[place_of(state)]);
}

static enum visit_state
state_of(const char *word)
{
	const struct word *found = word_find(visit_states, word);

	return found ? (enum visit_state)(1 << (found - visit_states)) : VISIT_WAITING;
}

/* A ticket and its last period. */
#define VISIT_SELECT                                                                     \
	"SELECT t.id, t.series, t.number, t.day, p.state, p.started_at, p.service_id,"   \
	"       p.counter_id, p.officer_id, c.code"                                      \
	"  FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id"                     \
	"  LEFT JOIN counter c ON c.id = p.counter_id"

static const char find_sql[] = VISIT_SELECT
	" WHERE t.day = :day AND t.series = :series AND t.number = :number"
	" ORDER BY p.id DESC LIMIT 1";

static const char load_sql[] = VISIT_SELECT
	" WHERE t.id = :id ORDER BY p.id DESC LIMIT 1";

static const char at_counter_sql[] = VISIT_SELECT
	" WHERE p.counter_id = :counter AND p.ended_at IS NULL"
	"   AND p." VISIT_AT_COUNTER;

static enum status
take_row(struct query *q, struct visit *visit)
{
	bool found = query_row(q);
	enum status st;

	if (found) {
		const char *counter = query_col_text(q, 9);

		*visit = (struct visit){ .id = query_col_int(q, 0),
					 .state = state_of(query_col_given(q, 4)),
					 .since = query_col_int(q, 5),
					 .service_id = query_col_int(q, 6),
					 .counter_id = query_col_int(q, 7),
					 .officer_id = query_col_int(q, 8) };
		label_print(query_col_given(q, 1), query_col_int(q, 2), visit->label);
		text_copy(visit->day, sizeof(visit->day), query_col_given(q, 3));
		text_copy(visit->counter, sizeof(visit->counter), counter ? counter : "");
	}
	st = query_close(q);
	return st ? st : found ? OK : NO;
}

enum status
visit_find(struct office *office, const char *label, const char *day, struct visit *visit)
{
	char series[8], today[DAY_TEXT];
	int64_t number;
	struct query q;
	enum status st;

	if (!label_read(label, series, &number))
		return fail(USAGE, _("'%s' is no ticket (A012 is one)"), label);
	if (!day)
		day = day_print(day_of(office->act.at), today);
	query_open(&q, office->store, find_sql);
	query_text(&q, ":day", day);
	query_text(&q, ":series", series);
	query_int(&q, ":number", number);
	st = take_row(&q, visit);
	if (st == NO)
		return fail(NO, _("%s: no such ticket on %s"), label, day);
	return st;
}

enum status
visit_load(struct office *office, int64_t id, struct visit *visit)
{
	struct query q;

	query_open(&q, office->store, load_sql);
	query_int(&q, ":id", id);
	return take_row(&q, visit);
}

enum status
visit_at_counter(struct office *office, int64_t counter, struct visit *visit)
{
	struct query q;

	query_open(&q, office->store, at_counter_sql);
	query_int(&q, ":counter", counter);
	return take_row(&q, visit);
}

enum status
visit_may_leave(struct office *office, const struct visit *visit, unsigned from)
{
	char since[MOMENT_TEXT], at[SHOW_TEXT], last[SHOW_TEXT];

	moment_print(visit->since, since);
	if (!(visit->state & from) && *visit->counter)
		return fail(NO, _("%s: %s at counter %s (%.5s)"), visit->label,
			    state_told(visit->state), visit->counter, since + 11);
	if (!(visit->state & from))
		return fail(NO, _("%s: %s (%.5s)"), visit->label,
			    state_told(visit->state), since + 11);
	act_not_before(&office->act, visit->since);
	if (office->act.at < visit->since)
		return fail(BAD_DATA, _("%s: %s is before it was %s (%s)"), visit->label,
			    show_moment(office->act.at, at), state_told(visit->state),
			    show_moment(visit->since, last));
	return OK;
}

static const char enter_sql[] =
	"INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
	"                           officer_id, started_at, ended_at, reason, note)"
	" VALUES (:ticket, :day, :state, :service, :counter, :officer, :at, :ended, :reason,"
	"         :note)";

/*
 * A waiting period takes its age and class from the ticket: the age counts from when it
 * was drawn or from its appointment.  The window of the appointment is the one found on
 * arrival. None of this changes when the visit is sent on.
 */
static const char wait_sql[] =
	"INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
	"                           officer_id, started_at, ended_at, reason, note, weight,"
	"                           aged_at, slot_from, slot_until)"
	" SELECT t.id, :day, :state, :service, :counter, :officer, :at, :ended, :reason, :note,"
	"        coalesce(r.weight, 0), coalesce(a.slot_at, t.issued_at),"
	"        coalesce(:slot_from, w.slot_from, a.slot_at),"
	"        coalesce(:slot_until, w.slot_until, a.slot_until)"
	"   FROM ticket t LEFT JOIN priority r ON r.id = t.priority_id"
	"   LEFT JOIN appointment a ON a.ticket_id = t.id"
	"   LEFT JOIN ticket_period w"
	"     ON w.id = (SELECT min(id) FROM ticket_period WHERE ticket_id = t.id)"
	"  WHERE t.id = :ticket";

enum status
visit_enter(struct office *office, struct visit *visit, const struct visit_move *move)
{
	struct query q;
	enum status st;

	query_open(&q, office->store,
		   move->state == VISIT_WAITING ? wait_sql : enter_sql);
	query_int(&q, ":ticket", visit->id);
	query_text(&q, ":day", visit->day);
	query_text(&q, ":state", visit_word(move->state));
	query_int(&q, ":service",
		  move->service_id ? move->service_id : visit->service_id);
	if (move->counter_id)
		query_int(&q, ":counter", move->counter_id);
	if (move->officer_id)
		query_int(&q, ":officer", move->officer_id);
	query_int(&q, ":at", office->act.at);
	if (move->state & VISIT_OVER)
		query_int(&q, ":ended", office->act.at);
	query_text(&q, ":reason", move->reason);
	query_text(&q, ":note", move->note);
	if (move->slot_from)
		query_int(&q, ":slot_from", move->slot_from);
	if (move->slot_until)
		query_int(&q, ":slot_until", move->slot_until);
	query_run(&q);
	st = query_close(&q);
	if (!st) {
		visit->state = move->state;
		visit->since = office->act.at;
	}
	return st;
}
