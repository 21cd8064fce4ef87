/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/core/setting.h"

enum status
dossier_span_read(struct office *office, const struct period *period,
		  struct dossier_span *span)
{
	const int64_t end = day_moment(period->to + 1, 0);
	struct buf how = { 0 };
	enum status st = setting_get(office, "count_withdrawn", period->to, &how);

	*span = (struct dossier_span){
		.from = day_moment(period->from, 0),
		.then = { .end = end,
			  .seen = end < office->now ? end : office->now,
			  .aside = how.text && !strcmp(how.text, "aside") },
	};
	buf_free(&how);
	return st;
}

void
dossier_span_bind(struct query *q, const struct dossier_span *span)
{
	query_int(q, ":from", span->from);
	query_int(q, ":end", span->then.end);
	query_int(q, ":seen", span->then.seen);
	query_int(q, ":aside", span->then.aside);
}

struct dossier_figures *
dossier_counts_of(struct dossier_counts *counts, int64_t id)
{
	const size_t place = (size_t)id;

	if (place >= counts->room) {
		const size_t more = place + 256;

		counts->by_id = mem_grow(counts->by_id, more * sizeof(*counts->by_id));
		memset(counts->by_id + counts->room, 0,
		       (more - counts->room) * sizeof(*counts->by_id));
		counts->room = more;
	}
	return &counts->by_id[place];
}

void
dossier_counts_free(struct dossier_counts *counts)
{
	free(counts->by_id);
	*counts = (struct dossier_counts){ 0 };
}

/*
 * The dossiers that a period is about, each part from its index: those received in it;
 * those received before and finished in it or later; those received before and still
 * open.  Asked for as one condition, every dossier ever received would be looked at.
 * The plus keeps the second from the index of what was received, which holds all that
 * lies before.  Nothing is counted by SQL: the rule is C, and a row of a few numbers
 * costs less than the sums over it.
 */
#define FACTS     ", channel = 'online', status, finished_at, due_at, paused_at FROM dossier"
#define IN_PERIOD " WHERE received_at >= :from AND received_at < :end"
#define CARRIED   " WHERE finished_at >= :from AND +received_at < :from"
#define OPEN      " WHERE finished_at IS NULL AND received_at < :from"
#define THREE(id)                                                                        \
	"SELECT 0, " id FACTS IN_PERIOD " UNION ALL SELECT 1, " id FACTS CARRIED         \
	" UNION ALL SELECT 1, " id FACTS OPEN

static const char *const walk_sql[] = {
	[DOSSIERS_ALL] = THREE("0"),
	[DOSSIERS_BY_PROCEDURE] = THREE("procedure_id"),
	[DOSSIERS_BY_OFFICER] = "SELECT 0, officer_id" FACTS IN_PERIOD
				" UNION ALL SELECT 1, officer_id" FACTS CARRIED
				" AND finished_at < :end",
};

static int64_t
read_moment(struct query *q, int i)
{
	return query_col_null(q, i) ? -1 : query_col_int(q, i);
}

/* The figure in which a dossier with this standing is counted. */
static int64_t *
find_standing(struct dossier_figures *f, const char *standing)
{
	const struct {
		const char *standing;
		int64_t *count;
	} all[] = {
		{ "early", &f->early },     { "on_time", &f->on_time },
		{ "overdue", &f->overdue }, { "in_time", &f->in_time },
		{ "late", &f->late },
	};
	size_t i = 0;

	while (strcmp(all[i].standing, standing) != 0)
		i++;
	return all[i].count;
}

static void
count_row(struct query *q, const struct standing_period *then,
	  struct dossier_counts *counts)
{
	const struct standing_facts facts = { .status = query_col_text(q, 3),
					      .finished_at = read_moment(q, 4),
					      .due_at = query_col_int(q, 5),
					      .paused_at = read_moment(q, 6) };
	const bool before = query_col_int(q, 0) != 0, online = query_col_int(q, 2) != 0;
	const char *standing = standing_then(&facts, then);
	struct dossier_figures *f;

	if (!standing)
		return;
	f = dossier_counts_of(counts, query_col_int(q, 1));
	f->carried_over += before;
	f->online += !before && online;
	f->counter_post += !before && !online;
	++*find_standing(f, standing);
}

enum status
dossier_count(struct office *office, const struct period *period,
	      enum dossier_group group, struct dossier_counts *counts)
{
	struct dossier_span span;
	struct query q;
	enum status st = dossier_span_read(office, period, &span);

	if (st)
		return st;
	query_open(&q, office->store, walk_sql[group]);
	query_int(&q, ":from", span.from);
	query_int(&q, ":end", span.then.end);
	while (query_row(&q))
		count_row(&q, &span.then, counts);
	return query_close(&q);
}

void
dossier_figures_add(struct dossier_figures *sum, const struct dossier_figures *f)
{
	sum->online += f->online;
	sum->counter_post += f->counter_post;
	sum->carried_over += f->carried_over;
	sum->early += f->early;
	sum->on_time += f->on_time;
	sum->overdue += f->overdue;
	sum->in_time += f->in_time;
	sum->late += f->late;
}

int64_t
dossier_figures_in_period(const struct dossier_figures *f)
{
	return f->online + f->counter_post;
}

int64_t
dossier_figures_finished(const struct dossier_figures *f)
{
	return f->early + f->on_time + f->overdue;
}

int64_t
dossier_figures_open(const struct dossier_figures *f)
{
	return f->in_time + f->late;
}
