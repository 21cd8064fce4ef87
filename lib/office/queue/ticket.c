/* SPDX-License-Identifier: MIT */
#include "office/queue/ticket.h"

#include "base/intl.h"
#include "base/text.h"
#include "office/core/series_sql.h"
#include "office/queue/issuing.h"
#include "office/queue/one_number.h"
#include "office/queue/wait/wait.h"

#define SERVICES_IN_FORCE " FROM service WHERE coalesce(until, :day) >= :day"

/* Find the service.  One must be named where the office has several. */
static enum status
only_service(struct office *office, int64_t *id)
{
	int64_t count = 0;
	char day[DAY_TEXT];
	enum status st;

	day_print(day_of(office->act.at), day);
	st = office_number(office, "SELECT count(*)" SERVICES_IN_FORCE, ":day", day,
			   &count);

	if (st)
		return st;
	if (count == 1)
		return office_number(office, "SELECT id" SERVICES_IN_FORCE, ":day", day,
				     id);
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
	enum status st = r->service ? service_in_force(office, r->service,
						       &draft->service_id) :
				      only_service(office, &draft->service_id);

	if (!st && r->priority)
		st = priority_id(office, r->priority, &draft->priority_id);
	if (!st && r->procedure)
		st = procedure_in_force(office, r->procedure, day_of(office->act.at),
					&draft->procedure_id);
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
		text_copy(series, 8, query_col_given(&q, 0));
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
