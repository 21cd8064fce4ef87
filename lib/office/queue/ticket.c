/* SPDX-License-Identifier: MIT */
#include "office/queue/ticket.h"
#include "office/core/series_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "office/queue/issuing.h"
#include "office/queue/one_number.h"
#include "office/queue/wait/wait.h"

/* Find the service.  One must be named where the office has several. */
static enum status
only_service(struct office *office, int64_t *id)
{
	int64_t count = 0;
	enum status st = office_number(office, "SELECT count(*) FROM service", NULL, NULL,
				       &count);

	if (st)
		return st;
	if (count == 1)
		return office_number(office, "SELECT id FROM service", NULL, NULL, id);
	if (!count) {
		fail(NOT_SET_UP, _("the office has no services"));
		return fail_hint(NOT_SET_UP, _("osq-admin import services FILE"));
	}
	fail(USAGE, _("for which service?"));
	return fail_hint(USAGE, _("osq-admin list %s shows them"), "services");
}

static enum status
find_ids(struct office *office, const struct ticket_request *r,
	 struct ticket_draft *draft)
{
	enum status st = r->service ? service_id(office, r->service, &draft->service_id) :
				      only_service(office, &draft->service_id);

	if (!st && r->priority)
		st = priority_id(office, r->priority, &draft->priority_id);
	if (!st && r->procedure)
		st = procedure_id(office, r->procedure, &draft->procedure_id);
	return st;
}

static const char number_sql[] = SERIES_DRAW(
	"prefix, 1 FROM service WHERE id = :service");

static const char issue_sql[] =
	"INSERT INTO ticket (day, series, number, priority_id, procedure_id, name, phone,"
	"                    issued_at, request_id, card)"
	" VALUES (:day, :series, :number, :priority, :procedure, :name, :phone, :at, :request,"
	"         :card)";

static enum status
draw_number(struct office *office, const char *day, int64_t service,
	    char series[static 8], int64_t *number)
{
	struct query q;

	query_open(&q, office->store, number_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":service", service);
	if (query_row(&q)) {
		text_copy(series, 8, query_col_text(&q, 0));
		*number = query_col_int(&q, 1);
	}
	return query_close(&q);
}

enum status
ticket_draw(struct office *office, const struct ticket_draft *draft, struct visit *visit)
{
	char series[8] = "";
	int64_t number = 0;
	struct query q;
	enum status st;

	day_print(day_of(office->act.at), visit->day);
	if ((st = draw_number(office, visit->day, draft->service_id, series, &number)))
		return st;
	label_print(series, number, visit->label);
	query_open(&q, office->store, issue_sql);
	query_text(&q, ":day", visit->day);
	query_text(&q, ":series", series);
	query_int(&q, ":number", number);
	if (draft->priority_id)
		query_int(&q, ":priority", draft->priority_id);
	if (draft->procedure_id)
		query_int(&q, ":procedure", draft->procedure_id);
	query_text(&q, ":name", draft->name);
	query_text(&q, ":phone", draft->phone);
	query_int(&q, ":at", office->act.at);
	query_text(&q, ":request", draft->request_id);
	if (*draft->card)
		query_text(&q, ":card", draft->card);
	query_run(&q);
	visit->id = store_last_id(office->store);
	visit->service_id = draft->service_id;
	return query_close(&q);
}

/* Find the number that the request, or else the citizen, has drawn before. */
static enum status
find_drawn(struct office *office, const struct ticket_request *r,
	   struct ticket_draft *draft, struct ticket_issued *issued)
{
	enum status st = OK;

	if (r->request_id)
		st = issuing_repeated(office, r->request_id, draft->service_id,
				      &issued->repeated, &issued->visit);
	if (st || issued->repeated)
		return st;
	st = one_number_find(office, r->card, draft, &issued->same_person,
			     &issued->visit);
	issued->repeated = issued->same_person;
	return st;
}

/*
 * Draw and journal.  Where the ticket was drawn before nothing is written.
 */
static enum status
issue_number(struct office *office, const struct ticket_request *r,
	     struct ticket_issued *issued)
{
	struct visit *visit = &issued->visit;
	struct ticket_draft draft = { .name = r->name,
				      .phone = r->phone,
				      .request_id = r->request_id };
	struct visit_move wait = { .state = VISIT_WAITING, .reason = "drawn" };
	const char *passed = NULL;
	enum status st = acting_known(office);

	if (st || (st = find_ids(office, r, &draft)) ||
	    (st = find_drawn(office, r, &draft, issued)) || issued->repeated)
		return st;
	if ((st = issuing_check(office, draft.service_id, r->force, &passed)) ||
	    (st = ticket_draw(office, &draft, visit)) ||
	    (st = visit_enter(office, visit, &wait)))
		return st;
	return office_journal(office, "ticket issue", visit->label,
			      (const char *const[]){ "service", r->service, "priority",
						     r->priority, "procedure",
						     r->procedure, "forced", passed,
						     NULL });
}

static const char told_sql[] =
	"UPDATE ticket SET expected_median = :median, expected_p90 = :p90 WHERE id = :ticket";

/*
 * Store the wait that the citizen is told, so that it can be compared with the real one.
 */
static enum status
tell_wait(struct office *office, const struct visit *visit, struct wait_range *range)
{
	struct query q;
	enum status st = wait_of_visit(office, visit, range);

	if (st || range->median < 0)
		return st;
	query_open(&q, office->store, told_sql);
	query_int(&q, ":ticket", visit->id);
	query_int(&q, ":median", range->median);
	query_int(&q, ":p90", range->p90);
	query_run(&q);
	return query_close(&q);
}

enum status
ticket_issue(struct office *office, const struct ticket_request *request,
	     struct ticket_issued *issued)
{
	enum status st = office_begin(office);

	*issued = (struct ticket_issued){ .repeated = false };
	if (st)
		return st;
	st = issue_number(office, request, issued);
	if (issued->repeated) {
		store_rollback(office->store); /* no act, no journal entry */
		return st;
	}
	if (!st && request->tell)
		st = tell_wait(office, &issued->visit, &issued->range);
	return office_end(office, st);
}

static enum status
cancel_label(struct office *office, const char *label, const char *day, const char *note,
	     struct visit *visit)
{
	const char *const detail[] = { "note", note, NULL };
	struct visit_move move = { .state = VISIT_CANCELLED, .note = note };
	enum status st;

	if ((st = acting_known(office)) || (st = visit_find(office, label, day, visit)) ||
	    (st = visit_may_leave(office, visit, VISIT_WAITING | VISIT_HELD)) ||
	    (st = visit_enter(office, visit, &move)))
		return st;
	return office_journal(office, "ticket cancel", visit->label, detail);
}

enum status
ticket_cancel(struct office *office, const char *label, const char *day, const char *note,
	      struct visit *visit)
{
	enum status st = office_begin(office);

	return st ? st :
		    office_end(office, cancel_label(office, label, day, note, visit));
}

const struct column ticket_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	{ .key = "number",
	  .heading = N_("Number"),
	  .type = COL_INT,
	  .flags = COLUMN_CODE },
	{ .key = "service", .heading = N_("Service"), .type = COL_TEXT },
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
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "calls", .heading = N_("Calls"), .type = COL_INT },
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
	{ .key = "name",
	  .heading = NC_("person", "Name"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
	{ .key = "phone",
	  .heading = N_("Telephone"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
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
	"  FROM service s ORDER BY s.prefix";

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
		return fail(INTERNAL, "service %s: no wait", query_col_text(q, 1));
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
	struct query q, label;
	size_t count;
	enum status st = wait_of_services(office, &waits, &count), closed;

	if (st)
		return st;
	query_open(&label, office->store, label_sql);
	query_open(&q, office->store, services_sql);
	while (!st && query_row(&q))
		st = tell_waiting(&q, &label, waits, count, office->act.at, sink);
	free(waits);
	closed = query_close(&q);
	st = st ? st : closed;
	closed = query_close(&label);
	return st ? st : closed;
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

		text_copy(slip->service, sizeof(slip->service), query_col_text(&q, 0));
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
