/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_STEP_H
#define OSQ_OFFICE_QUEUE_STEP_H

#include "office/queue/counter.h"

/*
 * One act on a visit at a counter: the states it may be in before, and the state after.
 */
struct step {
	const char *act; /* for the journal */
	unsigned from;
	enum visit_state to;
	bool stays;         /* the new period has the counter and its officer */
	const char *reason; /* or NULL */
};

/*
 * Do STEP on VISIT, which was found and is in a state that allows it: move it, journal
 * the act and remember it for queue_undo().  VISIT is updated.
 */
enum status step_do(struct office *office, const struct counter *counter,
		    const struct step *step, const char *note, struct visit *visit);

/* Move a visit as visit_enter() does, and journal it as office_journal() does. */
enum status step_move(struct office *office, struct visit *visit,
		      const struct visit_move *move, const char *act,
		      const char *const *detail);

/*
 * *CALLS gets how often VISIT was called since it last waited, *MOST how many calls make
 * a no-show.
 */
enum status step_calls(struct office *office, const struct visit *visit, int64_t *calls,
		       int64_t *most);

/* NO when VISIT is a no-show that has come back too late. */
enum status step_may_come_back(struct office *office, const struct visit *visit);

/* Acts on the ticket at the counter, under the rules of queue.h. */
enum status queue_recall(struct office *office, struct visit *visit);
enum status queue_start(struct office *office, struct visit *visit);

/*
 * The visit is served.  With THEN (may be NULL) the visitor goes on to that service and
 * waits with the same ticket and its old age.
 */
enum status queue_done(struct office *office, const char *then, struct visit *visit);

/*
 * The visitor did not come.  NO before as many calls as the setting no_show_calls says.
 */
enum status queue_no_show(struct office *office, struct visit *visit);
enum status queue_hold(struct office *office, const char *note, struct visit *visit);

/*
 * A held ticket, or a no-show that comes back within the minutes of the setting
 * return_minutes, waits again with its old age.  The act needs no counter, as that of a
 * guard at the door; where it names one, it can be undone there.
 */
enum status queue_resume(struct office *office, const char *label, struct visit *visit);

/*
 * Send the ticket LABEL (NULL: the one at the counter) to another service, or to one
 * counter, where it waits with its old age.  With LABEL the act needs no counter, as
 * above.
 */
enum status queue_transfer(struct office *office, const char *label, const char *service,
			   const char *counter, const char *note, struct visit *visit);

#endif
