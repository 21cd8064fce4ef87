/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_STANDING_H
#define OSQ_OFFICE_RULES_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/row.h"

/*
 * How a dossier stands against what was promised.  Each of these is also an SQL function
 * (sql/lore.h), so that lists, reports and forms agree.
 */

/* The places of dossier_standings. */
enum dossier_standing {
	STANDING_EARLY,
	STANDING_ON_TIME,
	STANDING_OVERDUE,
	STANDING_IN_TIME,
	STANDING_AT_RISK,
	STANDING_LATE,
};

/* What else is late about a dossier, behind the standings in dossier_concerns; several
 * may be so at once. */
enum dossier_delay {
	DELAY_ASKED = STANDING_LATE + 1, /* a supplement: later than in time, or again */
	DELAY_UNANSWERED,                /* a supplement that does not come */
	DELAY_EXTENDED,                  /* the apology came on the day itself or later */
	DELAY_HANDED,                    /* to the desk that decides (rules/handover.h) */
	DELAY_UNACCEPTED,                /* a request that nobody has looked at */
};

/* Those that are past what was promised, a bit each. */
enum { STANDINGS_PAST = 1 << STANDING_OVERDUE | 1 << STANDING_LATE };

/* The words that these functions return, with the spellings used elsewhere. */
extern const struct word dossier_standings[], dossier_standings_766[];

/* The standings and the delays: what dossiers are looked for by. */
extern const struct word dossier_concerns[];

/* The facts that decide it.  A missing moment is -1, a missing word NULL or "". */
struct standing_facts {
	const char *status;     /* dossier.status */
	const char *pause_kind; /* what it waits for, while paused_at */
	int64_t due_at;       /* what the statistics count: the first promise, moved on by
				 waiting */
	int64_t first_due_at; /* the promise on receipt, if due_at has moved */
	int64_t finished_at;
	int64_t paused_at;
	int64_t requests; /* how often a supplement was asked for */
	int64_t waited;   /* seconds of finished waits for supplements */
};

/* The ends without a result, each a dossier.status. */
#define STANDING_NO_RESULTS 3
extern const char *const standing_no_results[STANDING_NO_RESULTS];

/* Whether STATUS is one of these. */
bool standing_without_result(const char *status);

/* What ended at END and was due at DUE: "early" on a local day before the due day,
 * "on_time" on the due day and not after the due moment, else "overdue". */
const char *standing_of_end(int64_t end, int64_t due);

/*
 * How the dossier stands at NOW.  Finished: as standing_of_end().  Open: "late" when the
 * due moment has passed, or had passed when the clock was stopped; "at_risk" when the
 * clock runs and it is due at RISK or before; else "in_time".  NULL for an end without a
 * result, and for what is new: nothing was promised.
 */
const char *standing_now(const struct standing_facts *facts, int64_t now, int64_t risk);

/*
 * How ends without a result count, each by the rule of its own day, so that a year is the
 * sum of its months: a letter and the first day of its rule, one after the other, as in
 * "a-719162e20772".
 *
 *	e  ended: "on_time" when it ended by the due moment, else "overdue".  A refusal is
 *	   told within the time allowed (Decree 61/2018, art. 19(8)), and no end makes a
 *	   late dossier less late
 *	o  on_time, as some provinces have it: the same
 *	s  aside: in no column, unless it is "overdue"
 *	t  on_time, and a, aside: before late ends counted, whenever it ended
 */
enum standing_end_rule {
	ENDS_ENDED = 'e',
	ENDS_ON_TIME = 'o',
	ENDS_ASIDE = 's',
	ENDS_ON_TIME_ALL = 't',
	ENDS_ASIDE_ALL = 'a',
};
#define STANDING_RULE "%c%d" /* one of them as a format: a letter and a day */

/*
 * How a dossier that ended without a result at END and was due at DUE stands by RULES;
 * NULL: it is in no column.  One that ended while its clock stood has the due moment
 * that its end moved on, so that it is judged by the moment at which it was stopped.
 */
const char *standing_no_result(const char *rules, int64_t end, int64_t due);

/* A period as reports look back on it. */
struct standing_period {
	int64_t end;        /* the first moment after it */
	int64_t seen;       /* when open dossiers are looked at: its end, or now in it */
	const char *ends;   /* rules of ends without a result */
	bool waits_in_time; /* what waits for the citizen is in time, as provinces with
			       the rule on_time have it */
};

/*
 * How a dossier with FACTS as they were at the end of PERIOD stood then.  What had ended
 * as standing_of_end() or standing_no_result(), of which NULL is in no column; what was
 * open "in_time" or "late", as standing_now().
 */
const char *standing_then(const struct standing_facts *facts,
			  const struct standing_period *period);

/*
 * How it stands as the national portal counts (Decision 766/QD-TTg, 2022): "on_time" when
 * the end, less the time waited for supplements, is not after the promise on receipt,
 * else "overdue"; more than one request for a supplement is overdue.  A dossier that
 * waits for its supplement counts as ended when that was asked for.  Other open ones are
 * "in_time" or "late", as if they ended NOW.  NULL for one that nobody has accepted,
 * which has no due moment; to receive a dossier is to accept it, so a refusal after that
 * counts, whether anybody had worked on it or not.
 */
const char *standing_766(const struct standing_facts *facts, int64_t now);

#endif
