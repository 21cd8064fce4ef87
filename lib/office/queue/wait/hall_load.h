/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_HALL_LOAD_H
#define OSQ_OFFICE_QUEUE_WAIT_HALL_LOAD_H

#include "office/core/office.h"
#include "office/rules/hall.h"

/*
 * The hall as the store has it, for estimate_waits(): who waits, the counters that are
 * open or on a break, how long the last calls took, and who came on other days.
 */

/* Which part of it, and how closely: a single line, or all of them at once. */
struct hall_view {
	int64_t service_id; /* those who may be called between him and the counters of
			     * this service; 0 = everybody */
	int64_t counter_id; /* the one to which who asks was sent; 0 = to none */
	int weight;         /* the class of who asks; 0 = ordinary */
	int samples;        /* of that service, at most OCCUPANCY_SAMPLES */
	int others;         /* of each other one, at most as many */
};

/*
 * The hall of DAY at the moment of the act.  On another day than the act's no counter
 * is open.  To be freed with hall_free().
 */
enum status hall_load(struct office *office, const char *day,
		      const struct hall_view *view, struct hall *hall);

#endif
