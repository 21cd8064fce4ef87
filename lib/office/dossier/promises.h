/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PROMISES_H
#define OSQ_OFFICE_DOSSIER_PROMISES_H

#include "office/core/import.h"
#include "office/core/office.h"

/*
 * What the days off, the hours and the rules of today make of the promises of open
 * dossiers.  A promise stays as it was given until somebody moves it; no import does.
 *
 * Only our own promises are compared: those of dossiers received here, and of imported
 * ones that came without a promise or with just the one that the calendar then gave
 * (`reckoned` in the store, so that everybody who asks hears of the same ones).
 */
extern const struct column overtaken_columns[]; /* code received_at due_at would_be */

/*
 * Send the open dossiers whose promise is not what the registers now give, in the order
 * of due moments.
 */
enum status promises_list(struct office *office, struct sink *sink);

/*
 * Tell of each open dossier that nobody has looked at yet, inside a write transaction,
 * whether its promise is ours.  AS_SETTLED: as the calendar was before it knew the days
 * off of years without a notice.
 */
enum status promises_judge(struct office *office, bool as_settled);

/*
 * Move each of these promises to what the registers give, in one transaction; each is an
 * event and an entry of the journal.  SINK gets the dossiers as above.
 */
enum status promises_move(struct office *office, struct sink *sink);

#endif
