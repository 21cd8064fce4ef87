/* SPDX-License-Identifier: MIT */
#include "office/dossier_person.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/person.h"

/* Imports keep numbers as another system wrote them, so signs between the digits do not
 * count, and +84 is 0.  A look through all dossiers: this is asked for once in a while. */
#define HAS_PHONE(column)                                                                \
	":phone IS NOT NULL AND (" PERSON_BARE(column) " = :phone OR " PERSON_BARE(column)             \
	" = '+84' || substr(:phone, 2) OR " PERSON_BARE(column) " = '84' || substr(:phone, 2))"

static const char find_sql[] =
	"SELECT id, code FROM dossier WHERE (:id IS NOT NULL AND " PERSON_BARE("id_number") " = :id)"
	" OR (" HAS_PHONE("phone") ") ORDER BY received_at, id";

static const struct column dossier_file_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "procedure", N_("Procedure code"), COL_TEXT, 0, NULL, NULL },
	{ "name", N_("Procedure"), COL_TEXT, 0, NULL, NULL },
	{ "applicant", N_("Applicant"), COL_TEXT, 0, NULL, NULL },
	{ "id_number", N_("Personal ID"), COL_TEXT, 0, NULL, NULL },
	{ "phone", N_("Telephone"), COL_TEXT, 0, NULL, NULL },
	{ "address", N_("Address"), COL_TEXT, 0, NULL, NULL },
	{ "email", N_("Mail address"), COL_TEXT, 0, NULL, NULL },
	{ "proxy", N_("Proxy"), COL_TEXT, 0, NULL, NULL },
	{ "request", N_("What is asked for"), COL_TEXT, 0, NULL, NULL },
	{ "status", N_("Status"), COL_TEXT, 0, NULL, NULL },
	{ "received_at", N_("Received"), COL_TIME, 0, NULL, NULL },
	{ "due_at", N_("Due"), COL_TIME, 0, NULL, NULL },
	{ "finished_at", N_("Finished"), COL_TIME, 0, NULL, NULL },
	{ "returned_at", N_("Returned"), COL_TIME, 0, NULL, NULL },
	{ "result", N_("Result"), COL_TEXT, 0, NULL, NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char dossiers_sql[] =
	"SELECT d.code, p.code, p.name, d.applicant, d.id_number, d.phone, d.address, i.email,"
	"       i.proxy, i.request, d.status, d.received_at, d.due_at, d.finished_at,"
	"       d.returned_at, d.result, o.code, d.ticket"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
	"  LEFT JOIN officer o ON o.id = d.officer_id WHERE d.id = :dossier";

static const struct column event_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "act", N_("Act"), COL_TEXT, 0, NULL, NULL },
	{ "at", N_("Happened"), COL_TIME, 0, NULL, NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	{ "status", N_("Status"), COL_TEXT, 0, NULL, NULL },
	{ "reason", N_("Reason"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char events_sql[] =
	"SELECT d.code, e.act, e.at, o.code, e.status, e.reason FROM dossier_event e"
	"  JOIN dossier d ON d.id = e.dossier_id LEFT JOIN officer o ON o.id = e.officer_id"
	" WHERE e.dossier_id = :dossier ORDER BY e.id";

static const struct column paper_file_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "no", N_("No."), COL_INT, 0, NULL, NULL },
	{ "name", N_("Paper"), COL_TEXT, 0, NULL, NULL },
	{ "handed_at", N_("Handed in"), COL_TIME, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char papers_sql[] =
	"SELECT d.code, a.no, a.name, a.handed_at FROM dossier_paper a"
	"  JOIN dossier d ON d.id = a.dossier_id WHERE a.dossier_id = :dossier ORDER BY a.no";

static const struct column payment_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "paid_at", N_("Paid"), COL_TIME, 0, NULL, NULL },
	{ "amount", N_("Amount"), COL_MONEY, 0, NULL, NULL },
	{ "method", N_("Method"), COL_TEXT, 0, NULL, NULL },
	{ "reference", N_("Reference"), COL_TEXT, 0, NULL, NULL },
	{ "note", N_("Note"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char payments_sql[] =
	"SELECT d.code, m.paid_at, m.amount, m.method, m.reference, m.note FROM payment m"
	"  JOIN dossier d ON d.id = m.dossier_id WHERE m.dossier_id = :dossier ORDER BY m.id";

static const struct column rating_file_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "rated_at", N_("Rated"), COL_TIME, 0, NULL, NULL },
	{ "score", N_("Score"), COL_INT, 0, NULL, NULL },
	{ "comment", N_("Comment"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char ratings_sql[] =
	"SELECT d.code, r.rated_at, r.score, r.comment FROM rating r"
	"  JOIN dossier d ON d.id = r.dossier_id WHERE r.dossier_id = :dossier ORDER BY r.id";

static const struct column visit_columns[] = {
	{ "day", N_("Day"), COL_DAY, 0, NULL, NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, NULL, NULL },
	{ "name", N_("Name"), COL_TEXT, 0, NULL, NULL },
	{ "phone", N_("Telephone"), COL_TEXT, 0, NULL, NULL },
	{ "issued_at", N_("Issued"), COL_TIME, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char visits_sql[] =
	"SELECT day, series || printf('%03d', number), name, phone, issued_at FROM ticket"
	" WHERE " HAS_PHONE("phone") " ORDER BY id";

static const struct column booking_columns[] = {
	{ "booking", N_("Appointment"), COL_TEXT, 0, NULL, NULL },
	{ "slot_at", N_("Slot"), COL_TIME, 0, NULL, NULL },
	{ "name", N_("Name"), COL_TEXT, 0, NULL, NULL },
	{ "phone", N_("Telephone"), COL_TEXT, 0, NULL, NULL },
	{ "note", N_("Note"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char bookings_sql[] = "SELECT code, slot_at, name, phone, note FROM appointment"
				   " WHERE " HAS_PHONE("phone") " ORDER BY id";

const struct person_section person_sections[] = {
	{ "dossiers", N_("Dossiers"), dossier_file_columns, dossiers_sql },
	{ "events", N_("Acts"), event_columns, events_sql },
	{ "papers", N_("Papers"), paper_file_columns, papers_sql },
	{ "payments", N_("What was paid"), payment_columns, payments_sql },
	{ "ratings", N_("Ratings"), rating_file_columns, ratings_sql },
	{ "visits", N_("Visits"), visit_columns, visits_sql },
	{ "appointments", N_("Appointments"), booking_columns, bookings_sql },
	{ NULL, NULL, NULL, NULL },
};

/* What was typed as it is compared, or as it is where it is no number. */
static char *
number_key(const char *text)
{
	char room[PERSON_NUMBER];

	return text ? mem_text(person_number_wrong(text, 9999, room) && !*room ? text : room) :
		      NULL;
}

static char *
phone_key(const char *text)
{
	char room[PERSON_NUMBER];

	return text ? mem_text(person_phone_wrong(text, room) && !*room ? text : room) : NULL;
}

static enum status
find_dossiers(struct office *office, struct person_file *file)
{
	struct buf codes = { 0 };
	struct query q;

	query_open(&q, office->store, find_sql);
	query_text(&q, ":id", file->id);
	query_text(&q, ":phone", file->phone);
	while (query_row(&q)) {
		file->dossiers = mem_more(file->dossiers, file->count, sizeof(int64_t));
		file->dossiers[file->count++] = query_col_int(&q, 0);
		buf_print(&codes, "%s%s", codes.length ? " " : "", query_col_text(&q, 1));
	}
	file->codes = codes.text;
	return query_close(&q);
}

/* A sink that only looks whether something comes. */
struct any {
	struct sink sink;
	bool found;
};

static enum status
note_row(struct sink *sink, const struct value *values)
{
	(void)values;
	((struct any *)sink)->found = true;
	return OK;
}

enum status
person_file_open(struct office *office, const char *id, const char *phone,
		 struct person_file *file, bool *found)
{
	struct any any = { .sink = { note_row } };
	const struct person_section *s;
	enum status st;

	*file = (struct person_file){ .id = number_key(id), .phone = phone_key(phone) };
	st = find_dossiers(office, file);
	for (s = person_sections; s->key && !st && phone; s++)
		if (s->sql == visits_sql || s->sql == bookings_sql)
			st = person_file_rows(office, file, s, &any.sink);
	*found = any.found || file->count > 0;
	return st;
}

void
person_file_close(struct person_file *file)
{
	free(file->id);
	free(file->phone);
	free(file->dossiers);
	free(file->codes);
	*file = (struct person_file){ .id = NULL };
}

enum status
person_file_rows(struct office *office, const struct person_file *file,
		 const struct person_section *section, struct sink *sink)
{
	const bool by_phone = section->sql == visits_sql || section->sql == bookings_sql;
	const size_t turns = by_phone ? 1 : file->count;
	struct query q;
	enum status st = OK;
	size_t i;

	for (i = 0; i < turns && !st; i++) {
		query_open(&q, office->store, section->sql);
		if (by_phone)
			query_text(&q, ":phone", file->phone);
		else
			query_int(&q, ":dossier", file->dossiers[i]);
		st = query_rows(&q, section->columns, sink);
	}
	return st;
}
