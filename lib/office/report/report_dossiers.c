/* SPDX-License-Identifier: MIT */
#include "office/report/report_dossiers.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/report/dossier_figures.h"
#include "office/rules/standing.h"

/*
 * The figures of dossiers: form II.06a of Circular 01/2020/TT-VPCP, by field and in
 * total.  In the form's columns, 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 +
 * 11.  Rejected, withdrawn and stopped dossiers count in none of them, and a note says
 * how many there were, unless the setting count_withdrawn says otherwise.
 */

const struct column summary_columns[] = {
	{ .key = "from", .heading = N_("From"), .type = COL_DAY },
	{ .key = "to", .heading = N_("To"), .type = COL_DAY },
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

/* The procedures, sorted so that those of a field are together. */
static const char fields_sql[] = "SELECT id, field FROM procedure ORDER BY field, id";

struct walk {
	struct sink *sink;
	struct buf field; /* of the field being added up */
	struct dossier_figures sum;
	int64_t no;
};

/* A field without any dossiers is left out, as on the paper form. */
static enum status
end_field(struct walk *w)
{
	static const struct dossier_figures none;
	enum status st = OK;

	if (memcmp(&w->sum, &none, sizeof(none)) != 0)
		st = send_field(w->sink, ++w->no, w->field.text, &w->sum);
	w->sum = none;
	buf_clear(&w->field);
	return st;
}

static enum status
walk_fields(struct office *office, struct dossier_counts *counts, struct walk *w)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, fields_sql);
	while (!st && query_row(&q)) {
		const char *field = query_col_text(&q, 1);

		if (w->field.length && strcmp(w->field.text, field) != 0)
			st = end_field(w);
		if (!w->field.length)
			buf_text(&w->field, field);
		dossier_figures_add(&w->sum,
				    dossier_counts_of(counts, query_col_int(&q, 0)));
	}
	if (st) {
		query_close(&q);
		return st;
	}
	if ((st = query_close(&q)))
		return st;
	return w->field.length ? end_field(w) : OK;
}

enum status
report_fields(struct office *office, const struct period *period, struct sink *sink)
{
	struct dossier_counts counts = { 0 };
	struct walk walk = { .sink = sink };
	enum status st = dossier_count(office, period, DOSSIERS_BY_PROCEDURE, &counts);

	if (!st)
		st = walk_fields(office, &counts, &walk);
	buf_free(&walk.field);
	dossier_counts_free(&counts);
	return st;
}

static const char left_out_sql[] =
	"SELECT status, count(*) FROM dossier"
	" WHERE finished_at >= :from AND finished_at < :end AND without_result(status)"
	" GROUP BY status";

/* Count the dossiers that ended in each of the ways of standing_no_results. */
static enum status
count_left_out(struct office *office, const struct dossier_span *span,
	       long long n[STANDING_NO_RESULTS])
{
	struct query q;
	int i;

	query_open(&q, office->store, left_out_sql);
	query_int(&q, ":from", span->from);
	query_int(&q, ":end", span->then.end);
	while (query_row(&q))
		for (i = 0; i < STANDING_NO_RESULTS; i++)
			if (!strcmp(query_col_text(&q, 0), standing_no_results[i]))
				n[i] = query_col_int(&q, 1);
	return query_close(&q);
}

enum status
report_not_counted(struct office *office, const struct period *period, struct buf *buf)
{
	long long n[STANDING_NO_RESULTS] = { 0 };
	struct dossier_span span;
	enum status st = dossier_span_read(office, period, &span);

	if (st || !span.then.aside)
		return st;
	if (!(st = count_left_out(office, &span, n)) && n[0] + n[1] + n[2])
		buf_print(
			buf,
			_("Not counted: %lld rejected, %lld withdrawn, %lld stopped in the "
			  "period."),
			n[0], n[1], n[2]);
	return st;
}

static const struct column overdue_columns[] = {
	FIGURE("no", N_("No.")),
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "procedure", .heading = N_("Procedure code"), .type = COL_TEXT },
	{ .key = "procedure_name", .heading = N_("Procedure"), .type = COL_TEXT },
	{ .key = "field",
	  .heading = N_("Field"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
	{ .key = "applicant", .heading = N_("Applicant"), .type = COL_TEXT },
	{ .key = "received_at", .heading = N_("Received"), .type = COL_TIME },
	{ .key = "due_at", .heading = N_("Due"), .type = COL_TIME },
	{ .key = "finished_at", .heading = N_("Finished"), .type = COL_TIME },
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .words = dossier_standings },
	{ .key = "days_over", .heading = N_("Days over"), .type = COL_INT },
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "held_by", .heading = N_("Held when it went late"), .type = COL_TEXT },
	{ 0 },
};

/*
 * The officer who had the dossier when it was due: the last to whom it had been given by
 * then.
 */
#define HELD_BY                                                                          \
	"(SELECT coalesce(h.name, k.name) FROM dossier_event e"                          \
	"   LEFT JOIN officer h ON h.id = e.holder_id"                                   \
	"   LEFT JOIN desk k ON k.id = e.desk_id"                                        \
	"  WHERE e.dossier_id = l.id AND is_word('acts_giving', e.act)"                  \
	"    AND e.at <= l.due_at ORDER BY e.id DESC LIMIT 1)"

/*
 * The dossiers that are counted as overdue or late.  The indexes find those that may be;
 * the rule decides which are.
 */
#define STANDING                                                                         \
	"standing_then(status, finished_at, due_at, paused_at, :end, :seen, :aside)"

static const char overdue_sql[] =
	"SELECT row_number() OVER (ORDER BY l.due_at, l.code) AS no, l.code AS code,"
	"       p.code AS procedure, p.name AS procedure_name, p.field AS field,"
	"       l.applicant AS applicant, l.received_at AS received_at, l.due_at AS due_at,"
	"       l.ended_at AS finished_at, l.standing AS standing,"
	"       local_day(coalesce(l.ended_at, :seen)) - local_day(l.due_at) AS days_over,"
	"       o.name AS officer, " HELD_BY " AS held_by"
	"  FROM (SELECT *, CASE WHEN finished_at < :end THEN finished_at END AS ended_at,"
	"               " STANDING " AS standing"
	"          FROM dossier"
	"         WHERE received_at < :end AND (finished_at IS NULL OR finished_at >= :from)) l"
	"  JOIN procedure p ON p.id = l.procedure_id"
	"  LEFT JOIN officer o ON o.id = l.officer_id"
	" WHERE is_word('standings_past', l.standing)"
	" ORDER BY l.due_at, l.code";

static enum status
report_overdue(struct office *office, const struct period *period, struct sink *sink)
{
	struct query q;
	struct dossier_span span;
	enum status st = dossier_span_read(office, period, &span);

	if (st)
		return st;
	query_open(&q, office->store, overdue_sql);
	dossier_span_bind(&q, &span);
	return query_rows(&q, overdue_columns, sink);
}

static const struct report_section summary_sections[] = {
	{ .key = "summary",
	  .columns = summary_columns,
	  .record = true,
	  .rows = report_summary,
	  .note = report_not_counted },
	{ 0 },
};

const struct report summary_report = {
	.name = "summary",
	.title = N_("SUMMARY OF DOSSIERS"),
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
	  .note = report_not_counted,
	  .headings = field_headings },
	{ 0 },
};

const struct report dossiers_report = {
	.name = "dossiers",
	.title = N_(
		"STATE AND RESULTS OF THE HANDLING OF ADMINISTRATIVE PROCEDURES BY THE AGENCY"),
	.about = N_("form II.06a: dossiers by field"),
	.number = "II.06a/VPCP/KSTT",
	.unit = N_("Unit: dossiers"),
	.columns = field_columns,
	.sections = dossier_sections,
};

static const struct report_section overdue_sections[] = {
	{ .key = "overdue", .columns = overdue_columns, .rows = report_overdue },
	{ 0 },
};

const struct report overdue_report = {
	.name = "overdue",
	.title = N_("OVERDUE DOSSIERS"),
	.about = N_("dossiers finished late, or late and still open"),
	.columns = overdue_columns,
	.sections = overdue_sections,
};
