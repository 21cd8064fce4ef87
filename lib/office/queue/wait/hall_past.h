/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_HALL_PAST_H
#define OSQ_OFFICE_QUEUE_WAIT_HALL_PAST_H

#include "office/core/office.h"
#include "office/rules/hall.h"

/*
 * What past days say about those to come; used by hall_load().  HALL already has its
 * services and counters.  NEAR, indexed by the service's place in HALL, marks the
 * services that count.
 */

/*
 * Load how long the last calls held a counter: at most SAMPLES calls of the service
 * SERVICE_ID, and at most OTHERS of each other service.
 */
enum status hall_load_samples(struct office *office, const bool *near, int64_t service_id,
			      int samples, int others, struct hall *hall);

/*
 * Load who came at a later time on other days, if such visitors may be called before one
 * whose class has the weight WEIGHT.
 */
enum status hall_load_days(struct office *office, const bool *near, int weight,
			   struct hall *hall);

#endif
