/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_FIND_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_FIND_H

#include "office/dossier/dossier.h"

/* What the files that find dossiers share; private to this floor. */

extern const struct word dossier_channels[], dossier_statuses[], dossier_standings[],
	dossier_standings_766[], dossier_units[];

#endif
