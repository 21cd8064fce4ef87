/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "base/moment.h"
#include "office/core/setting.h"
#include "office/report/queue_counters.h"
#include "office/report/queue_row.h"
#include "office/report/report.h"
#include "office/report/report_taken.h"

/*
 * The figures of the queue in full.  figures.h says what they mean and which sums must
 * hold; this file lays them out.
 */

/* ---- the office ---- */

static const struct column office_columns[] = {
	{ .key = "name", .heading = N_("Office"), .type = COL_TEXT },
	LEG_COLUMNS,
	LATE_COLUMNS(FOR_ALL),
	FOR_PROGRAMS("taken", N_("Taken out of order"), COL_INT),
	TOLD_COLUMNS(FOR_PROGRAMS),
	{ 0 },
};

static enum status
office_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct queue_row row = { .count = 0 };
	struct buf name = { 0 };
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	if (!st && !(st = setting_get(office, "name", period->to, &name))) {
		queue_row_value(&row, value_text(name.text));
		queue_row_leg_tally(&row, &f->all);
		queue_row_int(&row, f->all.n.taken);
		queue_row_told(&row, &f->all.n);
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
	LATE_COLUMNS(FOR_PROGRAMS),
	{ 0 },
};

static enum status
services_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st :
		    queue_row_groups(&f->services, queue_row_no_legs, queue_row_leg_tally,
				     sink);
}

/* ---- by hour and by day ---- */

static const struct column hours_columns[] = {
	{ .key = "hour", .heading = N_("From hour"), .type = COL_CLOCK },
	LEG_COLUMNS,
	LATE_COLUMNS(FOR_PROGRAMS),
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
		struct queue_row row = { .count = 0 };

		if (queue_row_no_legs(&f->hours[hour].n))
			continue;
		clock[0] = (char)('0' + hour / 10);
		clock[1] = (char)('0' + hour % 10);
		queue_row_value(&row, value_text(clock));
		queue_row_leg_tally(&row, &f->hours[hour]);
		st = sink->row(sink, row.values);
	}
	return st;
}

static const struct column days_columns[] = {
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	LEG_COLUMNS,
	LATE_COLUMNS(FOR_ALL),
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
		struct queue_row row = { .count = 0 };

		queue_row_value(&row, value_text(day_print(d->day, day)));
		queue_row_legs(&row, &d->n, d->waits, &d->wait, &d->service);
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
	TOLD_COLUMNS(FOR_ALL),
	{ 0 },
};

static void
put_told_tally(struct queue_row *row, struct tally *tally)
{
	queue_row_told(row, &tally->n);
}

static enum status
predicted_rows(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);

	return st ? st :
		    queue_row_groups(&f->services, queue_row_no_legs, put_told_tally,
				     sink);
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
	  .columns = queue_counters_columns,
	  .total = true,
	  .rows = queue_counters_rows },
	{ .key = "officers",
	  .title = N_("Officers"),
	  .columns = queue_officers_columns,
	  .total = true,
	  .rows = queue_officers_rows },
	{ .key = "presence",
	  .title = N_("Hours of the officers"),
	  .columns = queue_presence_columns,
	  .total = true,
	  .rows = queue_presence_rows },
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
