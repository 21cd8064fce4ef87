/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_APPOINTMENT_LIST_H
#define OSQ_OFFICE_QUEUE_APPOINTMENT_LIST_H

#include "office/core/office.h"
#include "office/rules/period.h"

/* A text that is NULL is not asked; CODE is the booking's own. */
struct booking_filter {
	struct period days; /* of the slot */
	const char *service, *status, *code;
};

extern const struct word booking_states[];    /* what a booking can be; ends with { 0 } */
extern const struct column booking_columns[]; /* of the list */

/* The bookings that FILTER chooses, by slot, to SINK.  NO for a service that there is
 * not, USAGE for such a status. */
enum status appointment_list(struct office *office, const struct booking_filter *filter,
			     struct sink *sink);

#endif
