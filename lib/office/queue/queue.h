/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_H
#define OSQ_OFFICE_QUEUE_QUEUE_H

#include "base/mem.h"
#include "office/queue/visit.h"

/*
 * The acts at the counters.  Each function is one act at the counter of office->act: it
 * finds the counter and its officer, moves a visit, journals and commits.  NO when the
 * visit's state does not allow the act; the message names the state.
 */

/*
 * End the visit at the counter, if there is one, and call the ticket that policy_choose()
 * chooses.  A visit that was called as often as the setting no_show_calls says, and never
 * started, ends as a no-show.  NO when nobody waits; the visit at the counter has then
 * ended all the same.  WHY (may be NULL) gets the reason; the caller frees its sentence.
 */
struct next_reason {
	const char *word; /* as stored: "age_limit" */
	struct buf sentence;
};
enum status queue_next(struct office *office, struct visit *visit,
		       struct next_reason *why);

/*
 * Call a ticket out of order: one that waits, is held, or came back in time after a
 * no-show. NO while another one is at the counter.  USAGE when NOTE is NULL and it is
 * another ticket's turn.
 */
enum status queue_take(struct office *office, const char *label, const char *note,
		       struct visit *visit);

#endif
