/* SPDX-License-Identifier: MIT */
#include "office/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h> /* last: its fail() is not ours */

/*
 * The rules of office/calendar.h once more, slowly: a day is painted minute by
 * minute, and every answer is found by walking over the paint.  Shares nothing with
 * what it checks; dates come from the C library, in UTC after adding seven hours.
 * Hours must be whole minutes.
 */
#define AHEAD      25200 /* local time is UTC+7 */
#define DAY_LONG   86400
#define SLOW_SPANS 32
#define SLOW_DAYS  1024
#define SLOW_NEVER INT64_MIN
#define UNPAINTED  1 /* no midnight */

enum paint { SHUT, SERVING, WORKING };

struct slow {
	struct {
		int weekday;
		int64_t opens, closes; /* minutes */
		bool counts;
	} spans[SLOW_SPANS];
	int span_count;
	struct {
		int year, month, day;
		bool works;
	} days[SLOW_DAYS];
	int day_count;
	int cutoff;      /* seconds */
	int64_t painted; /* the midnight of the day in `minutes` */
	char minutes[24 * 60];
};

static struct tm
slow_local(int64_t moment)
{
	time_t shifted = (time_t)(moment + AHEAD);
	struct tm tm;

	gmtime_r(&shifted, &tm);
	return tm;
}

/* Midnight of the local day of MOMENT, MORE days later. */
static int64_t
slow_midnight(int64_t moment, int more)
{
	struct tm tm = slow_local(moment);

	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_mday += more; /* timegm carries it over the months */
	return (int64_t)timegm(&tm) - AHEAD;
}

/* What the calendar calls that day: days since 1970, by their local midnights. */
static int
slow_number(int64_t midnight)
{
	return (int)((midnight + AHEAD) / DAY_LONG);
}

static bool
slow_weekday_counts(const struct slow *slow, int weekday)
{
	for (int i = 0; i < slow->span_count; i++)
		if (slow->spans[i].weekday == weekday && slow->spans[i].counts)
			return true;
	return false;
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
	return weekday;
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
				slow->minutes[m] = slow->spans[i].counts ? WORKING
									 : SERVING;
	slow->painted = midnight;
	return slow->minutes;
}

static enum paint
slow_at(struct slow *slow, int64_t moment)
{
	int64_t midnight = slow->painted;

	if (midnight == UNPAINTED || moment < midnight || moment >= midnight + DAY_LONG)
		slow_paint(slow, moment);
	return slow->minutes[(moment - slow->painted) / 60];
}

/* The moment when the last working minute of that local day ends. */
static int64_t
slow_closing(struct slow *slow, int64_t moment)
{
	const char *minutes = slow_paint(slow, moment);

	for (int64_t m = DAY_LONG / 60; m > 0; m--)
		if (minutes[m - 1] == WORKING)
			return slow->painted + m * 60;
	return SLOW_NEVER;
}

/* Walk on, by the second up to a whole minute and by the minute after it. */
static int64_t
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

/* As if received at the next opening, if on a day off or after closing. */
static int64_t
slow_receipt(struct slow *slow, int64_t moment)
{
	int64_t closing = slow_closing(slow, moment);

	if (closing == SLOW_NEVER || moment > closing)
		return slow_next_open(slow, moment);
	return moment;
}

static int64_t
slow_due_working_day(struct slow *slow, int n, int64_t received)
{
	int64_t day = slow_receipt(slow, received);

	for (int i = 0; i < n; i++)
		day = slow_working_day(slow, slow_midnight(day, 1));
	return slow_closing(slow, day);
}

static int64_t
slow_due_day(struct slow *slow, int n, int64_t received)
{
	int64_t last = slow_midnight(received, n);

	return slow_closing(slow, slow_working_day(slow, last));
}

static int64_t
slow_due_same_day(struct slow *slow, int64_t received)
{
	int64_t moment = slow_receipt(slow, received);
	struct tm tm = slow_local(moment);

	if (tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec > slow->cutoff)
		moment = slow_working_day(slow, slow_midnight(moment, 1));
	return slow_closing(slow, moment);
}

/* Let the clock run until LEFT working seconds are used up. */
static int64_t
slow_due_work(struct slow *slow, int64_t left, int64_t received)
{
	int64_t moment = received;

	while (left > 0) {
		int tick = moment % 60 == 0 && left >= 60 ? 60 : 1;

		if (slow_at(slow, moment) == WORKING)
			left -= tick;
		moment += tick;
	}
	return moment;
}

static int64_t
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

#define CALENDARS 240
#define CASES     500
#define DECEMBER  1669827600 /* 2022-12-01T00:00:00+07:00; five years from there */

/* splitmix64, Vigna: any seed will do. */
static uint64_t
draw(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static int
within(uint64_t *seed, int low, int high)
{
	return low + (int)(draw(seed) % (uint64_t)(high - low + 1));
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
	assert_int_equal(
		calendar_add_hours(calendar, weekday, opens * 60, closes * 60, counts),
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
	add_span(slow, calendar, within(seed, 1, 7), 1320, 1440, true);
	for (int weekday = 1; weekday <= 7; weekday++) {
		int minute = within(seed, 0, 2) ? within(seed, 0, 700) : 0;

		for (int i = within(seed, 0, 3); i > 0 && minute < 1300; i--) {
			int closes = within(seed, minute + 1, 1320);

			add_span(slow, calendar, weekday, minute, closes,
				 within(seed, 0, 3) > 0);
			minute = closes + within(seed, 0, 3) * 40;
		}
	}
}

static void
random_days(struct slow *slow, struct calendar *calendar, uint64_t *seed)
{
	slow->day_count = within(seed, 0, SLOW_DAYS);
	for (int i = 0; i < slow->day_count; i++) {
		int64_t midnight = slow_midnight(DECEMBER, within(seed, 0, 1800));
		struct tm tm = slow_local(midnight);

		slow->days[i].year = tm.tm_year + 1900;
		slow->days[i].month = tm.tm_mon + 1;
		slow->days[i].day = tm.tm_mday;
		slow->days[i].works = within(seed, 0, 3) == 0;
		calendar_add_day(calendar, slow_number(midnight), slow->days[i].works);
	}
}

static struct calendar *
random_calendar(struct slow *slow, uint64_t *seed)
{
	struct calendar *calendar = calendar_new();
	int kind = within(seed, 0, 4);
	bool days_first = within(seed, 0, 1);

	slow->span_count = 0;
	slow->painted = UNPAINTED;
	slow->cutoff = 15 * 3600;
	if (days_first)
		random_days(slow, calendar, seed);
	if (kind <= 2)
		shop_week(slow, calendar, kind);
	else
		odd_week(slow, calendar, seed);
	if (!days_first)
		random_days(slow, calendar, seed);
	if (within(seed, 0, 1)) {
		slow->cutoff = within(seed, 0, 86399);
		calendar_set_cutoff(calendar, slow->cutoff);
	}
	return calendar;
}

/* Often on an edge of the hours or of the cut-off, or a second beside it. */
static int64_t
random_moment(const struct slow *slow, uint64_t *seed)
{
	int64_t midnight = slow_midnight(DECEMBER, within(seed, -10, 1830));
	int span = within(seed, 0, slow->span_count - 1);

	switch (within(seed, 0, 4)) {
	case 0:
		return midnight + slow->spans[span].opens * 60 + within(seed, -1, 1);
	case 1:
		return midnight + slow->spans[span].closes * 60 + within(seed, -1, 1);
	case 2:
		return midnight + slow->cutoff + within(seed, -1, 1);
	default:
		return midnight + within(seed, 0, 86399);
	}
}

static int64_t
slow_due(struct slow *slow, enum time_unit unit, int limit, int64_t received)
{
	switch (unit) {
	case UNIT_WORKING_DAY:
		return slow_due_working_day(slow, limit, received);
	case UNIT_DAY:
		return slow_due_day(slow, limit, received);
	case UNIT_SAME_DAY:
		return slow_due_same_day(slow, received);
	case UNIT_WORKING_HOUR:
		break;
	}
	return slow_due_work(slow, (int64_t)limit * 3600, received);
}

static void
compare_due(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	enum time_unit unit = (enum time_unit)within(seed, UNIT_WORKING_DAY,
						     UNIT_WORKING_HOUR);
	int limit = within(seed, 1, within(seed, 0, 3) ? 8 : 45);
	int64_t received = random_moment(slow, seed);
	int64_t expected = slow_due(slow, unit, limit, received);
	int64_t due = 12345;

	assert_int_equal(calendar_due(calendar, unit, limit, received, &due), OK);
	if (due != expected)
		fail_msg("%d %s from @%lld: @%lld, slowly @%lld", limit,
			 time_unit_word(unit), (long long)received, (long long)due,
			 (long long)expected);
}

static void
compare_questions(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	int64_t moment = random_moment(slow, seed);
	int number = slow_number(slow_midnight(moment, 0));
	int64_t closing = slow_closing(slow, moment);

	assert_int_equal(calendar_is_open(calendar, moment),
			 slow_at(slow, moment) != SHUT);
	assert_int_equal(calendar_is_working_day(calendar, number),
			 closing != SLOW_NEVER);
	assert_int_equal(calendar_closing(calendar, number),
			 closing == SLOW_NEVER ? -1 : closing);
	assert_int_equal(calendar_next_open(calendar, moment),
			 slow_next_open(slow, moment));
}

static void
compare_open_seconds(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	int64_t from = random_moment(slow, seed);
	int64_t to = from + within(seed, -86400, within(seed, 0, 1) ? 86400 : 2000000);

	assert_int_equal(calendar_open_seconds(calendar, from, to),
			 slow_open_seconds(slow, from, to));
}

static void
as_the_slow_calendar_says(void **state)
{
	static struct slow slow;
	const char *given = getenv("OSQ_TEST_SEED");
	uint64_t seed = given && *given ? strtoull(given, NULL, 0) : 20261124;

	(void)state;
	printf("# OSQ_TEST_SEED=%llu, %d cases\n", (unsigned long long)seed,
	       CALENDARS * CASES);
	for (int i = 0; i < CALENDARS; i++) {
		struct calendar *calendar = random_calendar(&slow, &seed);

		for (int j = 0; j < CASES; j++) {
			compare_due(&slow, calendar, &seed);
			compare_questions(&slow, calendar, &seed);
			if (j % 10 == 0)
				compare_open_seconds(&slow, calendar, &seed);
		}
		calendar_free(calendar);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_slow_calendar_says),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
