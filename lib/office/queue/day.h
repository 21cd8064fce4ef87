/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_DAY_H
#define OSQ_OFFICE_QUEUE_DAY_H

#include "office/core/office.h"

/*
 * End the day: every ticket of DAY or an earlier day that is not over ends as unserved,
 * open counters are closed, what stood for the citizens' cards is wiped, and the table of
 * procedures gets what holds from today.  When nothing is left, nothing is changed.
 */
struct day_end {
	int64_t unserved, counters;
	int64_t procedures; /* renewed */
	int64_t cards;      /* tickets that had one */
};
enum status queue_end_day(struct office *office, int day, struct day_end *end);

#endif
