/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_TICKET_H
#define OSQ_OFFICE_QUEUE_TICKET_H

#include "office/queue/visit.h"
#include "office/rules/period.h"
#include "office/rules/wait_range.h"

struct ticket_request {
	const char *service;    /* a code; NULL where the office has one service only */
	const char *priority;   /* a class's code, or NULL */
	const char *procedure;  /* a code, or NULL */
	const char *name;       /* tidy text, or NULL */
	const char *phone;      /* tidy text, or NULL */
	const char *request_id; /* what a kiosk calls its press, or NULL */
	bool force;             /* outside of the hours and beyond the quota too */
	bool tell;              /* find out how long he waits, and keep what he is told */
};

/*
 * Draw the next number of a service, on the local day of the act.  Numbers have no gap
 * and are never given twice, whoever draws at the same time.  A request_id that drew one
 * on this day gives that one again, and nothing is written.  NO where it was for another
 * service, and where the service gives out no numbers now (office/intake.h).
 */
struct ticket_issued {
	struct visit visit;
	bool repeated;           /* the request had drawn it before */
	struct wait_range range; /* where it was to be told, and was not repeated */
};
enum status ticket_issue(struct office *office, const struct ticket_request *request,
			 struct ticket_issued *issued);

/* A ticket about to be drawn: ids, 0 = none, and texts or NULL. */
struct ticket_draft {
	int64_t service_id, priority_id, procedure_id;
	const char *name, *phone, *request_id;
};

/* Draw its number and enter it into VISIT, inside a write transaction.  The caller
 * enters its first period and journals. */
enum status ticket_draw(struct office *office, const struct ticket_draft *draft,
			struct visit *visit);

/* The citizen goes: from waiting or held. */
enum status ticket_cancel(struct office *office, const char *label, const char *day,
			  const char *note, struct visit *visit);

/* A text that is NULL is not asked. */
struct ticket_filter {
	struct period days;
	const char *service, *counter, *status;
	int64_t id; /* one ticket; 0 = all */
};

/* Send those that FILTER chooses to SINK, under ticket_columns.  NO for a service or
 * counter that there is not, USAGE for such a state. */
extern const struct column ticket_columns[];
enum status ticket_list(struct office *office, const struct ticket_filter *filter,
			struct sink *sink);

/* How many are called before a ticket, or would be before a new one. */
extern const struct column wait_columns[];
enum status ticket_wait(struct office *office, const struct visit *visit,
			struct sink *sink);

/* For each service: how many wait, and since when the first does. */
extern const struct column waiting_columns[];
enum status ticket_waiting(struct office *office, struct sink *sink);

/* What stands on the slip. */
struct ticket_slip {
	char label[LABEL_TEXT];
	char service[256]; /* name, cut at a letter */
	char priority[128];
	int64_t issued_at;
	struct wait_range range; /* all -1 for one who does not wait */
};

/* TOLD is what the citizen is told of his wait; NULL: as it is now. */
enum status ticket_slip(struct office *office, const struct visit *visit,
			const struct wait_range *told, struct ticket_slip *slip);

#endif
