/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/core/setting.h"
#include "office/report/figures.h"
#include "office/report/report.h"
#include "office/report/report_taken.h"

/*
 * The figures of the queue in full.  figures.h says what they mean and which sums must
 * hold; this file lays them out.
 */

/* A row being filled. */
#define ROW_MAX 32
struct row {
	struct value values[ROW_MAX];
	size_t count;
};

static void
put_value(struct row *row, struct value value)
{
	row->values[row->count++] = value;
}

static void
put_int(struct row *row, int64_t n)
{
	put_value(row, value_int(n));
}

static void
put_seconds(struct row *row, int64_t seconds) /* -1: none */
{
	put_value(row, seconds < 0 ? VALUE_NONE : value_int(seconds));
}

static void
put_share(struct row *row, int64_t part, int64_t of)
{
	put_value(row, of ? value_real(100.0 * (double)part / (double)of) : VALUE_NONE);
}

static void
put_times(struct row *row, const struct counts *n, int64_t waits,
	  const struct marks *wait, const struct marks *service)
{
	put_seconds(row, wait->median);
	put_seconds(row, wait->p90);
	put_seconds(row, wait->longest);
	put_share(row, n->in_time, waits);
	put_seconds(row, service->median);
	put_seconds(row, service->p90);
	put_seconds(row, service->longest);
}

static void
put_late(struct row *row, const struct counts *n)
{
	put_int(row, n->served_late);
	put_seconds(row, n->overtime);
}

#define TIME_COLUMNS                                                                     \
	DURATION("wait_median", N_("Wait, median")),                                     \
		DURATION("wait_p90", N_("Wait, 9 of 10 within")),                        \
		DURATION("wait_longest", N_("Wait, longest")),                           \
		SHARE("within_target", N_("Within target")),                             \
		DURATION("service_median", N_("Service, median")),                       \
		DURATION("service_p90", N_("Service, 9 of 10 within")),                  \
		DURATION("service_longest", N_("Service, longest"))

/* Tables with many other columns have these only for programs, since paper is narrow. */
#define LATE_COLUMNS                                                                     \
	FIGURE("served_late", N_("Served late")), DURATION("overtime", N_("Overtime"))
#define LATE_ASIDE                                                                       \
	FOR_PROGRAMS("served_late", N_("Served late"), COL_INT),                         \
		FOR_PROGRAMS("overtime", N_("Overtime"), COL_DURATION)

static void
put_legs(struct row *row, const struct counts *n, int64_t waits, const struct marks *wait,
	 const struct marks *service)
{
	put_int(row, n->drawn);
	put_int(row, n->came);
	put_int(row, n->served);
	put_int(row, n->then);
	put_int(row, n->sent_on);
	put_int(row, n->no_show);
	put_int(row, n->cancelled);
	put_int(row, n->unserved);
	put_int(row, n->open);
	put_times(row, n, waits, wait, service);
	put_late(row, n);
}

#define LEG_COLUMNS                                                                      \
	FIGURE("drawn", N_("Numbers drawn")), FIGURE("came", N_("Sent here")),           \
		FIGURE("served", N_("Served")), FIGURE("then", N_("Served, went on")),   \
		FIGURE("sent_on", N_("Sent on")), FIGURE("no_show", N_("No-show")),      \
		FIGURE("cancelled", N_("Cancelled")),                                    \
		FIGURE("unserved", N_("Unserved")), FIGURE("open", N_("Open")),          \
		TIME_COLUMNS

static void
put_leg_tally(struct row *row, struct tally *tally)
{
	struct marks wait = spread_marks(&tally->waits);
	struct marks service = spread_marks(&tally->services);

	put_legs(row, &tally->n, tally->waits.count, &wait, &service);
}

/* The wait that the slip said, against the real one. */
static void
put_told(struct row *row, const struct counts *n)
{
	put_int(row, n->told);
	put_share(row, n->told_median, n->told_half);
	put_share(row, n->told_p90, n->told);
	put_value(row, n->told_half ? value_int(n->error / n->told_half) : VALUE_NONE);
}

#define TOLD_COLUMNS                                                                     \
	FIGURE("told", N_("Told a wait")),                                               \
		SHARE("within_told_median", N_("Within the median")),                    \
		SHARE("within_told_p90", N_("Within the 9 of 10")),                      \
		DURATION("error_mean", N_("Over the median, mean"))

/* ---- the office ---- */

static const struct column office_columns[] = {
	{ .key = "name", .heading = N_("Office"), .type = COL_TEXT },
	LEG_COLUMNS,
	LATE_COLUMNS,
	FOR_PROGRAMS("taken", N_("Taken out of order"), COL_INT),
	FOR_PROGRAMS("told", N_("Told a wait"), COL_INT),
	FOR_PROGRAMS("within_told_median", N_("Within the median"), COL_SHARE),
	FOR_PROGRAMS("within_told_p90", N_("Within the 9 of 10"), COL_SHARE),
	FOR_PROGRAMS("error_mean", N_("Over the median, mean"), COL_DURATION),
	{ 0 },
};

static enum status
office_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct row row = { .count = 0 };
	struct buf name = { 0 };
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	if (!st && !(st = setting_get(office, "name", period->to, &name))) {
		put_value(&row, value_text(name.text));
		put_leg_tally(&row, &f->all);
		put_int(&row, f->all.n.taken);
		put_told(&row, &f->all.n);
		st = sink->row(sink, row.values);
	}
	buf_free(&name);
	return st;
}

/* ---- by service ---- */

static const struct column queue_columns[] = {
	{ .key = "service",
	  .heading = N_("Service code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Service"), .type = COL_TEXT },
	LEG_COLUMNS,
	LATE_ASIDE,
	{ 0 },
};

/* A row for each entry; that for none, and what had ended, only if something was counted
 * in it. */
static enum status
send_groups(struct groups *groups, bool (*is_idle)(const struct counts *n),
	    void (*fill)(struct row *row, struct tally *tally), struct sink *sink)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < groups->count && !st; i++) {
		struct group *group = &groups->all[i];
		struct row row = { .count = 0 };

		if ((!group->id || group->ended) && is_idle(&group->tally.n))
			continue;
		put_value(&row, value_text(group->code));
		put_value(&row, value_text(group->name ? group->name : group->code));
		fill(&row, &group->tally);
		st = sink->row(sink, row.values);
	}
	return st;
}

static bool
no_legs(const struct counts *n)
{
	return !n->drawn && !n->came;
}

static bool
no_calls(const struct counts *n)
{
	return !n->calls && !n->counter_open && !n->counter_paused;
}

static enum status
services_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : send_groups(&f->services, no_legs, put_leg_tally, sink);
}

/* ---- by counter and by officer ---- */

static void
put_presence(struct row *row, const struct counts *n)
{
	put_seconds(row, n->counter_open);
	put_seconds(row, n->counter_busy);
	put_seconds(row, n->counter_open - n->counter_busy);
	put_seconds(row, n->counter_paused);
	put_late(row, n);
}

static void
put_presence_tally(struct row *row, struct tally *tally)
{
	put_presence(row, &tally->n);
}

#define PRESENCE_COLUMNS                                                                 \
	DURATION("open_time", N_("Counter open")),                                       \
		DURATION("busy_time", N_("With somebody")),                              \
		DURATION("idle_time", N_("Idle")), DURATION("pause_time", N_("Pause")),  \
		LATE_COLUMNS
#define PRESENCE_ASIDE                                                                   \
	FOR_PROGRAMS("open_time", N_("Counter open"), COL_DURATION),                     \
		FOR_PROGRAMS("busy_time", N_("With somebody"), COL_DURATION),            \
		FOR_PROGRAMS("idle_time", N_("Idle"), COL_DURATION),                     \
		FOR_PROGRAMS("pause_time", N_("Pause"), COL_DURATION), LATE_ASIDE

static void
put_call_tally(struct row *row, struct tally *tally)
{
	struct marks wait = spread_marks(&tally->waits);
	struct marks service = spread_marks(&tally->services);
	const struct counts *n = &tally->n;

	put_int(row, n->calls);
	put_int(row, n->recalls);
	put_int(row, n->taken);
	put_int(row, n->served);
	put_int(row, n->sent_on);
	put_int(row, n->held);
	put_int(row, n->no_show);
	put_int(row, n->unserved);
	put_int(row, n->present);
	put_times(row, n, tally->waits.count, &wait, &service);
	put_presence(row, n);
}

#define CALL_COLUMNS                                                                     \
	FIGURE("calls", N_("Calls")), FIGURE("recalls", N_("Called again")),             \
		FIGURE("taken", N_("Taken out of order")),                               \
		FIGURE("served", N_("Served")), FIGURE("sent_on", N_("Sent on")),        \
		FIGURE("held", N_("Put aside")), FIGURE("no_show", N_("No-show")),       \
		FIGURE("unserved", N_("Unserved")),                                      \
		FIGURE("present", N_("Still there")), TIME_COLUMNS, PRESENCE_ASIDE

static const struct column counters_columns[] = {
	{ .key = "counter",
	  .heading = N_("Counter code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Counter"), .type = COL_TEXT },
	CALL_COLUMNS,
	{ 0 },
};

static const struct column officers_columns[] = {
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Officer"), .type = COL_TEXT },
	CALL_COLUMNS,
	{ 0 },
};

static enum status
counters_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : send_groups(&f->counters, no_calls, put_call_tally, sink);
}

static enum status
officers_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : send_groups(&f->officers, no_calls, put_call_tally, sink);
}

/* ---- the hours of the officers ---- */

static const struct column presence_columns[] = {
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Officer"), .type = COL_TEXT },
	PRESENCE_COLUMNS,
	{ 0 },
};

static enum status
presence_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : send_groups(&f->officers, no_calls, put_presence_tally, sink);
}

/* ---- by hour and by day ---- */

static const struct column hours_columns[] = {
	{ .key = "hour", .heading = N_("From hour"), .type = COL_CLOCK },
	LEG_COLUMNS,
	LATE_ASIDE,
	{ 0 },
};

static enum status
hours_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);
	char clock[] = "00:00";
	int hour;

	for (hour = 0; hour < 24 && !st; hour++) {
		struct row row = { .count = 0 };

		if (no_legs(&f->hours[hour].n))
			continue;
		clock[0] = (char)('0' + hour / 10);
		clock[1] = (char)('0' + hour % 10);
		put_value(&row, value_text(clock));
		put_leg_tally(&row, &f->hours[hour]);
		st = sink->row(sink, row.values);
	}
	return st;
}

static const struct column days_columns[] = {
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	LEG_COLUMNS,
	LATE_COLUMNS,
	{ 0 },
};

static enum status
days_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);
	char day[DAY_TEXT];
	size_t i;

	for (i = 0; !st && i < f->day_count; i++) {
		const struct day_figures *d = &f->days[i];
		struct row row = { .count = 0 };

		put_value(&row, value_text(day_print(d->day, day)));
		put_legs(&row, &d->n, d->waits, &d->wait, &d->service);
		st = sink->row(sink, row.values);
	}
	return st;
}

/* ---- predicted and actual waits ---- */

static const struct column predicted_columns[] = {
	{ .key = "service",
	  .heading = N_("Service code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Service"), .type = COL_TEXT },
	TOLD_COLUMNS,
	{ 0 },
};

static void
put_told_tally(struct row *row, struct tally *tally)
{
	put_told(row, &tally->n);
}

static enum status
predicted_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st : send_groups(&f->services, no_legs, put_told_tally, sink);
}

static const struct report_section queue_sections[] = {
	{ .key = "office",
	  .title = N_("The office as a whole"),
	  .columns = office_columns,
	  .record = true,
	  .rows = office_rows },
	{ .key = "services",
	  .title = N_("Services"),
	  .columns = queue_columns,
	  .total = true,
	  .rows = services_rows },
	{ .key = "counters",
	  .title = N_("Counters"),
	  .columns = counters_columns,
	  .total = true,
	  .rows = counters_rows },
	{ .key = "officers",
	  .title = N_("Officers"),
	  .columns = officers_columns,
	  .total = true,
	  .rows = officers_rows },
	{ .key = "presence",
	  .title = N_("Hours of the officers"),
	  .columns = presence_columns,
	  .total = true,
	  .rows = presence_rows },
	{ .key = "hours",
	  .title = N_("Hours of the day, by when they came"),
	  .columns = hours_columns,
	  .total = true,
	  .rows = hours_rows },
	{ .key = "days",
	  .title = N_("Days"),
	  .columns = days_columns,
	  .total = true,
	  .rows = days_rows },
	{ .key = "taken",
	  .title = N_("Taken out of order"),
	  .columns = taken_columns,
	  .rows = report_taken },
	{ .key = "predicted",
	  .title = N_("Waits told on the ticket, against what they were"),
	  .columns = predicted_columns,
	  .total = true,
	  .rows = predicted_rows },
	{ 0 },
};

const struct report queue_report = {
	.name = "queue",
	.title = N_("WORK OF THE QUEUE"),
	.sheet = N_("Queue"),
	.apart = true,
	.about = N_(
		"visits by service, counter, officer, hour and day: waits, service, overtime"),
	.columns = queue_columns,
	.sections = queue_sections,
};
