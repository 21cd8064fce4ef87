/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_LIST_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_LIST_H

#include "office/core/office.h"
#include "office/dossier/dossier.h"
#include "office/rules/period.h"

/* By which of its moments a dossier is chosen. */
enum dossier_moment { BY_RECEIVED, BY_DUE, BY_FINISHED };
extern const struct word dossier_moments[]; /* by the enum */

/*
 * Which dossiers, and how they are shown.  A dossier must fit all that is given; a text
 * that is NULL, a 0 or a false asks nothing.  Texts are not owned.
 */
struct dossier_filter {
	const char *code; /* the whole code */
	/* Each one or several words, separated by ',': */
	const char *standing;     /* of dossier_concerns (rules/standing.h) */
	const char *standing_766; /* as Decision 766 counts */
	const char *status;
	const char *procedure; /* a code */
	const char *field;     /* its words, accents or not */
	const char *officer;   /* who took it in: a code */
	const char *desk,
		*holder; /* at which desk it lies, which officer has it: codes */
	const char *channel;
	const char *agency;        /* words of the name of the agency that decides */
	const char *id_number;     /* these digits, whatever stands between them */
	const char *phone;         /* the same */
	char linked[DOSSIER_CODE]; /* one of the same request; "" = not asked */
	bool fee_due;              /* some of the fee is still to be paid */
	struct period days;        /* local days of the moment BY */
	enum dossier_moment by;
	const char *text; /* words to find it by (words_ask()), or how its code begins */
	int64_t limit;    /* send no more than these; 0: all */
	bool newest;      /* send the newest first */
	bool full;        /* personal data unmasked: call office_look() first */
	bool last;        /* with the last act and its reason, looked up for each */
};

/*
 * Send the dossiers that FILTER chooses to SINK, under dossier_columns, in order of the
 * moment BY.  Where TEXT has accents, those that are written with the same accents come
 * first.  NO for a code of FILTER that does not exist, USAGE for a word that is none of
 * its list.
 */
enum status dossier_list(struct office *office, const struct dossier_filter *filter,
			 struct sink *sink);

#endif
