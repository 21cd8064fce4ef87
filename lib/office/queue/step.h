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

#endif
