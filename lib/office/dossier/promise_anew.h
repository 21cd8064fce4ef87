/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PROMISE_ANEW_H
#define OSQ_OFFICE_DOSSIER_PROMISE_ANEW_H

#include "office/core/office.h"
#include "office/dossier/dossier_terms.h"

/*
 * What the calendar promises for a dossier that is there: its rule from its receipt,
 * moved on by the times for which its clock stood since.
 */

/* A dossier: its terms, and when its clock was stopped; WAITS is to be freed. */
struct promise_open {
	int64_t id, received_at, due_at;
	struct dossier_terms terms;
	const char *code;
	struct dossier_wait *waits;
	size_t wait_count;
};

/* The beginning of a statement on dossiers d, whose rows promise_open_read() reads; false
 * where nobody can tell the rule. */
#define PROMISE_OPEN                                                                     \
	"SELECT d.id, d.code, d.received_at, d.due_at, " TERMS_COLUMNS "  FROM dossier d"
bool promise_open_read(struct query *q, struct promise_open *open);

/* Read its waits, for any number of dossiers: Q is opened once, and closed by the
 * caller. */
void promise_waits_open(struct office *office, struct query *q);
enum status promise_open_waits(struct query *q, struct promise_open *open);

/* The promise that CALENDAR gives; -1 where it gives none. */
int64_t promise_by(const struct calendar *calendar, const struct promise_open *open);

/* What would have been promised for the dossier ID under another rule, or received at
 * another moment. */
struct promise_anew {
	int64_t id, received_at;
	struct time_rule rule;
	int first_limit;   /* the rule's limit on receipt, where that was another; or 0 */
	int64_t first_due; /* on receipt */
	int64_t due;       /* moved on by the times for which its clock stood since */
};

/* Compute the moments of ANEW.  BAD_DATA where CALENDAR gives none. */
enum status promise_anew(struct office *office, const struct calendar *calendar,
			 struct promise_anew *anew);

#endif
