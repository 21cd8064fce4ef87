/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_PROMISE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_PROMISE_H

#include "office/core/office.h"

/*
 * What the citizen was promised: the moment told on receipt, moved on by waiting for him,
 * or the later one of an extension.  (How a dossier stands in the figures goes by the
 * first alone.)
 */

/* For anybody who knows a code, without personal data: where a dossier is, by when it is
 * promised, and what comes next, in words.  NO when there is no such dossier. */
extern const struct column track_columns[];
enum status dossier_track(struct office *office, const char *code, struct sink *sink);

struct promise_count {
	int64_t late, all;
};

/*
 * The open dossiers promised for UNTIL or before, of those whose clock does not stand:
 * late ones first, by the officer who has them, desk and moment.  *COUNT tells how many.
 */
extern const struct column promised_columns[];
enum status dossier_promises(struct office *office, int64_t until, struct sink *sink,
			     struct promise_count *count);

/* The moment that TEXT, "1d" or "1" (working days) or "4h" (working hours), is away;
 * USAGE when it is no such span. */
enum status promise_span(struct office *office, const char *text, int64_t *until);

#endif
