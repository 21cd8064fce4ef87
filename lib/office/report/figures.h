/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_FIGURES_H
#define OSQ_OFFICE_REPORT_FIGURES_H

#include "office/report/tally.h"
#include "office/rules/period.h"

/*
 * The figures of visits: one pass over the stories of a period, counted by service,
 * counter, officer, hour and day.  These sums must always hold:
 *
 *   drawn + came = served + sent_on + no_show + cancelled + unserved + open, of legs,
 *   for each service, hour and day;
 *   came = sent_on + then in all, and drawn in all is the number of visits;
 *   calls = served + sent_on + held + no_show + unserved + present, of calls,
 *   for each counter and officer; their sums of served are those of the services;
 *   open time = busy + idle.
 */
struct day_figures {
	int day;
	struct counts n;
	int64_t waits; /* the number of waits */
	struct marks wait, service;
};

struct figures {
	struct period period;
	struct tally all;
	struct groups services, counters, officers;
	struct tally hours[24];
	struct day_figures *days; /* days on which numbers were drawn */
	size_t day_count;
};

/*
 * The figures of the period.  They are computed at the first request, and kept in the
 * office for the other sections of a report, which must not free them.
 */
enum status figures_of(struct office *office, const struct period *period,
		       struct figures **figures);

/* Drop the kept figures; for callers that read again after the store may have changed. */
void figures_forget(struct office *office);

#endif
