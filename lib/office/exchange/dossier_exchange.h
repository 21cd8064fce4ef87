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
 * The province's state, "1" to "10", of a dossier with STATUS that is paused for KIND (or
 * NULL) and came through CHANNEL.  *WORDS gets the province's name for it.
 */
const char *province_state(const char *status, const char *kind, const char *channel,
			   const char **words);

/*
 * Our status for the province's STATE, "1" to "10".  False when it is none of these.
 * *KIND and *CHANNEL are NULL where the state says nothing about them.
 */
bool province_read(const char *state, const char **status, const char **kind,
		   const char **channel);

#endif
