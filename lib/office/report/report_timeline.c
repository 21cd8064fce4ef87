/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/queue/visit.h"
#include "office/report/report.h"
#include "office/rules/policy.h"

/*
 * What happened at the counters, one event a row, in the order of time, for finding the
 * moment in the footage of a camera.  It names nobody; officers appear by their code
 * only.
 */

static const struct word events[] = {
	{ "call", "gọi" },
	{ "recall", "gọi lại" },
	{ "start", "bắt đầu" },
	{ "hold", "tạm hoãn" },
	{ "done", "xong" },
	{ "then", "xong, sang dịch vụ khác" },
	{ "transfer", "chuyển" },
	{ "no_show", "vắng mặt" },
	{ "cancelled", "đã hủy" },
	{ "unserved", "chưa được phục vụ" },
	{ 0 },
};

static const struct column timeline_columns[] = {
	{ .key = "at", .heading = N_("At"), .type = COL_TIME, .flags = COLUMN_SECONDS },
	{ .key = "until",
	  .heading = N_("Until"),
	  .type = COL_TIME,
	  .flags = COLUMN_CLOCK },
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "event", .heading = N_("Event"), .type = COL_WORD, .words = events },
	{ .key = "service",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .named_in = "services" },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "reason",
	  .heading = N_("Reason"),
	  .type = COL_WORD,
	  .words = policy_reasons },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT },
	{ 0 },
};

/*
 * Each period of the day's visits beside the ticket's previous one.  A `called` after a
 * `called` is a recall.  A ticket that waits again straight after a counter was sent on:
 * that ends the visit there as much as `done` does, and names the counter that did it.
 * What happens away from the counters (drawing a number, coming back to wait) is left
 * out.
 */
static const char day_sql[] =
	"WITH told AS ("
	" SELECT p.id, p.ticket_id, label(t.series, t.number) AS label, p.state,"
	"        p.service_id, p.counter_id, p.officer_id, p.started_at, p.ended_at, p.reason,"
	"        p.note,"
	"        lag(p." VISIT_AT_COUNTER ") OVER visit AS present,"
	"        lag(p.counter_id) OVER visit AS counter_before,"
	"        lag(p.officer_id) OVER visit AS officer_before"
	"   FROM ticket t CROSS JOIN ticket_period p ON p.ticket_id = t.id"
	"  WHERE t.day = :day"
	" WINDOW visit AS (PARTITION BY p.ticket_id ORDER BY p.id))"
	" SELECT p.started_at AS at,"
	"        CASE WHEN p.state = 'waiting' THEN p.started_at ELSE p.ended_at END AS until,"
	"        p.label AS ticket,"
	"        CASE p.state WHEN 'called' THEN iif(p.present, 'recall', 'call')"
	"          WHEN 'serving' THEN 'start' WHEN 'held' THEN 'hold'"
	"          WHEN 'waiting' THEN iif(p.reason = 'then', 'then', 'transfer')"
	"          ELSE p.state END AS event,"
	"        s.code AS service, c.code AS counter, o.code AS officer,"
	"        p.reason AS reason, p.note AS note"
	"   FROM told p JOIN service s ON s.id = p.service_id"
	"   LEFT JOIN counter c ON c.id = coalesce(iif(p.state = 'waiting', NULL, p.counter_id),"
	"                                          iif(p.present, p.counter_before, NULL))"
	"   LEFT JOIN officer o ON o.id = coalesce(iif(p.state = 'waiting', NULL, p.officer_id),"
	"                                          iif(p.present, p.officer_before, NULL))"
	"  WHERE p.state <> 'waiting' OR p.present"
	"  ORDER BY p.started_at, p.id";

static const char next_sql[] =
	"SELECT min(day) FROM ticket WHERE day >= :day AND day <= :to";

/* The first day from DAY on that has tickets; DAY_LAST + 1 when there is none. */
static enum status
next_day(struct office *office, int day, int to, int *found)
{
	char from_text[DAY_TEXT], to_text[DAY_TEXT];
	struct query q;

	*found = DAY_LAST + 1;
	query_open(&q, office->store, next_sql);
	query_text(&q, ":day", day_print(day, from_text));
	query_text(&q, ":to", day_print(to, to_text));
	if (query_row(&q) && !query_col_null(&q, 0) &&
	    !day_read(query_col_given(&q, 0), 0, found))
		*found = DAY_LAST + 1;
	return query_close(&q);
}

/* Read day by day, so that a year takes no more memory than its busiest day. */
static enum status
report_timeline(struct office *office, const struct period *period, struct sink *sink)
{
	char text[DAY_TEXT];
	struct query q;
	int day = period->from;
	enum status st = OK;

	while (!st && day <= period->to) {
		if ((st = next_day(office, day, period->to, &day)) || day > period->to)
			break;
		query_open(&q, office->store, day_sql);
		query_text(&q, ":day", day_print(day, text));
		st = query_rows(&q, timeline_columns, sink);
		day++;
	}
	return st;
}

static const struct report_section timeline_sections[] = {
	{ .key = "events", .columns = timeline_columns, .rows = report_timeline },
	{ 0 },
};

const struct report timeline_report = {
	.name = "timeline",
	.title = N_("TIMELINE OF CALLS"),
	.sheet = N_("Timeline"),
	.about = N_("each call, start, hold and end, with counter and officer"),
	.columns = timeline_columns,
	.sections = timeline_sections,
};
