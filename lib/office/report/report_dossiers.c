/* SPDX-License-Identifier: MIT */
#include "office/report/report_dossiers.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/report/dossier_by_field.h"
#include "office/report/dossier_note.h"

/*
 * The figures of dossiers: form II.06a of Circular 01/2020/TT-VPCP, by field and in
 * total.  In the form's columns, 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 +
 * 11, and 6 is 11 of the period before but for what the note below names.
 */

const struct column summary_columns[] = {
	/* People read them above the table. */
	{ .key = "from", .heading = N_("From"), .type = COL_DAY, .flags = COLUMN_CODE },
	{ .key = "to", .heading = N_("To"), .type = COL_DAY, .flags = COLUMN_CODE },
	FIGURE("received", N_("Received: total")),
	FIGURE("received_in_period", N_("Received in the period")),
	FIGURE("carried_over", N_("Carried over")),
	FIGURE("finished", N_("Finished: total")),
	FIGURE("early", N_("Early")),
	FIGURE("on_time", N_("On time")),
	FIGURE("overdue", N_("Overdue")),
	FIGURE("in_process", N_("In process: total")),
	FIGURE("in_time", N_("In time")),
	FIGURE("late", N_("Late")),
	{ 0 },
};

enum status
report_summary(struct office *office, const struct period *period, struct sink *sink)
{
	struct dossier_counts counts = { 0 };
	char from[DAY_TEXT], to[DAY_TEXT];
	const struct dossier_figures *f;
	enum status st = dossier_count(office, period, DOSSIERS_ALL, &counts);

	if (!st) {
		f = dossier_counts_of(&counts, 0);
		st = sink->row(sink, (const struct value[]){
					     value_text(day_print(period->from, from)),
					     value_text(day_print(period->to, to)),
					     value_int(dossier_figures_in_period(f) +
						       f->carried_over),
					     value_int(dossier_figures_in_period(f)),
					     value_int(f->carried_over),
					     value_int(dossier_figures_finished(f)),
					     value_int(f->early), value_int(f->on_time),
					     value_int(f->overdue),
					     value_int(dossier_figures_open(f)),
					     value_int(f->in_time), value_int(f->late) });
	}
	dossier_counts_free(&counts);
	return st;
}

/* The columns of form II.06a in its own order. */
const struct column field_columns[] = {
	FIGURE("no", N_("No.")),
	{ .key = "field", .heading = N_("Field"), .type = COL_TEXT },
	FIGURE("received", N_("Received: total")),
	FIGURE("online", N_("In the period, online")),
	FIGURE("counter_post", N_("In the period, at the counter and by post")),
	FIGURE("carried_over", N_("Carried over")),
	FIGURE("finished", N_("Finished: total")),
	FIGURE("early", N_("Early")),
	FIGURE("on_time", N_("On time")),
	FIGURE("overdue", N_("Overdue")),
	FIGURE("in_process", N_("In process: total")),
	FIGURE("in_time", N_("In time")),
	FIGURE("late", N_("Late")),
	{ 0 },
};

/* The headings of the form. */
#define TAKEN_IN N_("Dossiers received")
#define ENDED    N_("Dossiers finished")
#define GOING_ON N_("Dossiers in process")

static const struct heading field_headings[] = {
	{ .key = "no", .above = { NULL, NULL }, .number = "(1)" },
	{ .key = "field", .above = { NULL, NULL }, .number = "(2)" },
	{ .key = "received",
	  .above = { TAKEN_IN, NULL },
	  .own = N_("Total"),
	  .number = "(3)=(4)+(5)+(6)" },
	{ .key = "online",
	  .above = { TAKEN_IN, N_("In the period") },
	  .own = N_("Online"),
	  .number = "(4)" },
	{ .key = "counter_post",
	  .above = { TAKEN_IN, N_("In the period") },
	  .own = N_("At the counter, by post"),
	  .number = "(5)" },
	{ .key = "carried_over", .above = { TAKEN_IN, NULL }, .number = "(6)" },
	{ .key = "finished",
	  .above = { ENDED, NULL },
	  .own = N_("Total"),
	  .number = "(7)=(8)+(9)+(10)" },
	{ .key = "early", .above = { ENDED, NULL }, .number = "(8)" },
	{ .key = "on_time", .above = { ENDED, NULL }, .number = "(9)" },
	{ .key = "overdue", .above = { ENDED, NULL }, .number = "(10)" },
	{ .key = "in_process",
	  .above = { GOING_ON, NULL },
	  .own = N_("Total"),
	  .number = "(11)=(12)+(13)" },
	{ .key = "in_time",
	  .above = { GOING_ON, NULL },
	  .own = N_("Not late"),
	  .number = "(12)" },
	{ .key = "late",
	  .above = { GOING_ON, NULL },
	  .own = N_("Overdue"),
	  .number = "(13)" },
	{ .above = { NULL, NULL } },
};

/* The same groups over the figures of all fields. */
const struct heading summary_headings[] = {
	{ .key = "received", .above = { TAKEN_IN, NULL }, .own = N_("Total") },
	{ .key = "received_in_period",
	  .above = { TAKEN_IN, NULL },
	  .own = N_("In the period") },
	{ .key = "carried_over", .above = { TAKEN_IN, NULL } },
	{ .key = "finished", .above = { ENDED, NULL }, .own = N_("Total") },
	{ .key = "early", .above = { ENDED, NULL } },
	{ .key = "on_time", .above = { ENDED, NULL } },
	{ .key = "overdue", .above = { ENDED, NULL } },
	{ .key = "in_process", .above = { GOING_ON, NULL }, .own = N_("Total") },
	{ .key = "in_time", .above = { GOING_ON, NULL }, .own = N_("Not late") },
	{ .key = "late", .above = { GOING_ON, NULL }, .own = N_("Overdue") },
	{ .above = { NULL, NULL } },
};

static enum status
send_field(struct sink *sink, int64_t no, const char *field,
	   const struct dossier_figures *f)
{
	return sink->row(sink, (const struct value[]){
				       value_int(no), value_text(field),
				       value_int(dossier_figures_in_period(f) +
						 f->carried_over),
				       value_int(f->online), value_int(f->counter_post),
				       value_int(f->carried_over),
				       value_int(dossier_figures_finished(f)),
				       value_int(f->early), value_int(f->on_time),
				       value_int(f->overdue),
				       value_int(dossier_figures_open(f)),
				       value_int(f->in_time), value_int(f->late) });
}

/* A field without any dossiers is left out, as on the paper form. */
static enum status
send_fields(struct sink *sink, const struct field_counts *fields)
{
	enum status st = OK;
	int64_t no = 0;
	size_t i;

	for (i = 0; i < fields->count && !st; i++) {
		const struct dossier_figures *sum = &fields->all[i].sum;

		if (dossier_figures_in_period(sum) + sum->carried_over)
			st = send_field(sink, ++no, fields->all[i].field, sum);
	}
	return st;
}

enum status
report_fields(struct office *office, const struct period *period, struct sink *sink)
{
	struct field_counts fields = { 0 };
	enum status st = dossier_count_fields(office, period, &fields);

	if (!st)
		st = send_fields(sink, &fields);
	field_counts_free(&fields);
	return st;
}

static const struct report_section summary_sections[] = {
	{ .key = "summary",
	  .columns = summary_columns,
	  .headings = summary_headings,
	  .record = true,
	  .rows = report_summary,
	  .note = dossier_note },
	{ 0 },
};

const struct report summary_report = {
	.name = "summary",
	.title = N_("SUMMARY OF DOSSIERS"),
	.sheet = N_("Summary"),
	.about = N_("how many dossiers came in, and how they ended"),
	.unit = N_("Unit: dossiers"),
	.columns = summary_columns,
	.sections = summary_sections,
};

static const struct report_section dossier_sections[] = {
	{ .key = "fields",
	  .columns = field_columns,
	  .total = true,
	  .rows = report_fields,
	  .note = dossier_note,
	  .headings = field_headings },
	{ 0 },
};

const struct report dossiers_report = {
	.name = "dossiers",
	.title = N_(
		"STATE AND RESULTS OF THE HANDLING OF ADMINISTRATIVE PROCEDURES BY THE AGENCY"),
	.sheet = "II.06a",
	.about = N_("form II.06a: dossiers by field"),
	.number = "II.06a/VPCP/KSTT",
	.unit = N_("Unit: dossiers"),
	.columns = field_columns,
	.sections = dossier_sections,
};
