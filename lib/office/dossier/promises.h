/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PROMISES_H
#define OSQ_OFFICE_DOSSIER_PROMISES_H

#include "office/core/import.h"
#include "office/core/office.h"

/*
 * What a change of the days off or the hours would do to the promises of open dossiers.
 * A promise stays as it was given until somebody moves it; no import does.
 *
 * Only our own promises are compared: those of dossiers received here, and of imported
 * ones whose promise is what the calendar gave before the change.
 */
extern const struct column overtaken_columns[]; /* code received_at due_at would_be */

/*
 * Send the open dossiers whose promise is not what the registers now give, in the order
 * of due moments.  Imported ones are left out, unless BEFORE, the calendar before a
 * change, gives their promise (NULL: not known).
 */
enum status promises_list(struct office *office, const struct calendar *before,
			  struct sink *sink);

/*
 * Move each of these promises to what the registers give, in one transaction; each is an
 * event and an entry of the journal.  SINK gets the dossiers as above.
 */
enum status promises_move(struct office *office, struct sink *sink);

#endif
