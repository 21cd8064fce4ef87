/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_BEGIN_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_BEGIN_H

#include "office/core/office.h"
#include "office/rules/calendar.h"

/* What begins when a dossier is received: the rule that it keeps, the promise, and the
 * first step of its procedure. */

/* What is promised for a dossier. */
struct dossier_term {
	int64_t due;
	int64_t counts_from; /* the next opening, where it counts as received only then;
				else -1 */
	bool after_cutoff;   /* and why: not for the hours, but for the cut-off */
	int unsettled; /* the first year without a notice that it reaches into; 0: none */
};

struct dossier_beginning {
	int64_t procedure, fee;
	bool has_fee;
	struct time_rule time;
	struct dossier_term term;
	int64_t step, desk, step_due; /* step 0: the procedure has none */
};

/* The rule of PROCEDURE (a code) and CHANNEL (NULL: counter) on the day of RECEIVED, into
 * *BEGINNING; NO when there is none. */
enum status beginning_rule(struct office *office, const char *procedure,
			   const char *channel, int64_t received,
			   struct dossier_beginning *beginning);

/* And what it promises at RECEIVED, with the first step; it keeps the office's cut-off
 * of that day where it has none of its own. */
enum status beginning_find(struct office *office, const struct calendar *calendar,
			   const char *procedure, const char *channel, int64_t received,
			   struct dossier_beginning *beginning);

/* Give the dossier ID, which was new, this beginning at RECEIVED, inside a write
 * transaction; the fee only where nobody has set one. */
enum status beginning_write(struct office *office, int64_t id, int64_t received,
			    const struct dossier_beginning *beginning);

/* A dossier under PROCEDURE (a code) that comes by CHANNEL (NULL: counter), or under UNIT
 * and LIMIT where that is NULL, received at RECEIVED. */
struct dossier_question {
	const char *procedure, *channel;
	const char *unit;
	int limit;
	int64_t received;
};

/* What would be promised for it.  Nothing is stored. */
enum status dossier_due(struct office *office, const struct dossier_question *question,
			struct dossier_term *term);

#endif
