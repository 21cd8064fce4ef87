/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_STANDSTILL_H
#define OSQ_OFFICE_RULES_STANDSTILL_H

#include "office/rules/calendar.h"

/*
 * What becomes of a promise while the clock stands: it goes on with what was left of it,
 * or, for the answer to a first supplement that was asked for in time, is counted anew
 * (Decree 61/2018 art. 19(4), Decree 297/2025 art. 6(4)).
 */

/*
 * Under what a dossier was received; acts do not change it.  A limit of 0 in a unit that
 * has one is not known, and nothing is counted anew by it.
 */
struct dossier_terms {
	struct time_rule rule; /* of the dossier */
	struct time_rule step; /* of the desk that has it */
	bool restarts;         /* the first supplement in time begins these anew */
	int first_limit; /* the limit on receipt, where another holds by now; else RULE's
			  */
	int verified; /* the limit from when another agency is first asked, of a request
			 that has a limit of its own; 0: of none that has */
	int ask_days; /* so many working days after receipt it is in time; 0: always */
};

/* A time for which the clock stood, and what was answered by it: the first request for a
 * supplement, a second one ...; 0: no request, or it has no answer. */
struct dossier_wait {
	int64_t from, to;
	int64_t answered;
};

/* Compute *MOVED, the promise DUE after WAIT: the working time that was left of it goes
 * on from there.  One that had passed before WAIT is unchanged, and none becomes earlier.
 * *MOVED is untouched on failure. */
enum status promise_continue(const struct calendar *calendar,
			     const struct dossier_wait *wait, int64_t due,
			     int64_t *moved);

/* The same, but counted anew by RULE as from a receipt at the end of WAIT.  One that had
 * passed, or whose rule is not known, goes on. */
enum status promise_restart(const struct calendar *calendar, const struct time_rule *rule,
			    const struct dossier_wait *wait, int64_t due, int64_t *moved);

/* Whether a supplement asked for at AT comes later than TERMS have it.  Without working
 * hours there are no working days to count, and none is late. */
bool supplement_is_late(const struct calendar *calendar,
			const struct dossier_terms *terms, int64_t received, int64_t at);

/* Whether by TERMS the promise DUE of what was RECEIVED then is counted anew from the end
 * of WAIT, which was for the first supplement and asked for in time. */
bool dossier_restarts(const struct calendar *calendar, const struct dossier_terms *terms,
		      int64_t received, const struct dossier_wait *wait, int64_t due);

/*
 * Compute *MOVED, the due moment DUE after the clock stood for WAIT: promise_restart() by
 * the rule of TERMS where dossier_restarts(), else promise_continue().
 */
enum status dossier_resumed(const struct calendar *calendar,
			    const struct dossier_terms *terms, int64_t received,
			    const struct dossier_wait *wait, int64_t due, int64_t *moved);

#endif
