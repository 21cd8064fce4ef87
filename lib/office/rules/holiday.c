/* SPDX-License-Identifier: MIT */
#include "office/rules/holiday.h"

#include "base/moment.h"
#include "office/rules/lunar.h"

#define CULTURE_DAY_SINCE 2026
#define YEAR_DAYS         366

/* The year as a row of days, the first one FIRST. */
struct year {
	int first;
	bool off[YEAR_DAYS];
};

static void
mark_days(struct year *year, int from, int to)
{
	for (int day = from; day <= to; day++)
		year->off[day - year->first] = true;
}

static void
mark_by_law(struct year *year, int number)
{
	const int tet = lunar_day(number, 1, 1);
	const int kings = lunar_day(number, 3, 10);

	mark_days(year, year->first, year->first);
	mark_days(year, tet - 1, tet + 3);
	mark_days(year, kings, kings);
	mark_days(year, day_from_ymd(number, 4, 30), day_from_ymd(number, 5, 1));
	mark_days(year, day_from_ymd(number, 9, 1), day_from_ymd(number, 9, 3));
	if (number >= CULTURE_DAY_SINCE)
		mark_days(year, day_from_ymd(number, 11, 24),
			  day_from_ymd(number, 11, 24));
}

static bool
is_weekly_off(const struct year *year, int i, const bool *works)
{
	return !works[day_weekday(year->first + i) - 1];
}

/* Make up for each day that falls on a weekly day off, in the order of the days. */
static void
make_up(struct year *year, const bool *works)
{
	const struct year by_law = *year;

	for (int i = 0; i < YEAR_DAYS; i++) {
		int next = i + 1;

		if (!by_law.off[i] || !is_weekly_off(year, i, works))
			continue;
		while (next < YEAR_DAYS &&
		       (year->off[next] || is_weekly_off(year, next, works)))
			next++;
		if (next < YEAR_DAYS) /* else the week has no working day */
			year->off[next] = true;
	}
}

size_t
holiday_guess(int year, const bool works[static 7], int days[static HOLIDAY_MOST])
{
	struct year whole = { .first = day_from_ymd(year, 1, 1) };
	size_t count = 0;

	if (year < HOLIDAY_SINCE || year > HOLIDAY_LAST)
		return 0;
	mark_by_law(&whole, year);
	make_up(&whole, works);
	for (int i = 0; i < YEAR_DAYS && count < HOLIDAY_MOST; i++)
		if (whole.off[i])
			days[count++] = whole.first + i;
	return count;
}
