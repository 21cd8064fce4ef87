/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "office/catalogue/procedure_sql.h"
#include "office/core/series_sql.h"
#include "office/core/setting.h"
#include "office/dossier/dossier_agency.h"

static int
this_year(struct office *office)
{
	int year, month, d;

	day_to_ymd(day_of(office->now), &year, &month, &d);
	return year;
}

/* The value of a field is wrong: refuse it, or accept it and remember that. */
static enum status
judge_person(const struct dossier_request *r, struct tidy_person *person, const char *key,
	     const char *what, const char *why)
{
	size_t n = strlen(person->forced);

	if (!why)
		return OK;
	if (r->force) {
		snprintf(person->forced + n, sizeof(person->forced) - n, "%s%s",
			 n ? " " : "", key);
		return OK;
	}
	fail(BAD_DATA, "%s: %s", what, _(why));
	return fail_hint(BAD_DATA,
			 _("if it is right all the same: --force takes it, and the "
			   "record shows it"));
}

static enum status
check_person(struct office *office, const struct dossier_request *r,
	     struct tidy_person *p)
{
	const char *id = r->said[FIELD_ID_NUMBER].text;
	const char *telephone = r->said[FIELD_PHONE].text;
	const char *name = r->said[FIELD_APPLICANT].text;
	const char *email = r->said[FIELD_EMAIL].text;
	const char *number = NULL, *phone = NULL;
	enum status st;

	if (id)
		number = person_number_wrong(id, this_year(office), p->id_room);
	if (r->card && strlen(p->id_room) == 12)
		number = NULL; /* it stands on the card: whatever its digits tell */
	if (telephone)
		phone = person_phones_wrong(telephone, p->phone_room, &p->several_phones);
	p->id_number = number ? id : id ? p->id_room : NULL;
	p->phone = phone ? telephone : telephone ? p->phone_room : NULL;
	if ((name && (st = judge_person(r, p, "applicant", _("the applicant's name"),
					person_name_wrong(name)))) ||
	    (st = judge_person(r, p, "id_number", _("the personal number"), number)) ||
	    (st = judge_person(r, p, "phone", _("the telephone number"), phone)))
		return st;
	return email ? judge_person(r, p, "email", _("the mail address"),
				    person_email_wrong(email)) :
		       OK;
}

/* What is said of whoever hands it in; there is nobody without a name. */
static enum status
check_proxy(struct office *office, const struct dossier_request *r, struct tidy_person *p)
{
	const char *name = r->said[FIELD_PROXY].text;
	const char *id = r->said[FIELD_PROXY_ID_NUMBER].text;
	const char *telephone = r->said[FIELD_PROXY_PHONE].text;
	const char *email = r->said[FIELD_PROXY_EMAIL].text;
	char room[PERSON_NUMBER];
	enum status st;

	if (name && (st = judge_person(r, p, "proxy", _("the proxy's name"),
				       person_name_wrong(name))))
		return st;
	if (id &&
	    (st = judge_person(r, p, "proxy_id_number", _("the proxy's personal number"),
			       person_number_wrong(id, this_year(office), room))))
		return st;
	if (telephone &&
	    (st = judge_person(r, p, "proxy_phone", _("the proxy's telephone number"),
			       person_phone_wrong(telephone, room))))
		return st;
	return email ? judge_person(r, p, "proxy_email", _("the proxy's mail address"),
				    person_email_wrong(email)) :
		       OK;
}

enum status
request_check_said(struct office *office, const struct dossier_request *r,
		   struct tidy_person *person)
{
	const char *name = r->said[FIELD_APPLICANT].text;
	enum status st;

	*person = (struct tidy_person){ .forced = "" };
	if (name)
		person->name_doubt = person_name_doubt(name);
	st = check_person(office, r, person);
	return st ? st : check_proxy(office, r, person);
}

/* Whether anything is said of a proxy but the name. */
static bool
has_proxy(const struct dossier_request *r)
{
	return r->said[FIELD_PROXY_ID_NUMBER].text || r->said[FIELD_PROXY_PHONE].text ||
	       r->said[FIELD_PROXY_EMAIL].text || r->said[FIELD_PROXY_ADDRESS].text ||
	       r->said[FIELD_PROXY_PAPER].text;
}

enum status
request_check(struct office *office, const struct dossier_request *r,
	      struct tidy_person *person)
{
	*person = (struct tidy_person){ .forced = "" };
	if (!r->said[FIELD_APPLICANT].text)
		return fail(BAD_DATA, _("the applicant has no name"));
	if (!r->said[FIELD_PROXY].text && has_proxy(r))
		return fail(BAD_DATA, _("the proxy has no name"));
	return request_check_said(office, r, person);
}

/*
 * A request's id is stored in the table of series, which this transaction writes to
 * anyway; its row has the dossier that it got.
 */
static const char repeated_sql[] =
	"SELECT d.code FROM series s JOIN dossier d ON d.id = s.last"
	" WHERE s.day = 'request' AND s.series = :request";

enum status
request_repeated(struct office *office, const char *request_id,
		 struct dossier_receipt *receipt)
{
	struct query q;

	if (!request_id)
		return OK;
	query_open(&q, office->store, repeated_sql);
	query_text(&q, ":request", request_id);
	if (query_row(&q)) {
		text_copy(receipt->code, sizeof(receipt->code), query_col_given(&q, 0));
		receipt->repeated = true;
	}
	return query_close(&q);
}

static const char remember_sql[] = "INSERT INTO series (day, series, last)"
				   " VALUES ('request', :request, :dossier)";

static enum status
remember_request(struct office *office, const char *request_id, int64_t dossier)
{
	struct query q;

	query_open(&q, office->store, remember_sql);
	query_text(&q, ":request", request_id);
	query_int(&q, ":dossier", dossier);
	query_run(&q);
	return query_close(&q);
}

/* What the catalogue said of the procedure on the day of receipt. */
static const char published_sql[] =
	"SELECT v.field, v.agency FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER " WHERE d.id = :id";

/* Each field has a register (form 07), which begins anew each year. */
static const char line_sql[] = SERIES_DRAW(":series, 1 WHERE true");

static enum status
register_line(struct office *office, const char *field, int64_t *line)
{
	char day[DAY_TEXT], *series = mem_print("register %s", field);
	struct query q;
	enum status st;

	day_print(day_of(office->act.at), day);
	day[4] = '\0';
	query_open(&q, office->store, line_sql);
	query_text(&q, ":day", day); /* the year */
	query_text(&q, ":series", series);
	if (query_row(&q))
		*line = query_col_int(&q, 1);
	st = query_close(&q);
	free(series);
	return st;
}

/*
 * Who decides when the clerk names nobody: the catalogue's agency, if that is not this
 * office.  The caller frees *AGENCY; NULL: this office.
 */
static enum status
deciding_agency(struct office *office, const char *named, char **agency)
{
	struct buf ours = { 0 };
	enum status st = setting_get(office, "agency_name", day_of(office->act.at),
				     &ours);

	if (!st && !agency_is_ours(named, ours.text ? ours.text : ""))
		*agency = mem_text(named);
	buf_free(&ours);
	return st;
}

/* LINE NULL: it is in no register yet; AGENCY NULL: not asked. */
static enum status
find_published(struct office *office, int64_t dossier, int64_t *line, char **agency)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, published_sql);
	query_int(&q, ":id", dossier);
	if (query_row(&q)) {
		if (line)
			st = register_line(office, query_col_given(&q, 0), line);
		if (!st && agency)
			st = deciding_agency(office, query_col_text(&q, 1), agency);
	}
	return worse(st, query_close(&q));
}

static enum status
insert_intake(struct office *office, int64_t dossier, const struct dossier_request *r,
	      int64_t line)
{
	struct value v[FIELDS];
	struct field_set given;
	struct buf sql = { 0 };
	struct query q;
	enum status st;

	memcpy(v, r->said, sizeof(v));
	if (line)
		v[FIELD_REGISTER_LINE] = value_int(line);
	fields_choose_given(&given, IN_INTAKE, v);
	fields_say_insert(&sql, &given, "dossier_intake", "dossier_id");
	query_open(&q, office->store, sql.text);
	query_int(&q, ":dossier_id", dossier);
	fields_bind(&q, &given, v);
	query_run(&q);
	st = query_close(&q);
	buf_free(&sql);
	return st;
}

static const char agency_sql[] = "UPDATE dossier SET agency = :agency WHERE id = :id";

static enum status
name_agency(struct office *office, int64_t dossier, const char *agency)
{
	struct query q;

	query_open(&q, office->store, agency_sql);
	query_int(&q, ":id", dossier);
	query_text(&q, ":agency", agency);
	query_run(&q);
	return query_close(&q);
}

enum status
request_keep(struct office *office, int64_t dossier, const struct dossier_request *r)
{
	int64_t line = 0;
	char *agency = NULL;
	enum status st = find_published(office, dossier,
					r->unaccepted || r->refusal ? NULL : &line,
					&agency);

	if (!st && r->request_id)
		st = remember_request(office, r->request_id, dossier);
	if (!st)
		st = insert_intake(office, dossier, r, line);
	if (!st && agency && !r->said[FIELD_AGENCY].text)
		st = name_agency(office, dossier, agency);
	free(agency);
	return st;
}

static const char enter_sql[] =
	"INSERT INTO dossier_intake (dossier_id, register_line) VALUES (:id, :line)"
	" ON CONFLICT (dossier_id) DO UPDATE SET register_line = :line";

enum status
request_enter(struct office *office, int64_t dossier)
{
	int64_t line = 0;
	enum status st = find_published(office, dossier, &line, NULL);
	struct query q;

	if (st)
		return st;
	query_open(&q, office->store, enter_sql);
	query_int(&q, ":id", dossier);
	query_int(&q, ":line", line);
	query_run(&q);
	return query_close(&q);
}

/* Open dossiers have an index by number and one by telephone, however many have ended. */
#define OPEN_OF_PROCEDURE                                                                \
	"SELECT id, code, applicant, id_number, received_at FROM dossier"                \
	" WHERE finished_at IS NULL AND procedure_id = :procedure AND "

/* Two queries, each on its index: with an OR, SQLite would read all open dossiers. */
static const char same_sql[] =
	"SELECT code, applicant, id_number FROM (" OPEN_OF_PROCEDURE
	"id_number = :id_number"
	"  UNION " OPEN_OF_PROCEDURE "phone = :phone) ORDER BY received_at DESC, id DESC";

enum status
same_person(struct office *office, int64_t procedure, const struct dossier_request *r,
	    const struct tidy_person *person, struct dossier_receipt *receipt)
{
	struct buf *codes = &receipt->last_others;
	struct query q;

	if (!person->id_number && !person->phone)
		return OK;
	query_open(&q, office->store, same_sql);
	query_int(&q, ":procedure", procedure);
	query_text(&q, ":id_number", person->id_number);
	query_text(&q, ":phone", person->phone);
	while (query_row(&q)) {
		const char *name = query_col_text(&q, 1), *number = query_col_text(&q, 2);
		const bool by_name = name &&
				     fold_same(name, r->said[FIELD_APPLICANT].text);

		/*
		 * A family shares a telephone; a different ID number is another person.
		 */
		if (!(person->id_number && number ? !strcmp(person->id_number, number) :
						    by_name))
			continue;
		if (receipt->others++ < 5)
			buf_print(codes, "%s%s", codes->length ? " " : "",
				  query_col_given(&q, 0));
	}
	return query_close(&q);
}
