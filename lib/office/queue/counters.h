/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_COUNTERS_H
#define OSQ_OFFICE_QUEUE_COUNTERS_H

#include "office/queue/visit.h"

/* Send all counters as they are now, or only the one with the code COUNTER. */
extern const struct word counter_states[]; /* open, paused, closed */
extern const struct column counter_columns_now[];
enum status queue_status(struct office *office, const char *counter, struct sink *sink);

/*
 * What a counter `c` is now: of a statement the first columns, and its tables, of which
 * the last is the period `p` of the ticket there: it can be narrowed before
 * COUNTER_NOW_TICKET.
 */
#define COUNTER_NOW                                                                      \
	"SELECT c.code AS counter, c.name AS name,"                                      \
	"       coalesce(d.state, 'closed') AS state,"                                   \
	"       label(t.series, t.number) AS ticket, p.state AS status,"                 \
	"       coalesce(p.started_at, d.started_at) AS since,"
#define COUNTER_NOW_FROM                                                                 \
	"  FROM counter c"                                                               \
	"  LEFT JOIN counter_period d ON d.counter_id = c.id AND d.ended_at IS NULL"     \
	"  LEFT JOIN officer o ON o.id = d.officer_id"                                   \
	"  LEFT JOIN ticket_period p ON p.counter_id = c.id AND p.ended_at IS NULL"      \
	"       AND p." VISIT_AT_COUNTER
/* Those of the day :day: in force, or still open. */
#define COUNTER_NOW_SHOWN  "(coalesce(c.until, :day) >= :day OR d.id IS NOT NULL)"
#define COUNTER_NOW_TICKET "  LEFT JOIN ticket t ON t.id = p.ticket_id"

/* The policy in force for each service, with its worst case as a sentence. */
extern const struct column policy_columns[];
enum status queue_policies(struct office *office, struct sink *sink);

#endif
