/* SPDX-License-Identifier: MIT */
#include "office/queue/appointment.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/act_day.h"
#include "office/core/series_sql.h"
#include "office/core/setting.h"
#include "office/queue/slot.h"
#include "office/queue/ticket.h"

bool
appointment_is_code(const char *text)
{
	return *text != '-' && strchr(text, '-') != NULL;
}

/* Turn "a261125-1" into "A261125-01"; false when TEXT is no such code. */
static bool
read_code(const char *text, char code[static BOOKING_TEXT])
{
	size_t letters = 0, digits;
	char prefix[8] = "";

	while (letters < 7 && isalpha((unsigned char)text[letters])) {
		prefix[letters] = (char)toupper((unsigned char)text[letters]);
		letters++;
	}
	text += letters;
	if (!letters || strspn(text, "0123456789") != 6 || text[6] != '-')
		return false;
	digits = strspn(text + 7, "0123456789");
	if (!digits || digits > 9 || text[7 + digits])
		return false;
	snprintf(code, BOOKING_TEXT, "%s%.6s-%02lld", prefix, text,
		 strtoll(text + 7, NULL, 10));
	return true;
}

static const char find_sql[] =
	"SELECT id, service_id, priority_id, procedure_id, slot_at, slot_until, booked_at,"
	"       cancelled_at, ticket_id"
	"  FROM appointment WHERE code = :code";

static enum status
find_appointment(struct office *office, const char *text, struct appointment *a)
{
	bool found;
	struct query q;
	enum status st;

	if (!read_code(text, a->code)) {
		fail(USAGE, _("'%s' is no booking (A261125-01 is one)"), text);
		/* the label of a no-show who is back */
		if (isalpha((unsigned char)*text) && !appointment_is_code(text))
			fail_hint(USAGE, "osq-call resume %s", text);
		return USAGE;
	}
	query_open(&q, office->store, find_sql);
	query_text(&q, ":code", a->code);
	if ((found = query_row(&q))) {
		a->id = query_col_int(&q, 0);
		a->service_id = query_col_int(&q, 1);
		a->priority_id = query_col_int(&q, 2);
		a->procedure_id = query_col_int(&q, 3);
		a->slot_at = query_col_int(&q, 4);
		a->slot_until = query_col_int(&q, 5);
		a->booked_at = query_col_int(&q, 6);
		a->cancelled_at = query_col_int(&q, 7);
		a->ticket_id = query_col_int(&q, 8);
	}
	if ((st = query_close(&q)))
		return st;
	return found ? OK : fail(NO, _("%s: no such booking"), a->code);
}

/* OK when the booking is not cancelled, and was made before the moment of the act. */
static enum status
must_hold(struct office *office, const struct appointment *a)
{
	char room[SHOW_TEXT], at[SHOW_TEXT];

	if (a->cancelled_at)
		return fail(NO, _("%s: cancelled (%s)"), a->code,
			    show_moment(a->cancelled_at, at));
	act_not_before(&office->act, a->booked_at);
	if (office->act.at < a->booked_at)
		return fail(BAD_DATA, _("%s: %s is before it was booked (%s)"), a->code,
			    show_moment(office->act.at, at),
			    show_moment(a->booked_at, room));
	return OK;
}

/* The window of the appointment: from when to when the citizen counts as on time. */
static enum status
find_window(struct office *office, const struct appointment *a, int64_t *from,
	    int64_t *until)
{
	const int day = day_of(a->slot_at);
	int64_t early = 0, late = 0;
	enum status st;

	if ((st = setting_number(office, "appointment_early", day, &early)) ||
	    (st = setting_number(office, "appointment_late", day, &late)))
		return st;
	*from = a->slot_at - early * 60;
	*until = a->slot_until + late * 60;
	return OK;
}

/* Codes are drawn as tickets' numbers are; '-' keeps their series apart. */
static const char code_sql[] = SERIES_DRAW(
	"prefix || '-', 1 FROM service WHERE id = :service");

static enum status
draw_code(struct office *office, struct appointment *a)
{
	const int slot_day = day_of(a->slot_at);
	int year, month, d;
	char day[DAY_TEXT];
	struct query q;

	day_to_ymd(slot_day, &year, &month, &d);
	query_open(&q, office->store, code_sql);
	query_text(&q, ":day", day_print(slot_day, day));
	query_int(&q, ":service", a->service_id);
	if (query_row(&q)) {
		const char *series = query_col_text(&q, 0);

		snprintf(a->code, sizeof(a->code), "%.*s%02d%02d%02d-%02lld",
			 (int)strcspn(series, "-"), series, year % 100, month, d,
			 (long long)query_col_int(&q, 1));
	}
	return query_close(&q);
}

static const char book_sql[] =
	"INSERT INTO appointment (code, service_id, slot_at, slot_until, seat, priority_id,"
	"                         procedure_id, name, phone, booked_at)"
	" VALUES (:code, :service, :slot, :until, :seat, :priority, :procedure, :name, :phone,"
	"         :at)";

static enum status
insert_appointment(struct office *office, const struct appointment *a, int64_t seat,
		   const struct booking_request *r)
{
	struct query q;

	query_open(&q, office->store, book_sql);
	query_text(&q, ":code", a->code);
	query_int(&q, ":service", a->service_id);
	query_int(&q, ":slot", a->slot_at);
	query_int(&q, ":until", a->slot_until);
	query_int(&q, ":seat", seat);
	if (a->priority_id)
		query_int(&q, ":priority", a->priority_id);
	if (a->procedure_id)
		query_int(&q, ":procedure", a->procedure_id);
	query_text(&q, ":name", r->name);
	query_text(&q, ":phone", r->phone);
	query_int(&q, ":at", office->act.at);
	query_run(&q);
	return query_close(&q);
}

static enum status
take_place(struct office *office, struct appointment *a, int64_t *seat)
{
	struct slots slots;
	enum status st = slots_open(office, a->service_id, &slots);

	if (!st)
		st = slots_take(office, &slots, a->slot_at, seat);
	a->slot_until = a->slot_at + slots.issuing.slot_minutes * 60;
	slots_close(&slots);
	return st;
}

static enum status
book_seat(struct office *office, const struct booking_request *r, struct appointment *a)
{
	char slot[MOMENT_TEXT];
	const char *const detail[] = { "service",   r->service,   "slot",
				       slot,        "priority",   r->priority,
				       "procedure", r->procedure, NULL };
	int64_t seat = 0;
	enum status st;

	if ((st = acting_known(office)) ||
	    (st = service_in_force(office, r->service, &a->service_id)) ||
	    (r->priority && (st = priority_id(office, r->priority, &a->priority_id))) ||
	    (r->procedure &&
	     (st = procedure_in_force(office, r->procedure, day_of(a->slot_at),
				      &a->procedure_id))) ||
	    (st = take_place(office, a, &seat)) || (st = draw_code(office, a)) ||
	    (st = insert_appointment(office, a, seat, r)))
		return st;
	moment_print(a->slot_at, slot);
	return office_journal(office, "ticket book", a->code, detail);
}

enum status
appointment_book(struct office *office, const struct booking_request *request,
		 char code[static BOOKING_TEXT])
{
	struct appointment a = { .slot_at = request->slot_at };
	enum status st = office_begin(office);

	if (!st && !(st = office_end(office, book_seat(office, request, &a))))
		text_copy(code, BOOKING_TEXT, a.code);
	return st;
}

static enum status
must_be_today(struct office *office, const struct appointment *a)
{
	char at[SHOW_TEXT];

	if (day_of(a->slot_at) == day_of(office->act.at))
		return OK;
	return fail(NO, _("%s: is for %s"), a->code, show_moment(a->slot_at, at));
}

static const char tie_sql[] = "UPDATE appointment SET ticket_id = :ticket WHERE id = :id";

static const char name_sql[] =
	"UPDATE ticket SET (name, phone) ="
	"       (SELECT name, phone FROM appointment WHERE ticket_id = :ticket)"
	" WHERE id = :ticket";

/*
 * Link the ticket and the booking before the visit begins, since the visit takes its age
 * from the booking.
 */
static enum status
tie_visit(struct office *office, const struct appointment *a, const struct visit *visit)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, tie_sql);
	query_int(&q, ":ticket", visit->id);
	query_int(&q, ":id", a->id);
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	query_open(&q, office->store, name_sql);
	query_int(&q, ":ticket", visit->id);
	query_run(&q);
	return query_close(&q);
}

static enum status
receive_visitor(struct office *office, const struct appointment *a, struct visit *visit,
		bool *late)
{
	const char *const detail[] = { "ticket", visit->label, NULL };
	const struct ticket_draft draft = { .service_id = a->service_id,
					    .priority_id = a->priority_id,
					    .procedure_id = a->procedure_id };
	struct visit_move wait = { .state = VISIT_WAITING, .reason = "appointment" };
	enum status st = find_window(office, a, &wait.slot_from, &wait.slot_until);

	if (st)
		return st;
	*late = office->act.at > wait.slot_until;
	if (!*late)
		wait.slot_until = day_moment(day_of(office->act.at) + 1, 0);
	if ((st = ticket_draw(office, &draft, visit)) ||
	    (st = tie_visit(office, a, visit)) ||
	    (st = visit_enter(office, visit, &wait)))
		return st;
	return office_journal(office, "ticket arrive", a->code, detail);
}

/*
 * The citizen has arrived before and has a ticket: find it.  NO when that visit is over.
 */
static enum status
arrive_again(struct office *office, const struct appointment *a, struct visit *visit)
{
	const unsigned open = VISIT_WAITING | VISIT_CALLED | VISIT_SERVING | VISIT_HELD;
	enum status st;

	if ((st = visit_load(office, a->ticket_id, visit)) ||
	    !(st = visit_may_leave(office, visit, open)))
		return st;
	return visit->state == VISIT_NO_SHOW ?
		       fail_hint(st, "osq-call resume %s", visit->label) :
		       st;
}

static enum status
arrive_by_code(struct office *office, const char *code, struct visit *visit, bool *late,
	       bool *again)
{
	struct appointment a = { 0 };
	enum status st;

	if ((st = acting_known(office)) || (st = find_appointment(office, code, &a)))
		return st;
	if ((*again = a.ticket_id != 0))
		return arrive_again(office, &a, visit);
	if ((st = must_hold(office, &a)) || (st = must_be_today(office, &a)))
		return st;
	return receive_visitor(office, &a, visit, late);
}

enum status
appointment_arrive(struct office *office, const char *code, struct visit *visit,
		   bool *late)
{
	struct visit made = { 0 };
	bool again = false;
	enum status st = office_begin(office);

	if (st)
		return st;
	st = arrive_by_code(office, code, &made, late, &again);
	if (again)
		store_rollback(office->store); /* no act, no journal entry */
	else
		st = office_end(office, st);
	if (!st)
		*visit = made;
	return st;
}

/* OK while the citizen may still arrive. */
static enum status
may_cancel(struct office *office, const struct appointment *a)
{
	int64_t from, until;
	char at[SHOW_TEXT];
	struct visit visit;
	enum status st;

	if (a->ticket_id) {
		if ((st = visit_load(office, a->ticket_id, &visit)))
			return st;
		fail(NO, _("%s: he has come, and drew %s"), a->code, visit.label);
		return fail_hint(NO, "osq-ticket cancel %s", visit.label);
	}
	if ((st = must_hold(office, a)) || (st = find_window(office, a, &from, &until)))
		return st;
	return office->act.at <= until ? OK :
					 fail(NO, _("%s: was over at %s"), a->code,
					      show_moment(a->slot_until, at));
}

static const char cancel_sql[] =
	"UPDATE appointment SET cancelled_at = :at, note = :note WHERE id = :id";

static enum status
cancel_by_code(struct office *office, const char *code, const char *note,
	       struct appointment *a)
{
	const char *const detail[] = { "note", note, NULL };
	struct query q;
	enum status st;

	if ((st = acting_known(office)) || (st = find_appointment(office, code, a)) ||
	    (st = may_cancel(office, a)))
		return st;
	query_open(&q, office->store, cancel_sql);
	query_int(&q, ":at", office->act.at);
	query_text(&q, ":note", note);
	query_int(&q, ":id", a->id);
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	return office_journal(office, "ticket cancel", a->code, detail);
}

enum status
appointment_cancel(struct office *office, const char *code, const char *note,
		   char own[static BOOKING_TEXT])
{
	struct appointment a = { 0 };
	enum status st = office_begin(office);

	if (!st && !(st = office_end(office, cancel_by_code(office, code, note, &a))))
		text_copy(own, BOOKING_TEXT, a.code);
	return st;
}
