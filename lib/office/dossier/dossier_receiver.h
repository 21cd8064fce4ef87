/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_RECEIVER_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_RECEIVER_H

#include "office/dossier/dossier_state.h"

/*
 * Find where the dossier ACTED is handed over to, into CHANGE: to the desk TO, and the
 * officer HOLDER there if one is named; to the officer TO at the desk where it is; or
 * where TO is NULL to the next step of its procedure.  NO for who does not exist,
 * BAD_DATA where there is no further step.
 */
enum status receiver_find(struct office *office, const struct calendar *calendar,
			  const struct stored_dossier *acted, const char *to,
			  const char *holder, struct dossier_change *change);

#endif
