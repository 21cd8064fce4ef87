/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_STEP_H
#define OSQ_OFFICE_QUEUE_STEP_H

#include "office/queue/desk.h"

/* One act at a desk on a visit: from which states, to where. */
struct step {
	const char *act; /* for the journal */
	unsigned from;
	enum visit_state to;
	bool stays;         /* the counter and its officer go on with it */
	const char *reason; /* or NULL */
};

/* Do STEP on a visit that was found and is in a state that allows it: move it, tell
 * the journal, remember the act.  VISIT is as it is then. */
enum status step_do(struct office *office, const struct desk *desk,
		    const struct step *step, const char *note, struct visit *visit);

/* Move a visit and tell the journal, as visit_enter() and office_journal(). */
enum status step_move(struct office *office, struct visit *visit,
		      const struct visit_move *move, const char *act,
		      const char *const *detail);

/* How often VISIT was called since it last waited, and how often makes a no-show. */
enum status step_calls(struct office *office, const struct visit *visit, int64_t *calls,
		       int64_t *most);

/* NO for a no-show who comes back too late. */
enum status step_may_come_back(struct office *office, const struct visit *visit);

/* Acts on the ticket at the counter, under the rules of queue.h. */
enum status queue_recall(struct office *office, struct visit *visit);
enum status queue_start(struct office *office, struct visit *visit);

/* THEN, where it is not NULL, is the service to which the visitor goes on with the
 * same number and his age. */
enum status queue_done(struct office *office, const char *then, struct visit *visit);

/* NO before the calls of the setting no_show_calls. */
enum status queue_no_show(struct office *office, struct visit *visit);
enum status queue_hold(struct office *office, const char *note, struct visit *visit);

/* A held ticket, or a no-show who comes back within the minutes of the setting
 * return_minutes, waits again, with its old age. */
enum status queue_resume(struct office *office, const char *label, struct visit *visit);

/* Send LABEL, or the ticket at the counter where it is NULL, to another service,
 * or to one counter; it waits there with its old age. */
enum status queue_transfer(struct office *office, const char *label, const char *service,
			   const char *counter, const char *note, struct visit *visit);

#endif
