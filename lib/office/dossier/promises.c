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

const struct column overtaken_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "received_at", .heading = N_("Received"), .type = COL_TIME },
	{ .key = "due_at", .heading = N_("Due"), .type = COL_TIME },
	{ .key = "would_be", .heading = N_("By the calendar"), .type = COL_TIME },
	{ 0 },
};

/* An open dossier: its rule, and when its clock was stopped. */
struct open {
	int64_t id, received_at, due_at;
	int limit;
	enum time_unit unit;
	bool ours; /* received here */
	const char *code;
	struct span {
		int64_t from, to;
	} * waits;
	size_t wait_count;
};

static const char open_sql[] =
	"SELECT d.id, d.code, d.received_at, d.due_at, d.time_limit, d.time_unit,"
	"       EXISTS (SELECT 1 FROM dossier_event e WHERE e.dossier_id = d.id"
	"                AND e.act = 'receive')"
	"  FROM dossier d WHERE d.finished_at IS NULL ORDER BY d.due_at, d.id";

static const char waits_sql[] = "SELECT act, at FROM dossier_event WHERE dossier_id = :id"
				"   AND is_word('acts_of_clock', act)"
				" ORDER BY id";

static void
add_wait(struct open *open, int64_t from, int64_t to)
{
	open->waits = mem_more(open->waits, open->wait_count, sizeof(*open->waits));
	open->waits[open->wait_count++] = (struct span){ from, to };
}

/* Move on the promise by the times for which the clock was stopped, as life.c does. */
static enum status
read_waits(struct query *q, struct open *open)
{
	int64_t since = -1;

	open->wait_count = 0;
	query_int(q, ":id", open->id);
	while (query_row(q)) {
		const char *act = query_col_text(q, 0);
		int64_t at = query_col_int(q, 1);

		if (since >= 0)
			add_wait(open, since, at);
		since = !strcmp(act, "pause") || !strcmp(act, "withdraw") ||
					!strcmp(act, "stop") ?
				at :
				-1;
	}
	query_reset(q);
	return q->status;
}

/* The promise that CALENDAR gives; -1 where it gives none. */
static int64_t
promise_by(const struct calendar *calendar, const struct open *open)
{
	int64_t due;
	size_t i;

	if (calendar_due(calendar, open->unit, open->limit, open->received_at, &due))
		return -1;
	for (i = 0; i < open->wait_count; i++)
		if (dossier_resumed(calendar, due, open->waits[i].from, open->waits[i].to,
				    &due))
			return -1;
	return due;
}

struct look {
	struct calendar *now;
	const struct calendar *before;
	struct query waits;
	struct sink *sink;
};

static enum status
look_at(struct look *look, struct open *open)
{
	int64_t would_be;
	enum status st = read_waits(&look->waits, open);

	if (st)
		return st;
	would_be = promise_by(look->now, open);
	if (would_be < 0 || would_be == open->due_at ||
	    (!open->ours &&
	     (!look->before || promise_by(look->before, open) != open->due_at)))
		return OK;
	return look->sink->row(look->sink,
			       (const struct value[]){ value_text(open->code),
						       value_int(open->received_at),
						       value_int(open->due_at),
						       value_int(would_be) });
}

static enum status
look_at_all(struct office *office, struct look *look)
{
	struct open open = { .waits = NULL };
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, open_sql);
	while (!st && query_row(&q)) {
		int unit = time_unit_read(query_col_text(&q, 5));

		open.id = query_col_int(&q, 0);
		open.code = query_col_text(&q, 1);
		open.received_at = query_col_int(&q, 2);
		open.due_at = query_col_int(&q, 3);
		open.limit = (int)query_col_int(&q, 4);
		open.unit = (enum time_unit)unit;
		open.ours = query_col_int(&q, 6) != 0;
		if (unit >= 0)
			st = look_at(look, &open);
	}
	free(open.waits);
	return worse(st, query_close(&q));
}

enum status
promises_list(struct office *office, const struct calendar *before, struct sink *sink)
{
	struct look look = { .before = before, .sink = sink };
	enum status st = calendar_load(office, &look.now);

	if (st)
		return st;
	query_open(&look.waits, office->store, waits_sql);
	st = look_at_all(office, &look);
	st = worse(st, query_close(&look.waits));
	calendar_free(look.now);
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
	enum status st = promises_list(office, NULL, &moves->sink);
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
