/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_H
#define OSQ_OFFICE_QUEUE_QUEUE_H

#include "base/mem.h"
#include "office/queue/visit.h"

/*
 * The counters.  Each function is one act at the counter of office->act: it finds
 * the counter and who sits there, moves a visit, journals, commits.  An act that
 * the visit's state does not allow is NO, and the message tells the state.
 */

/*
 * Finish what the counter was serving, and call who is next by policy_choose().  One
 * who was called as often as the setting no_show_calls says and never started is a
 * no-show.  NO when nobody waits; what was being served is finished all the same.
 * WHY, where it is not NULL, gets the reason; its sentence is to be freed.
 */
struct next_reason {
	const char *word; /* as stored: "age_limit" */
	struct buf sentence;
};
enum status queue_next(struct office *office, struct visit *visit,
		       struct next_reason *why);

/* Call a ticket out of order: one that waits, is held, or came back in time after a
 * no-show.  NO while another is at the counter; USAGE without a NOTE where somebody
 * else would be next. */
enum status queue_take(struct office *office, const char *label, const char *note,
		       struct visit *visit);

#endif
