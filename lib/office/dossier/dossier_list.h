/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_LIST_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_LIST_H

#include "office/core/office.h"
#include "office/rules/period.h"

/* By which of its moments a dossier is chosen. */
enum dossier_moment { BY_RECEIVED, BY_DUE, BY_FINISHED };
extern const struct word dossier_moments[]; /* by the enum */

/* Which dossiers, and how they are shown.  A text that is NULL is not asked. */
struct dossier_filter {
	const char *code;
	const char
		*standing; /* early on_time overdue in_time late at_risk; these three */
	const char *standing_766;  /* on_time overdue in_time late */
	const char *status;        /* may be several, parted by ',' */
	const char *procedure;     /* a code */
	const char *field;         /* its words, accents or not */
	const char *officer;       /* who took it in: a code */
	const char *desk, *holder; /* where it lies, who has it: codes */
	const char *channel;
	const char *agency; /* words of the agency that decides */
	const char *id_number,
		*phone; /* exactly these, whatever stands between the digits */
	bool fee_due;   /* the fee, or some of it, is still to be paid */
	struct period days;
	enum dossier_moment by;
	const char *text; /* see words_ask(); or what its code begins with */
	int64_t limit;    /* no more than these; 0: all */
	bool newest;      /* the newest first */
	bool full;        /* personal data unmasked */
	bool last;        /* with the last act and its reason, a look-up for each */
};

/* Send those that FILTER chooses to SINK, under dossier_columns, in order of the moment
 * BY; where TEXT has accents, those written so come first.  NO or USAGE for a code or a
 * word in FILTER that there is not. */
enum status dossier_list(struct office *office, const struct dossier_filter *filter,
			 struct sink *sink);

#endif
