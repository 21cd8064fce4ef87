/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_APPOINTMENT_H
#define OSQ_OFFICE_QUEUE_APPOINTMENT_H

#include "office/queue/visit.h"
#include "office/rules/period.h"

/*
 * Appointments: a place in a slot (office/queue/slot.h), booked in advance.  The citizen
 * gets a ticket of the service on arrival.
 *
 * An appointment has a window: from appointment_early minutes before its slot begins
 * until appointment_late minutes after it ends.  A citizen who arrives before the window
 * closes is called ahead of others (office/rules/policy.h) from its beginning until the
 * end of the day: when the office runs late, nobody loses the appointment by it.  One who
 * arrives later gets an ordinary ticket that is as old as the slot.  The settings are
 * those of the day of the slot.
 */

#define BOOKING_TEXT 32 /* room for a code, "A261125-01" */

struct booking_request {
	const char *service;   /* the service's code */
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
	int64_t cancelled_at; /* when it was cancelled; 0 = it holds */
	int64_t ticket_id;    /* 0 = not arrived */
};

/* True when TEXT looks like the code of a booking rather than a ticket's label. */
bool appointment_is_code(const char *text);

/*
 * Book a place.  CODE gets the service's prefix, the day of the slot and a running
 * number: "A261125-01".  NO, with the next free slot as a hint, where the slot is full,
 * over, or does not exist.  No place is given twice, however many book at once.
 */
enum status appointment_book(struct office *office, const struct booking_request *request,
			     char code[static BOOKING_TEXT]);

/*
 * The citizen is here: draw a ticket and link it to the booking, whatever the service's
 * hours and quota say.  Repeated, this gives the same ticket and writes nothing; NO when
 * that visit has ended, or the booking is cancelled or for another day.  *LATE is set
 * when the window is over, so that the ticket is an ordinary one.  USAGE when CODE is not
 * a booking's code.
 */
enum status appointment_arrive(struct office *office, const char *code,
			       struct visit *visit, bool *late);

/*
 * Cancel the booking and free its place.  NO when the citizen has arrived, or the window
 * is over.  CODE may be written loosely; it is replaced by the booking's own spelling.
 */
enum status appointment_cancel(struct office *office, const char *code, const char *note,
			       char own[static BOOKING_TEXT]);

#endif
