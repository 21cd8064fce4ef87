/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_SLOT_H
#define OSQ_OFFICE_QUEUE_SLOT_H

#include "office/queue/intake.h"
#include "office/rules/period.h"

/*
 * The slots of a service, for which people book.  One begins every slot_minutes of the
 * time in which the office is open and, where the service has hours of its own, those
 * hold too; only whole ones, each for slot_capacity people.
 *
 * They are computed, not kept: a day that is declared off has none any more.
 */
struct slots {
	struct calendar *calendar;
	struct intake intake;
	int64_t service_id;
};

#define BOOKABLE_DAYS 366 /* a slip of the pen is no appointment in nine years */

/* The slots of a service; to be freed with slots_close(), also after a failure.  NO when
 * it takes no appointments. */
enum status slots_open(struct office *office, int64_t service, struct slots *slots);
void slots_close(struct slots *slots);

/* A free seat of the slot that begins at BEGINS; NO, with the next slot that has one,
 * where that is no slot, over, or full.  Inside the write transaction that takes it. */
enum status slots_take(struct office *office, const struct slots *slots, int64_t begins,
		       int64_t *seat);

/* Send the slots of DAYS, of which those from today on have at most BOOKABLE_DAYS, to
 * SINK.  NO when there is no such SERVICE (a code), or it takes no appointments. */
extern const struct column slot_columns[];
enum status slots_list(struct office *office, const char *service, struct period days,
		       struct sink *sink);

#endif
