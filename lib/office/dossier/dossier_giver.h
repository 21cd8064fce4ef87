/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_GIVER_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_GIVER_H

#include <stdbool.h>

#include "office/core/office.h"
#include "office/dossier/dossier.h"

/* Who gave a dossier its code.  Start from { 0 } with OURS, the setting `agency`. */
struct dossier_giver {
	const char *ours;
	char asked[DOSSIER_CODE]; /* the agency last met, and whether it is another's */
	bool foreign;
};

/*
 * Whether CODE was given by another office: its agency (000.17.22.H56, H55.242) is none
 * that this office ever had.  Codes of other systems, without an agency, may be ours.
 */
enum status giver_is_foreign(struct office *office, struct dossier_giver *giver,
			     const char *code, bool *foreign);

#endif
