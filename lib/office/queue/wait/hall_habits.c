/* SPDX-License-Identifier: MIT */
#include "office/queue/wait/hall_habits.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/worktime.h"
#include "office/rules/workday.h"

#define DAYS  6         /* with a habit, at most */
#define BACK  14        /* days to look back for them */
#define EARLY (30 * 60) /* one goes to lunch so long before the hours say */

/* The days that are looked at: of each the place of its habit, -1 where it has none. */
struct days {
	int today, first;
	int habit[BACK];
	size_t count;
};

static bool
same_hours(const struct workday *a, const struct workday *b)
{
	size_t i;

	if (a->count != b->count)
		return false;
	for (i = 0; i < a->count; i++)
		if (a->spans[i].opens != b->spans[i].opens ||
		    a->spans[i].closes != b->spans[i].closes)
			return false;
	return true;
}

static void
find_days(const struct calendar *calendar, int today, struct days *days)
{
	int back;

	*days = (struct days){ .today = today, .first = today };
	for (back = 1; back <= BACK && days->count < DAYS; back++) {
		days->habit[back - 1] = -1;
		if (!same_hours(calendar_hours(calendar, today),
				calendar_hours(calendar, today - back)))
			continue;
		days->first = today - back;
		days->habit[back - 1] = (int)days->count++;
	}
}

/* What the register says of today. */
static void
load_hours(const struct calendar *calendar, int today, struct hall *hall)
{
	const struct workday *hours = calendar_hours(calendar, today);
	size_t i;

	for (i = 0; i < hours->count; i++)
		absences_add_presence(&hall->hours,
				      day_moment(today, hours->spans[i].opens),
				      day_moment(today, hours->spans[i].closes));
}

static struct hall_counter *
find_counter(struct hall *hall, int64_t id)
{
	size_t i;

	for (i = 0; i < hall->counter_count; i++)
		if (hall->counters[i].id == id)
			return &hall->counters[i];
	return NULL;
}

static const char open_sql[] =
	"SELECT counter_id, started_at, ended_at FROM counter_period"
	" WHERE started_at >= :from AND started_at < :to AND state = 'open'"
	" ORDER BY started_at, id";

/* Somebody had the counter open on another day, as if it were today. */
static void
add_presence(struct hall *hall, const struct days *days, struct query *q)
{
	struct hall_counter *counter = find_counter(hall, query_col_int(q, 0));
	const int64_t from = query_col_int(q, 1);
	const int day = day_of(from);
	const int habit = days->habit[days->today - day - 1];
	const int64_t midnight = day_moment(day + 1, 0);
	const int64_t later = (int64_t)(days->today - day) * DAY_SECONDS;
	int64_t until = query_col_null(q, 2) ? midnight : query_col_int(q, 2);

	if (habit < 0 || !counter)
		return;
	if (until > midnight) /* somebody forgot it */
		until = midnight;
	if (until < from)
		until = from;
	if (!counter->habits)
		counter->habits = mem_alloc(days->count * sizeof(*counter->habits));
	absences_add_presence(&counter->habits[habit], from + later, until + later);
}

static enum status
load_presence(struct office *office, const struct days *days, struct hall *hall)
{
	struct query q;

	hall->habit_count = days->count;
	query_open(&q, office->store, open_sql);
	query_int(&q, ":from", day_moment(days->first, 0));
	query_int(&q, ":to", day_moment(days->today, 0));
	while (query_row(&q))
		add_presence(hall, days, &q);
	return query_close(&q);
}

/* Whether anybody was at a counter of the hall on the day of the habit. */
static bool
has_presence(const struct hall *hall, size_t habit)
{
	size_t c;

	for (c = 0; c < hall->counter_count; c++)
		if (hall->counters[c].habits && hall->counters[c].habits[habit].count)
			return true;
	return false;
}

/* Days on which nobody was there tell nothing: the office did not call by us then. */
static void
drop_empty_days(struct hall *hall)
{
	size_t d, c, kept = 0;

	for (d = 0; d < hall->habit_count; d++) {
		if (!has_presence(hall, d))
			continue;
		for (c = 0; c < hall->counter_count; c++)
			if (hall->counters[c].habits)
				hall->counters[c].habits[kept] = hall->counters[c]
									 .habits[d];
		kept++;
	}
	hall->habit_count = kept;
}

/*
 * Whether he who was last there until LEFT went with one of the day's hours but the last,
 * and so before lunch, not to come back.
 */
static bool
went_early(const struct workday *hours, int64_t left)
{
	const int second = second_of_day(left);
	size_t i;

	for (i = 0; i + 1 < hours->count; i++)
		if (second >= hours->spans[i].closes - EARLY &&
		    second < hours->spans[i + 1].opens)
			return true;
	return false;
}

static void
mark_early(struct hall *hall, const struct workday *hours)
{
	size_t c, d;

	for (c = 0; c < hall->counter_count; c++)
		for (d = 0; hall->counters[c].habits && d < hall->habit_count; d++) {
			struct absences *habit = &hall->counters[c].habits[d];

			habit->goes_early =
				habit->count &&
				went_early(hours, habit->list[habit->count - 1].from);
		}
}

/* A closed counter that on no day is going to open still stays out of the plays. */
static void
drop_closed(struct hall *hall)
{
	size_t i, n = 0;

	for (i = 0; i < hall->counter_count; i++) {
		if (hall_may_open(hall, &hall->counters[i]))
			hall->counters[n++] = hall->counters[i];
		else
			hall_counter_free(hall, &hall->counters[i]);
	}
	hall->counter_count = n;
}

enum status
hall_load_habits(struct office *office, struct hall *hall)
{
	const int today = day_of(hall->at);
	struct calendar *calendar;
	struct days days;
	enum status st = calendar_load(office, &calendar);

	if (st)
		return st;
	find_days(calendar, today, &days);
	load_hours(calendar, today, hall);
	if (days.count && !(st = load_presence(office, &days, hall))) {
		drop_empty_days(hall);
		mark_early(hall, calendar_hours(calendar, today));
	}
	calendar_free(calendar);
	if (!st)
		drop_closed(hall);
	return st;
}
