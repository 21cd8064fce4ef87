/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_story.h"

#include "base/intl.h"
#include "office/core/columns.h"
#include "office/dossier/dossier_papers.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/payment.h"
#include "office/dossier/payment_list.h"
#include "office/queue/visit.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

#define NAMED(key_, heading_, kind_)                                                     \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TEXT, .named_in = kind_    \
	}
#define TEXT(key_, heading_)                                                             \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TEXT                       \
	}
#define WORD(key_, heading_, words_)                                                     \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_WORD, .words = words_      \
	}
#define TIME(key_, heading_)                                                             \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TIME                       \
	}
#define HIDDEN(key_, heading_)                                                           \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TIME, .flags = COLUMN_CODE \
	}

static const struct column event_columns[] = {
	TIME("at", N_("Time")),
	WORD("act", N_("Act"), dossier_acts),
	NAMED("officer", N_("Officer"), "officers"),
	WORD("kind", N_("Waits for"), dossier_pause_kinds),
	TEXT("reason", N_("Reason")),
	WORD("forced", N_("Forced"), yes_no),
	WORD("late", N_("Came late"), yes_no),
	NAMED("desk", N_("Desk"), "desks"),
	NAMED("holder", N_("Holder"), "officers"),
	WORD("status", N_("Status"), dossier_statuses),
	TIME("due_at", N_("Due")),
	TIME("promised_at", N_("Promised anew")),
	HIDDEN("entered_at", N_("Entered")),
	{ 0 },
};

static const char events_sql[] =
	"SELECT e.at AS at, e.act AS act, o.code AS officer, e.kind AS kind,"
	"  e.reason AS reason, e.forced AS forced, e.late AS late, k.code AS desk, h.code AS holder,"
	"  e.status AS status, e.due_at AS due_at, e.promised_at AS promised_at,"
	"  e.entered_at AS entered_at"
	"  FROM dossier_event e LEFT JOIN officer o ON o.id = e.officer_id"
	"  LEFT JOIN desk k ON k.id = e.desk_id LEFT JOIN officer h ON h.id = e.holder_id"
	" WHERE e.dossier_id = :id ORDER BY e.id";

static const struct column handover_columns[] = {
	TIME("from_at", NC_("moment", "From")),
	TIME("to_at", NC_("moment", "To")),
	TEXT("desk", N_("Desk")),
	TEXT("desk_name", N_("Name")),
	NAMED("holder", N_("Holder"), "officers"),
	NAMED("given_by", N_("Given by"), "officers"),
	FIGURE("step", N_("Step")),
	TIME("step_due_at", N_("Step due")),
	WORD("standing", N_("Standing"), dossier_standings),
	WORD("late", N_("Went late"), yes_no),
	{ 0 },
};

/* A hold begins with the receipt or a hand-over, and lasts to the next or the end; what
 * it was to be done by moved on with the last event in it.  It went late where the moment
 * that counts passed. */
static const char handovers_sql[] =
	"WITH e AS (SELECT *, sum(is_word('acts_giving', act)) OVER (ORDER BY id) AS hold"
	"    FROM dossier_event WHERE dossier_id = :id),"
	"  spans AS (SELECT min(id) AS first, max(id) AS last FROM e GROUP BY hold),"
	"  held AS (SELECT f.id, f.at AS since, f.desk_id, f.holder_id, f.officer_id, f.step,"
	"      l.step_due_at, d.due_at, " CLOCK_STOPPED " AS stopped_at,"
	"      coalesce(lead(f.at) OVER (ORDER BY f.id), d.finished_at) AS left_at"
	"    FROM spans s JOIN e f ON f.id = s.first JOIN e l ON l.id = s.last"
	"    JOIN dossier d ON d.id = f.dossier_id)"
	"SELECT since AS from_at, left_at AS to_at, k.code AS desk, k.name AS desk_name,"
	"  h.code AS holder, o.code AS given_by, step AS step, step_due_at AS step_due_at,"
	"  CASE WHEN step_due_at IS NOT NULL THEN"
	"    standing('processing', left_at, step_due_at, stopped_at, :now, NULL) END AS standing,"
	"  CASE WHEN due_at >= since AND due_at < coalesce(left_at, stopped_at, :now)"
	"    THEN 'yes' END AS late"
	"  FROM held LEFT JOIN desk k ON k.id = desk_id LEFT JOIN officer h ON h.id = holder_id"
	"  LEFT JOIN officer o ON o.id = held.officer_id ORDER BY held.id";

static const struct column paid_columns[] = {
	TIME("paid_at", N_("Time")),
	{ .key = "amount",
	  .heading = N_("Amount"),
	  .type = COL_MONEY,
	  .least = -PAYMENT_MAX,
	  .most = PAYMENT_MAX },
	WORD("method", N_("Method"), payment_methods),
	TEXT("reference", N_("Reference")),
	NAMED("officer", N_("Officer"), "officers"),
	TEXT("note", N_("Note")),
	{ 0 },
};

static const char payments_sql[] =
	"SELECT y.paid_at AS paid_at, y.amount AS amount, y.method AS method,"
	"  y.reference AS reference, o.code AS officer, y.note AS note"
	"  FROM payment y LEFT JOIN officer o ON o.id = y.officer_id"
	" WHERE y.dossier_id = :id ORDER BY y.paid_at, y.id";

static const struct column visit_columns[] = {
	TEXT("ticket", N_("Ticket")),
	TIME("from_at", NC_("moment", "From")),
	TIME("to_at", NC_("moment", "To")),
	WORD("state", N_("State"), visit_states),
	TEXT("service", N_("Service")),
	TEXT("counter", N_("Counter")),
	NAMED("officer", N_("Officer"), "officers"),
	{ 0 },
};

/* The ticket of the day of receipt; of another office there is none here. */
static const char visit_sql[] =
	"SELECT d.ticket AS ticket, v.started_at AS from_at, v.ended_at AS to_at,"
	"  v.state AS state, s.code AS service, c.code AS counter, o.code AS officer"
	"  FROM dossier d JOIN ticket t ON t.day = local_date(d.received_at)"
	"    AND label(t.series, t.number) = d.ticket"
	"  JOIN ticket_period v ON v.ticket_id = t.id JOIN service s ON s.id = v.service_id"
	"  LEFT JOIN counter c ON c.id = v.counter_id"
	"  LEFT JOIN officer o ON o.id = v.officer_id"
	" WHERE d.id = :id ORDER BY v.started_at, v.id";

static const struct column linked_columns[] = {
	TEXT("code", N_("Dossier")),
	TEXT("procedure", N_("Procedure code")),
	TEXT("procedure_name", N_("Procedure")),
	WORD("status", N_("Status"), dossier_statuses),
	TIME("due_at", N_("Due")),
	TIME("promised_at", N_("Promised anew")),
	TIME("finished_at", N_("Finished")),
	{ 0 },
};

/* The others of the request. */
static const char linked_sql[] =
	"SELECT o.code AS code, p.code AS procedure, p.name AS procedure_name,"
	"  o.status AS status, o.due_at AS due_at, o.promised_at AS promised_at,"
	"  o.finished_at AS finished_at"
	"  FROM dossier d JOIN dossier o ON o.linked = d.linked AND o.id <> d.id"
	"  JOIN procedure p ON p.id = o.procedure_id WHERE d.id = :id ORDER BY o.id";

const struct dossier_part dossier_parts[] = {
	{ .key = "events",
	  .title = N_("What happened"),
	  .columns = event_columns,
	  .sql = events_sql },
	{ .key = "handovers",
	  .title = N_("Who had it"),
	  .columns = handover_columns,
	  .sql = handovers_sql },
	{ .key = "payments",
	  .title = N_("What was paid"),
	  .columns = paid_columns,
	  .sql = payments_sql },
	{ .key = "papers",
	  .title = N_("Papers"),
	  .columns = dossier_paper_columns,
	  .sql = dossier_papers_sql },
	{ .key = "linked",
	  .title = N_("Handled together with"),
	  .columns = linked_columns,
	  .sql = linked_sql },
	{ .key = "visit",
	  .title = N_("The visit"),
	  .columns = visit_columns,
	  .sql = visit_sql },
	{ 0 },
};

enum status
dossier_part_rows(struct office *office, const struct dossier_part *part, int64_t id,
		  struct sink *sink)
{
	struct query q;

	query_open(&q, office->store, part->sql);
	query_int(&q, ":id", id);
	if (query_has(&q, ":now"))
		query_int(&q, ":now", office->now);
	return query_rows(&q, part->columns, sink);
}
