/* SPDX-License-Identifier: MIT */
#include "office/report/report_dossiers.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/core/setting.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

/*
 * The figures of dossiers: form II.06a of Circular 01/2020/TT-VPCP, by field and in
 * sum.  With its columns: 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11.
 * Rejected, withdrawn and stopped dossiers are in none of them, and a note tells how
 * many, unless the setting count_withdrawn says otherwise.
 */
struct figures {
	int64_t online, counter_post, carried_over;
	int64_t early, on_time, overdue;
	int64_t in_time, late;
};

/* The period as moments: [from, end), and when open dossiers are looked at. */
struct span {
	int64_t from, end, seen;
	bool aside; /* what was rejected, withdrawn or stopped is left out */
};

static enum status
read_span(struct office *office, const struct period *period, struct span *s)
{
	struct buf how = { 0 };
	enum status st = setting_get(office, "count_withdrawn", period->to, &how);

	*s = (struct span){ .from = day_moment(period->from, 0),
			    .end = day_moment(period->to + 1, 0) };
	s->seen = s->end < office->now ? s->end : office->now;
	s->aside = how.text && !strcmp(how.text, "aside");
	buf_free(&how);
	return st;
}

/* Rejected, withdrawn or stopped: no result. */
#define NO_RESULT "status IN ('rejected', 'withdrawn', 'stopped')"

/* What has no result is left out of the period in which it ended, and stands in those
 * before it as it stood then: a report that was sent stays true.  Or, as one province has
 * it (the setting count_withdrawn), it is finished on time. */
#define COUNTED                                                                            \
	" AND (finished_at IS NULL OR finished_at >= :end OR NOT :aside OR NOT " NO_RESULT \
	")"
#define WITH_RESULT " AND (:aside OR NOT " NO_RESULT ")"

/* Open at the end of the period, and late: where the clock stands, since before that (or,
 * in that province, never). */
#define LATE                                                                             \
	"(finished_at IS NULL OR finished_at >= :end)"                                   \
	" AND due_at < min(:seen, coalesce(paused_at, :seen))"                           \
	" AND (:aside OR paused_at IS NULL OR paused_at >= :seen)"

/*
 * The dossiers that a period is about, each part from its index: those received in
 * it; those received before and finished in it or later; those received before and
 * still open.  Asked for as one condition, every dossier ever received would be
 * looked at.  The plus keeps the second from the index of what was received, which
 * holds all that lies before.
 */
#define IN_PERIOD                                                                        \
	" FROM dossier WHERE received_at >= :from AND received_at < :end" COUNTED
#define CARRIED_ON                                                                       \
	" FROM dossier WHERE finished_at >= :from AND +received_at < :from" COUNTED
#define STILL_OPEN " FROM dossier WHERE finished_at IS NULL AND received_at < :from"

/* The figures of one of the three, in the order of `struct counts`.  Finished is
 * finished in the period; on time and in time are what remains.  25200 is the local
 * offset. */
#define COUNTS                                                                           \
	" count(*), sum(channel = 'online'), sum(finished_at < :end),"                   \
	" sum(finished_at < :end AND (finished_at + 25200) / 86400"                      \
	"                            < (due_at + 25200) / 86400" WITH_RESULT "),"        \
	" sum(finished_at < :end AND finished_at > due_at" WITH_RESULT "),"              \
	" sum(" LATE ")"

#define THREE_COUNTS(by, group)                                                          \
	"SELECT 0, " by COUNTS IN_PERIOD group                                           \
	" UNION ALL SELECT 1, " by COUNTS CARRIED_ON group                               \
	" UNION ALL SELECT 1, " by COUNTS STILL_OPEN group

static const char sum_sql[] = THREE_COUNTS("0,", "");
static const char by_procedure_sql[] = THREE_COUNTS("procedure_id,",
						    " GROUP BY procedure_id");

/* A row of these: into the figures. */
static void
take_counts(struct query *q, struct figures *f)
{
	bool before = query_col_int(q, 0) != 0;
	int64_t all = query_col_int(q, 2), online = query_col_int(q, 3);
	int64_t finished = query_col_int(q, 4), early = query_col_int(q, 5);
	int64_t overdue = query_col_int(q, 6), late = query_col_int(q, 7);

	if (before) {
		f->carried_over += all;
	} else {
		f->online += online;
		f->counter_post += all - online;
	}
	f->early += early;
	f->overdue += overdue;
	f->on_time += finished - early - overdue;
	f->late += late;
	f->in_time += all - finished - late;
}

static void
add(struct figures *to, const struct figures *f)
{
	to->online += f->online;
	to->counter_post += f->counter_post;
	to->carried_over += f->carried_over;
	to->early += f->early;
	to->on_time += f->on_time;
	to->overdue += f->overdue;
	to->in_time += f->in_time;
	to->late += f->late;
}

/* Figures by procedure id, for as many as there are. */
struct by_procedure {
	struct figures *all;
	int64_t count;
};

static struct figures *
figures_of(struct by_procedure *by, int64_t procedure)
{
	if (procedure >= by->count) {
		int64_t more = procedure + 256;

		by->all = mem_grow(by->all, (size_t)more * sizeof(*by->all));
		memset(by->all + by->count, 0,
		       (size_t)(more - by->count) * sizeof(*by->all));
		by->count = more;
	}
	return &by->all[procedure];
}

/* Count into BY: by procedure, or all in one at place 0. */
static enum status
count_all(struct office *office, const struct period *period, const char *sql,
	  struct by_procedure *by)
{
	struct query q;
	struct span s;
	enum status st = read_span(office, period, &s);

	if (st)
		return st;
	query_open(&q, office->store, sql);
	query_int(&q, ":from", s.from);
	query_int(&q, ":end", s.end);
	query_int(&q, ":seen", s.seen);
	query_int(&q, ":aside", s.aside);
	while (query_row(&q))
		take_counts(&q, figures_of(by, query_col_int(&q, 1)));
	return query_close(&q);
}

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
	struct by_procedure by = { 0 };
	struct figures f = { 0 };
	char from[DAY_TEXT], to[DAY_TEXT];
	int64_t in_period, finished, in_process;
	enum status st = count_all(office, period, sum_sql, &by);

	if (!st)
		f = by.all[0];
	free(by.all);
	if (st)
		return st;
	in_period = f.online + f.counter_post;
	finished = f.early + f.on_time + f.overdue;
	in_process = f.in_time + f.late;
	return sink->row(sink, (const struct value[]){
				       value_text(day_print(period->from, from)),
				       value_text(day_print(period->to, to)),
				       value_int(in_period + f.carried_over),
				       value_int(in_period), value_int(f.carried_over),
				       value_int(finished), value_int(f.early),
				       value_int(f.on_time), value_int(f.overdue),
				       value_int(in_process), value_int(f.in_time),
				       value_int(f.late) });
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

/* How the form has them. */
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
send_field(struct sink *sink, int64_t no, const char *field, const struct figures *f)
{
	int64_t finished = f->early + f->on_time + f->overdue;
	int64_t in_process = f->in_time + f->late;

	return sink->row(sink,
			 (const struct value[]){
				 value_int(no), value_text(field),
				 value_int(f->online + f->counter_post + f->carried_over),
				 value_int(f->online), value_int(f->counter_post),
				 value_int(f->carried_over), value_int(finished),
				 value_int(f->early), value_int(f->on_time),
				 value_int(f->overdue), value_int(in_process),
				 value_int(f->in_time), value_int(f->late) });
}

/* Procedures in the order of their fields, so that a field's are together. */
static const char fields_sql[] = "SELECT id, field FROM procedure ORDER BY field, id";

struct walk {
	struct sink *sink;
	struct buf field; /* the one being summed up */
	struct figures sum;
	int64_t no;
};

/* A field that no dossier came under is left out, as on the paper form. */
static enum status
end_field(struct walk *w)
{
	static const struct figures none;
	enum status st = OK;

	if (memcmp(&w->sum, &none, sizeof(none)) != 0)
		st = send_field(w->sink, ++w->no, w->field.text, &w->sum);
	w->sum = none;
	buf_clear(&w->field);
	return st;
}

static enum status
walk_fields(struct office *office, struct by_procedure *by, struct walk *w)
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
		add(&w->sum, figures_of(by, query_col_int(&q, 0)));
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
	struct by_procedure by = { 0 };
	struct walk walk = { .sink = sink };
	enum status st = count_all(office, period, by_procedure_sql, &by);

	if (!st)
		st = walk_fields(office, &by, &walk);
	buf_free(&walk.field);
	free(by.all);
	return st;
}

static const char left_out_sql[] =
	"SELECT coalesce(sum(status = 'rejected'), 0), coalesce(sum(status = 'withdrawn'), 0),"
	"       coalesce(sum(status = 'stopped'), 0)"
	"  FROM dossier WHERE finished_at >= :from AND finished_at < :end"
	"   AND " NO_RESULT;

enum status
report_not_counted(struct office *office, const struct period *period, struct buf *buf)
{
	struct query q;
	struct span s;
	enum status st = read_span(office, period, &s);

	if (st || !s.aside)
		return st;
	query_open(&q, office->store, left_out_sql);
	query_int(&q, ":from", s.from);
	query_int(&q, ":end", s.end);
	if (query_row(&q) &&
	    query_col_int(&q, 0) + query_col_int(&q, 1) + query_col_int(&q, 2))
		buf_print(
			buf,
			_("Not counted: %lld rejected, %lld withdrawn, %lld stopped in the "
			  "period."),
			(long long)query_col_int(&q, 0), (long long)query_col_int(&q, 1),
			(long long)query_col_int(&q, 2));
	return query_close(&q);
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

/* Who had it at its due moment: the last to whom it had been given by then. */
#define HELD_BY                                                                          \
	"(SELECT coalesce(h.name, k.name) FROM dossier_event e"                          \
	"   LEFT JOIN officer h ON h.id = e.holder_id"                                   \
	"   LEFT JOIN desk k ON k.id = e.desk_id"                                        \
	"  WHERE e.dossier_id = l.id AND e.act IN ('receive', 'forward')"                \
	"    AND e.at <= l.due_at ORDER BY e.id DESC LIMIT 1)"

/* The same dossiers that count() finds overdue and late. */
static const char overdue_sql[] =
	"SELECT row_number() OVER (ORDER BY l.due_at, l.code) AS no, l.code AS code,"
	"       p.code AS procedure, p.name AS procedure_name, p.field AS field,"
	"       l.applicant AS applicant, l.received_at AS received_at, l.due_at AS due_at,"
	"       CASE WHEN l.finished_at < :end THEN l.finished_at END AS finished_at,"
	"       CASE WHEN l.finished_at < :end THEN 'overdue' ELSE 'late' END AS standing,"
	"       local_day(CASE WHEN l.finished_at < :end THEN l.finished_at ELSE :seen END)"
	"         - local_day(l.due_at) AS days_over,"
	"       o.name AS officer, " HELD_BY " AS held_by"
	"  FROM (SELECT * FROM dossier WHERE finished_at >= :from AND finished_at < :end"
	"           AND finished_at > due_at AND received_at < :end" COUNTED WITH_RESULT
	"        UNION ALL"
	"        SELECT * FROM dossier WHERE received_at < :end AND " LATE ") l"
	"  JOIN procedure p ON p.id = l.procedure_id"
	"  LEFT JOIN officer o ON o.id = l.officer_id"
	" ORDER BY l.due_at, l.code";

static enum status
report_overdue(struct office *office, const struct period *period, struct sink *sink)
{
	struct query q;
	struct span s;
	enum status st = read_span(office, period, &s);

	if (st)
		return st;
	query_open(&q, office->store, overdue_sql);
	query_int(&q, ":aside", s.aside);
	query_int(&q, ":from", s.from);
	query_int(&q, ":end", s.end);
	query_int(&q, ":seen", s.seen);
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
