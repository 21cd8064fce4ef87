/* SPDX-License-Identifier: MIT */
#include "office/core/worktime.h"

#include <string.h>

#include "base/moment.h"
#include "office/core/office.h"
#include "office/core/settings.h"

/* Fill the office's calendar: calendar.c knows the law, the registers know the days. */

static enum status
load_hours(struct office *office, struct calendar *calendar)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store,
		   "SELECT weekday, opens, closes, counts = 'yes' FROM hours");
	while (!st && query_row(&q))
		st = calendar_add_hours(calendar, (int)query_col_int(&q, 0),
					clock_read(query_col_given(&q, 1)),
					clock_read(query_col_given(&q, 2)),
					query_col_int(&q, 3) != 0);
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

/* The days of the register, and the years that a notice among them settles. */
static enum status
load_days(struct office *office, struct calendar *calendar)
{
	struct query q;
	int day, year, month, d;

	query_open(&q, office->store, "SELECT date, kind FROM holiday ORDER BY date");
	while (query_row(&q)) {
		const char *kind = query_col_given(&q, 1);

		if (!day_read(query_col_given(&q, 0), 0, &day))
			continue;
		day_to_ymd(day, &year, &month, &d);
		if (!strcmp(kind, "notice"))
			calendar_settle(calendar, year);
		else
			calendar_add_day(calendar, day, !strcmp(kind, "work"));
	}
	return query_close(&q);
}

/* The setting KEY from each day on which it changed. */
static enum status
load_cutoffs(struct office *office, struct calendar *calendar, const char *key,
	     enum time_unit unit)
{
	struct query q;
	int cutoff, since;

	if (cutoff_read(setting_usual(setting_find(key)), &cutoff))
		calendar_add_cutoff(calendar, unit, DAY_FIRST, cutoff);
	query_open(&q, office->store,
		   "SELECT since, value FROM setting WHERE key = :key ORDER BY since");
	query_text(&q, ":key", key);
	while (query_row(&q))
		if (day_read(query_col_given(&q, 0), 0, &since) &&
		    cutoff_read(query_col_given(&q, 1), &cutoff))
			calendar_add_cutoff(calendar, unit, since, cutoff);
	return query_close(&q);
}

enum status
calendar_load(struct office *office, struct calendar **out)
{
	struct calendar *calendar = calendar_new();
	enum status st;

	if ((st = load_hours(office, calendar)) || (st = load_days(office, calendar)) ||
	    (st = load_cutoffs(office, calendar, "same_day_cutoff", UNIT_SAME_DAY)) ||
	    (st = load_cutoffs(office, calendar, "day_cutoff", UNIT_WORKING_DAY)))
		calendar_free(calendar);
	else
		*out = calendar;
	return st;
}
