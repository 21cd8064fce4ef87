/* SPDX-License-Identifier: MIT */
#include "office/queue/counter.h"

#include <stdio.h>

#include "base/intl.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/act_day.h"
#include "office/core/caller.h"

static const char look_sql[] =
	"SELECT c.id, p.officer_id, o.code, p.id, p.state = 'paused', p.started_at,"
	"       (SELECT max(id) FROM ticket_period), a.at,"
	"       coalesce(c.until < :day, 0) OR coalesce(o.until < :day, 0)"
	"  FROM counter c"
	"  LEFT JOIN counter_act a ON a.counter_id = c.id"
	"  LEFT JOIN counter_period p ON p.counter_id = c.id AND p.ended_at IS NULL"
	"  LEFT JOIN officer o ON o.id = p.officer_id"
	" WHERE c.id = :counter";

enum status
counter_look(struct office *office, struct counter *counter)
{
	char day[DAY_TEXT];
	int64_t id;
	struct query q;
	enum status st = acting_counter(office, &id);

	*counter = (struct counter){ 0 };
	if (st)
		return st;
	query_open(&q, office->store, look_sql);
	query_int(&q, ":counter", id);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	if (query_row(&q)) {
		const char *code = query_col_text(&q, 2);

		*counter = (struct counter){ .id = query_col_int(&q, 0),
					     .officer = query_col_int(&q, 1),
					     .period = query_col_int(&q, 3),
					     .paused = query_col_int(&q, 4) != 0,
					     .since = query_col_int(&q, 5),
					     .visits = query_col_int(&q, 6),
					     .acted_at = query_col_int(&q, 7),
					     .ended = query_col_int(&q, 8) != 0 };
		text_copy(counter->code, sizeof(counter->code), code ? code : "");
	}
	return query_close(&q);
}

/*
 * The acts at one counter must be in the order of time, even when entered late:
 * overlapping periods would make nobody's hours right.
 */
static enum status
check_time(struct office *office, const struct counter *counter)
{
	char at[SHOW_TEXT], last[SHOW_TEXT];

	act_not_before(&office->act, counter->since);
	act_not_before(&office->act, counter->acted_at);
	if (office->act.at < counter->since)
		return fail(BAD_DATA, _("counter %s was %s later than that (%s)"),
			    office->act.counter,
			    counter->paused ? _("paused") : _("opened"),
			    show_moment(counter->since, last));
	if (office->act.at < counter->acted_at)
		return fail(BAD_DATA, _("%s is before the last act at counter %s (%s)"),
			    show_moment(office->act.at, at), office->act.counter,
			    show_moment(counter->acted_at, last));
	return OK;
}

enum status
counter_find(struct office *office, enum counter_state least, struct counter *counter)
{
	char since[MOMENT_TEXT];
	enum status st = counter_look(office, counter);

	if (st)
		return st;
	if (!counter->officer) {
		fail(NO, _("counter %s is not open"), office->act.counter);
		return fail_hint(NO, _("open it with: osq-call open --officer O"));
	}
	if ((st = caller_at_counter(office, counter->code)) ||
	    (st = check_time(office, counter)))
		return st;
	if (counter->paused && least == COUNTER_OPEN) {
		fail(NO, _("counter %s is paused (%.5s)"), office->act.counter,
		     moment_print(counter->since, since) + 11);
		return fail_hint(NO, _("go on with: osq-call back"));
	}
	if (!office->act.officer)
		office->act.officer = counter->code; /* for the journal */
	return OK;
}

enum status
counter_may_call(struct office *office, const struct counter *counter)
{
	int64_t id;
	enum status st;

	if (!counter->ended)
		return OK;
	st = counter_in_force(office, office->act.counter, &id);
	return st ? st : officer_in_force(office, counter->code, &id);
}

enum status
counter_is_free(struct office *office, const struct counter *counter)
{
	struct visit present;
	enum status st = visit_at_counter(office, counter->id, &present);

	if (st)
		return st == NO ? OK : st;
	fail(NO, _("%s is still at counter %s"), present.label, office->act.counter);
	return fail_hint(NO, _("end it with: osq-call done, no-show, hold or transfer"));
}

static const char remember_sql[] =
	"INSERT INTO counter_act (counter_id, act, subject, at, visit_after, visit_last,"
	"                         desk_ended, desk_begun)"
	" VALUES (:counter, :act, :subject, :at, :after,"
	"         (SELECT coalesce(max(id), 0) FROM ticket_period), :ended, :begun)"
	" ON CONFLICT (counter_id) DO UPDATE SET act = excluded.act,"
	"  subject = excluded.subject, at = excluded.at, visit_after = excluded.visit_after,"
	"  visit_last = excluded.visit_last, desk_ended = excluded.desk_ended,"
	"  desk_begun = excluded.desk_begun";

enum status
counter_remember(struct office *office, const struct counter *counter, const char *what,
		 const char *subject, int64_t ended, int64_t begun)
{
	struct query q;

	query_open(&q, office->store, remember_sql);
	query_int(&q, ":counter", counter->id);
	query_text(&q, ":act", what);
	query_text(&q, ":subject", subject);
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":after", counter->visits);
	if (ended)
		query_int(&q, ":ended", ended);
	if (begun)
		query_int(&q, ":begun", begun);
	query_run(&q);
	return query_close(&q);
}

static const char begin_sql[] =
	"INSERT INTO counter_period (counter_id, officer_id, state, started_at)"
	" VALUES (:counter, :officer, :state, :at)";

static const char end_sql[] = "UPDATE counter_period SET ended_at = :at"
			      " WHERE id = :period";

/*
 * End the counter's present period, if it has one, and begin another in STATE unless
 * STATE is NULL.
 */
static enum status
change_session(struct office *office, struct counter *counter, int64_t officer,
	       const char *state, const char *what, const char *const *detail)
{
	int64_t begun = 0;
	struct query q;
	enum status st;

	if (counter->period) {
		query_open(&q, office->store, end_sql);
		query_int(&q, ":period", counter->period);
		query_int(&q, ":at", office->act.at);
		query_run(&q);
		if ((st = query_close(&q)))
			return st;
	}
	if (state) {
		query_open(&q, office->store, begin_sql);
		query_int(&q, ":counter", counter->id);
		query_int(&q, ":officer", officer);
		query_text(&q, ":state", state);
		query_int(&q, ":at", office->act.at);
		query_run(&q);
		if ((st = query_close(&q)))
			return st;
		begun = store_last_id(office->store);
	}
	if ((st = counter_remember(office, counter, what, office->act.counter,
				   counter->period, begun)))
		return st;
	return office_journal(office, what, office->act.counter, detail);
}

static const char elsewhere_sql[] =
	"SELECT c.code FROM counter_period p"
	"  JOIN counter c ON c.id = p.counter_id JOIN officer o ON o.id = p.officer_id"
	" WHERE o.code = :officer AND p.ended_at IS NULL";

static enum status
refuse_elsewhere(struct office *office)
{
	char counter[CODE_TEXT] = "";
	struct query q;
	enum status st;

	query_open(&q, office->store, elsewhere_sql);
	query_text(&q, ":officer", office->act.officer);
	if (query_row(&q))
		text_copy(counter, sizeof(counter), query_col_given(&q, 0));
	if ((st = query_close(&q)) || !*counter)
		return st;
	fail(NO, _("%s has counter %s open"), office->act.officer, counter);
	return fail_hint(NO, _("close that one first: osq-call close --counter %s"),
			 counter);
}

/* Nobody sits there for two days, and so far back need not be read. */
static const char until_sql[] =
	"SELECT max(ended_at) FROM counter_period"
	" WHERE (counter_id = :counter OR officer_id = :officer) AND ended_at > :at"
	"   AND started_at > :since";

/* Refuse the act when the counter or the officer was at work later than its moment. */
static enum status
refuse_earlier(struct office *office, int64_t counter, int64_t officer)
{
	char until[SHOW_TEXT];
	int64_t ended = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, until_sql);
	query_int(&q, ":counter", counter);
	query_int(&q, ":officer", officer);
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":since", office->act.at - INT64_C(2) * DAY_SECONDS);
	if (query_row(&q))
		ended = query_col_int(&q, 0);
	if ((st = query_close(&q)) || !ended)
		return st;
	return fail(BAD_DATA, _("counter %s or officer %s was at work until %s"),
		    office->act.counter, office->act.officer, show_moment(ended, until));
}

static enum status
open_counter(struct office *office)
{
	struct counter counter;
	int64_t officer;
	enum status st = counter_look(office, &counter);

	if (st)
		return st;
	if (!office->act.officer) {
		fail(USAGE, _("who sits at counter %s?"), office->act.counter);
		return fail_hint(USAGE, _("give --officer O, or set OSQ_OFFICER"));
	}
	if ((st = counter_in_force(office, office->act.counter, &counter.id)) ||
	    (st = officer_in_force(office, office->act.officer, &officer)))
		return st;
	if (counter.officer)
		return fail(NO, _("counter %s is open already, with %s"),
			    office->act.counter, counter.code);
	if ((st = refuse_elsewhere(office)) ||
	    (st = refuse_earlier(office, counter.id, officer)))
		return st;
	return change_session(office, &counter, officer, "open", "counter open", NULL);
}

enum status
queue_open_counter(struct office *office)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, open_counter(office));
}

static enum status
close_counter(struct office *office)
{
	struct counter counter;
	enum status st = counter_find(office, COUNTER_PAUSED, &counter);

	if (st || (st = counter_is_free(office, &counter)))
		return st;
	return change_session(office, &counter, 0, NULL, "counter close", NULL);
}

enum status
queue_close_counter(struct office *office)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, close_counter(office));
}

static enum status
pause_counter(struct office *office, const char *note)
{
	const char *const detail[] = { "note", note, NULL };
	struct counter counter;
	enum status st = counter_find(office, COUNTER_OPEN, &counter);

	if (st || (st = counter_is_free(office, &counter)))
		return st;
	return change_session(office, &counter, counter.officer, "paused",
			      "counter pause", detail);
}

enum status
queue_pause_counter(struct office *office, const char *note)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, pause_counter(office, note));
}

static enum status
resume_counter(struct office *office)
{
	struct counter counter;
	enum status st = counter_find(office, COUNTER_PAUSED, &counter);

	if (st)
		return st;
	if (!counter.paused)
		return fail(NO, _("counter %s is not paused"), office->act.counter);
	return change_session(office, &counter, counter.officer, "open", "counter back",
			      NULL);
}

enum status
queue_resume_counter(struct office *office)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, resume_counter(office));
}
