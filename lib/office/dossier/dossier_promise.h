/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_PROMISE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_PROMISE_H

#include "office/core/office.h"

/*
 * What the citizen was promised: the moment that he was told on receipt, moved on by the
 * time for which the office waited for him, or the later moment of an extension. (Figures
 * of how dossiers stand leave extensions out.)
 */

/* Send one row to SINK, under track_columns: where the dossier CODE is, by when it is
 * promised and what comes next, in words.  It has no personal data, since anybody who
 * knows the code may ask.  *UNSETTLED gets the first year without a notice that the
 * promise of an open one reaches into (calendar_unsettled()), else 0.  NO when there is
 * no such dossier. */
extern const struct column track_columns[];
enum status dossier_track(struct office *office, const char *code, struct sink *sink,
			  int *unsettled);

struct promise_count {
	int64_t late, all;
};

/*
 * Send to SINK (NULL: only count them), under promised_columns, the open dossiers that
 * are promised for UNTIL or before, except those whose clock stands: the late ones first,
 * then by officer, desk and moment.  *COUNT gets how many these are.
 */
extern const struct column promised_columns[];
enum status dossier_promises(struct office *office, int64_t until, struct sink *sink,
			     struct promise_count *count);

/* The moment that lies TEXT after now, into *UNTIL: "1d" or "1" is a working day, "4h"
 * are four working hours.  USAGE when TEXT is no such span; NOT_SET_UP as calendar_due().
 */
enum status promise_span(struct office *office, const char *text, int64_t *until);

#endif
