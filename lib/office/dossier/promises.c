/* SPDX-License-Identifier: MIT */
#include "office/dossier/promises.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_life.h"
#include "office/dossier/promise_anew.h"

const struct column overtaken_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "received_at", .heading = N_("Received"), .type = COL_TIME },
	{ .key = "due_at", .heading = N_("Due"), .type = COL_TIME },
	{ .key = "would_be", .heading = N_("By the calendar"), .type = COL_TIME },
	{ 0 },
};

#define OPEN_DOSSIERS                                                                    \
	PROMISE_OPEN                                                                     \
	" WHERE d.finished_at IS NULL AND d.received_at IS NOT NULL"

static const char ours_sql[] = OPEN_DOSSIERS
	" AND d.reckoned = 1 ORDER BY d.due_at, d.id";
static const char unjudged_sql[] = OPEN_DOSSIERS " AND d.reckoned IS NULL";

/* A look at some open dossiers: VISIT is called with the promise of each by the calendar,
 * -1 where that gives none. */
struct look {
	struct calendar *calendar;
	struct query waits;
	bool as_settled; /* as if a notice had come of every year */
	struct sink *sink;
	struct verdicts *verdicts;
	enum status (*visit)(struct look *look, const struct promise_open *open,
			     int64_t promise);
};

static void
settle_years(struct calendar *calendar, const struct promise_open *open)
{
	int year;

	while ((year = calendar_unsettled(calendar, open->received_at, open->due_at)))
		calendar_settle(calendar, year);
}

static enum status
look_at_all(struct office *office, struct look *look, const char *sql)
{
	struct promise_open open = { .waits = NULL };
	struct query q;
	enum status st = OK;

	promise_waits_open(office, &look->waits);
	query_open(&q, office->store, sql);
	while (!st && query_row(&q)) {
		if (!promise_open_read(&q, &open))
			continue;
		if (look->as_settled)
			settle_years(look->calendar, &open);
		if (!(st = promise_open_waits(&look->waits, &open)))
			st = look->visit(look, &open, promise_by(look->calendar, &open));
	}
	free(open.waits);
	st = worse(st, query_close(&q));
	return worse(st, query_close(&look->waits));
}

static enum status
tell_overtaken(struct look *look, const struct promise_open *open, int64_t promise)
{
	if (promise < 0 || promise == open->due_at)
		return OK;
	return look->sink->row(look->sink,
			       (const struct value[]){ value_text(open->code),
						       value_int(open->received_at),
						       value_int(open->due_at),
						       value_int(promise) });
}

enum status
promises_list(struct office *office, struct sink *sink)
{
	struct look look = { .sink = sink, .visit = tell_overtaken };
	enum status st = calendar_load(office, &look.calendar);

	if (st)
		return st;
	st = look_at_all(office, &look, ours_sql);
	calendar_free(look.calendar);
	return st;
}

/* Whose promises they are, collected first because the rows must not be changed while
 * they are read. */
struct verdicts {
	struct verdict {
		int64_t id;
		bool ours;
	} * all;
	size_t count;
};

static enum status
note_verdict(struct look *look, const struct promise_open *open, int64_t promise)
{
	struct verdicts *verdicts = look->verdicts;

	verdicts->all = mem_more(verdicts->all, verdicts->count, sizeof(*verdicts->all));
	verdicts->all[verdicts->count++] = (struct verdict){ open->id,
							     promise == open->due_at };
	return OK;
}

static enum status
write_verdicts(struct office *office, const struct verdicts *verdicts)
{
	struct query q;

	query_open(&q, office->store,
		   "UPDATE dossier SET reckoned = :ours WHERE id = :id");
	for (size_t i = 0; i < verdicts->count; i++) {
		query_int(&q, ":ours", verdicts->all[i].ours);
		query_int(&q, ":id", verdicts->all[i].id);
		query_run(&q);
	}
	return query_close(&q);
}

enum status
promises_judge(struct office *office, bool as_settled)
{
	struct verdicts verdicts = { .count = 0 };
	struct look look = { .visit = note_verdict,
			     .as_settled = as_settled,
			     .verdicts = &verdicts };
	enum status st = calendar_load(office, &look.calendar);

	if (st)
		return st;
	st = look_at_all(office, &look, unjudged_sql);
	calendar_free(look.calendar);
	if (!st)
		st = write_verdicts(office, &verdicts);
	free(verdicts.all);
	return st;
}

/*
 * The promises to move, collected first because the rows must not be changed while they
 * are read.
 */
struct moves {
	struct sink sink;
	struct move {
		char *code;
		int64_t received_at, due_at, to;
	} * all;
	size_t count;
};

static enum status
note_move(struct sink *sink, const struct value *values)
{
	struct moves *moves = (struct moves *)sink;

	moves->all = mem_more(moves->all, moves->count, sizeof(*moves->all));
	moves->all[moves->count++] = (struct move){ .code = mem_text(values[0].text),
						    .received_at = values[1].number,
						    .due_at = values[2].number,
						    .to = values[3].number };
	return OK;
}

static enum status
move_all(struct office *office, struct dossier_acts *acts, struct moves *moves)
{
	enum status st = promises_list(office, &moves->sink);
	size_t i;

	for (i = 0; i < moves->count && !st; i++) {
		const struct dossier_wish wish = { .act = ACT_MOVE,
						   .promise = moves->all[i].to };

		st = dossier_act(acts, moves->all[i].code, &wish);
	}
	return st;
}

enum status
promises_move(struct office *office, struct sink *sink)
{
	struct moves moves = { .sink = { note_move } };
	struct dossier_acts *acts;
	enum status st = dossier_acts_begin(office, &acts);
	size_t i;

	if (st)
		return st;
	st = dossier_acts_end(acts, move_all(office, acts, &moves));
	for (i = 0; i < moves.count; i++) {
		const struct move *m = &moves.all[i];

		if (!st)
			st = sink->row(sink,
				       (const struct value[]){ value_text(m->code),
							       value_int(m->received_at),
							       value_int(m->due_at),
							       value_int(m->to) });
		free(m->code);
	}
	free(moves.all);
	return st;
}
