/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/setting.h"
#include "office/dossier/dossier_agency.h"
#include "office/keep/check_parts.h"
#include "office/report/report.h"
#include "office/report/report_dossiers.h"

/*
 * Checks dossiers against the reports.  The reports count a period at a time, from
 * indexes; here every dossier is read once and sorted into its year by separate code, so
 * that a figure which the reports lose or count twice shows.  For the same reason the
 * rule for how a dossier stands is written here a second time: with the reports' own
 * (rules/standing.h), both counts would share its mistakes.
 */
struct tally {
	int64_t in_period, carried_over, early, on_time, overdue, in_time, late;
};

#define YEARS 200

struct years {
	int first; /* calendar year of tally[0] */
	int count;
	struct tally tally[YEARS];
	int64_t from[YEARS + 1];    /* beginning of each year, then the end of the last */
	bool waits_in_time[YEARS];  /* what waits for the citizen is in time */
	struct buf our_name[YEARS]; /* at its end */
};

/* The facts of a dossier that the count needs; a missing moment is -1. */
struct counted {
	int64_t received, due, finished, paused, voided;
	bool no_result; /* rejected, withdrawn or stopped */
	bool refused;
	const char *agency; /* who decides; NULL: we */
};

/* How ends without a result counted on the day that was asked for last. */
struct rule {
	int day;
	bool asked, aside, on_time, late;
};

static enum status
read_rule(struct office *office, int day, struct rule *rule)
{
	struct buf how = { 0 }, late = { 0 };
	enum status st = OK;

	if (rule->asked && rule->day == day)
		return OK;
	if (!(st = setting_get(office, "count_withdrawn", day, &how)) &&
	    !(st = setting_get(office, "late_ends", day, &late)))
		*rule = (struct rule){ .day = day,
				       .asked = true,
				       .aside = !strcmp(how.text, "aside"),
				       .on_time = !strcmp(how.text, "on_time"),
				       .late = !strcmp(late.text, "yes") };
	buf_free(&how);
	buf_free(&late);
	return st;
}

static void
count_end(struct tally *t, const struct counted *d)
{
	if (!d->no_result && day_of(d->finished) < day_of(d->due))
		t->early++;
	else if (d->finished <= d->due)
		t->on_time++;
	else
		t->overdue++;
}

/* An end without a result; false: by RULE it stands in no column. */
static bool
count_no_result(struct tally *t, const struct counted *d, const struct rule *rule)
{
	const bool overdue = d->finished > d->due;

	if (rule->aside && !(overdue && rule->late))
		return false;
	if (rule->on_time && !rule->late)
		t->on_time++;
	else
		count_end(t, d);
	return true;
}

/*
 * Count the dossier in the year [FROM, END), as seen at its end or NOW, whichever is
 * first.
 */
static void
count_in_year(struct tally *t, const struct counted *d, const struct rule *rule,
	      int64_t from, int64_t end, int64_t now, bool waits_in_time)
{
	int64_t seen = end < now ? end : now;
	bool waits = d->paused >= 0 && d->paused < seen;
	bool ended = d->finished >= 0 && d->finished < end;

	if (d->received >= end || (d->finished >= 0 && d->finished < from) ||
	    (d->voided >= 0 && d->voided < end) || d->refused)
		return;
	if (waits)
		seen = d->paused;
	if (ended && d->no_result && !count_no_result(t, d, rule))
		return;
	if (ended && !d->no_result)
		count_end(t, d);
	else if (!ended && d->due < seen && !(waits && waits_in_time))
		t->late++;
	else if (!ended)
		t->in_time++;
	if (d->received >= from)
		t->in_period++;
	else
		t->carried_over++;
}

static const char span_sql[] = "SELECT min(received_at) FROM dossier";

static enum status
read_settings(struct office *office, struct years *years, int i)
{
	const int last = day_of(years->from[i + 1]) - 1;
	struct buf how = { 0 };
	enum status st = setting_get(office, "count_withdrawn", last, &how);

	years->waits_in_time[i] = how.text && !strcmp(how.text, "on_time");
	buf_free(&how);
	return st ? st : setting_get(office, "agency_name", last, &years->our_name[i]);
}

static enum status
find_years(struct office *office, struct years *years)
{
	int64_t first = office->now;
	int y, m, d, last;
	enum status st = office_number(office, span_sql, NULL, NULL, &first);

	if (st && st != NO)
		return st;
	day_to_ymd(day_of(office->now), &last, &m, &d);
	day_to_ymd(day_of(first), &y, &m, &d);
	if (last - y >= YEARS)
		y = last - YEARS + 1;
	years->first = y;
	years->count = last - y + 1;
	for (m = 0; m <= years->count; m++)
		years->from[m] = day_moment(day_from_ymd(y + m, 1, 1), 0);
	for (m = 0, st = OK; m < years->count && !st; m++)
		st = read_settings(office, years, m);
	return st;
}

/*
 * A fact as it was at the moment :end: what the first act of later took away, else what
 * stands in the row.  (The reports walk back from the last act.)
 */
#define FIRST_AFTER(key, more)                                                           \
	"(SELECT json_extract(e.was, '$." key "') FROM dossier_event e"                  \
	"  WHERE e.dossier_id = d.id AND e.was_until >= :end"                            \
	"    AND json_type(e.was, '$." key "') IS NOT NULL" more                         \
	" ORDER BY e.id LIMIT 1)"
/* A moment that was nothing tells itself when it came. */
#define MOMENT_THEN(key)                                                                 \
	"coalesce(unixepoch(" FIRST_AFTER(key, " AND json_extract(e.was, '$." key        \
					       "') <> ''") "), d." key ", -1)"
#define KIND_THEN                                                                        \
	"coalesce(" FIRST_AFTER(                                                         \
		"pause_kind",                                                            \
		" AND json_extract(e.was, '$.pause_kind') <> ''") ", d.pause_kind)"
/* When the clock stopped: not by the verification for which the limit is longer. */
#define STOPPED(kind, paused)                                                            \
	"iif(" kind " = 'verification' AND " paused " = d.verified_at, -1, " paused ")"
#define RESULTLESS "('rejected', 'withdrawn', 'stopped')"

#define COUNTED(received, due, finished, paused, status, agency)                         \
	"SELECT d.id, " received ", " due ", " finished ", " paused                      \
	", coalesce(d.voided_at, -1), " status " IN " RESULTLESS                         \
	", d.refused IS 'yes', " agency

static const char all_sql[] = COUNTED(
	"d.received_at", "d.due_at", "coalesce(d.finished_at, -1)",
	"coalesce(" STOPPED("d.pause_kind", "d.paused_at") ", -1)", "d.status",
	"d.agency") ", EXISTS (SELECT 1 FROM dossier_event e WHERE e.dossier_id = d.id"
		    "           AND e.was_until IS NOT NULL) FROM dossier d"
		    " WHERE d.received_at IS NOT NULL";

static const char then_sql[] = COUNTED(
	MOMENT_THEN("received_at"), MOMENT_THEN("due_at"), MOMENT_THEN("finished_at"),
	STOPPED(KIND_THEN, MOMENT_THEN("paused_at")),
	"coalesce(" FIRST_AFTER("status", "") ", d.status)",
	"nullif(coalesce(" FIRST_AFTER(
		"agency", "") ", d.agency), '')") " FROM dossier d WHERE d.id = :id";

static struct counted
read_counted(struct query *q)
{
	return (struct counted){ .received = query_col_int(q, 1),
				 .due = query_col_int(q, 2),
				 .finished = query_col_int(q, 3),
				 .paused = query_col_int(q, 4),
				 .voided = query_col_int(q, 5),
				 .no_result = query_col_int(q, 6) != 0,
				 .refused = query_col_int(q, 7) != 0,
				 .agency = query_col_text(q, 8) };
}

struct recount {
	struct office *office;
	struct years *years;
	struct query then;
	struct rule rule;
};

static enum status
count_year(struct recount *r, int i, const struct counted *d)
{
	struct years *years = r->years;
	enum status st = OK;

	if (!agency_is_ours(d->agency, years->our_name[i].text))
		return OK;
	if (d->no_result && d->finished >= 0)
		st = read_rule(r->office, day_of(d->finished), &r->rule);
	if (!st)
		count_in_year(&years->tally[i], d, &r->rule, years->from[i],
			      years->from[i + 1], r->office->now,
			      years->waits_in_time[i]);
	return st;
}

/* The dossier whose row is in Q, in each year as it was at the year's end. */
static enum status
count_dossier(struct recount *r, struct query *q)
{
	struct counted d = read_counted(q);
	const bool changed = query_col_int(q, 9) != 0;
	enum status st = OK;
	int i;

	for (i = 0; i < r->years->count && !st; i++) {
		if (changed) {
			query_int(&r->then, ":id", query_col_int(q, 0));
			query_int(&r->then, ":end", r->years->from[i + 1]);
			if (query_row(&r->then))
				d = read_counted(&r->then);
			st = r->then.status;
		}
		if (!st)
			st = count_year(r, i, &d);
		query_reset(&r->then);
	}
	return st;
}

static enum status
count_all(struct office *office, struct years *years)
{
	struct recount r = { .office = office, .years = years };
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, all_sql);
	query_open(&r.then, office->store, then_sql);
	while (!st && query_row(&q))
		st = count_dossier(&r, &q);
	st = worse(st, query_close(&q));
	return worse(st, query_close(&r.then));
}

/*
 * The figures of a report, added up from its rows: the summary's single row, or the
 * fields of form II.06a.
 */
struct told {
	struct sink sink;
	const struct column *columns;
	struct tally tally;
};

static int64_t
find_figure(const struct told *told, const struct value *values, const char *key)
{
	int i = column_find(told->columns, key);

	return i >= 0 ? values[i].number : 0;
}

static enum status
add_row(struct sink *sink, const struct value *values)
{
	struct told *told = (struct told *)sink;
	struct tally *t = &told->tally;

	t->in_period += find_figure(told, values, "received_in_period") +
			find_figure(told, values, "online") +
			find_figure(told, values, "counter_post");
	t->carried_over += find_figure(told, values, "carried_over");
	t->early += find_figure(told, values, "early");
	t->on_time += find_figure(told, values, "on_time");
	t->overdue += find_figure(told, values, "overdue");
	t->in_time += find_figure(told, values, "in_time");
	t->late += find_figure(told, values, "late");
	return OK;
}

static char *
tally_text(const struct tally *t)
{
	return mem_print("%lld+%lld=%lld+%lld+%lld+%lld+%lld", (long long)t->in_period,
			 (long long)t->carried_over, (long long)t->early,
			 (long long)t->on_time, (long long)t->overdue,
			 (long long)t->in_time, (long long)t->late);
}

static bool
adds_up(const struct tally *t)
{
	return t->in_period + t->carried_over ==
	       t->early + t->on_time + t->overdue + t->in_time + t->late;
}

static enum status
compare_year(struct checking *c, int year, const char *report,
	     const struct tally *counted, const struct tally *told)
{
	char *a, *b, *detail;
	enum status st;

	if (!memcmp(counted, told, sizeof(*told)) && adds_up(told))
		return OK;
	a = tally_text(counted);
	b = tally_text(told);
	detail = mem_print(_("%d: osq-report %s says %s, the dossiers %s"), year, report,
			   b, a);
	st = check_error(c, "dossiers", detail);
	free(detail);
	free(b);
	free(a);
	return st;
}

static enum status
check_year(struct checking *c, const struct years *years, int i)
{
	const struct period year = { day_of(years->from[i]),
				     day_of(years->from[i + 1]) - 1 };
	struct told sum = { .sink = { add_row }, .columns = summary_columns };
	struct told fields = { .sink = { add_row }, .columns = field_columns };
	enum status st;

	if ((st = report_summary(c->office, &year, &sum.sink)) ||
	    (st = report_fields(c->office, &year, &fields.sink)) ||
	    (st = compare_year(c, years->first + i, "summary", &years->tally[i],
			       &sum.tally)))
		return st;
	return compare_year(c, years->first + i, "dossiers", &years->tally[i],
			    &fields.tally);
}

enum status
check_recount(struct checking *c)
{
	struct years *years = mem_alloc(sizeof(*years));
	enum status st = find_years(c->office, years);
	int i;

	if (!st)
		st = count_all(c->office, years);
	for (i = 0; i < years->count && !st; i++)
		st = check_year(c, years, i);
	for (i = 0; i < YEARS; i++)
		buf_free(&years->our_name[i]);
	free(years);
	return st;
}
