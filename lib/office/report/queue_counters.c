/* SPDX-License-Identifier: MIT */
#include "office/report/queue_counters.h"

#include "office/report/queue_row.h"

static bool
no_calls(const struct counts *n)
{
	return !n->calls && !n->counter_open && !n->counter_paused;
}

/* ---- by counter and by officer ---- */

static void
put_presence(struct queue_row *row, const struct counts *n)
{
	queue_row_seconds(row, n->counter_open);
	queue_row_seconds(row, n->counter_busy);
	queue_row_seconds(row, n->counter_open - n->counter_busy);
	queue_row_seconds(row, n->counter_paused);
	queue_row_late(row, n);
}

static void
put_presence_tally(struct queue_row *row, struct tally *tally)
{
	put_presence(row, &tally->n);
}

#define PRESENCE_COLUMNS(for_)                                                           \
	for_("open_time", N_("Counter open"), COL_DURATION),                             \
		for_("busy_time", N_("With somebody"), COL_DURATION),                    \
		for_("idle_time", N_("Idle"), COL_DURATION),                             \
		for_("pause_time", N_("Pause"), COL_DURATION), LATE_COLUMNS(for_)

static void
put_call_tally(struct queue_row *row, struct tally *tally)
{
	struct marks wait = spread_marks(&tally->waits);
	struct marks service = spread_marks(&tally->services);
	const struct counts *n = &tally->n;

	queue_row_int(row, n->calls);
	queue_row_int(row, n->recalls);
	queue_row_int(row, n->taken);
	queue_row_int(row, n->served);
	queue_row_int(row, n->sent_on);
	queue_row_int(row, n->held);
	queue_row_int(row, n->no_show);
	queue_row_int(row, n->unserved);
	queue_row_int(row, n->present);
	queue_row_times(row, n, tally->waits.count, &wait, &service);
	put_presence(row, n);
}

#define CALL_COLUMNS                                                                     \
	FIGURE("calls", N_("Calls")), FIGURE("recalls", N_("Called again")),             \
		FIGURE("taken", N_("Taken out of order")),                               \
		FIGURE("served", N_("Served")), FIGURE("sent_on", N_("Sent on")),        \
		FIGURE("held", N_("Put aside")), FIGURE("no_show", N_("No-show")),       \
		FIGURE("unserved", N_("Unserved")),                                      \
		FIGURE("present", N_("Still there")), TIME_COLUMNS,                      \
		PRESENCE_COLUMNS(FOR_PROGRAMS)

const struct column queue_counters_columns[] = {
	{ .key = "counter",
	  .heading = N_("Counter code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Counter"), .type = COL_TEXT },
	CALL_COLUMNS,
	{ 0 },
};

const struct column queue_officers_columns[] = {
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Officer"), .type = COL_TEXT },
	CALL_COLUMNS,
	{ 0 },
};

enum status
queue_counters_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : queue_row_groups(&f->counters, no_calls, put_call_tally, sink);
}

enum status
queue_officers_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : queue_row_groups(&f->officers, no_calls, put_call_tally, sink);
}

/* ---- the hours of the officers ---- */

const struct column queue_presence_columns[] = {
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Officer"), .type = COL_TEXT },
	PRESENCE_COLUMNS(FOR_ALL),
	{ 0 },
};

enum status
queue_presence_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st :
		    queue_row_groups(&f->officers, no_calls, put_presence_tally, sink);
}
