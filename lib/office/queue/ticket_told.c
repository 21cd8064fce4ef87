/* SPDX-License-Identifier: MIT */
#include "office/queue/ticket_told.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/text.h"
#include "office/queue/person_columns.h"
#include "office/queue/wait/wait.h"

const struct column ticket_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	{ .key = "number",
	  .heading = N_("Number"),
	  .type = COL_INT,
	  .flags = COLUMN_CODE },
	{ .key = "service",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .named_in = "services" },
	{ .key = "priority", .heading = N_("Priority"), .type = COL_TEXT },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = visit_states },
	{ .key = "issued_at", .heading = N_("Drawn"), .type = COL_TIME },
	{ .key = "called_at", .heading = N_("Called"), .type = COL_TIME },
	{ .key = "started_at", .heading = N_("Started"), .type = COL_TIME },
	{ .key = "finished_at", .heading = NC_("visit", "Finished"), .type = COL_TIME },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "calls", .heading = N_("Calls"), .type = COL_INT },
	PERSON_COLUMNS,
	{ 0 },
};

static const char list_sql[] =
	"SELECT label(t.series, t.number) AS ticket, t.day AS day, t.number AS number,"
	"       s.code AS service, r.code AS priority, p.state AS status,"
	"       t.issued_at AS issued_at,"
	"       (SELECT max(started_at) FROM ticket_period"
	"         WHERE ticket_id = t.id AND state = 'called') AS called_at,"
	"       (SELECT max(started_at) FROM ticket_period"
	"         WHERE ticket_id = t.id AND state = 'serving') AS started_at,"
	"       CASE WHEN is_word('states_over', p.state) THEN p.started_at END AS finished_at,"
	"       c.code AS counter, o.code AS officer,"
	"       (SELECT count(*) FROM ticket_period"
	"         WHERE ticket_id = t.id AND state = 'called') AS calls,"
	"       d.code AS procedure, t.name AS name, t.phone AS phone"
	"  FROM ticket t"
	"  JOIN ticket_period p ON p.id ="
	"       (SELECT max(id) FROM ticket_period WHERE ticket_id = t.id)"
	"  JOIN service s ON s.id = p.service_id"
	"  LEFT JOIN priority r ON r.id = t.priority_id"
	"  LEFT JOIN counter c ON c.id = p.counter_id"
	"  LEFT JOIN officer o ON o.id = p.officer_id"
	"  LEFT JOIN procedure d ON d.id = t.procedure_id"
	" WHERE t.day >= :from AND t.day <= :to"
	"   AND (:id = 0 OR t.id = :id)"
	"   AND (:service IS NULL OR s.code = :service)"
	"   AND (:counter IS NULL OR c.code = :counter)"
	"   AND (:status IS NULL OR p.state = :status)"
	" ORDER BY t.day, t.issued_at, t.id";

enum status
ticket_list(struct office *office, const struct ticket_filter *f, struct sink *sink)
{
	char from[DAY_TEXT], to[DAY_TEXT];
	struct query q;
	int64_t id;
	enum status st;

	if ((f->service && (st = service_id(office, f->service, &id))) ||
	    (f->counter && (st = counter_id(office, f->counter, &id))))
		return st;
	query_open(&q, office->store, list_sql);
	query_text(&q, ":from", day_print(f->days.from, from));
	query_text(&q, ":to", day_print(f->days.to, to));
	query_int(&q, ":id", f->id);
	query_text(&q, ":service", f->service);
	query_text(&q, ":counter", f->counter);
	query_text(&q, ":status", f->status);
	return query_rows(&q, ticket_columns, sink);
}

const struct column wait_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = visit_states },
	{ .key = "ahead", .heading = N_("People ahead"), .type = COL_INT },
	{ .key = "waited", .heading = N_("Waited"), .type = COL_DURATION },
	{ .key = "wait_median", .heading = N_("Wait, median"), .type = COL_DURATION },
	{ .key = "wait_p90",
	  .heading = N_("Wait, 9 of 10 within"),
	  .type = COL_DURATION },
	{ 0 },
};

/* The two columns of a range, with null values where it is not known. */
static void
tell_range(const struct wait_range *range, struct value row[static 2])
{
	row[0] = range->median < 0 ? VALUE_NONE : value_int(range->median);
	row[1] = range->p90 < 0 ? VALUE_NONE : value_int(range->p90);
}

enum status
ticket_wait(struct office *office, const struct visit *visit, struct sink *sink)
{
	struct value row[6] = { value_text(visit->label),
				value_text(visit_word(visit->state)) };
	struct wait_range range;
	enum status st;

	if (visit->state == VISIT_WAITING) {
		if ((st = wait_of_visit(office, visit, &range)))
			return st;
		row[2] = value_int(range.ahead);
		row[3] = value_int(office->act.at - visit->since);
		tell_range(&range, row + 4);
	}
	return sink->row(sink, row);
}

const struct column waiting_columns[] = {
	{ .key = "service", .heading = N_("Service code"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Service"), .type = COL_TEXT },
	{ .key = "waiting", .heading = N_("Waiting"), .type = COL_INT },
	{ .key = "first", .heading = N_("First in line"), .type = COL_TEXT },
	{ .key = "longest_wait", .heading = N_("Longest wait"), .type = COL_DURATION },
	{ .key = "wait_median", .heading = N_("Wait, median"), .type = COL_DURATION },
	{ .key = "wait_p90",
	  .heading = N_("Wait, 9 of 10 within"),
	  .type = COL_DURATION },
	{ .key = "prefix",
	  .heading = N_("Prefix"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ .key = "open_counters",
	  .heading = N_("Open counters"),
	  .type = COL_INT,
	  .flags = COLUMN_CODE },
	{ .key = "name_en",
	  .heading = N_("Name in English"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE },
	{ 0 },
};

static const char services_sql[] =
	"SELECT s.id, s.code, s.name, s.prefix,"
	"       (SELECT count(*) FROM counter_service cs JOIN counter_period d"
	"            ON d.counter_id = cs.counter_id AND d.ended_at IS NULL"
	"               AND d.state = 'open'"
	"         WHERE cs.service_id = s.id),"
	"       s.name_en"
	"  FROM service s"
	" WHERE coalesce(s.until, :day) >= :day OR EXISTS (SELECT 1 FROM ticket_period p"
	"        WHERE p.day = :day AND p.service_id = s.id AND p." VISIT_WAITS ")"
	" ORDER BY s.prefix";

static const char label_sql[] = "SELECT label(series, number) FROM ticket WHERE id = :id";

/* Send one row of services_sql with who waits for it and for how long. */
static enum status
tell_waiting(struct query *q, struct query *label, const struct service_wait *waits,
	     size_t count, int64_t now, struct sink *sink)
{
	struct value row[10] = { value_text(query_col_text(q, 1)),
				 value_text(query_col_text(q, 2)) };
	size_t i = 0;

	row[7] = value_text(query_col_text(q, 3));
	row[8] = value_int(query_col_int(q, 4));
	row[9] = value_text(query_col_text(q, 5));
	while (i < count && waits[i].service_id != query_col_int(q, 0))
		i++;
	if (i == count)
		return fail(INTERNAL, "service %s: no wait", query_col_given(q, 1));
	row[2] = value_int(waits[i].waiting);
	query_int(label, ":id", waits[i].first);
	if (query_row(label))
		row[3] = value_text(query_col_text(label, 0));
	if (waits[i].waiting)
		row[4] = value_int(now - waits[i].oldest);
	tell_range(&waits[i].range, row + 5);
	return sink->row(sink, row);
}

enum status
ticket_waiting(struct office *office, struct sink *sink)
{
	struct service_wait *waits;
	char day[DAY_TEXT];
	struct query q, label;
	size_t count;
	enum status st = wait_of_services(office, &waits, &count);

	if (st)
		return st;
	query_open(&label, office->store, label_sql);
	query_open(&q, office->store, services_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	while (!st && query_row(&q))
		st = tell_waiting(&q, &label, waits, count, office->act.at, sink);
	free(waits);
	st = worse(st, query_close(&q));
	return worse(st, query_close(&label));
}

static const char slip_sql[] = "SELECT s.name, r.name, t.issued_at FROM ticket t"
			       "  JOIN service s ON s.id = :service"
			       "  LEFT JOIN priority r ON r.id = t.priority_id"
			       " WHERE t.id = :ticket";

enum status
ticket_slip(struct office *office, const struct visit *visit,
	    const struct wait_range *told, struct ticket_slip *slip)
{
	struct query q;
	enum status st;

	*slip = (struct ticket_slip){ 0 };
	text_copy(slip->label, sizeof(slip->label), visit->label);
	query_open(&q, office->store, slip_sql);
	query_int(&q, ":service", visit->service_id);
	query_int(&q, ":ticket", visit->id);
	if (query_row(&q)) {
		const char *priority = query_col_text(&q, 1);

		text_copy(slip->service, sizeof(slip->service), query_col_given(&q, 0));
		text_copy(slip->priority, sizeof(slip->priority),
			  priority ? priority : "");
		slip->issued_at = query_col_int(&q, 2);
	}
	if ((st = query_close(&q)))
		return st;
	slip->range = told ? *told : (struct wait_range){ -1, -1, -1 };
	return told || visit->state != VISIT_WAITING ?
		       OK :
		       wait_of_visit(office, visit, &slip->range);
}
