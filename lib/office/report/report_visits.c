/* SPDX-License-Identifier: MIT */
#include "office/report/report_visits.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/report/dossier_figures.h"
#include "office/report/figures.h"
#include "office/report/rating.h"

/*
 * The main figures of visits, for the reports of the day and of the officers.  figures.h
 * says what they mean and which sums must hold.
 */

const struct column service_figures_columns[] = {
	{ .key = "service",
	  .heading = N_("Service code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Service"), .type = COL_TEXT },
	FIGURE("drawn", N_("Numbers drawn")),
	FIGURE("came", N_("Sent here")),
	FIGURE("served", N_("Served")),
	FIGURE("sent_on", N_("Sent on")),
	FIGURE("no_show", N_("No-show")),
	FIGURE("cancelled", N_("Cancelled")),
	FIGURE("unserved", N_("Unserved")),
	FIGURE("open", N_("Open")),
	DURATION("wait_median", N_("Wait, median")),
	DURATION("wait_p90", N_("Wait, 9 of 10 within")),
	DURATION("wait_longest", N_("Wait, longest")),
	DURATION("service_median", N_("Service, median")),
	{ 0 },
};

static struct value
value_seconds(int64_t n) /* -1: none */
{
	return n < 0 ? VALUE_NONE : value_int(n);
}

static enum status
send_service(struct group *service, struct sink *sink)
{
	const struct counts *n = &service->tally.n;
	struct marks wait = spread_marks(&service->tally.waits);

	return sink->row(
		sink,
		(const struct value[]){
			value_text(service->code), value_text(service->name),
			value_int(n->drawn), value_int(n->came), value_int(n->served),
			value_int(n->sent_on), value_int(n->no_show),
			value_int(n->cancelled), value_int(n->unserved),
			value_int(n->open), value_seconds(wait.median),
			value_seconds(wait.p90), value_seconds(wait.longest),
			value_seconds(spread_marks(&service->tally.services).median) });
}

enum status
report_services(struct office *office, const struct period *period, struct sink *sink)
{
	struct figures *f;
	enum status st = figures_of(office, period, &f);
	size_t i;

	/* All but the last entry, the one for none, since every leg has a service. */
	for (i = 0; !st && i + 1 < f->services.count; i++) {
		struct group *service = &f->services.all[i];

		if (!service->ended || service->tally.n.drawn || service->tally.n.came)
			st = send_service(service, sink);
	}
	return st;
}

const struct column officer_figures_columns[] = {
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "name", .heading = N_("Officer"), .type = COL_TEXT },
	FIGURE("served", N_("Visits served")),
	DURATION("service_median", N_("Service, median")),
	FIGURE("received", N_("Dossiers received")),
	FIGURE("finished", N_("Dossiers finished")),
	FIGURE("early", N_("Early")),
	FIGURE("on_time", N_("On time")),
	FIGURE("overdue", N_("Overdue")),
	FIGURE("ratings", N_("Ratings")),
	{ .key = "average", .heading = N_("Average score"), .type = COL_REAL },
	{ .key = "satisfied", .heading = N_("Satisfied"), .type = COL_SHARE },
	{ 0 },
};

/* A NULL officer stands for what has no officer. */
static const char ratings_sql[] =
	"WITH people AS (SELECT id, code FROM officer UNION ALL SELECT NULL, NULL),"
	" rated AS (SELECT officer_id," RATING_MARKS " FROM rating"
	"            WHERE rated_at >= :first AND rated_at < :end GROUP BY officer_id)"
	" SELECT coalesce(p.id, 0), coalesce(r.answers, 0), r.average, r.satisfied"
	"   FROM people p LEFT JOIN rated r ON r.officer_id IS p.id"
	"  ORDER BY p.code IS NULL, p.code";

/* A real number that may be missing. */
static struct value
value_real_at(struct query *q, int i)
{
	return query_col_null(q, i) ? VALUE_NONE : value_real(query_col_real(q, i));
}

/*
 * The row of one officer, with the ratings in Q.  That of what has no officer, id 0, and
 * of who had ended before, is sent where there is any figure, so that the sums stay
 * right.
 */
static enum status
send_officer(struct query *q, struct group *officer, const struct dossier_figures *f,
	     struct sink *sink)
{
	int64_t received = dossier_figures_in_period(f);
	int64_t finished = dossier_figures_finished(f);
	int64_t served = officer->tally.n.served;

	if ((!officer->id || officer->ended) && !served && !received && !finished &&
	    !query_col_int(q, 1))
		return OK;
	return sink->row(sink,
			 (const struct value[]){
				 value_text(officer->code), value_text(officer->name),
				 value_int(served),
				 value_seconds(
					 spread_marks(&officer->tally.services).median),
				 value_int(received), value_int(finished),
				 value_int(f->early), value_int(f->on_time),
				 value_int(f->overdue), value_int(query_col_int(q, 1)),
				 value_real_at(q, 2), value_real_at(q, 3) });
}

static enum status
send_officers(struct office *office, const struct period *period, struct figures *visits,
	      struct dossier_counts *dossiers, struct sink *sink)
{
	struct query q;
	enum status st = OK, read;

	query_open(&q, office->store, ratings_sql);
	query_int(&q, ":first", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	while (!st && query_row(&q)) {
		int64_t id = query_col_int(&q, 0);

		st = send_officer(&q, groups_find(&visits->officers, id),
				  dossier_counts_of(dossiers, id), sink);
	}
	read = query_close(&q);
	return st ? st : read;
}

enum status
report_officers(struct office *office, const struct period *period, struct sink *sink)
{
	struct dossier_counts dossiers = { 0 };
	struct figures *visits;
	enum status st = figures_of(office, period, &visits);

	if (!st)
		st = dossier_count(office, period, DOSSIERS_BY_OFFICER, &dossiers);
	if (!st)
		st = send_officers(office, period, visits, &dossiers, sink);
	dossier_counts_free(&dossiers);
	return st;
}

static const struct report_section officer_sections[] = {
	{ .key = "officers",
	  .columns = officer_figures_columns,
	  .total = true,
	  .rows = report_officers },
	{ 0 },
};

const struct report officers_report = {
	.name = "officers",
	.title = N_("WORK OF THE OFFICERS"),
	.sheet = N_("Officers"),
	.about = N_("visits, dossiers and ratings by officer"),
	.columns = officer_figures_columns,
	.sections = officer_sections,
};
