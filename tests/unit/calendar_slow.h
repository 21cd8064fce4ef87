/* SPDX-License-Identifier: MIT */
#ifndef CALENDAR_SLOW_H
#define CALENDAR_SLOW_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

/*
 * The rules of office/calendar.h once more, slowly: a day is painted minute by
 * minute, and every answer is found by walking over the paint.  Shares nothing with
 * what it checks; dates come from the C library, in UTC after adding seven hours.
 * Hours must be whole minutes.
 */
#define SLOW_SPANS 32
#define SLOW_DAYS  1024
#define SLOW_NEVER INT64_MIN

enum paint { SHUT, SERVING, WORKING };

struct slow {
	struct {
		int weekday, opens, closes; /* minutes */
		bool counts;
	} spans[SLOW_SPANS];
	int span_count;
	struct {
		int year, month, day;
		bool works;
	} days[SLOW_DAYS];
	int day_count;
	int cutoff;      /* seconds */
	int64_t painted; /* the midnight of the day in `minutes`; 1 is none */
	char minutes[24 * 60];
};

static struct tm
slow_local(int64_t moment)
{
	time_t shifted = (time_t)(moment + 7 * 3600);
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
	return (int64_t)timegm(&tm) - 7 * 3600;
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
	int weekday = slow_hours_of(slow, &tm);

	if (slow->painted == midnight)
		return slow->minutes;
	memset(slow->minutes, SHUT, sizeof(slow->minutes));
	for (int i = 0; i < slow->span_count; i++)
		if (slow->spans[i].weekday == weekday)
			for (int m = slow->spans[i].opens; m < slow->spans[i].closes; m++)
				slow->minutes[m] = slow->spans[i].counts ? WORKING
									 : SERVING;
	slow->painted = midnight;
	return slow->minutes;
}

static enum paint
slow_at(struct slow *slow, int64_t moment)
{
	int64_t midnight = slow->painted;

	if (midnight == 1 || moment < midnight || moment >= midnight + 24 * 3600)
		slow_paint(slow, moment);
	return slow->minutes[(moment - slow->painted) / 60];
}

/* The moment when the last working minute of that local day ends. */
static int64_t
slow_closing(struct slow *slow, int64_t moment)
{
	const char *minutes = slow_paint(slow, moment);

	for (int m = 24 * 60; m > 0; m--)
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

#endif
