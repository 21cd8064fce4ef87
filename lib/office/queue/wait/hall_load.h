/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_HALL_LOAD_H
#define OSQ_OFFICE_QUEUE_WAIT_HALL_LOAD_H

#include "office/core/office.h"
#include "office/rules/hall.h"

/*
 * Loads the hall from the store for estimate_waits(): the tickets that wait, the counters
 * that are open or on a break, how long the last calls took, and who came on other days.
 */

/* Which part of the hall to load, and how closely: a single line, or all at once. */
struct hall_view {
	int64_t service_id; /* only what may be called before it; 0 = all */
	int64_t counter_id; /* the counter to which the asker was sent; 0 = none */
	int weight;         /* of the asker's class; 0 = ordinary */
	int samples;        /* of that service, at most OCCUPANCY_SAMPLES */
	int others;         /* of each other service; same limit */
};

/*
 * Load the hall of DAY as it is at the moment of the act.  When DAY is not the day of the
 * act, no counter is open.  Free it with hall_free().
 */
enum status hall_load(struct office *office, const char *day,
		      const struct hall_view *view, struct hall *hall);

#endif
