/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_HANDOVER_H
#define OSQ_OFFICE_RULES_HANDOVER_H

#include "office/rules/calendar.h"

/*
 * By when a dossier goes from the counter to the desk that decides (Decree 61/2018 art.
 * 18(2), as it lives on in Decree 118/2025): on the day itself, or at the beginning of
 * the next working day when it was received after 15:00.  The first hour of that day
 * counts as its beginning.
 */

/*
 * The last moment at which one received at RECEIVED is handed over in time: its working
 * day's closing time, or an hour after the next opening; received on a day off, the next
 * working day's closing time.  -1 when no working day comes.
 */
int64_t handover_due(const struct calendar *calendar, int64_t received);

/* The last receipt whose hand-over was due before NOW: what was received then or earlier
 * and still lies at the counter is late.  -1 when there is none. */
int64_t handover_overdue(const struct calendar *calendar, int64_t now);

#endif
