/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_ACT_DAY_H
#define OSQ_OFFICE_CORE_ACT_DAY_H

#include "office/core/office.h"
#include "office/rules/calendar.h"

/*
 * The moment of an act of which only the day is told (--at DAY, act.day_alone): the
 * closing time of what ends then, the opening of what does not; not after its entry, nor
 * before an earlier step of that day.
 */

/* The moment for which the day of ACT stands, whose moment it is where more than a day is
 * told. */
int64_t act_day_moment(const struct act *act, const struct calendar *calendar, bool ends);

/* Give the act of OFFICE that moment, by its calendar. */
enum status act_day_settle(struct office *office, bool ends);

/* What ACT follows was at EARLIEST: a day alone is not before that, if it is the same. */
void act_not_before(struct act *act, int64_t earliest);

#endif
