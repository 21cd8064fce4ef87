/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_DAY_H
#define OSQ_OFFICE_QUEUE_DAY_H

#include "office/core/office.h"

/*
 * End the day: every ticket of DAY or an earlier day that is not over ends as unserved,
 * and open counters are closed.  When nothing is left, nothing is changed.
 */
struct day_end {
	int64_t unserved, counters;
};
enum status queue_end_day(struct office *office, int day, struct day_end *end);

#endif
