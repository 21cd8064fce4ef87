/* SPDX-License-Identifier: MIT */
#include "office/dossier/promise_anew.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/dossier/dossier_terms.h"

/* Each stop of the clock, with which request for a supplement it was, and each act that
 * may have ended one.  A verification for which the limit is longer stopped none. */
static const char waits_sql[] =
	"SELECT act, at, iif(act = 'pause' AND kind = 'supplement',"
	"    count(*) FILTER (WHERE act = 'pause' AND kind = 'supplement') OVER (ORDER BY id),"
	"    0)"
	"  FROM dossier_event WHERE dossier_id = :id AND is_word('acts_of_clock', act)"
	"    AND NOT (act = 'pause' AND kind = 'verification'"
	"      AND at IS (SELECT verified_at FROM dossier d WHERE d.id = :id))"
	" ORDER BY id";

void
promise_waits_open(struct office *office, struct query *q)
{
	query_open(q, office->store, waits_sql);
}

static void
add_wait(struct promise_open *open, const struct dossier_wait *wait)
{
	open->waits = mem_more(open->waits, open->wait_count, sizeof(*open->waits));
	open->waits[open->wait_count++] = *wait;
}

enum status
promise_open_waits(struct query *q, struct promise_open *open)
{
	struct dossier_wait wait = { .from = -1 };

	open->wait_count = 0;
	query_int(q, ":id", open->id);
	while (query_row(q)) {
		const char *act = query_col_given(q, 0);

		wait.to = query_col_int(q, 1);
		if (strcmp(act, "resume") != 0)
			wait.answered = 0;
		if (wait.from >= 0)
			add_wait(open, &wait);
		wait.from = !strcmp(act, "pause") || !strcmp(act, "withdraw") ||
					    !strcmp(act, "stop") ?
				    wait.to :
				    -1;
		wait.answered = query_col_int(q, 2);
	}
	query_reset(q);
	return q->status;
}

int64_t
promise_by(const struct calendar *calendar, const struct promise_open *open)
{
	int64_t due;
	size_t i;

	if (calendar_due(calendar, &open->terms.rule, open->received_at, &due))
		return -1;
	for (i = 0; i < open->wait_count; i++)
		if (dossier_resumed(calendar, &open->terms, open->received_at,
				    &open->waits[i], due, &due))
			return -1;
	return due;
}

bool
promise_open_read(struct query *q, struct promise_open *open)
{
	open->id = query_col_int(q, 0);
	open->code = query_col_given(q, 1);
	open->received_at = query_col_int(q, 2);
	open->due_at = query_col_int(q, 3);
	return dossier_terms_read(q, 4, &open->terms);
}

static const char one_sql[] = PROMISE_OPEN " WHERE d.id = :id";

/* The waits of what stands in Q, by the rule of ANEW. */
static enum status
compute_anew(struct office *office, const struct calendar *calendar, struct query *q,
	     struct promise_anew *anew)
{
	struct promise_open open = { .waits = NULL };
	struct time_rule first = anew->rule;
	struct query waits;
	enum status st;

	if (anew->first_limit)
		first.limit = anew->first_limit;
	promise_open_read(q, &open);
	open.received_at = anew->received_at;
	open.terms.rule = anew->rule;
	promise_waits_open(office, &waits);
	if (!(st = promise_open_waits(&waits, &open)) &&
	    !(st = calendar_due(calendar, &first, anew->received_at, &anew->first_due)) &&
	    (anew->due = promise_by(calendar, &open)) < 0)
		st = BAD_DATA; /* the calendar has said why */
	free(open.waits);
	return worse(st, query_close(&waits));
}

enum status
promise_anew(struct office *office, const struct calendar *calendar,
	     struct promise_anew *anew)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, one_sql);
	query_int(&q, ":id", anew->id);
	if (query_row(&q))
		st = compute_anew(office, calendar, &q, anew);
	return worse(st, query_close(&q));
}
