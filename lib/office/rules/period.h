/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PERIOD_H
#define OSQ_OFFICE_RULES_PERIOD_H

#include <stdbool.h>

#include "base/error.h"
#include "base/moment.h"

/* A period from its first to its last day, both included. */
struct period {
	int from, to;
};

#define EVERY_DAY ((struct period){ DAY_FIRST, DAY_LAST })

/*
 * Read "2026-11", "2026-Q3", "2026-H1", "2026-9M" or "2026".
 *
 * Reported periods end on the 14th (Decree 09/2019, art. 12): a month runs from
 * the 15th of the month before to its own 14th, and so do quarters, half years,
 * nine months and the year, which all begin on a 15th.  CALENDAR asks for the
 * calendar's own instead.  USAGE when TEXT is none of these.
 */
enum status period_read(const char *text, bool calendar, struct period *period);

/* The whole reported month that contains DAY. */
struct period period_month(int day);

#endif
