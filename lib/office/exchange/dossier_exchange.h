/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H

#include "office/dossier/dossier.h"
#include "office/dossier/dossier_fields.h"

/*
 * What passes between offices: everything of a dossier in one row, in the same columns
 * on its way out (dossier_export.h) and in (dossier_import.h).
 */
extern const struct column exchange_columns[FIELDS + 1]; /* by enum dossier_field */

/*
 * The province's state of a dossier that is STATUS, paused for KIND (or NULL), and came
 * through CHANNEL: "1" to "10".  *WORDS gets how the province calls it.
 */
const char *province_state(const char *status, const char *kind, const char *channel,
			   const char **words);

/* What STATE, one of "1" to "10", is with us.  False when it is none of them; *KIND and
 * *CHANNEL are NULL where it says nothing of them. */
bool province_read(const char *state, const char **status, const char **kind,
		   const char **channel);

#endif
