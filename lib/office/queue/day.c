/* SPDX-License-Identifier: MIT */
#include "office/queue/day.h"

#include <stdio.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/queue/visit.h"

/* The end of the day. */

static const char left_sql[] =
	"SELECT t.day, label(t.series, t.number)"
	"  FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id"
	" WHERE p.ended_at IS NULL AND p.day <= :day AND p.started_at <= :at"
	" ORDER BY t.day, t.id";

/*
 * The labels of the tickets for the journal: "A003 A007", with the day where it differs.
 */
static enum status
name_left(struct office *office, const char *day, struct buf *names, int64_t *count)
{
	struct query q;

	query_open(&q, office->store, left_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":at", office->act.at);
	while (query_row(&q)) {
		buf_print(names, "%s%s/%s", *count ? " " : "", query_col_text(&q, 0),
			  query_col_text(&q, 1));
		++*count;
	}
	return query_close(&q);
}

static const char unserved_sql[] =
	"INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
	"                           officer_id, started_at, ended_at, reason)"
	" SELECT ticket_id, day, 'unserved', service_id, counter_id, officer_id, :at, :at,"
	"        'end_day'"
	"   FROM ticket_period"
	"  WHERE ended_at IS NULL AND day <= :day AND started_at <= :at ORDER BY id";

/* A counter that is at work with a ticket of a later day stays open. */
static const char close_sql[] =
	"UPDATE counter_period SET ended_at = :at"
	" WHERE ended_at IS NULL AND started_at <= :at AND started_at < :end"
	"   AND NOT EXISTS (SELECT 1 FROM ticket_period p"
	"       WHERE p.counter_id = counter_period.counter_id AND p.ended_at IS NULL"
	"         AND p." VISIT_AT_COUNTER ")";

static enum status
close_all(struct office *office, int day, struct day_end *end)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, close_sql);
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":end", day_moment(day + 1, 0));
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	end->counters = store_changes(office->store);
	return OK;
}

static const char forget_sql[] = "DELETE FROM counter_act WHERE at < :end";

static enum status
end_day(struct office *office, int day, struct day_end *end)
{
	char text[DAY_TEXT], counters[24], unserved[24], renewed[24];
	const char *detail[] = { "unserved",   unserved,  "counters",
				 counters,     "tickets", NULL,
				 "procedures", NULL,      NULL };
	struct buf names = { 0 };
	int64_t procedures = 0;
	struct query q;
	enum status st;

	day_print(day, text);
	if ((st = name_left(office, text, &names, &end->unserved)))
		goto out;
	query_open(&q, office->store, unserved_sql);
	query_text(&q, ":day", text);
	query_int(&q, ":at", office->act.at);
	query_run(&q);
	if ((st = query_close(&q)) || (st = close_all(office, day, end)) ||
	    (st = procedure_renew(office, day_of(office->now), &procedures)))
		goto out;
	if (!end->unserved && !end->counters && !procedures) {
		st = NO;
		goto out;
	}
	/* Acts at the counters can no longer be undone once the day is over. */
	query_open(&q, office->store, forget_sql);
	query_int(&q, ":end", day_moment(day + 1, 0));
	query_run(&q);
	if ((st = query_close(&q)))
		goto out;
	snprintf(unserved, sizeof(unserved), "%lld", (long long)end->unserved);
	snprintf(counters, sizeof(counters), "%lld", (long long)end->counters);
	detail[5] = names.text;
	snprintf(renewed, sizeof(renewed), "%lld", (long long)procedures);
	detail[7] = procedures ? renewed : NULL;
	st = office_journal(office, "day end", text, detail);
out:
	buf_free(&names);
	return st;
}

enum status
queue_end_day(struct office *office, int day, struct day_end *end)
{
	enum status st;

	*end = (struct day_end){ 0, 0 };
	if (day > day_of(office->act.at))
		return fail(USAGE, _("that day has not come yet"));
	if ((st = office_begin(office)))
		return st;
	st = office_end(office, end_day(office, day, end));
	return st == NO ? OK : st; /* nothing was left, nothing was changed */
}
