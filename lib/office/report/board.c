/* SPDX-License-Identifier: MIT */
#include "office/report/board.h"

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/columns.h"
#include "office/core/setting.h"
#include "office/queue/counters.h"
#include "office/queue/ticket_told.h"
#include "office/report/report_dossiers.h"

const struct column board_office_columns[] = {
	{ .key = "name", .heading = N_("Name"), .type = COL_TEXT },
	{ .key = "hotline", .heading = N_("Hotline"), .type = COL_TEXT },
	{ .key = "notice", .heading = N_("Notice"), .type = COL_TEXT },
	{ .key = "at", .heading = N_("Time"), .type = COL_TIME },
	{ 0 },
};

static struct value
text_or_none(const struct buf *buf)
{
	return value_text(buf->length ? buf->text : NULL);
}

enum status
board_office(struct office *office, const struct period *today, struct sink *sink)
{
	struct buf name = { 0 }, hotline = { 0 }, notice = { 0 };
	enum status st;

	if (!(st = setting_get(office, "name", today->to, &name)) &&
	    !(st = setting_get(office, "hotline", today->to, &hotline)) &&
	    !(st = setting_get(office, "notice", today->to, &notice)))
		st = sink->row(sink, (const struct value[]){ text_or_none(&name),
							     text_or_none(&hotline),
							     text_or_none(&notice),
							     value_int(office->now) });
	buf_free(&name);
	buf_free(&hotline);
	buf_free(&notice);
	return st;
}

const struct column board_counters_columns[] = {
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Name"), .type = COL_TEXT },
	{ .key = "state",
	  .heading = N_("State"),
	  .type = COL_WORD,
	  .words = counter_states },
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "ticket", .heading = N_("Serving"), .type = COL_TEXT },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .flags = COLUMN_CODE,
	  .words = visit_states },
	{ .key = "since",
	  .heading = N_("Since"),
	  .type = COL_TIME,
	  .flags = COLUMN_CODE },
	{ .key = "name_en",
	  .heading = N_("Name in English"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ 0 },
};

/* A ticket of an earlier day does not belong to anybody who is in the hall now. */
static const char counters_sql[] = COUNTER_NOW
	"       o.name AS officer, c.name_en AS name_en" COUNTER_NOW_FROM
	" AND p.day = :day" COUNTER_NOW_TICKET " WHERE " COUNTER_NOW_SHOWN
	" ORDER BY c.id";

enum status
board_counters(struct office *office, const struct period *today, struct sink *sink)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, counters_sql);
	query_text(&q, ":day", day_print(today->to, day));
	return query_rows(&q, board_counters_columns, sink);
}

const struct column board_calls_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "called_at", .heading = N_("Called"), .type = COL_TIME },
	{ .key = "counter_name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "reason",
	  .heading = N_("Reason"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "counter_name_en",
	  .heading = N_("Name in English"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ 0 },
};

/*
 * The latest calls.  Rows are in the order of entry, which is the order of time except
 * for calls entered late (--at); so several times as many rows are read, and the latest
 * taken.  The lower bound keeps a day without calls from searching more than a busy day
 * has.
 */
static const char calls_sql[] =
	"SELECT label(t.series, t.number) AS ticket, c.code AS counter,"
	"       l.started_at AS called_at, c.name AS counter_name, l.reason AS reason,"
	"       c.name_en AS counter_name_en"
	"  FROM (SELECT id, ticket_id, counter_id, started_at, reason FROM ticket_period"
	"         WHERE state = 'called' AND day = :day"
	"           AND id > (SELECT coalesce(max(id), 0) - 2000 FROM ticket_period)"
	"         ORDER BY id DESC LIMIT 4 * :limit) l"
	"  JOIN ticket t ON t.id = l.ticket_id"
	"  JOIN counter c ON c.id = l.counter_id"
	" ORDER BY l.started_at DESC, l.id DESC LIMIT :limit";

enum status
board_calls(struct office *office, const struct period *today, int64_t limit,
	    struct sink *sink)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, calls_sql);
	query_text(&q, ":day", day_print(today->to, day));
	query_int(&q, ":limit", limit);
	return query_rows(&q, board_calls_columns, sink);
}

static enum status
last_five(struct office *office, const struct period *today, struct sink *sink)
{
	return board_calls(office, today, 5, sink);
}

enum status
board_services(struct office *office, const struct period *today, struct sink *sink)
{
	(void)today;
	return ticket_waiting(office, sink);
}

enum status
board_month(struct office *office, const struct period *today, struct sink *sink)
{
	const struct period month = { period_month(today->to).from, today->to };

	return report_summary(office, &month, sink);
}

static enum status
since_when(struct office *office, const struct period *today, struct buf *buf)
{
	char from[SHOW_TEXT];

	(void)office;
	buf_print(buf, _("From %s on"), show_day(period_month(today->to).from, from));
	return OK;
}

const struct report_section board_sections[] = {
	{ .key = "office",
	  .columns = board_office_columns,
	  .record = true,
	  .rows = board_office },
	{ .key = "counters",
	  .title = N_("Now serving"),
	  .columns = board_counters_columns,
	  .rows = board_counters },
	{ .key = "calls",
	  .title = N_("Last calls"),
	  .columns = board_calls_columns,
	  .rows = last_five },
	{ .key = "services",
	  .title = N_("Waiting"),
	  .columns = waiting_columns,
	  .rows = board_services },
	{ .key = "dossiers",
	  .title = N_("Dossiers today"),
	  .columns = summary_columns,
	  .record = true,
	  .rows = report_summary },
	{ .key = "dossiers_period",
	  .title = N_("Dossiers this period"),
	  .columns = summary_columns,
	  .record = true,
	  .rows = board_month,
	  .note = since_when },
	{ 0 },
};
