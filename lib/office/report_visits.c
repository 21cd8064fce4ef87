/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "base/moment.h"
#include "office/report.h"

/*
 * The figures of visits, all from their periods.  A visit belongs to the service it
 * was drawn for, wherever it was sent on, so that drawn = served + no_show +
 * cancelled + unserved + open for each service.
 */

#define FIGURE(key, heading)   { key, heading, COL_INT, 0, NULL, NULL }
#define DURATION(key, heading) { key, heading, COL_DURATION, 0, NULL, NULL }
#define COLUMNS_END            { NULL, NULL, COL_TEXT, 0, NULL, NULL }

const struct column service_figures_columns[] = {
	{ "service", N_("Service code"), COL_TEXT, COLUMN_CODE, NULL, NULL },
	{ "name", N_("Service"), COL_TEXT, 0, NULL, NULL },
	FIGURE("drawn", N_("Numbers drawn")),
	FIGURE("served", N_("Served")),
	FIGURE("no_show", N_("No-show")),
	FIGURE("cancelled", N_("Cancelled")),
	FIGURE("unserved", N_("Unserved")),
	FIGURE("open", N_("Open")),
	DURATION("wait_median", N_("Wait, median")),
	DURATION("wait_p90", N_("Wait, 9 of 10 within")),
	DURATION("wait_longest", N_("Wait, longest")),
	DURATION("service_median", N_("Service, median")),
	COLUMNS_END,
};

/*
 * Each visit of the days: the service drawn for, how it ended, how long it waited
 * for its first call, and how long it was served (from the first start, or the last
 * call where the clerk pressed no start, to the end).
 */
#define VISITS                                                                           \
	"visits AS ("                                                                    \
	" SELECT t.id,"                                                                  \
	"        (SELECT service_id FROM ticket_period WHERE ticket_id = t.id"           \
	"          ORDER BY id LIMIT 1) AS service_id,"                                  \
	"        l.state, l.officer_id,"                                                 \
	"        (SELECT min(started_at) FROM ticket_period"                             \
	"          WHERE ticket_id = t.id AND state = 'called') - t.issued_at AS wait,"  \
	"        CASE WHEN l.state = 'done' THEN l.started_at - coalesce("               \
	"          (SELECT min(started_at) FROM ticket_period"                           \
	"            WHERE ticket_id = t.id AND state = 'serving'),"                     \
	"          (SELECT max(started_at) FROM ticket_period"                           \
	"            WHERE ticket_id = t.id AND state = 'called')) END AS service"       \
	"   FROM ticket t JOIN ticket_period l ON l.id ="                                \
	"        (SELECT max(id) FROM ticket_period WHERE ticket_id = t.id)"             \
	"  WHERE t.day >= :from AND t.day <= :to)"

/* The median of `what` by `group`: the middle one, or the mean of the middle two.
 * The 90th percentile is the nearest rank. */
#define RANKED(what, group)                                                              \
	what "_ranks AS ("                                                               \
	" SELECT " group ", " what ", row_number() OVER (PARTITION BY " group            \
	" ORDER BY " what ") AS n, count(*) OVER (PARTITION BY " group ") AS c"          \
	"   FROM visits WHERE " what " IS NOT NULL),"                                    \
	what "_figures AS ("                                                             \
	" SELECT " group ", CAST(avg(CASE WHEN n IN ((c + 1) / 2, (c + 2) / 2)"          \
	" THEN " what " END) AS INTEGER) AS median,"                                     \
	" max(CASE WHEN n = (9 * c + 9) / 10 THEN " what " END) AS p90,"                 \
	" max(" what ") AS longest FROM " what "_ranks GROUP BY " group ")"

static const char services_sql[] =
	"WITH " VISITS ", " RANKED("wait", "service_id") ", " RANKED("service", "service_id")
	" SELECT s.code, s.name, count(v.id),"
	"        coalesce(sum(v.state = 'done'), 0), coalesce(sum(v.state = 'no_show'), 0),"
	"        coalesce(sum(v.state = 'cancelled'), 0),"
	"        coalesce(sum(v.state = 'unserved'), 0),"
	"        coalesce(sum(v.state IN ('waiting', 'called', 'serving', 'held')), 0),"
	"        w.median, w.p90, w.longest, f.median"
	"   FROM service s LEFT JOIN visits v ON v.service_id = s.id"
	"   LEFT JOIN wait_figures w ON w.service_id = s.id"
	"   LEFT JOIN service_figures f ON f.service_id = s.id"
	"  GROUP BY s.id, s.code, s.name, s.prefix, w.median, w.p90, w.longest, f.median"
	"  ORDER BY s.prefix";

static void
bind_days(struct query *q, const struct period *period, char from[static DAY_TEXT],
	  char to[static DAY_TEXT])
{
	query_text(q, ":from", day_print(period->from, from));
	query_text(q, ":to", day_print(period->to, to));
}

enum status
report_services(struct office *office, const struct period *period, struct sink *sink)
{
	char from[DAY_TEXT], to[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, services_sql);
	bind_days(&q, period, from, to);
	return query_rows(&q, service_figures_columns, sink);
}

const struct column officer_figures_columns[] = {
	{ "officer", N_("Officer code"), COL_TEXT, COLUMN_CODE, NULL, NULL },
	{ "name", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	FIGURE("served", N_("Visits served")),
	DURATION("service_median", N_("Service, median")),
	FIGURE("received", N_("Dossiers received")),
	FIGURE("finished", N_("Dossiers finished")),
	FIGURE("early", N_("Early")),
	FIGURE("on_time", N_("On time")),
	FIGURE("overdue", N_("Overdue")),
	FIGURE("ratings", N_("Ratings")),
	{ "average", N_("Average score"), COL_REAL, 0, NULL, NULL },
	{ "satisfied", N_("Satisfied"), COL_SHARE, 0, NULL, NULL },
	COLUMNS_END,
};

/* What nobody is named for is a row of its own, so that the sums stay true. */
static const char officers_sql[] =
	"WITH " VISITS ", " RANKED("service", "officer_id") ","
	" people AS (SELECT id, code, name FROM officer"
	"            UNION ALL SELECT NULL, NULL, :nobody),"
	" served AS (SELECT officer_id, count(*) AS n FROM visits WHERE state = 'done'"
	"             GROUP BY officer_id),"
	" taken AS (SELECT officer_id, count(*) AS n FROM dossier"
	"            WHERE received_at >= :first AND received_at < :end"
	"              AND status NOT IN ('rejected', 'withdrawn') GROUP BY officer_id),"
	" ended AS (SELECT officer_id, count(*) AS n,"
	"             sum((finished_at + 25200) / 86400 < (due_at + 25200) / 86400) AS early,"
	"             sum((finished_at + 25200) / 86400 >= (due_at + 25200) / 86400"
	"                 AND finished_at <= due_at) AS on_time,"
	"             sum(finished_at > due_at) AS overdue FROM dossier"
	"            WHERE finished_at >= :first AND finished_at < :end"
	"              AND status NOT IN ('rejected', 'withdrawn') GROUP BY officer_id),"
	" rated AS (SELECT officer_id, count(*) AS n, avg(score) AS average,"
	"             100.0 * sum(score >= 4) / count(*) AS satisfied FROM rating"
	"            WHERE rated_at >= :first AND rated_at < :end GROUP BY officer_id)"
	" SELECT p.code, p.name, coalesce(v.n, 0), f.median, coalesce(t.n, 0),"
	"        coalesce(e.n, 0), coalesce(e.early, 0), coalesce(e.on_time, 0),"
	"        coalesce(e.overdue, 0), coalesce(r.n, 0), r.average, r.satisfied"
	"   FROM people p"
	"   LEFT JOIN served v ON v.officer_id IS p.id"
	"   LEFT JOIN service_figures f ON f.officer_id IS p.id"
	"   LEFT JOIN taken t ON t.officer_id IS p.id"
	"   LEFT JOIN ended e ON e.officer_id IS p.id"
	"   LEFT JOIN rated r ON r.officer_id IS p.id"
	"  WHERE p.id IS NOT NULL OR v.n > 0 OR t.n > 0 OR e.n > 0"
	"  ORDER BY p.code IS NULL, p.code";

enum status
report_officers(struct office *office, const struct period *period, struct sink *sink)
{
	char from[DAY_TEXT], to[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, officers_sql);
	bind_days(&q, period, from, to);
	query_int(&q, ":first", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	query_text(&q, ":nobody", _("(nobody named)"));
	return query_rows(&q, officer_figures_columns, sink);
}
