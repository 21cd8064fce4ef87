/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_DAY_H
#define OSQ_OFFICE_QUEUE_DAY_H

#include "office/core/office.h"

/* The day is over: whatever is left of DAY and of days before it ends as unserved,
 * and counters still open are closed.  Nothing left: nothing is changed. */
struct day_end {
	int64_t unserved, counters;
};
enum status queue_end_day(struct office *office, int day, struct day_end *end);

#endif
