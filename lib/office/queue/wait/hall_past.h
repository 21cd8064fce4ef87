/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_HALL_PAST_H
#define OSQ_OFFICE_QUEUE_WAIT_HALL_PAST_H

#include "office/core/office.h"
#include "office/rules/hall.h"

/*
 * What the hall's past tells of what is to come; parts of hall_load().  HALL has its
 * services and counters; of the services only those count that are marked in NEAR, by
 * their places.
 */

/* How long the last calls held a counter: at most SAMPLES of the service SERVICE_ID, at
 * most OTHERS of each other one. */
enum status hall_load_samples(struct office *office, const bool *near, int64_t service_id,
			      int samples, int others, struct hall *hall);

/* Who came later on other days, where they may go first: before somebody whose class
 * has the weight WEIGHT. */
enum status hall_load_days(struct office *office, const bool *near, int weight,
			   struct hall *hall);

#endif
