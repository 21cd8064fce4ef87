/* SPDX-License-Identifier: MIT */
#include "office/rules/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "opening.h"

#include <cmocka.h> /* last: its fail() is not ours */

/*
 * Promised dates worked out by hand around the public holidays of four years, with
 * the reckoning beside them.  calendar_random_test.c has the many others.
 */
#define AHEAD       25200 /* local time is UTC+7 */
#define DAY_LONG    86400
#define CLOCK(h, m) ((h)*3600 + (m)*60)
#define TEXT        24

/* "2023-01-19 16:00" or with seconds, local; own reading, not base/moment.h's. */
static int64_t
at(const char *text)
{
	struct tm tm = { 0 };

	if (sscanf(text, "%d-%d-%d %d:%d:%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
		   &tm.tm_hour, &tm.tm_min, &tm.tm_sec) < 3)
		fail_msg("no moment: %s", text);
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (int64_t)timegm(&tm) - AHEAD;
}

static int
day(const char *text)
{
	return (int)((at(text) + AHEAD) / DAY_LONG);
}

/* YYYY-MM-DD HH:MM:SS, or "never" for -1. */
static const char *
shown(int64_t moment, char room[static TEXT])
{
	time_t shifted = (time_t)(moment + AHEAD);
	struct tm tm;

	if (moment == -1)
		return "never";
	gmtime_r(&shifted, &tm);
	strftime(room, TEXT, "%Y-%m-%d %H:%M:%S", &tm);
	return room;
}

#define assert_moment(moment, expected)                                                  \
	do {                                                                             \
		char seen_[TEXT], meant_[TEXT];                                          \
		assert_string_equal(shown((moment), seen_),                              \
				    shown(at(expected), meant_));                        \
	} while (0)

/* Monday to Friday 07:00-11:30 and 13:00-17:00. */
static struct calendar *
plain_week(void)
{
	struct calendar *calendar = calendar_new();

	for (int year = 2023; year <= 2027; year++)
		calendar_settle(calendar, year);
	for (int weekday = 1; weekday <= 5; weekday++) {
		/* The afternoon first: any order is allowed. */
		assert_int_equal(calendar_add_hours(calendar, weekday, CLOCK(13, 0),
						    CLOCK(17, 0), true),
				 OK);
		assert_int_equal(calendar_add_hours(calendar, weekday, CLOCK(7, 0),
						    CLOCK(11, 30), true),
				 OK);
	}
	return calendar;
}

/* share/sample/holidays.csv, from the folder this file was compiled in. */
static void
add_holidays(struct calendar *calendar)
{
	static const char here[] = "tests/unit/calendar_test.c";
	char path[4096], line[256], date[11], kind[7];
	int top = (int)(strlen(__FILE__) - strlen(here));
	int n = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%.*sshare/sample/holidays.csv", top, __FILE__);
	if (!(file = fopen(path, "r")))
		fail_msg("%s: cannot be opened", path);
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "%10[0-9-],%6[a-z]", date, kind) == 2 &&
		    strcmp(kind, "notice") != 0) {
			calendar_add_day(calendar, day(date), !strcmp(kind, "work"));
			n++;
		}
	fclose(file);
	assert_true(n >= 54);
}

static struct calendar *
plain_calendar(void)
{
	struct calendar *calendar = plain_week();

	add_holidays(calendar);
	return calendar;
}

/* The same with a Saturday morning, which counts or only serves people. */
static struct calendar *
saturday_calendar(bool counts)
{
	struct calendar *calendar = plain_calendar();

	assert_int_equal(calendar_add_hours(calendar, 6, CLOCK(7, 0), CLOCK(11, 30),
					    counts),
			 OK);
	return calendar;
}

struct promise {
	struct time_rule rule;
	const char *received;
	const char *due;
};

static void
keep(const struct calendar *calendar, const struct promise *promises, size_t n)
{
	char seen[TEXT], meant[TEXT];

	for (size_t i = 0; i < n; i++) {
		const struct promise *p = &promises[i];
		int64_t due = 12345;

		assert_int_equal(calendar_due(calendar, &p->rule, at(p->received), &due),
				 OK);
		shown(due, seen);
		shown(at(p->due), meant);
		if (strcmp(seen, meant) != 0)
			fail_msg("%d %s from %s: %s, expected %s", p->rule.limit,
				 time_unit_word(p->rule.unit), p->received, seen, meant);
	}
}

#define KEEP(calendar, promises)                                                         \
	keep((calendar), (promises), sizeof(promises) / sizeof((promises)[0]))

#define WD UNIT_WORKING_DAY
#define CD UNIT_DAY
#define SD UNIT_SAME_DAY
#define WH UNIT_WORKING_HOUR

/* Off: Fri 20 Jan, Mon 23 to Thu 26.  Last day before: Thu 19; first after: Fri 27. */
static void
tet_2023(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2023-01-19 10:00", "2023-01-27 17:00" },
		/* Fri 27, Mon 30, Tue 31 */
		{ { WD, 3, 0 }, "2023-01-19 10:00", "2023-01-31 17:00" },
		/* At closing it is still that day; a second later it is Fri 27. */
		{ { WD, 1, 0 }, "2023-01-19 17:00:00", "2023-01-27 17:00" },
		{ { WD, 1, 0 }, "2023-01-19 17:00:01", "2023-01-30 17:00" },
		{ { WD, 1, 0 }, "2023-01-22 09:00", "2023-01-30 17:00" },
		/* 20 is off, and so on to 27; 19 + 8 is 27; 19 + 10 is Sun 29. */
		{ { CD, 1, 0 }, "2023-01-19 10:00", "2023-01-27 17:00" },
		{ { CD, 8, 0 }, "2023-01-19 10:00", "2023-01-27 17:00" },
		{ { CD, 9, 0 }, "2023-01-19 10:00", "2023-01-30 17:00" },
		{ { CD, 10, 0 }, "2023-01-19 10:00", "2023-01-30 17:00" },
		{ { CD, 12, 0 }, "2023-01-19 10:00", "2023-01-31 17:00" },
		{ { SD, 1, 0 }, "2023-01-22 09:00", "2023-01-27 17:00" },
		{ { SD, 1, 0 }, "2023-01-19 16:00", "2023-01-27 17:00" },
		/* One hour on Thu to 17:00, three from Fri 07:00. */
		{ { WH, 1, 0 }, "2023-01-19 16:00", "2023-01-19 17:00" },
		{ { WH, 4, 0 }, "2023-01-19 16:00", "2023-01-27 10:00" },
		/* Sat 29 Apr, Mon 1 to Wed 3 May off: Fri 28 to Thu 4. */
		{ { WD, 1, 0 }, "2023-04-28 08:00", "2023-05-04 17:00" },
		/* Fri 1 and Mon 4 Sep off: Thu 31 Aug to Tue 5. */
		{ { SD, 1, 0 }, "2023-08-31 15:00:01", "2023-09-05 17:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* Off: Thu 8, Fri 9, Mon 12 to Wed 14 Feb.  Mon 29 Apr off, made up on Sat 4 May. */
static void
tet_and_swap_2024(void **state)
{
	static const struct promise promises[] = {
		{ { SD, 1, 0 }, "2024-02-07 15:00:00", "2024-02-07 17:00" },
		{ { SD, 1, 0 }, "2024-02-07 15:00:01", "2024-02-15 17:00" },
		/* Thu 15, Fri 16, Mon 19, Tue 20, Wed 21 */
		{ { WD, 5, 0 }, "2024-02-07 14:00", "2024-02-21 17:00" },
		/* A leap year: Thu 29 Feb, Fri 1 Mar */
		{ { WD, 1, 0 }, "2024-02-28 08:00", "2024-02-29 17:00" },
		{ { CD, 2, 0 }, "2024-02-28 08:00", "2024-03-01 17:00" },
		/* From Fri 26 Apr: Thu 2, Fri 3, Sat 4, Mon 6 May */
		{ { WD, 1, 0 }, "2024-04-26 09:00", "2024-05-02 17:00" },
		{ { WD, 2, 0 }, "2024-04-26 09:00", "2024-05-03 17:00" },
		{ { WD, 3, 0 }, "2024-04-26 09:00", "2024-05-04 17:00" },
		{ { WD, 4, 0 }, "2024-04-26 09:00", "2024-05-06 17:00" },
		/* An ordinary Saturday counts as Thu 2 May: Fri 3, Sat 4. */
		{ { WD, 2, 0 }, "2024-04-27 09:00", "2024-05-04 17:00" },
		/* 26 Apr + 8 is Sat 4 May, worked; + 9 is Sunday. */
		{ { CD, 8, 0 }, "2024-04-26 09:00", "2024-05-04 17:00" },
		{ { CD, 9, 0 }, "2024-04-26 09:00", "2024-05-06 17:00" },
		{ { SD, 1, 0 }, "2024-05-04 15:00:00", "2024-05-04 17:00" },
		{ { SD, 1, 0 }, "2024-05-04 15:00:01", "2024-05-06 17:00" },
		/* 1 h on Fri, 8.5 on Sat, the last half hour on Mon. */
		{ { WH, 10, 0 }, "2024-05-03 16:00", "2024-05-06 07:30" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* Off: Mon 27 to Fri 31 Jan; Mon 7 Apr; Wed 30 Apr to Fri 2 May, the last made up on
 * Sat 26 Apr; Mon 1 and Tue 2 Sep. */
static void
tet_and_swap_2025(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2025-01-24 08:00", "2025-02-03 17:00" },
		{ { CD, 5, 0 }, "2025-01-24 08:00", "2025-02-03 17:00" },
		{ { WD, 1, 0 }, "2025-04-04 08:00", "2025-04-08 17:00" },
		/* From Thu 24 Apr: Fri 25, Sat 26, Mon 28, Tue 29, Mon 5 May */
		{ { WD, 1, 0 }, "2025-04-24 08:00", "2025-04-25 17:00" },
		{ { WD, 2, 0 }, "2025-04-24 08:00", "2025-04-26 17:00" },
		{ { WD, 3, 0 }, "2025-04-24 08:00", "2025-04-28 17:00" },
		{ { WD, 4, 0 }, "2025-04-24 08:00", "2025-04-29 17:00" },
		{ { WD, 5, 0 }, "2025-04-24 08:00", "2025-05-05 17:00" },
		{ { WD, 1, 0 }, "2025-04-26 17:00:00", "2025-04-28 17:00" },
		{ { WD, 1, 0 }, "2025-04-26 17:00:01", "2025-04-29 17:00" },
		{ { SD, 1, 0 }, "2025-04-25 15:00:01", "2025-04-26 17:00" },
		{ { WD, 1, 0 }, "2025-08-29 08:00", "2025-09-03 17:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* Off: Thu 1 and Fri 2 Jan, the latter made up on Sat 10; Mon 16 to Fri 20 Feb; Mon
 * 27, Thu 30 Apr, Fri 1 May; Mon 31 Aug (made up on Sat 22), Tue 1, Wed 2 Sep; Tue 24
 * Nov, for the first time (Resolution 28/2026/QH16). */
static void
tet_and_swaps_2026(void **state)
{
	static const struct promise promises[] = {
		/* From Wed 31 Dec: Mon 5, .. Fri 9 the fifth, Sat 10, Mon 12 */
		{ { WD, 1, 0 }, "2025-12-31 10:00", "2026-01-05 17:00" },
		{ { WD, 5, 0 }, "2025-12-31 10:00", "2026-01-09 17:00" },
		{ { WD, 6, 0 }, "2025-12-31 10:00", "2026-01-10 17:00" },
		{ { WD, 7, 0 }, "2025-12-31 10:00", "2026-01-12 17:00" },
		{ { SD, 1, 0 }, "2026-01-10 08:00", "2026-01-10 17:00" },
		{ { SD, 1, 0 }, "2026-01-10 18:00", "2026-01-12 17:00" },
		{ { WD, 1, 0 }, "2026-02-13 17:00:00", "2026-02-23 17:00" },
		{ { WD, 1, 0 }, "2026-02-13 17:00:01", "2026-02-24 17:00" },
		/* Half an hour on Fri 13, and Mon 23 to its last second. */
		{ { WH, 9, 0 }, "2026-02-13 16:30", "2026-02-23 17:00" },
		/* Tue 28, Wed 29 Apr, Mon 4 May */
		{ { WD, 1, 0 }, "2026-04-24 08:00", "2026-04-28 17:00" },
		{ { WD, 3, 0 }, "2026-04-24 08:00", "2026-05-04 17:00" },
		{ { WD, 1, 0 }, "2026-08-21 08:00", "2026-08-22 17:00" },
		{ { WD, 2, 0 }, "2026-08-21 08:00", "2026-08-24 17:00" },
		{ { WD, 1, 0 }, "2026-08-22 10:00", "2026-08-24 17:00" },
		{ { WD, 1, 0 }, "2026-08-23 10:00", "2026-08-25 17:00" },
		{ { CD, 1, 0 }, "2026-08-21 08:00", "2026-08-22 17:00" },
		{ { WD, 1, 0 }, "2026-08-28 08:00", "2026-09-03 17:00" },
		{ { SD, 1, 0 }, "2026-11-23 15:00:00", "2026-11-23 17:00" },
		{ { SD, 1, 0 }, "2026-11-23 15:00:01", "2026-11-25 17:00" },
		{ { SD, 1, 0 }, "2026-11-24 08:00", "2026-11-25 17:00" },
		{ { WD, 1, 0 }, "2026-11-23 08:00", "2026-11-25 17:00" },
		{ { WD, 1, 0 }, "2026-11-24 08:00", "2026-11-26 17:00" },
		{ { CD, 1, 0 }, "2026-11-23 08:00", "2026-11-25 17:00" },
		/* Calendar days run from the day of receipt, off or not: 24 + 1 is
		 * Wed 25, Sat 28 + 3 is Tue 1 Dec. */
		{ { CD, 1, 0 }, "2026-11-24 08:00", "2026-11-25 17:00" },
		{ { CD, 3, 0 }, "2026-11-28 08:00", "2026-12-01 17:00" },
		/* Nor does it matter that the office had closed. */
		{ { CD, 1, 0 }, "2026-11-25 23:59:59", "2026-11-26 17:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* A notice that has no day off: weekdays alone decide, and it is no error. */
static void
a_settled_year_without_days(void **state)
{
	static const struct promise promises[] = {
		/* Thu 31 Dec 2026, Fri 1 Jan 2027 */
		{ { WD, 1, 0 }, "2026-12-31 08:00", "2027-01-01 17:00" },
		/* Fri 5 Feb 2027 to Mon 8, in the week of Tết */
		{ { WD, 1, 0 }, "2027-02-05 08:00", "2027-02-08 17:00" },
		{ { WD, 5, 0 }, "2027-06-14 08:00", "2027-06-21 17:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* Mon 2 to Sun 8 Mar 2026, no holiday near. */
static void
an_ordinary_week(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2026-03-02 00:00:00", "2026-03-03 17:00" },
		{ { WD, 1, 0 }, "2026-03-02 06:59:59", "2026-03-03 17:00" },
		{ { WD, 1, 0 }, "2026-03-02 12:00", "2026-03-03 17:00" },
		{ { WD, 1, 0 }, "2026-03-02 17:00:00", "2026-03-03 17:00" },
		{ { WD, 1, 0 }, "2026-03-02 17:00:01", "2026-03-04 17:00" },
		{ { WD, 1, 0 }, "2026-03-02 23:59:59", "2026-03-04 17:00" },
		{ { WD, 1, 0 }, "2026-03-06 17:00:01", "2026-03-10 17:00" },
		{ { WD, 1, 0 }, "2026-03-07 09:00", "2026-03-10 17:00" },
		{ { WD, 1, 0 }, "2026-03-08 09:00", "2026-03-10 17:00" },
		/* Six weeks of five */
		{ { WD, 30, 0 }, "2026-03-02 09:00", "2026-04-13 17:00" },
		{ { SD, 1, 0 }, "2026-03-02 06:00", "2026-03-02 17:00" },
		{ { SD, 1, 0 }, "2026-03-02 12:00", "2026-03-02 17:00" },
		{ { SD, 1, 0 }, "2026-03-02 17:00:01", "2026-03-03 17:00" },
		{ { SD, 1, 0 }, "2026-03-06 15:00:01", "2026-03-09 17:00" },
		{ { SD, 1, 0 }, "2026-03-07 15:00:01", "2026-03-09 17:00" },
		/* The limit of same-day is not looked at. */
		{ { SD, 0, 0 }, "2026-03-02 09:00", "2026-03-02 17:00" },
		{ { SD, -7, 0 }, "2026-03-02 09:00", "2026-03-02 17:00" },
		{ { CD, 1, 0 }, "2026-03-06 09:00", "2026-03-09 17:00" },
		/* Exactly to the end of a span is due there, a second more goes on. */
		{ { WH, 1, 0 }, "2026-03-02 10:30:00", "2026-03-02 11:30:00" },
		{ { WH, 1, 0 }, "2026-03-02 10:30:01", "2026-03-02 13:00:01" },
		{ { WH, 1, 0 }, "2026-03-02 05:00", "2026-03-02 08:00" },
		{ { WH, 1, 0 }, "2026-03-02 11:30:00", "2026-03-02 14:00" },
		{ { WH, 1, 0 }, "2026-03-02 12:15", "2026-03-02 14:00" },
		{ { WH, 4, 0 }, "2026-03-02 12:15", "2026-03-02 17:00" },
		{ { WH, 1, 0 }, "2026-03-02 17:00:00", "2026-03-03 08:00" },
		{ { WH, 1, 0 }, "2026-03-02 16:59:59", "2026-03-03 07:59:59" },
		{ { WH, 2, 0 }, "2026-03-07 09:00", "2026-03-09 09:00" },
		/* 8.5 h a day: 17 h is two whole days, by 17:00 on the second. */
		{ { WH, 17, 0 }, "2026-03-02 07:00", "2026-03-03 17:00" },
		{ { WH, 18, 0 }, "2026-03-02 07:00", "2026-03-04 08:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	KEEP(calendar, promises);
	calendar_free(calendar);
}

/* Saturday 07:00-11:30 is a working day with a closing of its own. */
static void
a_half_day_that_counts(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2026-03-06 16:00", "2026-03-07 11:30" },
		{ { WD, 1, 0 }, "2026-03-07 11:30:00", "2026-03-09 17:00" },
		{ { WD, 1, 0 }, "2026-03-07 11:30:01", "2026-03-10 17:00" },
		{ { SD, 1, 0 }, "2026-03-06 15:00:01", "2026-03-07 11:30" },
		{ { SD, 1, 0 }, "2026-03-07 11:30:00", "2026-03-07 11:30" },
		{ { SD, 1, 0 }, "2026-03-07 11:30:01", "2026-03-09 17:00" },
		/* Before 15:00, but the day has closed: as if on Monday. */
		{ { SD, 1, 0 }, "2026-03-07 14:00", "2026-03-09 17:00" },
		{ { CD, 1, 0 }, "2026-03-06 09:00", "2026-03-07 11:30" },
		{ { CD, 2, 0 }, "2026-03-06 09:00", "2026-03-09 17:00" },
		{ { WH, 2, 0 }, "2026-03-06 16:00", "2026-03-07 08:00" },
		{ { WH, 6, 0 }, "2026-03-07 07:00", "2026-03-09 08:30" },
		/* A Saturday in the table of holidays: Fri 28 Apr to Thu 4 May. */
		{ { WD, 1, 0 }, "2023-04-28 08:00", "2023-05-04 17:00" },
		/* A swap Saturday has its own hours, as they count. */
		{ { WD, 1, 0 }, "2024-05-03 08:00", "2024-05-04 11:30" },
	};
	struct calendar *calendar = saturday_calendar(true);

	(void)state;
	KEEP(calendar, promises);
	assert_true(is_working_day(calendar, day("2026-03-07")));
	assert_moment(calendar_closing(calendar, day("2026-03-07")), "2026-03-07 11:30");
	assert_moment(calendar_closing(calendar, day("2024-05-04")), "2024-05-04 11:30");
	calendar_free(calendar);
}

/* Saturday 07:00-11:30 serves people; no deadline knows of it. */
static void
a_morning_that_only_serves(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2026-03-06 16:00", "2026-03-09 17:00" },
		{ { WD, 1, 0 }, "2026-03-07 09:00", "2026-03-10 17:00" },
		{ { SD, 1, 0 }, "2026-03-07 09:00", "2026-03-09 17:00" },
		{ { CD, 1, 0 }, "2026-03-06 09:00", "2026-03-09 17:00" },
		{ { WH, 2, 0 }, "2026-03-06 16:00", "2026-03-09 08:00" },
		{ { WH, 2, 0 }, "2026-03-07 09:00", "2026-03-09 09:00" },
		/* A swap Saturday has Monday's hours instead. */
		{ { WD, 1, 0 }, "2024-05-03 08:00", "2024-05-04 17:00" },
	};
	struct calendar *calendar = saturday_calendar(false);

	(void)state;
	KEEP(calendar, promises);
	assert_false(is_working_day(calendar, day("2026-03-07")));
	assert_int_equal(calendar_closing(calendar, day("2026-03-07")), -1);
	assert_true(is_open(calendar, at("2026-03-07 07:00:00")));
	assert_true(is_open(calendar, at("2026-03-07 11:29:59")));
	assert_false(is_open(calendar, at("2026-03-07 11:30:00")));
	assert_true(is_open(calendar, at("2024-05-04 16:00")));
	assert_moment(calendar_next_open(calendar, at("2026-03-07 07:00")),
		      "2026-03-09 07:00");
	/* The holiday of Sat 29 Apr 2023 shuts the morning as well. */
	assert_false(is_open(calendar, at("2023-04-29 09:00")));
	calendar_free(calendar);
}

/* An evening that only serves is after closing, a lunch hour is a break. */
static void
serving_beside_working_time(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2026-03-02 18:00", "2026-03-04 17:00" },
		{ { SD, 1, 0 }, "2026-03-02 18:00", "2026-03-03 17:00" },
		{ { WH, 1, 0 }, "2026-03-02 18:00", "2026-03-03 08:00" },
		/* 4.5 h to 11:30, nothing over lunch, half an hour from 13:00 */
		{ { WH, 5, 0 }, "2026-03-02 07:00", "2026-03-02 13:30" },
	};
	struct calendar *calendar = plain_week();

	(void)state;
	assert_int_equal(calendar_add_hours(calendar, 1, CLOCK(11, 30), CLOCK(13, 0),
					    false),
			 OK);
	assert_int_equal(calendar_add_hours(calendar, 1, CLOCK(17, 0), CLOCK(19, 0),
					    false),
			 OK);
	KEEP(calendar, promises);
	assert_true(is_open(calendar, at("2026-03-02 18:00")));
	assert_moment(calendar_closing(calendar, day("2026-03-02")), "2026-03-02 17:00");
	calendar_free(calendar);
}

static void
another_cutoff(void **state)
{
	static const struct promise promises[] = {
		{ { SD, 1, 0 }, "2026-03-02 06:30:00", "2026-03-02 17:00" },
		{ { SD, 1, 0 }, "2026-03-02 06:30:01", "2026-03-03 17:00" },
		/* At the opening the cut-off is past: the working day after it. */
		{ { SD, 1, 0 }, "2026-03-07 05:00:00", "2026-03-10 17:00" },
	};
	static const struct promise at_ten[] = {
		{ { SD, 1, 0 }, "2026-03-07 12:00:00", "2026-03-09 17:00" },
		{ { SD, 1, 0 }, "2026-03-06 10:00:01", "2026-03-09 17:00" },
	};
	struct calendar *calendar = plain_week();

	(void)state;
	calendar_add_cutoff(calendar, SD, day("2020-01-01"), CLOCK(6, 30));
	KEEP(calendar, promises);
	/* At ten, Monday's opening at seven is in time. */
	calendar_add_cutoff(calendar, SD, day("2020-01-01"), CLOCK(10, 0));
	KEEP(calendar, at_ten);
	calendar_free(calendar);
}

/*
 * What comes later counts from the next working day: after 15:00 (Decree 63/2024 art. 7),
 * or in the last hour (Decree 297/2025 art. 6).  24 November 2026 is off.
 */
static void
a_cutoff_of_days(void **state)
{
	static const int three = CLOCK(15, 0), hour = -3600;
	const struct promise promises[] = {
		{ { WD, 3, three }, "2026-11-26 15:00:00", "2026-12-01 17:00" },
		{ { WD, 3, three }, "2026-11-26 15:00:01", "2026-12-02 17:00" },
		{ { WD, 3, hour }, "2026-11-26 16:00:00", "2026-12-01 17:00" },
		{ { WD, 3, hour }, "2026-11-26 16:00:01", "2026-12-02 17:00" },
		{ { WD, 3, CUTOFF_NONE }, "2026-11-26 16:59:59", "2026-12-01 17:00" },
		{ { WD, 3, CUTOFF_UNSAID }, "2026-11-26 16:59:59", "2026-12-01 17:00" },
		/* Over a day off; after closing it is the same next opening. */
		{ { WD, 1, three }, "2026-11-23 16:00:00", "2026-11-26 17:00" },
		{ { WD, 1, three }, "2026-11-23 18:00:00", "2026-11-26 17:00" },
		/* On a day off it counts from the next opening, which is in time. */
		{ { WD, 1, three }, "2026-11-28 16:00:00", "2026-12-01 17:00" },
		/* Calendar days from Friday, from Monday, and from a Sunday itself. */
		{ { CD, 10, three }, "2026-11-27 15:00:00", "2026-12-07 17:00" },
		{ { CD, 9, three }, "2026-11-27 15:00:01", "2026-12-09 17:00" },
		{ { CD, 9, three }, "2026-11-27 19:00:00", "2026-12-09 17:00" },
		{ { CD, 9, three }, "2026-11-29 16:00:00", "2026-12-08 17:00" },
		/* A procedure's own, of the same day; hours have none. */
		{ { SD, 0, hour }, "2026-11-26 16:00:00", "2026-11-26 17:00" },
		{ { SD, 0, hour }, "2026-11-26 16:00:01", "2026-11-27 17:00" },
		{ { WH, 1, three }, "2026-11-26 15:30:00", "2026-11-26 16:30" },
	};
	struct calendar *calendar = plain_calendar();
	const struct time_rule rule = { WD, 3, three };

	(void)state;
	KEEP(calendar, promises);
	assert_moment(calendar_receipt(calendar, &rule, at("2026-11-26 15:00")),
		      "2026-11-26 15:00");
	assert_moment(calendar_receipt(calendar, &rule, at("2026-11-26 15:01")),
		      "2026-11-27 07:00");
	calendar_free(calendar);
}

/* The cut-off that a rule gets which has none. */
static int
settled(const struct calendar *calendar, enum time_unit unit, const char *received)
{
	struct time_rule rule = { .unit = unit, .limit = 1 };

	calendar_settle_rule(calendar, &rule, at(received));
	return rule.cutoff;
}

/* What was received before a setting's day keeps the one of its own. */
static void
cutoffs_are_dated(void **state)
{
	static const struct promise promises[] = {
		{ { SD, 1, 0 }, "2026-03-02 14:30", "2026-03-02 17:00" },
		{ { SD, 1, 0 }, "2026-03-03 14:30", "2026-03-04 17:00" },
		{ { SD, 1, 0 }, "2026-03-05 14:30", "2026-03-05 17:00" },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	calendar_add_cutoff(calendar, SD, day("2026-03-03"), CLOCK(14, 0));
	calendar_add_cutoff(calendar, SD, day("2026-03-05"), -7200);
	calendar_add_cutoff(calendar, WD, day("2026-03-04"), -3600);
	KEEP(calendar, promises);
	assert_int_equal(settled(calendar, SD, "2026-03-02"), CUTOFF_UNSAID);
	assert_int_equal(settled(calendar, WD, "2026-03-03"), CUTOFF_UNSAID);
	assert_int_equal(settled(calendar, WD, "2026-03-04"), -3600);
	assert_int_equal(settled(calendar, CD, "2027-03-04"), -3600);
	assert_int_equal(settled(calendar, WH, "2026-03-04"), CUTOFF_UNSAID);
	calendar_free(calendar);
}

static void
words_of_the_cutoffs(void **state)
{
	static const struct {
		const char *text;
		int cutoff;
	} good[] = { { "15:00", CLOCK(15, 0) }, { "07:30:05", CLOCK(7, 30) + 5 },
		     { "closing-1h", -3600 },   { "closing-90m", -5400 },
		     { "none", CUTOFF_NONE },   { "closing-23h", -82800 } };
	static const char *const bad[] = { "00:00",       "closing-0h", "closing-24h",
					   "closing-1",   "closing-",   "closing--1h",
					   "closing-1hm", "15",         "last hour" };
	char room[CUTOFF_TEXT];
	int cutoff;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(cutoff_read(good[i].text, &cutoff));
		assert_int_equal(cutoff, good[i].cutoff);
		assert_string_equal(cutoff_print(cutoff, room), good[i].text);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(cutoff_read(bad[i], &cutoff));
	assert_true(cutoff_read("", &cutoff));
	assert_int_equal(cutoff, CUTOFF_UNSAID);
	assert_null(cutoff_print(CUTOFF_UNSAID, room));
	assert_true(cutoff_read("24:00", &cutoff));
	assert_int_equal(cutoff, CUTOFF_NONE);
}

/* No notice has come of 2027: lunar 1/1 is Saturday 6 February, 10/3 Friday 16 April. */
static void
a_year_without_a_notice(void **state)
{
	static const struct promise promises[] = {
		/* New Year's Day is a Friday, so the fourth. */
		{ { CD, 30, 0 }, "2026-12-02 09:00", "2027-01-04 17:00" },
		{ { WD, 25, 0 }, "2026-11-27 09:00", "2027-01-04 17:00" },
		/* Off: Fri 5 to Tue 9 February, and for Sat and Sun Wed 10 and Thu 11. */
		{ { WD, 1, 0 }, "2027-02-03 09:00", "2027-02-04 17:00" },
		{ { WD, 5, 0 }, "2027-02-03 09:00", "2027-02-17 17:00" },
		{ { CD, 2, 0 }, "2027-02-03 09:00", "2027-02-12 17:00" },
		{ { WD, 1, 0 }, "2027-04-15 09:00", "2027-04-19 17:00" },
		/* 30 April a Friday, 1 May a Saturday: Monday the third. */
		{ { WD, 1, 0 }, "2027-04-29 09:00", "2027-05-04 17:00" },
		/* Wed 1 to Fri 3 September: the law gives two of them. */
		{ { WD, 1, 0 }, "2027-08-31 09:00", "2027-09-06 17:00" },
		{ { WD, 1, 0 }, "2027-11-23 09:00", "2027-11-25 17:00" },
		/* 24 November 2025 was no day off; 2025 is settled here besides. */
		{ { WD, 1, 0 }, "2025-11-21 09:00", "2025-11-24 17:00" },
		/* In 2028 1 January is a Saturday, made up for on Monday. */
		{ { WD, 1, 0 }, "2027-12-31 09:00", "2028-01-04 17:00" },
	};
	struct calendar *calendar = calendar_new();

	(void)state;
	for (int weekday = 1; weekday <= 5; weekday++)
		assert_int_equal(calendar_add_hours(calendar, weekday, CLOCK(7, 0),
						    CLOCK(17, 0), true),
				 OK);
	for (int year = 2023; year <= 2026; year++)
		calendar_settle(calendar, year);
	add_holidays(calendar);
	KEEP(calendar, promises);
	assert_int_equal(calendar_unsettled(calendar, at("2026-11-27 09:00"),
					    at("2026-12-31 17:00")),
			 0);
	assert_int_equal(calendar_unsettled(calendar, at("2026-11-27 09:00"),
					    at("2027-01-04 17:00")),
			 2027);
	assert_int_equal(calendar_unsettled(calendar, at("2029-11-27 09:00"),
					    at("2029-12-04 17:00")),
			 2029);
	assert_int_equal(calendar_unsettled(calendar, at("1900-11-27 09:00"),
					    at("2022-12-31 17:00")),
			 0);
	calendar_free(calendar);
}

/* What the register has of such a year holds before the law; some days settle nothing. */
static void
a_register_before_the_law(void **state)
{
	struct calendar *calendar = plain_week();

	(void)state;
	calendar_add_day(calendar, day("2028-01-01"), false);
	calendar_add_day(calendar, day("2028-01-03"), true); /* the law makes up there */
	calendar_add_day(calendar, day("2028-02-05"), true); /* a Saturday */
	assert_true(is_working_day(calendar, day("2028-01-03")));
	assert_true(is_working_day(calendar, day("2028-02-05")));
	assert_false(is_working_day(calendar, day("2028-01-26"))); /* lunar 1/1 */
	assert_false(is_working_day(calendar, day("2028-09-01")));
	assert_int_equal(calendar_unsettled(calendar, at("2028-01-03 09:00"),
					    at("2028-01-04 17:00")),
			 2028);
	/* A Saturday that is worked is not made up for: 1 January, and 29 January in Tet
	 * (25 to 29), which is paid for no more on Monday. */
	assert_false(is_working_day(calendar, day("2028-01-31")));
	assert_int_equal(calendar_add_hours(calendar, 6, CLOCK(7, 0), CLOCK(11, 0), true),
			 OK);
	assert_true(is_working_day(calendar, day("2028-01-31")));
	calendar_settle(calendar, 2028);
	assert_true(is_working_day(calendar, day("2028-01-26")));
	calendar_free(calendar);
}

static void
opening_and_closing(void **state)
{
	static const char *const open[] = { "2026-03-02 07:00:00", "2026-03-02 11:29:59",
					    "2026-03-02 13:00:00", "2026-03-02 16:59:59",
					    "2024-05-04 08:00:00" };
	static const char *const shut[] = {
		"2026-03-02 06:59:59", "2026-03-02 11:30:00", "2026-03-02 12:59:59",
		"2026-03-02 17:00:00", "2026-03-07 08:00:00", "2026-11-24 08:00:00"
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		assert_true(is_open(calendar, at(open[i])));
	for (size_t i = 0; i < sizeof(shut) / sizeof(shut[0]); i++)
		assert_false(is_open(calendar, at(shut[i])));

	assert_moment(calendar_next_open(calendar, at("2026-03-02 06:00")),
		      "2026-03-02 07:00");
	assert_moment(calendar_next_open(calendar, at("2026-03-02 09:12:34")),
		      "2026-03-02 09:12:34");
	assert_moment(calendar_next_open(calendar, at("2026-03-02 11:30")),
		      "2026-03-02 13:00");
	assert_moment(calendar_next_open(calendar, at("2026-11-23 17:00")),
		      "2026-11-25 07:00");
	assert_moment(calendar_closing(calendar, day("2026-08-22")), "2026-08-22 17:00");
	assert_int_equal(calendar_closing(calendar, day("2026-11-24")), -1);
	calendar_free(calendar);
}

static void
open_seconds_by_hand(void **state)
{
	struct calendar *calendar = plain_calendar();
	int64_t monday = at("2026-03-02 07:00"), noon = at("2026-03-02 12:00");

	(void)state;
	assert_int_equal(calendar_open_seconds(calendar, monday, monday), 0);
	assert_int_equal(calendar_open_seconds(calendar, noon, monday), 0);
	assert_int_equal(calendar_open_seconds(calendar, monday, noon), 16200);
	assert_int_equal(calendar_open_seconds(calendar, monday, monday + 1), 1);
	/* 15:00-17:00, all of the swap Saturday 2024-05-04, 07:00-08:30 on Monday */
	assert_int_equal(calendar_open_seconds(calendar, at("2024-05-03 15:00"),
					       at("2024-05-06 08:30")),
			 7200 + 30600 + 5400);
	/* Tết 2026: nothing from Friday's closing to Monday's opening. */
	assert_int_equal(calendar_open_seconds(calendar, at("2026-02-13 17:00"),
					       at("2026-02-23 07:00")),
			 0);
	calendar_free(calendar);
}

static void
the_last_word_on_a_day_holds(void **state)
{
	struct calendar *calendar = plain_week();

	(void)state;
	calendar_add_day(calendar, day("2026-03-03"), false);
	calendar_add_day(calendar, day("2026-03-07"), true);
	calendar_add_day(calendar, day("2026-03-02"), false);
	assert_false(is_working_day(calendar, day("2026-03-02")));
	assert_false(is_working_day(calendar, day("2026-03-03")));
	assert_true(is_working_day(calendar, day("2026-03-07")));
	calendar_add_day(calendar, day("2026-03-03"), true);
	calendar_add_day(calendar, day("2026-03-07"), false);
	assert_true(is_working_day(calendar, day("2026-03-03")));
	assert_false(is_working_day(calendar, day("2026-03-07")));
	calendar_free(calendar);
}

static void
limits_out_of_range(void **state)
{
	static const struct {
		struct time_rule rule;
		enum status status;
	} cases[] = {
		{ { WD, 0, 0 }, BAD_DATA },
		{ { WD, -1, 0 }, BAD_DATA },
		{ { WD, 3660, 0 }, OK },
		{ { WD, 3661, 0 }, BAD_DATA },
		{ { CD, 0, 0 }, BAD_DATA },
		{ { CD, 3660, 0 }, OK },
		{ { CD, 3661, 0 }, BAD_DATA },
		{ { WH, 0, 0 }, BAD_DATA },
		{ { WH, 3660, 0 }, OK },
		{ { WH, 3661, 0 }, BAD_DATA },
		{ { WD, INT32_MAX, 0 }, BAD_DATA },
	};
	struct calendar *calendar = plain_calendar();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int64_t due = 12345;

		assert_int_equal(calendar_due(calendar, &cases[i].rule,
					      at("2026-03-02 09:00"), &due),
				 cases[i].status);
		assert_true((due == 12345) == (cases[i].status != OK));
	}
	calendar_free(calendar);
}

static void
expect_no_working_time(const struct calendar *calendar)
{
	int64_t due = 12345;

	for (int unit = WD; unit <= (int)WH; unit++)
		assert_int_equal(calendar_due(calendar,
					      &(struct time_rule){
						      .unit = (enum time_unit)unit,
						      .limit = 1 },
					      at("2026-03-02 09:00"), &due),
				 NOT_SET_UP);
	assert_int_equal(due, 12345);
	assert_int_equal(calendar_next_open(calendar, at("2026-03-02 09:00")), -1);
	assert_int_equal(calendar_open_seconds(calendar, at("2026-01-01 00:00"),
					       at("2027-01-01 00:00")),
			 0);
}

static void
no_working_time(void **state)
{
	struct calendar *calendar = calendar_new();

	(void)state;
	expect_no_working_time(calendar);
	/* A swap day has no hours to take over. */
	calendar_add_day(calendar, day("2026-03-07"), true);
	expect_no_working_time(calendar);
	assert_false(is_working_day(calendar, day("2026-03-07")));
	/* Serving people is not working time; on a swap day they are served too. */
	assert_int_equal(calendar_add_hours(calendar, 6, CLOCK(7, 0), CLOCK(11, 0),
					    false),
			 OK);
	expect_no_working_time(calendar);
	assert_true(is_open(calendar, at("2026-03-07 08:00")));
	calendar_free(calendar);

	calendar_free(NULL);
}

/* The first WEEKS Mondays from 2026-01-05 off, no other day open. */
static struct calendar *
mondays_off(int weeks)
{
	struct calendar *calendar = calendar_new();

	assert_int_equal(calendar_add_hours(calendar, 1, CLOCK(7, 0), CLOCK(11, 0), true),
			 OK);
	for (int i = 0; i < weeks; i++)
		calendar_add_day(calendar, day("2026-01-05") + 7 * i, false);
	return calendar;
}

/* 520 weeks are 3640 days, twelve short of the ten years to 2036-01-05. */
static void
ten_years_are_searched(void **state)
{
	static const struct promise promises[] = {
		{ { CD, 1, 0 }, "2026-01-05 09:00", "2035-12-24 11:00" },
		{ { WD, 1, 0 }, "2026-01-05 09:00", "2035-12-31 11:00" },
		{ { WH, 5, 0 }, "2026-01-05 09:00", "2035-12-31 08:00" },
	};
	struct calendar *calendar = mondays_off(520);

	(void)state;
	KEEP(calendar, promises);
	assert_moment(calendar_next_open(calendar, at("2026-01-05 09:00")),
		      "2035-12-24 07:00");
	calendar_free(calendar);
	calendar = mondays_off(600);
	expect_no_working_time(calendar);
	calendar_free(calendar);
}

static void
hours_that_are_refused(void **state)
{
	static const struct {
		int weekday, opens, closes;
		enum status status;
	} cases[] = {
		{ 0, 0, 1, BAD_DATA },
		{ 8, 0, 1, BAD_DATA },
		{ 7, -1, 1, BAD_DATA },
		{ 7, 86400, 86401, BAD_DATA },
		{ 7, 100, 100, BAD_DATA },
		{ 7, 101, 100, BAD_DATA },
		{ 7, 0, 86400, OK },
		{ 7, 5, 6, BAD_DATA },
		/* Beside Monday's 07:00-11:30 and 13:00-17:00 */
		{ 1, CLOCK(6, 0), CLOCK(7, 1), BAD_DATA },
		{ 1, CLOCK(8, 0), CLOCK(9, 0), BAD_DATA },
		{ 1, CLOCK(11, 29), CLOCK(12, 0), BAD_DATA },
		{ 1, CLOCK(12, 0), CLOCK(13, 1), BAD_DATA },
		{ 1, CLOCK(6, 0), CLOCK(20, 0), BAD_DATA },
		{ 1, CLOCK(13, 0), CLOCK(17, 0), BAD_DATA },
		{ 1, CLOCK(11, 30), CLOCK(13, 0), OK },
		{ 1, CLOCK(6, 0), CLOCK(7, 0), OK },
		{ 1, CLOCK(17, 0), CLOCK(18, 0), OK },
	};
	struct calendar *calendar = plain_week();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(calendar_add_hours(calendar, cases[i].weekday,
						    cases[i].opens, cases[i].closes,
						    true),
				 cases[i].status);
	/* 06:00-18:00 without a gap: what was refused left nothing behind. */
	assert_int_equal(calendar_open_seconds(calendar, at("2026-03-02 00:00"),
					       at("2026-03-03 00:00")),
			 12 * 3600);
	calendar_free(calendar);
}

/* Midnight is still the day that it ends, or finishing on the due day would be early. */
static void
an_office_that_never_closes(void **state)
{
	static const struct promise promises[] = {
		{ { WD, 1, 0 }, "2026-03-02 00:00:00", "2026-03-03 23:59:59" },
		{ { WD, 1, 0 }, "2026-03-02 23:59:59", "2026-03-03 23:59:59" },
		{ { CD, 1, 0 }, "2026-03-02 23:59:59", "2026-03-03 23:59:59" },
		{ { SD, 1, 0 }, "2026-03-02 15:00:00", "2026-03-02 23:59:59" },
		{ { WH, 24, 0 }, "2026-03-02 00:00:00", "2026-03-02 23:59:59" },
		{ { WH, 24, 0 }, "2026-03-02 00:00:01", "2026-03-03 00:00:01" },
		/* An hour before closing is 23:00. */
		{ { WD, 1, -3600 }, "2026-03-02 23:00:00", "2026-03-03 23:59:59" },
		{ { WD, 1, -3600 }, "2026-03-02 23:00:01", "2026-03-04 23:59:59" },
	};
	struct calendar *calendar = calendar_new();

	(void)state;
	calendar_settle(calendar, 2026);
	for (int weekday = 1; weekday <= 7; weekday++)
		assert_int_equal(calendar_add_hours(calendar, weekday, 0, 86400, true),
				 OK);
	KEEP(calendar, promises);
	assert_moment(calendar_closing(calendar, day("2026-03-02")),
		      "2026-03-02 23:59:59");
	calendar_free(calendar);
}

static void
words_of_the_units(void **state)
{
	(void)state;
	assert_int_equal(time_unit_read("working-day"), UNIT_WORKING_DAY);
	assert_int_equal(time_unit_read("day"), UNIT_DAY);
	assert_int_equal(time_unit_read("same-day"), UNIT_SAME_DAY);
	assert_int_equal(time_unit_read("working-hour"), UNIT_WORKING_HOUR);
	assert_int_equal(time_unit_read(""), -1);
	assert_int_equal(time_unit_read("days"), -1);
	assert_int_equal(time_unit_read("Day"), -1);
	for (int unit = WD; unit <= (int)WH; unit++)
		assert_int_equal(time_unit_read(time_unit_word((enum time_unit)unit)),
				 unit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tet_2023),
		cmocka_unit_test(tet_and_swap_2024),
		cmocka_unit_test(tet_and_swap_2025),
		cmocka_unit_test(tet_and_swaps_2026),
		cmocka_unit_test(a_settled_year_without_days),
		cmocka_unit_test(an_ordinary_week),
		cmocka_unit_test(a_half_day_that_counts),
		cmocka_unit_test(a_morning_that_only_serves),
		cmocka_unit_test(serving_beside_working_time),
		cmocka_unit_test(another_cutoff),
		cmocka_unit_test(a_cutoff_of_days),
		cmocka_unit_test(cutoffs_are_dated),
		cmocka_unit_test(words_of_the_cutoffs),
		cmocka_unit_test(a_year_without_a_notice),
		cmocka_unit_test(a_register_before_the_law),
		cmocka_unit_test(opening_and_closing),
		cmocka_unit_test(open_seconds_by_hand),
		cmocka_unit_test(the_last_word_on_a_day_holds),
		cmocka_unit_test(limits_out_of_range),
		cmocka_unit_test(no_working_time),
		cmocka_unit_test(ten_years_are_searched),
		cmocka_unit_test(hours_that_are_refused),
		cmocka_unit_test(an_office_that_never_closes),
		cmocka_unit_test(words_of_the_units),
	};

	/* Local is UTC+7 whatever the machine's zone says, even one with summer time. */
	setenv("TZ", "America/New_York", 1);
	tzset();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
