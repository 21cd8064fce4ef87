/* SPDX-License-Identifier: MIT */
#include "office/queue/day.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/queue/one_number.h"
#include "office/queue/visit.h"
#include "store/scrub.h"

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
		buf_print(names, "%s%s/%s", *count ? " " : "", query_col_given(&q, 0),
			  query_col_given(&q, 1));
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

/* Acts at the counters can no longer be undone once the day is over. */
static enum status
forget_acts(struct office *office, int day)
{
	struct query q;

	query_open(&q, office->store, forget_sql);
	query_int(&q, ":end", day_moment(day + 1, 0));
	query_run(&q);
	return query_close(&q);
}

static enum status
end_visits(struct office *office, const char *day)
{
	struct query q;

	query_open(&q, office->store, unserved_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":at", office->act.at);
	query_run(&q);
	return query_close(&q);
}

/* COUNT as a text for the journal, to be freed; or NULL for none, which is left out. */
static char *
print_some(int64_t count)
{
	return count ? mem_print("%lld", (long long)count) : NULL;
}

static enum status
tell_end(struct office *office, const char *day, const struct day_end *end,
	 const struct buf *names)
{
	char counters[24], unserved[24];
	char *renewed = print_some(end->procedures), *cards = print_some(end->cards);
	const char *const detail[] = { "unserved", unserved,    "counters",   counters,
				       "tickets",  names->text, "procedures", renewed,
				       "cards",    cards,       NULL };
	enum status st;

	snprintf(unserved, sizeof(unserved), "%lld", (long long)end->unserved);
	snprintf(counters, sizeof(counters), "%lld", (long long)end->counters);
	st = office_journal(office, "day end", day, detail);
	free(renewed);
	free(cards);
	return st;
}

/* NO where nothing was left. */
static enum status
end_day(struct office *office, int day, struct day_end *end)
{
	char text[DAY_TEXT];
	struct buf names = { 0 };
	enum status st;

	day_print(day, text);
	if (!(st = name_left(office, text, &names, &end->unserved)) &&
	    !(st = end_visits(office, text)) && !(st = close_all(office, day, end)) &&
	    !(st = procedure_renew(office, day_of(office->now), &end->procedures)) &&
	    !(st = one_number_forget(office, text, &end->cards))) {
		if (!end->unserved && !end->counters && !end->procedures && !end->cards)
			st = NO;
		else if (!(st = forget_acts(office, day)))
			st = tell_end(office, text, end, &names);
	}
	buf_free(&names);
	return st;
}

enum status
queue_end_day(struct office *office, int day, struct day_end *end)
{
	enum status st;

	*end = (struct day_end){ 0 };
	if (day > day_of(office->act.at))
		return fail(USAGE, _("that day has not come yet"));
	if ((st = office_begin(office)))
		return st;
	st = office_end(office, end_day(office, day, end));
	/* What was wiped stands in the log until then.  Who keeps on reading only delays
	 * that: whoever writes next empties it too. */
	if (!st && end->cards && !office->act.dry_run &&
	    (st = store_empty_log(office->store)) == BUSY)
		st = OK;
	return st == NO ? OK : st; /* nothing was left, nothing was changed */
}
