/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_DOSSIER_SHIFT_H
#define OSQ_OFFICE_REPORT_DOSSIER_SHIFT_H

#include "office/report/dossier_walk.h"

/*
 * The dossiers of which column 6 of form II.06a is not column 11 of the period before,
 * one by one.
 */
struct shifted {
	char *code;
	enum dossier_shift shift; /* never SHIFT_NONE */
	char *before, *now;       /* the fields that lost and got it; NULL: none */
};

struct shifted_list {
	struct shifted *all; /* by shift, then by code */
	size_t count;
};

/* Words for the reader, by enum dossier_shift: code, and in English, marked N_(). */
extern const struct word dossier_shifts[];

/* Read those of PERIOD into LIST, which must be { 0 }; shifted_free() is called even
 * after a failure. */
enum status shifted_read(struct office *office, const struct period *period,
			 struct shifted_list *list);
void shifted_free(struct shifted_list *list);

#endif
