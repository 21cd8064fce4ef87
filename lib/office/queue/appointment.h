/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_APPOINTMENT_H
#define OSQ_OFFICE_QUEUE_APPOINTMENT_H

#include "office/queue/visit.h"
#include "office/rules/period.h"

/*
 * Appointments: a place in a slot (office/slot.h), booked before the day, and a number of
 * the service drawn when the citizen comes.
 *
 * An appointment has a window: from appointment_early minutes before its slot begins to
 * appointment_late minutes after it ends.  Who comes until it ends is called before
 * others from its beginning on (office/policy.h), for the whole day: that the office is
 * late takes nothing from him.  Who comes later is an ordinary ticket, as old as his
 * slot. Its settings are those of the day of the slot.
 */

#define BOOKING_TEXT 32 /* room for a code, "A261125-01" */

struct booking_request {
	const char *service;   /* a code */
	int64_t slot_at;       /* when the slot begins */
	const char *priority;  /* a class's code, or NULL */
	const char *procedure; /* a code, or NULL */
	const char *name;      /* tidy text, or NULL */
	const char *phone;     /* tidy text, or NULL */
};

struct appointment {
	int64_t id;
	char code[BOOKING_TEXT];
	int64_t service_id, priority_id, procedure_id; /* 0 = none */
	int64_t slot_at, slot_until;
	int64_t booked_at;
	int64_t cancelled_at; /* 0 = it holds */
	int64_t ticket_id;    /* 0 = he has not come */
};

/* True when TEXT looks like the code of a booking, not like a ticket. */
bool appointment_is_code(const char *text);

/* Take a place.  CODE gets the service's prefix, the slot's day and a running number,
 * "A261125-01".  NO where the slot is full, over or none, with the next free one as a
 * hint. No place is given twice, however many ask at once. */
enum status appointment_book(struct office *office, const struct booking_request *request,
			     char code[static BOOKING_TEXT]);

/*
 * The citizen is here: draw his number and tie it to his booking, whatever the hours and
 * the quota of the service say.  Told again, it gives the same number and writes
 * nothing; NO when that visit has ended, or the booking is cancelled or of another day.
 * *LATE: his window is over, so he waits as an ordinary ticket.  USAGE when CODE is no
 * booking's.
 */
enum status appointment_arrive(struct office *office, const char *code,
			       struct visit *visit, bool *late);

/* Give the place back; NO once he has come, or the window is over.  CODE as it was
 * written gets the booking's own. */
enum status appointment_cancel(struct office *office, const char *code, const char *note,
			       char own[static BOOKING_TEXT]);

#endif
