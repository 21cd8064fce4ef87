/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_STANDING_H
#define OSQ_OFFICE_RULES_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/row.h"

/*
 * How a dossier stands to what was promised.  SQL has each of these as a function
 * (sql/lore.h), so lists, reports and forms say the same.
 */

/* The words for it: as below, and as they are written elsewhere. */
extern const struct word dossier_standings[], dossier_standings_766[];

/* What it hangs on.  A moment that is not there is -1, a word NULL or "". */
struct standing_facts {
	const char *status;     /* dossier.status */
	const char *pause_kind; /* what it waits for, while paused_at */
	int64_t accepted_at;
	int64_t due_at;       /* what the statistics count: the first promise, moved on by
				 waiting */
	int64_t first_due_at; /* the promise on receipt, where due_at has moved */
	int64_t finished_at;
	int64_t paused_at;
	int64_t requests; /* how often a supplement was asked for */
	int64_t waited;   /* seconds that it waited for supplements */
};

/* The ends without a result, each a dossier.status. */
#define STANDING_NO_RESULTS 3
extern const char *const standing_no_results[STANDING_NO_RESULTS];

/* Whether STATUS is one of these. */
bool standing_without_result(const char *status);

/* What ended at END and was due at DUE: "early" on a local day before the due day,
 * "on_time" on it and not after the moment, else "overdue". */
const char *standing_of_end(int64_t end, int64_t due);

/*
 * How it stands at NOW to its due moment.  Finished: as above.  Open: "late" when the
 * moment has passed, or had when the clock was stopped; "at_risk" when its clock goes
 * and it is due by RISK; else "in_time".  NULL for an end without a result.
 */
const char *standing_now(const struct standing_facts *facts, int64_t now, int64_t risk);

/* A period as reports look back on it. */
struct standing_period {
	int64_t end;  /* the first moment after it */
	int64_t seen; /* when open dossiers are looked at: its end, or now in it */
	bool aside; /* the setting count_withdrawn: ends without a result count nowhere */
};

/*
 * How it stood at the end of PERIOD, whatever has happened to it since: a report that was
 * sent stays true.  What had ended by then as standing_of_end(); what was open "in_time"
 * or "late", as standing_now().  NULL: it had ended without a result, and is aside. Where
 * those are not aside (so one province has it) they ended "on_time", and what waits for
 * the citizen is "in_time".
 */
const char *standing_then(const struct standing_facts *facts,
			  const struct standing_period *period);

/*
 * The same by the national portal's count (Decision 766/QD-TTg, 2022): "on_time" when the
 * end, less the time waited for supplements, is not after what was promised on receipt,
 * else "overdue"; more than one request is overdue.  One that waits for its supplement
 * counts as ended when that was asked.  Other open ones: "in_time" or "late", as if they
 * ended NOW.  NULL for an end without a result of what never was accepted.
 */
const char *standing_766(const struct standing_facts *facts, int64_t now);

#endif
