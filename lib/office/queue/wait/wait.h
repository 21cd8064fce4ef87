/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_WAIT_H
#define OSQ_OFFICE_QUEUE_WAIT_WAIT_H

#include "office/queue/visit.h"
#include "office/rules/wait_range.h"

/*
 * How long somebody is going to wait, counted from the moment of the act.
 * office/rules/estimate.h says how this is found and what it does not foresee.
 */

/*
 * Estimate the wait of VISIT, which must be waiting.  For a visit of another day only its
 * place in the line is known.
 */
enum status wait_of_visit(struct office *office, const struct visit *visit,
			  struct wait_range *range);

/*
 * For every service in the order of ids: who waits, and the estimated wait of somebody
 * without priority who draws a number now.  The caller frees *WAITS.
 */
struct service_wait {
	int64_t service_id;
	int64_t waiting; /* how many wait, those sent to one counter too */
	int64_t oldest;  /* since when the age of the oldest counts; without meaning if
			    none */
	int64_t first;   /* the ticket that the policy would call now; 0: none for any
			    counter */
	struct wait_range range;
};
enum status wait_of_services(struct office *office, struct service_wait **waits,
			     size_t *count);

#endif
