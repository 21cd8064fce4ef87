/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_WAIT_H
#define OSQ_OFFICE_QUEUE_WAIT_WAIT_H

#include "office/queue/visit.h"
#include "office/rules/wait_range.h"

/* How long somebody is going to wait, from the moment of the act: see
 * office/rules/estimate.h for how it is found, and for what it does not foresee. */

/* For VISIT, which waits; one of another day has only its place in the line. */
enum status wait_of_visit(struct office *office, const struct visit *visit,
			  struct wait_range *range);

/* For somebody without priority who drew a number of a service now, of every service, by
 * id; WAITS is to be freed. */
struct service_wait {
	int64_t service_id;
	int64_t first; /* the ticket that its policy would call now; 0: nobody waits */
	struct wait_range range;
};
enum status wait_of_services(struct office *office, struct service_wait **waits,
			     size_t *count);

#endif
