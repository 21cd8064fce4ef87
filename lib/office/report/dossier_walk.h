/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_DOSSIER_WALK_H
#define OSQ_OFFICE_REPORT_DOSSIER_WALK_H

#include "base/mem.h"
#include "office/core/office.h"
#include "office/rules/past.h"
#include "office/rules/period.h"
#include "office/rules/standing.h"

/*
 * The dossiers of a period as they stood at its end, one by one: every figure and every
 * list of a report is made from this walk.  rules/past.h says what a dossier was then.
 * Only dossiers that this office decides are counted, or, where office->agency names an
 * agency, those that it decides.
 */
struct dossier_span {
	int64_t from; /* the first moment of the period */
	/*
	 * When this store began.  Of a period that was over by then no report was made
	 * from it, so nothing of it was entered late: an office brings its years along.
	 */
	int64_t begun;
	struct standing_period then;
	bool elsewhere; /* set by who asks for what others decide, not for what is ours */
	struct buf ends;     /* then.ends */
	struct buf our_name; /* of the office, on the period's last day */
	char agency[512];    /* words of another agency, folded; "" = us */
};

/* How a dossier comes into a period. */
enum dossier_came {
	CAME_NOT,    /* not counted: it ended before, or another agency decides it ... */
	CAME_ONLINE, /* received in the period */
	CAME_COUNTER_POST,
	CAME_CARRIED, /* received before, and open when the period began or in it */
};

/*
 * Why the period begins with another number of open dossiers than the one before ended
 * with, as that was known when it ended.
 */
enum dossier_shift {
	SHIFT_NONE,
	SHIFT_REOPENED,
	SHIFT_VOIDED,
	SHIFT_CORRECTED_IN, /* into what is counted, or into its procedure */
	SHIFT_CORRECTED_OUT,
	SHIFT_MOVED,   /* from one procedure to another: out of the one, into the other */
	SHIFT_LATE_IN, /* by an act of before that was entered in it or later */
	SHIFT_LATE_OUT,
	SHIFT_ASIDE, /* ended without a result, which counts nowhere */
	SHIFTS
};

struct dossier_look {
	int64_t id;
	struct past_facts then; /* at the end of the period */
	enum dossier_came came;
	const char *standing; /* NULL: in no column, though it came: it is left aside */
	bool was_open; /* in the last column of the period before, as known at its end */
	int64_t was_procedure; /* of which procedure it was there */
	enum dossier_shift shift;
	int64_t late_since; /* what was entered after the period, from then on, changes
			       how it counts; -1: nothing */
};

struct dossier_taker {
	enum status (*take)(struct dossier_taker *taker, const struct dossier_look *look);
	bool ended_only; /* of those received before, only what ended in the period */
};

/* Read what PERIOD needs.  dossier_span_free() is called even after a failure. */
enum status dossier_span_read(struct office *office, const struct period *period,
			      struct dossier_span *span);
void dossier_span_free(struct dossier_span *span);

/*
 * Hand to TAKER each dossier that was received in the period or that may have been open
 * in it, in no order.  Its first status that is not OK ends the walk and is returned.
 */
enum status dossier_walk(struct office *office, const struct dossier_span *span,
			 struct dossier_taker *taker);

#endif
