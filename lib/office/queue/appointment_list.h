/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_APPOINTMENT_LIST_H
#define OSQ_OFFICE_QUEUE_APPOINTMENT_LIST_H

#include "office/core/office.h"
#include "office/rules/period.h"

/* A text that is NULL does not filter.  CODE is the booking's own code. */
struct booking_filter {
	struct period days; /* of the slot */
	const char *service, *status, *code;
};

extern const struct word booking_states[]; /* the states of a booking; ends with { 0 } */
extern const struct column booking_columns[]; /* of the list */

/*
 * Send the bookings that FILTER selects to SINK, in the order of their slots.  NO when
 * there is no such service, USAGE when there is no such status.
 */
enum status appointment_list(struct office *office, const struct booking_filter *filter,
			     struct sink *sink);

#endif
