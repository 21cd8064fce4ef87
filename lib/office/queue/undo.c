/* SPDX-License-Identifier: MIT */
#include "office/queue/undo.h"

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/act_day.h"
#include "office/queue/counter.h"
#include "office/rules/night.h"

/*
 * Undoing a mistaken key.  The periods become as if the act had not been done, so that
 * every figure is right; the journal keeps both the act and its undoing.
 */
struct last_act {
	struct buf act, subject;
	int64_t at, visit_after, visit_last, counter_ended, counter_begun;
};

static const char last_sql[] =
	"SELECT act, subject, at, visit_after, visit_last, desk_ended, desk_begun"
	"  FROM counter_act WHERE counter_id = :counter";

static enum status
read_last(struct office *office, const struct counter *counter, struct last_act *last)
{
	bool found = false;
	struct query q;
	enum status st;

	query_open(&q, office->store, last_sql);
	query_int(&q, ":counter", counter->id);
	if (query_row(&q)) {
		found = true;
		buf_text(&last->act, query_col_given(&q, 0));
		if (!query_col_null(&q, 1))
			buf_text(&last->subject, query_col_given(&q, 1));
		last->at = query_col_int(&q, 2);
		last->visit_after = query_col_int(&q, 3);
		last->visit_last = query_col_int(&q, 4);
		last->counter_ended = query_col_int(&q, 5);
		last->counter_begun = query_col_int(&q, 6);
	}
	if ((st = query_close(&q)))
		return st;
	if (found)
		act_not_before(&office->act, last->at);
	if (found && office->act.at < last->at)
		return fail(BAD_DATA, _("the last act at counter %s was later than that"),
			    office->act.counter);
	/* An act of an earlier day can no longer be undone. */
	return found && night_day(last->at) == night_day(office->act.at) ?
		       OK :
		       fail(NO,
			    _("nothing was done at counter %s today that can be taken back"),
			    office->act.counter);
}

/* A ticket of the act that was moved again since. */
static const char followed_sql[] =
	"SELECT later.ticket_id FROM ticket_period p"
	"  JOIN ticket_period later ON later.ticket_id = p.ticket_id AND later.id > :last"
	" WHERE p.id > :after AND p.id <= :last LIMIT 1";

static enum status
refuse_followed(struct office *office, const struct last_act *last)
{
	struct visit visit;
	int64_t ticket = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, followed_sql);
	query_int(&q, ":after", last->visit_after);
	query_int(&q, ":last", last->visit_last);
	if (query_row(&q))
		ticket = query_col_int(&q, 0);
	if ((st = query_close(&q)) || !ticket)
		return st;
	if ((st = visit_load(office, ticket, &visit)))
		return st;
	return visit_may_leave(office, &visit, 0); /* says its state */
}

static const char visits_sql[] = "SELECT DISTINCT ticket_id FROM ticket_period"
				 " WHERE id > :after AND id <= :last";

static const char drop_sql[] =
	"DELETE FROM ticket_period WHERE id > :after AND id <= :last";

/*
 * Reopen the last period that is left of the visit.  A period that is itself an end, such
 * as a no-show, is a single moment and stays closed.
 */
static const char reopen_sql[] =
	"UPDATE ticket_period SET ended_at = NULL"
	" WHERE id = (SELECT max(id) FROM ticket_period WHERE ticket_id = :id)"
	"   AND NOT is_word('states_over', state)";

static enum status
run_on(struct office *office, const char *sql, int64_t id)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":id", id);
	query_run(&q);
	return query_close(&q);
}

/*
 * An act moves two visits at most: the one that ends and the one that is called.  All
 * periods that it began are deleted before any is reopened, so that a counter never has
 * two.
 */
static enum status
restore_visits(struct office *office, const struct last_act *last)
{
	int64_t tickets[2];
	int count = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, visits_sql);
	query_int(&q, ":after", last->visit_after);
	query_int(&q, ":last", last->visit_last);
	while (count < 2 && query_row(&q))
		tickets[count++] = query_col_int(&q, 0);
	if ((st = query_close(&q)))
		return st;
	query_open(&q, office->store, drop_sql);
	query_int(&q, ":after", last->visit_after);
	query_int(&q, ":last", last->visit_last);
	query_run(&q);
	st = query_close(&q);
	while (count && !st)
		st = run_on(office, reopen_sql, tickets[--count]);
	return st;
}

static const char drop_counter_sql[] = "DELETE FROM counter_period WHERE id = :id";
static const char reopen_counter_sql[] =
	"UPDATE counter_period SET ended_at = NULL WHERE id = :id";
static const char elsewhere_sql[] =
	"SELECT o.code, c.code FROM counter_period was"
	"  JOIN counter_period p ON p.officer_id = was.officer_id AND p.ended_at IS NULL"
	"  JOIN counter c ON c.id = p.counter_id JOIN officer o ON o.id = p.officer_id"
	" WHERE was.id = :id AND p.counter_id <> was.counter_id";

/* The officer who closed this counter may have opened another one since. */
static enum status
refuse_elsewhere(struct office *office, int64_t period)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, elsewhere_sql);
	query_int(&q, ":id", period);
	if (query_row(&q))
		st = fail(NO, _("%s has counter %s open"), query_col_given(&q, 0),
			  query_col_given(&q, 1));
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

static enum status
restore_counter(struct office *office, const struct last_act *last)
{
	enum status st = OK;

	if (last->counter_ended && (st = refuse_elsewhere(office, last->counter_ended)))
		return st;
	if (last->counter_begun)
		st = run_on(office, drop_counter_sql, last->counter_begun);
	if (!st && last->counter_ended)
		st = run_on(office, reopen_counter_sql, last->counter_ended);
	return st;
}

static enum status
undo_act(struct office *office, struct last_act *last)
{
	const char *detail[] = { "act", NULL, NULL };
	struct counter counter;
	enum status st;

	if ((st = counter_look(office, &counter)) ||
	    (st = read_last(office, &counter, last)) ||
	    (st = refuse_followed(office, last)) || (st = restore_visits(office, last)) ||
	    (st = restore_counter(office, last)) ||
	    (st = run_on(office, "DELETE FROM counter_act WHERE counter_id = :id",
			 counter.id)))
		return st;
	if (!office->act.officer && *counter.code)
		office->act.officer = counter.code;
	detail[1] = last->act.text;
	return office_journal(office, "call undo", last->subject.text, detail);
}

enum status
queue_undo(struct office *office, struct buf *act, struct buf *subject)
{
	struct last_act last = { 0 };
	enum status st;

	if ((st = office_begin(office)))
		return st;
	st = office_end(office, undo_act(office, &last));
	*act = last.act;
	*subject = last.subject;
	return st;
}
