/* SPDX-License-Identifier: MIT */
#include "office/board.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/ticket.h"

#define COLUMNS_END { NULL, NULL, COL_TEXT, 0, NULL, NULL }

static const struct column counters_columns[] = {
	{ "counter", N_("Counter"), COL_TEXT, 0, NULL, NULL },
	{ "name", N_("Name"), COL_TEXT, 0, NULL, NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	{ "ticket", N_("Serving"), COL_TEXT, 0, NULL, NULL },
	COLUMNS_END,
};

static const char counters_sql[] =
	"SELECT c.code, c.name, o.name, t.series || printf('%03d', t.number)"
	"  FROM counter c"
	"  LEFT JOIN counter_period d ON d.counter_id = c.id AND d.ended_at IS NULL"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	"  LEFT JOIN ticket_period p ON p.counter_id = c.id AND p.ended_at IS NULL"
	"       AND p.state IN ('called', 'serving')"
	"  LEFT JOIN ticket t ON t.id = p.ticket_id"
	" ORDER BY c.id";

static enum status
counters(struct office *office, const struct period *period, struct sink *sink)
{
	struct query q;

	(void)period;
	query_open(&q, office->store, counters_sql);
	return query_rows(&q, counters_columns, sink);
}

static const struct column calls_columns[] = {
	{ "ticket", N_("Ticket"), COL_TEXT, 0, NULL, NULL },
	{ "counter", N_("Counter"), COL_TEXT, 0, NULL, NULL },
	{ "called_at", N_("Called"), COL_TIME, 0, NULL, NULL },
	COLUMNS_END,
};

/* The newest tickets of the day are the newest in the table. */
static const char calls_sql[] =
	"SELECT t.series || printf('%03d', t.number), c.code, p.started_at"
	"  FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id"
	"  JOIN counter c ON c.id = p.counter_id"
	" WHERE p.state = 'called' AND p.day = :day"
	"   AND p.id > (SELECT coalesce(max(id), 0) - 2000 FROM ticket_period)"
	" ORDER BY p.started_at DESC, p.id DESC LIMIT 5";

static enum status
calls(struct office *office, const struct period *period, struct sink *sink)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, calls_sql);
	query_text(&q, ":day", day_print(period->from, day));
	return query_rows(&q, calls_columns, sink);
}

static enum status
services(struct office *office, const struct period *period, struct sink *sink)
{
	(void)period;
	return ticket_waiting(office, sink);
}

const struct report_section board_sections[] = {
	{ "counters", N_("Now serving"), counters_columns, false, false, counters, NULL },
	{ "calls", N_("Last calls"), calls_columns, false, false, calls, NULL },
	{ "services", N_("Waiting"), waiting_columns, false, false, services, NULL },
	{ "dossiers", N_("Dossiers today"), summary_columns, true, false, report_summary, NULL },
	{ NULL, NULL, NULL, false, false, NULL, NULL },
};
