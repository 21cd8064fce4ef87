/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_person.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/payment_list.h"
#include "office/rules/life.h"
#include "office/rules/person.h"

/* Imports keep numbers as another system wrote them, so signs between the digits do not
 * count, +84 is 0, and a cell may have two telephones.  A look through all dossiers: this
 * is asked for once in a while.
 */
#define HAS_PHONE ":phone IS NOT NULL AND has_phone(phone, :phone)"
#define BARE_ID   PERSON_BARE("id_number")

static const char find_sql[] =
	"SELECT id, code FROM dossier WHERE (:id IS NOT NULL AND " BARE_ID " = :id)"
	" OR (" HAS_PHONE ") ORDER BY received_at, id";

/* The name of the procedure, which is no field of the dossier. */
static const struct column name_column = { .key = "name",
					   .heading = N_("Procedure"),
					   .type = COL_TEXT };

static void
tell_field(struct person_file *file, enum dossier_field field)
{
	file->columns[file->column_count++] = field_column(field);
	fields_select_one(&file->sql, field_sql(field), field_key(field));
}

/* Of each dossier: which it is, who he is and what he asked for, what became of it. */
static void
choose_fields(struct person_file *file)
{
	struct field_set said;
	enum dossier_field f;
	int i;

	tell_field(file, FIELD_CODE);
	tell_field(file, FIELD_PROCEDURE);
	file->columns[file->column_count++] = name_column;
	fields_select_one(&file->sql, "p.name", name_column.key);
	fields_choose(&said, PERSONAL, ACTS);
	for (i = 0; i < said.count; i++)
		tell_field(file, said.fields[i]);
	for (f = 0; f < FIELDS; f++)
		if (field_is(f, TOLD) || field_is(f, PERSONAL | ACTS))
			tell_field(file, f);
	buf_text(&file->sql, DOSSIER_WHOLE " WHERE d.id = :dossier");
}

static const struct column event_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "act", .heading = N_("Act"), .type = COL_WORD, .words = dossier_acts },
	{ .key = "at", .heading = N_("Happened"), .type = COL_TIME },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = dossier_statuses },
	{ .key = "reason", .heading = N_("Reason"), .type = COL_TEXT },
	{ 0 },
};

static const char events_sql[] =
	"SELECT d.code AS code, e.act AS act, e.at AS at, o.code AS officer,"
	"  e.status AS status, e.reason AS reason FROM dossier_event e"
	"  JOIN dossier d ON d.id = e.dossier_id LEFT JOIN officer o ON o.id = e.officer_id"
	" WHERE e.dossier_id = :dossier ORDER BY e.id";

static const struct column paper_file_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "no", .heading = N_("No."), .type = COL_INT },
	{ .key = "name", .heading = N_("Paper"), .type = COL_TEXT },
	{ .key = "handed_at", .heading = N_("Handed in"), .type = COL_TIME },
	{ 0 },
};

static const char papers_sql[] =
	"SELECT d.code AS code, a.no AS no, a.name AS name, a.handed_at AS handed_at"
	"  FROM dossier_paper a"
	"  JOIN dossier d ON d.id = a.dossier_id WHERE a.dossier_id = :dossier ORDER BY a.no";

static const struct column payment_file_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "paid_at", .heading = N_("Paid at"), .type = COL_TIME },
	{ .key = "amount", .heading = N_("Amount"), .type = COL_MONEY },
	{ .key = "method",
	  .heading = N_("Method"),
	  .type = COL_WORD,
	  .words = payment_methods },
	{ .key = "reference", .heading = N_("Reference"), .type = COL_TEXT },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT },
	{ 0 },
};

static const char payments_sql[] =
	"SELECT d.code AS code, m.paid_at AS paid_at, m.amount AS amount, m.method AS method,"
	"  m.reference AS reference, m.note AS note FROM payment m"
	"  JOIN dossier d ON d.id = m.dossier_id WHERE m.dossier_id = :dossier ORDER BY m.id";

static const struct column rating_file_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "rated_at", .heading = N_("Rated"), .type = COL_TIME },
	{ .key = "score", .heading = N_("Score"), .type = COL_INT },
	{ .key = "reason", .heading = N_("Reason"), .type = COL_TEXT },
	{ .key = "comment", .heading = N_("Comment"), .type = COL_TEXT },
	{ 0 },
};

static const char ratings_sql[] =
	"SELECT d.code AS code, r.rated_at AS rated_at, r.score AS score,"
	"  w.name AS reason, r.comment AS comment FROM rating r"
	"  LEFT JOIN rating_reason w ON w.id = r.reason_id"
	"  JOIN dossier d ON d.id = r.dossier_id WHERE r.dossier_id = :dossier ORDER BY r.id";

static const struct column visit_columns[] = {
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "name", .heading = NC_("person", "Name"), .type = COL_TEXT },
	{ .key = "phone", .heading = N_("Telephone"), .type = COL_TEXT },
	{ .key = "issued_at", .heading = N_("Issued"), .type = COL_TIME },
	{ 0 },
};

static const char visits_sql[] =
	"SELECT day AS day, label(series, number) AS ticket, name AS name, phone AS phone,"
	"  issued_at AS issued_at FROM ticket"
	" WHERE " HAS_PHONE " ORDER BY id";

static const struct column booking_columns[] = {
	{ .key = "booking", .heading = N_("Booking"), .type = COL_TEXT },
	{ .key = "slot_at", .heading = N_("Slot"), .type = COL_TIME },
	{ .key = "name", .heading = NC_("person", "Name"), .type = COL_TEXT },
	{ .key = "phone", .heading = N_("Telephone"), .type = COL_TEXT },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT },
	{ 0 },
};

static const char bookings_sql[] =
	"SELECT code AS booking, slot_at AS slot_at, name AS name, phone AS phone,"
	"  note AS note FROM appointment"
	" WHERE " HAS_PHONE " ORDER BY id";

const struct person_section person_sections[] = {
	{ .key = "dossiers", .title = N_("Dossiers") },
	{ .key = "events",
	  .title = N_("Acts"),
	  .columns = event_columns,
	  .sql = events_sql },
	{ .key = "papers",
	  .title = N_("Papers"),
	  .columns = paper_file_columns,
	  .sql = papers_sql },
	{ .key = "payments",
	  .title = N_("What was paid"),
	  .columns = payment_file_columns,
	  .sql = payments_sql },
	{ .key = "ratings",
	  .title = NC_("section", "Ratings"),
	  .columns = rating_file_columns,
	  .sql = ratings_sql },
	{ .key = "visits",
	  .title = N_("Visits"),
	  .columns = visit_columns,
	  .sql = visits_sql },
	{ .key = "appointments",
	  .title = N_("Appointments"),
	  .columns = booking_columns,
	  .sql = bookings_sql },
	{ 0 },
};

/* What was typed as it is compared, or as it is where it is no number. */
static char *
number_key(const char *text)
{
	char room[PERSON_NUMBER];

	return text ? mem_text(person_number_wrong(text, 9999, room) && !*room ? text :
										 room) :
		      NULL;
}

static char *
phone_key(const char *text)
{
	char room[PERSON_NUMBER];
	const char *rest = text;

	if (!text || person_next_phone(&rest, room) == PHONE_NO_MORE || !*room)
		return mem_text(text);
	return mem_text(room);
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
		buf_print(&codes, "%s%s", codes.length ? " " : "",
			  query_col_given(&q, 1));
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
	choose_fields(file);
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
	buf_free(&file->sql);
	*file = (struct person_file){ .id = NULL };
}

const struct column *
person_file_columns(const struct person_file *file, const struct person_section *section)
{
	return section->columns ? section->columns : file->columns;
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
		query_open(&q, office->store,
			   section->sql ? section->sql : file->sql.text);
		if (by_phone)
			query_text(&q, ":phone", file->phone);
		else
			query_int(&q, ":dossier", file->dossiers[i]);
		st = query_rows(&q, person_file_columns(file, section), sink);
	}
	return st;
}
