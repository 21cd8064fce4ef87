/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_CODES_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_CODES_H

#include "office/dossier/dossier.h"

/*
 * Finds the codes in an import that are our own, AGENCY-YYMMDD-N, so that their numbers
 * are not given out again.  Start from { 0 } with AGENCY filled in.
 */
struct dossier_codes {
	struct buf agency;
	/*
	 * The highest number of one day.  It is stored in the day's series when the rows
	 * reach another day, since rows mostly come in order.
	 */
	char yymmdd[6]; /* written as in a code */
	char day[DAY_TEXT];
	int64_t highest;
};

/* Note that CODE is in use. */
enum status codes_note(struct office *office, struct dossier_codes *codes,
		       const char *code);

/*
 * Store the noted numbers in the series; to be called before a code is drawn, and at the
 * end.
 */
enum status codes_tell(struct office *office, struct dossier_codes *codes);

#endif
