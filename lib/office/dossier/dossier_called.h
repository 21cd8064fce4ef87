/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_CALLED_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_CALLED_H

#include "office/core/office.h"
#include "office/dossier/dossier.h"

/*
 * The code, as it is stored, of the dossier that somebody calls TYPED: who types a code
 * need not mind its capitals.  Where codes of another system differ in nothing else, it
 * is the one that is typed as it stands.  All that acts on a dossier, tells of it or
 * journals it takes the stored code, so whoever reads what people type asks here first.
 * NO when there is no such dossier.
 */
enum status dossier_called(struct office *office, const char *typed,
			   char code[static DOSSIER_CODE]);

#endif
