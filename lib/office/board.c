/* SPDX-License-Identifier: MIT */
#include "office/board.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/columns.h"
#include "office/setting.h"
#include "office/ticket.h"

const struct column board_office_columns[] = {
	{ "name", N_("Name"), COL_TEXT, 0, NULL, NULL },
	{ "hotline", N_("Hotline"), COL_TEXT, 0, NULL, NULL },
	{ "notice", N_("Notice"), COL_TEXT, 0, NULL, NULL },
	{ "at", N_("Time"), COL_TIME, 0, NULL, NULL },
	COLUMNS_END,
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
		st = sink->row(sink, (const struct value[]){
					     text_or_none(&name), text_or_none(&hotline),
					     text_or_none(&notice), value_int(office->now) });
	buf_free(&name);
	buf_free(&hotline);
	buf_free(&notice);
	return st;
}

static const struct word counter_states[] = {
	{ "open", "mở" },
	{ "paused", "tạm nghỉ" },
	{ "closed", "đóng" },
	{ NULL, NULL },
};

static const struct word ticket_states[] = {
	{ "called", "đã gọi" },
	{ "serving", "đang phục vụ" },
	{ NULL, NULL },
};

const struct column board_counters_columns[] = {
	{ "counter", N_("Counter"), COL_TEXT, 0, NULL, NULL },
	{ "name", N_("Name"), COL_TEXT, 0, NULL, NULL },
	{ "state", N_("State"), COL_WORD, 0, NULL, counter_states },
	{ "officer", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	{ "ticket", N_("Serving"), COL_TEXT, 0, NULL, NULL },
	{ "status", N_("Status"), COL_WORD, COLUMN_CODE, NULL, ticket_states },
	{ "since", N_("Since"), COL_TIME, COLUMN_CODE, NULL, NULL },
	COLUMNS_END,
};

/* A number of another day is nobody's who sits in the hall. */
static const char counters_sql[] =
	"SELECT c.code, c.name, coalesce(d.state, 'closed'), o.name,"
	"       t.series || printf('%03d', t.number), p.state,"
	"       coalesce(p.started_at, d.started_at)"
	"  FROM counter c"
	"  LEFT JOIN counter_period d ON d.counter_id = c.id AND d.ended_at IS NULL"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	"  LEFT JOIN ticket_period p ON p.counter_id = c.id AND p.ended_at IS NULL"
	"       AND p.state IN ('called', 'serving') AND p.day = :day"
	"  LEFT JOIN ticket t ON t.id = p.ticket_id"
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
	{ "ticket", N_("Ticket"), COL_TEXT, 0, NULL, NULL },
	{ "counter", N_("Counter"), COL_TEXT, 0, NULL, NULL },
	{ "called_at", N_("Called"), COL_TIME, 0, NULL, NULL },
	{ "counter_name", N_("Name"), COL_TEXT, COLUMN_CODE, NULL, NULL },
	{ "reason", N_("Reason"), COL_TEXT, COLUMN_CODE, NULL, NULL },
	COLUMNS_END,
};

/* The newest calls were entered last, but for those entered late (--at): of a few
 * times as many the newest are taken, and on a day without calls no more is looked
 * at than a busy day holds. */
static const char calls_sql[] =
	"SELECT t.series || printf('%03d', t.number), c.code, l.started_at, c.name, l.reason"
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

const struct report_section board_sections[] = {
	{ "office", NULL, board_office_columns, true, false, board_office, NULL, NULL },
	{ "counters", N_("Now serving"), board_counters_columns, false, false,
	  board_counters, NULL, NULL },
	{ "calls", N_("Last calls"), board_calls_columns, false, false, last_five, NULL, NULL },
	{ "services", N_("Waiting"), waiting_columns, false, false, board_services,
	  NULL, NULL },
	{ "dossiers", N_("Dossiers today"), summary_columns, true, false, report_summary, NULL, NULL },
	{ "dossiers_period", N_("Dossiers this period"), summary_columns, true, false,
	  board_month, NULL, NULL },
	{ NULL, NULL, NULL, false, false, NULL, NULL, NULL },
};
