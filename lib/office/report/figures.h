/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_FIGURES_H
#define OSQ_OFFICE_REPORT_FIGURES_H

#include "office/report/tally.h"
#include "office/rules/period.h"

/*
 * The figures of visits: one walk over the stories of a period, tallied by service,
 * counter, officer, hour and day.  What must be true of them:
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
	int64_t waits; /* how many there were */
	struct marks wait, service;
};

struct figures {
	struct period period;
	struct tally all;
	struct groups services, counters, officers;
	struct tally hours[24];
	struct day_figures *days; /* on which numbers were drawn */
	size_t day_count;
};

/* The figures of the period, made when first asked for and kept with the office for
 * the other sections of a report. */
enum status figures_of(struct office *office, const struct period *period,
		       struct figures **figures);

/* Forget them; for whoever reads on when the store may have changed. */
void figures_forget(struct office *office);

#endif
