/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_TICKET_H
#define OSQ_OFFICE_QUEUE_TICKET_H

#include "office/queue/visit.h"
#include "office/rules/period.h"
#include "office/rules/wait_range.h"
#include "store/hmac.h"

struct ticket_request {
	const char *service;    /* a code; NULL where the office has only one service */
	const char *priority;   /* a class's code, or NULL */
	const char *procedure;  /* a code, or NULL */
	const char *name;       /* tidy text, or NULL */
	const char *phone;      /* tidy text, or NULL */
	const char *card;       /* the number of the citizen's card, or NULL */
	const char *request_id; /* a kiosk's id of the press of a button; or NULL */
	bool force;             /* ignore the service's hours and quota */
	bool tell; /* estimate the wait, and store what the citizen is told */
};

/*
 * Draw the next number of a service on the local day of the act.  Numbers have no gap and
 * are never given twice, however many draw at the same time.  A request_id that drew a
 * number on this day gets the same one again, and nothing is written; so does a citizen
 * who still waits for a service that gives one number each (office/queue/one_number.h).
 * NO where the request's number was for another service, or the service gives out no
 * numbers now (office/queue/issuing.h).
 */
struct ticket_issued {
	struct visit visit;
	bool repeated;           /* this number had been drawn before */
	bool same_person;        /* and not by the same request */
	struct wait_range range; /* set when a wait was asked for and not repeated */
};
enum status ticket_issue(struct office *office, const struct ticket_request *request,
			 struct ticket_issued *issued);

/* A ticket about to be drawn.  An id is 0 and a text NULL where there is none. */
struct ticket_draft {
	int64_t service_id, priority_id, procedure_id;
	const char *name, *phone, *request_id;
	char card[HMAC_TEXT]; /* what stands for the card today; "" = none */
};

/*
 * Draw a number for DRAFT and fill VISIT, inside a write transaction.  The caller then
 * enters the first period with visit_enter() and journals.
 */
enum status ticket_draw(struct office *office, const struct ticket_draft *draft,
			struct visit *visit);

/* Cancel a ticket that waits or is held: the citizen has left. */
enum status ticket_cancel(struct office *office, const char *label, const char *day,
			  const char *note, struct visit *visit);

#endif
