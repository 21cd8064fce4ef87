/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_CODES_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_CODES_H

#include "office/dossier/dossier.h"

/*
 * Which of the codes that an import brings are our own, AGENCY-YYMMDD-N, so that none
 * of their numbers is given again.  Start from { 0 } with AGENCY filled.
 */
struct dossier_codes {
	struct buf agency;
	/* The highest number of one day, told to the day's series when the rows come to
	 * another day: they mostly come in order. */
	char yymmdd[6]; /* as in a code */
	char day[DAY_TEXT];
	int64_t highest;
};

/* CODE came in. */
enum status codes_note(struct office *office, struct dossier_codes *codes,
		       const char *code);

/* What was noted reaches the series: before a code is drawn, and at the end. */
enum status codes_tell(struct office *office, struct dossier_codes *codes);

#endif
