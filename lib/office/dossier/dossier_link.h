/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_LINK_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_LINK_H

#include "office/core/office.h"
#include "office/rules/time_rule.h"

/*
 * Dossiers of one request, which is handled together though each has a procedure of its
 * own (Decree 63/2024: birth, residence and health insurance, 3 working days for all, 5
 * with verification).
 *
 * Where the request has a limit, it takes the place of each dossier's own, so that
 * receipt, standing, figures and `promises` need know nothing of it; what was filed
 * before stays (rules/past.h).  A pause for a supplement or a fee is of its dossier
 * alone.
 */
struct dossier_bond {
	int limit; /* of all, in UNIT; 0: each has its own */
	enum time_unit unit;
	int verified; /* from the first pause for verification on; 0: no other */
};

/*
 * Link the COUNT dossiers CODES, an act of each.  None is where one cannot be: NO for one
 * that does not exist, has ended, was not accepted, is linked already or was taken in by
 * another office; BAD_DATA for one that is named twice, or where a common limit does not
 * promise all for one moment.  *UNSETTLED gets the first year without a notice that their
 * promise reaches into, or 0.
 */
enum status dossier_link(struct office *office, char *const *codes, size_t count,
			 const struct dossier_bond *bond, int *unsettled);

/* Whether the dossier CODE is linked with any. */
enum status dossier_is_linked(struct office *office, const char *code, bool *linked);

#endif
