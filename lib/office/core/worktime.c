/* SPDX-License-Identifier: MIT */
#include "office/core/worktime.h"

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/office.h"
#include "office/core/setting.h"

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
					clock_read(query_col_text(&q, 1)),
					clock_read(query_col_text(&q, 2)),
					query_col_int(&q, 3) != 0);
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

static enum status
load_days(struct office *office, struct calendar *calendar)
{
	struct query q;
	int day;

	query_open(&q, office->store,
		   "SELECT date, kind = 'work' FROM holiday ORDER BY date");
	while (query_row(&q))
		if (day_read(query_col_text(&q, 0), 0, &day))
			calendar_add_day(calendar, day, query_col_int(&q, 1) != 0);
	return query_close(&q);
}

enum status
calendar_load(struct office *office, struct calendar **out)
{
	struct calendar *calendar = calendar_new();
	struct buf cutoff = { 0 };
	enum status st;

	if (!(st = load_hours(office, calendar)) && !(st = load_days(office, calendar)) &&
	    !(st = setting_get(office, "same_day_cutoff", day_of(office->now), &cutoff)))
		calendar_set_cutoff(calendar, clock_read(cutoff.text));
	buf_free(&cutoff);
	if (st)
		calendar_free(calendar);
	else
		*out = calendar;
	return st;
}
