/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_CORRECT_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_CORRECT_H

#include "office/dossier/dossier.h"

/*
 * Putting right what was taken down wrongly.  It is an act of the record (rules/past.h):
 * a period that was over keeps what it had.  The journal names the fields and not what
 * stood in them, since it can never be purged.
 */
struct dossier_correction {
	/* What is right, of each field that is ASKED but the fee and the ticket; no value
	 * where it is not said.  `papers`: just these were handed in.  `force` as at the
	 * receipt. */
	struct dossier_request right;
	const char *clear;   /* keys of fields, "phone,address", that are not known; or
				NULL */
	int64_t received_at; /* -1: it was right */
	const char *reason;
};

/* What the clerk should know of it. */
struct dossier_corrected {
	int64_t due;            /* what is promised now; -1: what was promised stays */
	int unsettled;          /* as in struct dossier_term */
	const char *name_doubt; /* as in struct dossier_receipt */
};

/*
 * Correct the dossier CODE.  Where procedure, channel or the moment of receipt change, so
 * do limit and promise, by the rule that held then, and with the procedure or channel the
 * fee; a promise that another system gave stays.  NO when there is no such dossier, it
 * was voided, or all of it is so already; BAD_DATA for what cannot be right.
 */
enum status dossier_correct(struct office *office, const char *code,
			    const struct dossier_correction *correction,
			    struct dossier_corrected *corrected);

#endif
