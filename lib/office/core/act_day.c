/* SPDX-License-Identifier: MIT */
#include "office/core/act_day.h"

#include "base/moment.h"
#include "office/core/worktime.h"

int64_t
act_day_moment(const struct act *act, const struct calendar *calendar, bool ends)
{
	const int day = day_of(act->at);
	int64_t at = act->at;

	if (act->day_alone)
		at = ends ? calendar_day_ends(calendar, day) :
			    calendar_day_begins(calendar, day);
	return at < act->entered_at ? at : act->entered_at;
}

enum status
act_day_settle(struct office *office, bool ends)
{
	struct calendar *calendar = NULL;
	enum status st;

	if (!office->act.day_alone)
		return OK;
	if (!(st = calendar_load(office, &calendar)))
		office->act.at = act_day_moment(&office->act, calendar, ends);
	calendar_free(calendar);
	return st;
}

void
act_not_before(struct act *act, int64_t earliest)
{
	if (act->day_alone && act->at < earliest && day_of(act->at) == day_of(earliest))
		act->at = earliest;
}
