/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/setting.h"
#include "office/dossier/promises.h"
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
	int64_t from[YEARS + 1]; /* beginning of each year, then the end of the last */
	bool aside[YEARS];       /* leave out dossiers without a result */
};

/* The facts of a dossier that the count needs; a missing moment is -1. */
struct counted {
	int64_t received, due, finished, paused;
	bool left_out; /* rejected, withdrawn or stopped */
};

static void
count_end(struct tally *t, const struct counted *d)
{
	/* Where the setting counts such dossiers, they count as on time. */
	if (!d->left_out && day_of(d->finished) < day_of(d->due))
		t->early++;
	else if (d->left_out || d->finished <= d->due)
		t->on_time++;
	else
		t->overdue++;
}

/*
 * Count the dossier in the year [FROM, END), as seen at its end or NOW, whichever is
 * first.
 */
static void
count_in_year(struct tally *t, const struct counted *d, int64_t from, int64_t end,
	      int64_t now, bool aside)
{
	int64_t seen = end < now ? end : now;
	bool waits = d->paused >= 0 && d->paused < seen;
	bool ended = d->finished >= 0 && d->finished < end;

	if (d->received >= end || (d->finished >= 0 && d->finished < from) ||
	    (ended && d->left_out && aside))
		return;
	if (d->received >= from)
		t->in_period++;
	else
		t->carried_over++;
	if (waits)
		seen = d->paused;
	if (ended)
		count_end(t, d);
	else if (d->due < seen && (aside || !waits))
		t->late++;
	else
		t->in_time++;
}

static const char span_sql[] = "SELECT min(received_at) FROM dossier";

static enum status
read_aside(struct office *office, struct years *years, int i)
{
	struct buf how = { 0 };
	enum status st = setting_get(office, "count_withdrawn",
				     day_of(years->from[i + 1]) - 1, &how);

	years->aside[i] = how.text && !strcmp(how.text, "aside");
	buf_free(&how);
	return st;
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
		st = read_aside(office, years, m);
	return st;
}

static const char all_sql[] =
	"SELECT received_at, due_at, coalesce(finished_at, -1), coalesce(paused_at, -1),"
	"       status IN ('rejected', 'withdrawn', 'stopped') FROM dossier";

static enum status
count_all(struct office *office, struct years *years)
{
	struct query q;
	int i;

	query_open(&q, office->store, all_sql);
	while (query_row(&q)) {
		const struct counted d = { .received = query_col_int(&q, 0),
					   .due = query_col_int(&q, 1),
					   .finished = query_col_int(&q, 2),
					   .paused = query_col_int(&q, 3),
					   .left_out = query_col_int(&q, 4) != 0 };

		for (i = 0; i < years->count; i++)
			count_in_year(&years->tally[i], &d, years->from[i],
				      years->from[i + 1], office->now, years->aside[i]);
	}
	return query_close(&q);
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

/* A dossier's present state must be what its last act made of it. */
static const char last_event_sql[] =
	"SELECT d.code, e.act FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id"
	" WHERE NOT EXISTS (SELECT 1 FROM dossier_event n"
	"                    WHERE n.dossier_id = e.dossier_id AND n.id > e.id)"
	"   AND (d.status <> e.status OR d.due_at <> e.due_at"
	"    OR d.promised_at IS NOT e.promised_at OR d.desk_id IS NOT e.desk_id"
	"    OR (e.act IN ('finish', 'reject', 'withdraw', 'stop') AND d.finished_at IS NOT e.at)"
	"    OR (e.act = 'return' AND d.returned_at IS NOT e.at)"
	"    OR (e.act = 'pause' AND d.paused_at IS NOT e.at))"
	" ORDER BY d.id LIMIT 20";

static enum status
check_events(struct checking *c)
{
	struct query q;
	enum status st = OK;

	query_open(&q, c->office->store, last_event_sql);
	while (!st && query_row(&q)) {
		char *detail = mem_print(
			_("%s: is not what its last act (%s) made of it"),
			query_col_text(&q, 0), query_col_text(&q, 1));

		st = check_error(c, "dossiers", detail);
		free(detail);
	}
	return worse(st, query_close(&q));
}

struct overtaken {
	struct sink sink;
	int64_t count;
};

static enum status
count_overtaken(struct sink *sink, const struct value *values)
{
	(void)values;
	((struct overtaken *)sink)->count++;
	return OK;
}

static enum status
check_promises(struct checking *c)
{
	struct overtaken o = { .sink = { count_overtaken } };
	enum status st = promises_list(c->office, &o.sink);
	char *detail;

	if (st == BAD_DATA) /* wrong hours are already reported */
		return OK;
	if (st || !o.count)
		return st;
	detail = mem_print(
		_("open dossiers that the days off would promise otherwise: %lld "
		  "(osq-admin promises)"),
		(long long)o.count);
	st = check_tell(c, "promises", "warning", detail);
	free(detail);
	return st;
}

enum status
check_dossiers(struct checking *c)
{
	struct years *years = mem_alloc(sizeof(*years));
	const int before = c->errors;
	enum status st = find_years(c->office, years);
	int i;

	if (!st)
		st = count_all(c->office, years);
	for (i = 0; i < years->count && !st; i++)
		st = check_year(c, years, i);
	free(years);
	if (st || (st = check_events(c)))
		return st;
	if (c->errors == before && (st = check_tell(c, "dossiers", "ok", NULL)))
		return st;
	return check_promises(c);
}
