/* SPDX-License-Identifier: MIT */
#include "slow_calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "slow_lunar.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define AHEAD     25200      /* local time is UTC+7 */
#define UNPAINTED 1          /* no midnight */
#define DECEMBER  1669827600 /* 2022-12-01T00:00:00+07:00; five years from there */

struct tm
slow_local(int64_t moment)
{
	time_t shifted = (time_t)(moment + AHEAD);
	struct tm tm;

	gmtime_r(&shifted, &tm);
	return tm;
}

int64_t
slow_midnight(int64_t moment, int more)
{
	struct tm tm = slow_local(moment);

	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_mday += more; /* timegm carries it over the months */
	return (int64_t)timegm(&tm) - AHEAD;
}

int
slow_number(int64_t midnight)
{
	return (int)((midnight + AHEAD) / SLOW_DAY);
}

static bool
slow_weekday_counts(const struct slow *slow, int weekday)
{
	for (int i = 0; i < slow->span_count; i++)
		if (slow->spans[i].weekday == weekday && slow->spans[i].counts)
			return true;
	return false;
}

static bool
slow_is_unsettled(const struct slow *slow, int year)
{
	return year >= 2023 &&
	       (year >= 2023 + SLOW_UNKNOWN || slow->unsettled[year - 2023]);
}

/* No notice has come, and the law alone has the day off. */
static bool
slow_is_guessed_off(const struct slow *slow, const struct tm *tm)
{
	bool works[8] = { false };

	if (!slow_is_unsettled(slow, tm->tm_year + 1900))
		return false;
	for (int weekday = 1; weekday <= 7; weekday++)
		works[weekday] = slow_weekday_counts(slow, weekday);
	return slow_lawful_off(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, works);
}

/* The weekday whose hours hold on that day, 0 for none. */
static int
slow_hours_of(const struct slow *slow, const struct tm *tm)
{
	int weekday = tm->tm_wday == 0 ? 7 : tm->tm_wday;

	for (int i = slow->day_count - 1; i >= 0; i--) {
		if (slow->days[i].year != tm->tm_year + 1900 ||
		    slow->days[i].month != tm->tm_mon + 1 ||
		    slow->days[i].day != tm->tm_mday)
			continue;
		if (!slow->days[i].works)
			return 0;
		if (slow_weekday_counts(slow, weekday))
			return weekday;
		for (int w = 1; w <= 7; w++)
			if (slow_weekday_counts(slow, w))
				return w;
		return weekday;
	}
	return slow_is_guessed_off(slow, tm) ? 0 : weekday;
}

/* The minutes of the local day of MOMENT. */
static const char *
slow_paint(struct slow *slow, int64_t moment)
{
	int64_t midnight = slow_midnight(moment, 0);
	struct tm tm = slow_local(moment);
	int weekday;

	if (slow->painted == midnight)
		return slow->minutes;
	weekday = slow_hours_of(slow, &tm);
	memset(slow->minutes, SHUT, sizeof(slow->minutes));
	for (int i = 0; i < slow->span_count; i++)
		if (slow->spans[i].weekday == weekday)
			for (int64_t m = slow->spans[i].opens; m < slow->spans[i].closes;
			     m++)
				slow->minutes[m] = slow->spans[i].counts ? WORKING :
									   SERVING;
	slow->painted = midnight;
	return slow->minutes;
}

enum paint
slow_at(struct slow *slow, int64_t moment)
{
	int64_t midnight = slow->painted;

	if (midnight == UNPAINTED || moment < midnight || moment >= midnight + SLOW_DAY)
		slow_paint(slow, moment);
	return slow->minutes[(moment - slow->painted) / 60];
}

/* The moment when the last working minute of that local day ends; at midnight, the last
 * second that is still of that day. */
int64_t
slow_closing(struct slow *slow, int64_t moment)
{
	const char *minutes = slow_paint(slow, moment);

	for (int64_t m = SLOW_DAY / 60; m > 0; m--)
		if (minutes[m - 1] == WORKING)
			return slow->painted + m * 60 - (m == 1440);
	return SLOW_NEVER;
}

/* Walk on, by the second up to a whole minute and by the minute after it. */
int64_t
slow_next_open(struct slow *slow, int64_t moment)
{
	int64_t end = slow_midnight(moment, 3652);

	while (slow_at(slow, moment) != WORKING) {
		moment += moment % 60 == 0 ? 60 : 1;
		if (moment > end)
			return SLOW_NEVER;
	}
	return moment;
}

/* The midnight of the first working day from that day's midnight on. */
static int64_t
slow_working_day(struct slow *slow, int64_t midnight)
{
	for (int i = 0; i < 3652; i++) {
		if (slow_closing(slow, midnight) != SLOW_NEVER)
			return midnight;
		midnight = slow_midnight(midnight, 1);
	}
	return SLOW_NEVER;
}

/* Later than the cut-off of that working day. */
static bool
slow_is_late(struct slow *slow, int cutoff, int64_t moment)
{
	int64_t midnight = slow_midnight(moment, 0), closing = slow_closing(slow, moment);

	if (closing == SLOW_NEVER || cutoff == 0)
		return false;
	if (closing == midnight + SLOW_DAY - 1)
		closing++;
	return moment > (cutoff < 0 ? closing + cutoff : midnight + cutoff);
}

/* The midnight of the working day on which it counts as received: as if at the next
 * opening, if on a day off or after closing; after the cut-off the day after. */
static int64_t
slow_receipt(struct slow *slow, int cutoff, int64_t moment)
{
	int64_t closing = slow_closing(slow, moment);

	if (closing == SLOW_NEVER || moment > closing)
		moment = slow_next_open(slow, moment);
	if (slow_is_late(slow, cutoff, moment))
		moment = slow_working_day(slow, slow_midnight(moment, 1));
	return slow_midnight(moment, 0);
}

static int64_t
slow_due_working_day(struct slow *slow, const struct time_rule *rule, int64_t received)
{
	int64_t day = slow_receipt(slow, rule->cutoff, received);

	for (int i = 0; i < rule->limit; i++)
		day = slow_working_day(slow, slow_midnight(day, 1));
	return slow_closing(slow, day);
}

/* Counted from the very day, worked or not, unless it came after the cut-off. */
static int64_t
slow_due_day(struct slow *slow, const struct time_rule *rule, int64_t received)
{
	if (slow_is_late(slow, rule->cutoff, received))
		received = slow_working_day(slow, slow_midnight(received, 1));
	return slow_closing(slow,
			    slow_working_day(slow, slow_midnight(received, rule->limit)));
}

static int64_t
slow_due_same_day(struct slow *slow, const struct time_rule *rule, int64_t received)
{
	int cutoff = rule->cutoff ? rule->cutoff : slow->cutoff;

	return slow_closing(slow, slow_receipt(slow, cutoff, received));
}

/* Let the clock run until LEFT working seconds are used up; what ends at midnight ends on
 * the day before. */
int64_t
slow_due_work(struct slow *slow, int64_t left, int64_t received)
{
	int64_t moment = received;

	if (left <= 0)
		return received;

	while (left > 0) {
		int tick = moment % 60 == 0 && left >= 60 ? 60 : 1;

		if (slow_at(slow, moment) == WORKING)
			left -= tick;
		moment += tick;
	}
	return moment == slow_midnight(moment, 0) ? moment - 1 : moment;
}

int64_t
slow_open_seconds(struct slow *slow, int64_t from, int64_t to)
{
	int64_t seconds = 0;

	while (from < to) {
		int tick = from % 60 == 0 && to - from >= 60 ? 60 : 1;

		if (slow_at(slow, from) == WORKING)
			seconds += tick;
		from += tick;
	}
	return seconds;
}

uint64_t
slow_draw(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int
slow_within(uint64_t *seed, int low, int high)
{
	return low + (int)(slow_draw(seed) % (uint64_t)(high - low + 1));
}

/* OPENS and CLOSES in minutes. */
static void
add_span(struct slow *slow, struct calendar *calendar, int weekday, int opens, int closes,
	 bool counts)
{
	int n = slow->span_count++;

	slow->spans[n].weekday = weekday;
	slow->spans[n].opens = opens;
	slow->spans[n].closes = closes;
	slow->spans[n].counts = counts;
	assert_int_equal(calendar_add_hours(calendar, weekday, opens * 60, closes * 60,
					    counts),
			 OK);
}

/* The week of a real shop; KIND says what Saturday is. */
static void
shop_week(struct slow *slow, struct calendar *calendar, int kind)
{
	for (int weekday = 1; weekday <= 5; weekday++) {
		add_span(slow, calendar, weekday, 420, 690, true);
		add_span(slow, calendar, weekday, 780, 1020, true);
	}
	if (kind)
		add_span(slow, calendar, 6, 420, 690, kind == 1);
}

/* Anything: up to four spans a day, some touching, some not counting. */
static void
odd_week(struct slow *slow, struct calendar *calendar, uint64_t *seed)
{
	add_span(slow, calendar, slow_within(seed, 1, 7), 1320, 1440, true);
	for (int weekday = 1; weekday <= 7; weekday++) {
		int minute = slow_within(seed, 0, 2) ? slow_within(seed, 0, 700) : 0;

		for (int i = slow_within(seed, 0, 3); i > 0 && minute < 1300; i--) {
			int closes = slow_within(seed, minute + 1, 1320);

			add_span(slow, calendar, weekday, minute, closes,
				 slow_within(seed, 0, 3) > 0);
			minute = closes + slow_within(seed, 0, 3) * 40;
		}
	}
}

static void
random_days(struct slow *slow, struct calendar *calendar, uint64_t *seed)
{
	slow->day_count = slow_within(seed, 0, SLOW_DAYS);
	for (int i = 0; i < slow->day_count; i++) {
		int64_t midnight = slow_midnight(DECEMBER, slow_within(seed, 0, 1800));
		struct tm tm = slow_local(midnight);

		slow->days[i].year = tm.tm_year + 1900;
		slow->days[i].month = tm.tm_mon + 1;
		slow->days[i].day = tm.tm_mday;
		slow->days[i].works = slow_within(seed, 0, 3) == 0;
		calendar_add_day(calendar, slow_number(midnight), slow->days[i].works);
	}
}

/* Notices have come of all years, of none, or of some of them. */
static void
random_notices(struct slow *slow, struct calendar *calendar, uint64_t *seed)
{
	int kind = slow_within(seed, 0, 2);

	for (int i = 0; i < SLOW_UNKNOWN; i++) {
		slow->unsettled[i] = kind == 2 ? slow_within(seed, 0, 1) : kind == 1;
		if (!slow->unsettled[i])
			calendar_settle(calendar, 2023 + i);
	}
}

int
slow_unsettled(const struct slow *slow, int64_t from, int64_t to)
{
	int last = slow_local(to).tm_year + 1900;

	for (int year = slow_local(from).tm_year + 1900; year <= last; year++)
		if (slow_is_unsettled(slow, year))
			return year;
	return 0;
}

struct calendar *
slow_random_calendar(struct slow *slow, uint64_t *seed)
{
	struct calendar *calendar = calendar_new();
	int kind = slow_within(seed, 0, 4);
	bool days_first = slow_within(seed, 0, 1);

	slow->span_count = 0;
	slow->painted = UNPAINTED;
	slow->cutoff = 15 * 3600;
	random_notices(slow, calendar, seed);
	if (days_first)
		random_days(slow, calendar, seed);
	if (kind <= 2)
		shop_week(slow, calendar, kind);
	else
		odd_week(slow, calendar, seed);
	if (!days_first)
		random_days(slow, calendar, seed);
	if (slow_within(seed, 0, 1)) {
		slow->cutoff = slow_within(seed, 1, 86399);
		calendar_add_cutoff(calendar, UNIT_SAME_DAY, 0, slow->cutoff);
	}
	return calendar;
}

int64_t
slow_random_moment(const struct slow *slow, uint64_t *seed)
{
	int64_t midnight = slow_midnight(DECEMBER, slow_within(seed, -10, 1830));
	int span = slow_within(seed, 0, slow->span_count - 1);

	switch (slow_within(seed, 0, 4)) {
	case 0:
		return midnight + slow->spans[span].opens * 60 + slow_within(seed, -1, 1);
	case 1:
		return midnight + slow->spans[span].closes * 60 +
		       slow_within(seed, -1, 1);
	case 2:
		return midnight + slow->cutoff + slow_within(seed, -1, 1);
	default:
		return midnight + slow_within(seed, 0, 86399);
	}
}

int64_t
slow_due(struct slow *slow, const struct time_rule *rule, int64_t received)
{
	switch (rule->unit) {
	case UNIT_WORKING_DAY:
		return slow_due_working_day(slow, rule, received);
	case UNIT_DAY:
		return slow_due_day(slow, rule, received);
	case UNIT_SAME_DAY:
		return slow_due_same_day(slow, rule, received);
	case UNIT_WORKING_HOUR:
		break;
	}
	return slow_due_work(slow, (int64_t)rule->limit * 3600, received);
}

int64_t
slow_handover_due(struct slow *slow, int64_t received)
{
	const int64_t midnight = slow_midnight(received, 0);
	int64_t closing = slow_closing(slow, received);
	int64_t opening = slow_next_open(slow, slow_midnight(received, 1));

	if (closing != SLOW_NEVER && received <= closing &&
	    received - midnight <= 15 * 3600)
		return closing;
	return closing != SLOW_NEVER ? opening + 3600 : slow_closing(slow, opening);
}
