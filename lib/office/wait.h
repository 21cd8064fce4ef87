/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_WAIT_H
#define OSQ_OFFICE_WAIT_H

#include "office/visit.h"

/* How long somebody is going to wait: half of those in his place are called within
 * `median` seconds from now, nine of ten within `p90`; -1 where nothing is known, as
 * with no counter open. */
struct wait_range {
	int64_t ahead; /* people who would be called before him */
	int64_t median, p90;
};

/* For VISIT, which waits. */
enum status wait_of_visit(struct office *office, const struct visit *visit,
			  struct wait_range *range);

/* For somebody without priority who drew a number of the service now. */
enum status wait_of_service(struct office *office, int64_t service_id,
			    struct wait_range *range);

#endif
