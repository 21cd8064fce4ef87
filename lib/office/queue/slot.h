/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_SLOT_H
#define OSQ_OFFICE_QUEUE_SLOT_H

#include "office/queue/issuing.h"
#include "office/rules/period.h"

/*
 * The slots of a service, for which citizens book.  A slot begins every slot_minutes
 * while the office is open and, where the service has hours of its own, only within
 * those.  Slots are never cut short; each is for slot_capacity people.
 *
 * They are computed, not stored: a day that is declared off has no slots any more.  What
 * was booked keeps its time, so places are counted by who is there at once, not by equal
 * beginnings.
 */
struct slots {
	struct calendar *calendar;
	struct issuing issuing;
	int64_t service_id;
};

#define BOOKABLE_DAYS 366 /* so that a mistyped year is refused */

/*
 * Load what the slots of SERVICE are computed from.  Call slots_close() even after a
 * failure. NO when the service takes no appointments.
 */
enum status slots_open(struct office *office, int64_t service, struct slots *slots);
void slots_close(struct slots *slots);

/*
 * Find a free seat in the slot that begins at BEGINS.  NO, with the next free slot as a
 * hint, when there is no such slot, or it is over or full.  Call it inside the write
 * transaction that takes the seat.
 */
enum status slots_take(struct office *office, const struct slots *slots, int64_t begins,
		       int64_t *seat);

/*
 * Send the slots of DAYS to SINK, at most BOOKABLE_DAYS days from today on.  NO when
 * there is no service with the code SERVICE, or it takes no appointments.
 */
extern const struct column slot_columns[];
enum status slots_list(struct office *office, const char *service, struct period days,
		       struct sink *sink);

#endif
