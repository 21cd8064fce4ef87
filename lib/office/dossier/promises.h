/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PROMISES_H
#define OSQ_OFFICE_DOSSIER_PROMISES_H

#include "office/core/import.h"
#include "office/core/office.h"

/*
 * What a change of the days off or the hours would do to the promises of open dossiers.
 * A promise is kept as it was given until somebody moves it: no import does.
 *
 * Looked at are the promises that we gave: of dossiers that were received here, and of
 * imported ones whose promise is what the calendar before the change gives.
 */
extern const struct column overtaken_columns[]; /* code received_at due_at would_be */

/* The open dossiers whose promise is not what the registers now give, by due moment.
 * Imported ones are left out, unless BEFORE, the calendar before a change, gave it
 * (NULL: not known). */
enum status promises_list(struct office *office, const struct calendar *before,
			  struct sink *sink);

/* Move each of them to what the registers give, each an event and an entry of the
 * journal, in one transaction; SINK gets them as above. */
enum status promises_move(struct office *office, struct sink *sink);

#endif
