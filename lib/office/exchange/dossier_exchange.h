/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H

#include "office/dossier/dossier.h"
#include "office/dossier/dossier_fields.h"

/*
 * What offices exchange: a whole dossier in one row, in the same columns when exported
 * (dossier_export.h) and imported (dossier_import.h).
 */
extern const struct column exchange_columns[FIELDS + 1]; /* by enum dossier_field */

/*
 * The province's state, "1" to "10" (Decision 766), of a dossier that has STATUS and
 * waits for KIND (NULL: for nothing).  *WORDS gets the province's name for it.  Both
 * texts are constants.
 */
const char *province_state(const char *status, const char *kind, const char **words);

/*
 * What the province's STATE, "1" to "10", is here: *STATUS, and in *KIND what it waits
 * for, NULL where it does not say so; constants.  False, with nothing set, when STATE is
 * none of these.
 */
bool province_read(const char *state, const char **status, const char **kind);

#endif
