/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_LIFE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_LIFE_H

#include "office/core/office.h"
#include "office/rules/life.h"

/*
 * Acts on stored dossiers, any number of them in one transaction: dossier_acts_begin(), a
 * dossier_act() for each code, dossier_acts_end().  Each act is an event of its dossier
 * and an entry of the journal.
 */
struct dossier_acts;

/* What to do to a dossier; what the first verification makes of those of one request, it
 * makes of all.  A text that is NULL is not given. */
struct dossier_wish {
	enum dossier_act act;
	const char *reason;
	const char *kind; /* of a pause; of a move "verification" or NULL */
	const char
		*to; /* forward: the code of a desk or an officer; NULL: the next step */
	const char *holder;    /* forward to a desk: the officer who takes it */
	const char *result;    /* finish */
	int64_t promise;       /* extend, move, link: the new moment; -1: use DAYS, or of
				  link: it keeps its own */
	int64_t first_promise; /* link: the one on receipt, where it has moved since */
	int days;              /* extend: by this many working days */
	bool force;
};

/*
 * Begin, waiting for the store as office_begin() does.  The acts end with
 * dossier_acts_end().
 */
enum status dossier_acts_begin(struct office *office, struct dossier_acts **acts);

/*
 * Do WISH to the dossier CODE.  A dossier that does not allow the act (see
 * dossier_change()) or does not exist (NO) is unchanged, and others may follow.
 * IO_ERROR, INTERNAL and BUSY end the transaction: every later call returns the same
 * status.
 */
enum status dossier_act(struct dossier_acts *acts, const char *code,
			const struct dossier_wish *wish);

/* The first year without a notice (calendar_unsettled()) that the promise given by the
 * last act reaches into; 0: none, or it gave none. */
int dossier_acts_unsettled(const struct dossier_acts *acts);

/*
 * Commit what was done, if anything was, and free ACTS.  With ST not OK, roll everything
 * back.  Returns the status to pass on.
 */
enum status dossier_acts_end(struct dossier_acts *acts, enum status st);

/* Whether ST ends the transaction, so that no other dossier can be acted on. */
bool dossier_acts_broken(enum status st);

#endif
