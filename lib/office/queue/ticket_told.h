/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_TICKET_TOLD_H
#define OSQ_OFFICE_QUEUE_TICKET_TOLD_H

#include "office/queue/visit.h"
#include "office/rules/period.h"
#include "office/rules/wait_range.h"

/* What is told of tickets: lists, waits, the slip. */

/* A text that is NULL does not filter. */
struct ticket_filter {
	struct period days;
	const char *service, *counter, *status;
	int64_t id; /* one ticket; 0 = all */
};

/*
 * Send the tickets that FILTER selects to SINK, under ticket_columns.  NO when there is
 * no such service or counter, USAGE when there is no such state.
 */
extern const struct column ticket_columns[];
enum status ticket_list(struct office *office, const struct ticket_filter *filter,
			struct sink *sink);

/* How many tickets are called before a given one, or before one that is drawn now. */
extern const struct column wait_columns[];
enum status ticket_wait(struct office *office, const struct visit *visit,
			struct sink *sink);

/* For each service: how many tickets wait, and since when the first of them does. */
extern const struct column waiting_columns[];
enum status ticket_waiting(struct office *office, struct sink *sink);

/* What stands on the slip. */
struct ticket_slip {
	char label[LABEL_TEXT];
	char service[256]; /* the service's name, cut between characters */
	char priority[128];
	int64_t issued_at;
	struct wait_range range; /* all -1 when it does not wait */
};

/* Fill SLIP.  TOLD is the wait that the citizen was told; NULL: estimate it now. */
enum status ticket_slip(struct office *office, const struct visit *visit,
			const struct wait_range *told, struct ticket_slip *slip);

#endif
