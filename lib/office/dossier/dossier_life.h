/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_LIFE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_LIFE_H

#include "office/core/office.h"
#include "office/rules/life.h"

/*
 * Acts on stored dossiers, any number of them in one transaction: begin, an act for
 * each code, end.  Each act is an event of its dossier and an entry of the journal.
 */
struct dossier_acts;

/* What is asked; a text that is NULL is not said. */
struct dossier_wish {
	enum dossier_act act;
	const char *reason;
	const char *kind; /* of a pause */
	const char
		*to; /* forward: the code of a desk or an officer; NULL: the next step */
	const char *holder; /* forward to a desk: the officer who takes it */
	const char *result; /* finish */
	int64_t promise;    /* extend, move: the new moment; -1: DAYS tell it */
	int days;           /* extend: so many working days past the old promise */
	bool force;
};

/* Begin: wait for the store, as office_begin() does.  To be ended with
 * dossier_acts_end(). */
enum status dossier_acts_begin(struct office *office, struct dossier_acts **acts);

/*
 * Do WISH to the dossier CODE.  A dossier that cannot (see dossier_change()) or is not
 * there (NO) is left as it is, and others may follow.  IO_ERROR, INTERNAL and BUSY end
 * the transaction: whatever is asked after them gives the same again.
 */
enum status dossier_act(struct dossier_acts *acts, const char *code,
			const struct dossier_wish *wish);

/* Commit what was done, if anything was, and free; with ST not OK, roll all back.  The
 * status to pass on. */
enum status dossier_acts_end(struct dossier_acts *acts, enum status st);

/* True for a status after which no other dossier can be acted on. */
bool dossier_acts_broken(enum status st);

/* What the dossier CODE is now; NO when there is none.  *ID may be NULL. */
enum status dossier_state_find(struct office *office, const char *code, int64_t *id,
			       struct dossier_state *state);

#endif
