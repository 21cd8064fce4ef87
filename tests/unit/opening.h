/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_UNIT_OPENING_H
#define OSQ_TESTS_UNIT_OPENING_H

#include "base/moment.h"
#include "office/rules/calendar.h"
#include "office/rules/workday.h"

/* Questions that only tests ask, answered from what the calendar tells the product. */

/* Is the office open for people, in counted hours or not? */
static inline bool
is_open(const struct calendar *calendar, int64_t moment)
{
	const struct workday *hours = calendar_hours(calendar, day_of(moment));
	const int second = second_of_day(moment);
	size_t i;

	for (i = 0; i < hours->count; i++)
		if (hours->spans[i].opens <= second && second < hours->spans[i].closes)
			return true;
	return false;
}

static inline bool
is_working_day(const struct calendar *calendar, int day)
{
	return calendar_closing(calendar, day) >= 0;
}

#endif
