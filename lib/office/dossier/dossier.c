/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "office/core/act_day.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_begin.h"
#include "office/dossier/dossier_event.h"
#include "office/dossier/dossier_papers.h"
#include "office/dossier/dossier_request.h"
#include "office/dossier/dossier_words.h"
#include "office/queue/visit.h"

static const char number_sql[] =
	"INSERT INTO dossier_series (day, last) VALUES (:day, 1)"
	" ON CONFLICT (day) DO UPDATE SET last = dossier_series.last + 1"
	" RETURNING last";

static const char raise_sql[] =
	"INSERT INTO dossier_series (day, last) VALUES (:day, :last)"
	" ON CONFLICT (day) DO UPDATE SET last = max(dossier_series.last, excluded.last)";

enum status
dossier_raise_number(struct office *office, const char *day, int64_t number)
{
	struct query q;

	query_open(&q, office->store, raise_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":last", number);
	query_run(&q);
	return query_close(&q);
}

static enum status
next_number(struct office *office, const char *day, int64_t *number)
{
	struct query q;

	query_open(&q, office->store, number_sql);
	query_text(&q, ":day", day);
	if (query_row(&q))
		*number = query_col_int(&q, 0);
	return query_close(&q);
}

static const char highest_sql[] =
	"SELECT max(CAST(substr(code, length(:prefix) + 1) AS INTEGER)) FROM dossier"
	" WHERE code >= :prefix AND code < :prefix || ':'"
	"   AND length(code) <= length(:prefix) + 9";

static const char taken_sql[] = "SELECT 1 FROM dossier WHERE code = :code";

static bool
is_taken(struct office *office, const char *prefix, int64_t number)
{
	char code[DOSSIER_CODE];
	int64_t found;

	snprintf(code, sizeof(code), "%s%04lld", prefix, (long long)number);
	return office_number(office, taken_sql, ":code", code, &found) != NO;
}

/*
 * An import raises the day's number itself, but the agency's code may have changed since;
 * then continue after the highest number.  Longer codes are another system's and are
 * counted by it.
 */
static enum status
skip_imported(struct office *office, const char *day, const char *prefix, int64_t *number)
{
	int64_t highest = 0;
	enum status st;

	if (!is_taken(office, prefix, *number))
		return OK;
	st = office_number(office, highest_sql, ":prefix", prefix, &highest);
	if (st == NO || (!st && highest < *number))
		return OK;
	if (st)
		return st;
	*number = highest + 1;
	return dossier_raise_number(office, day, *number);
}

enum status
dossier_new_code(struct office *office, int64_t received, char code[static DOSSIER_CODE])
{
	struct buf prefix = { 0 };
	char day[DAY_TEXT];
	int64_t number = 0;
	enum status st;

	day_print(day_of(received), day);
	if (!(st = setting_get(office, "agency", day_of(received), &prefix))) {
		buf_print(&prefix, "-%.2s%.2s%.2s-", day + 2, day + 5, day + 8);
		if (!(st = next_number(office, day, &number)))
			st = skip_imported(office, day, prefix.text, &number);
	}
	if (!st)
		snprintf(code, DOSSIER_CODE, "%s%04lld", prefix.text, (long long)number);
	buf_free(&prefix);
	return st;
}

/* A dossier being received. */
struct intake {
	const struct dossier_request *r;
	const struct tidy_person *person;
	struct dossier_beginning begin; /* of what is new, the rule alone */
	struct calendar *calendar;
	char cutoff[CUTOFF_TEXT]; /* of the rule */
	int64_t id, officer;      /* 0: the officer is not known */
	struct visit visit;
	struct dossier_receipt *receipt;
};

/* All that is known of the dossier's own row: what was said of it, made tidy, and what
 * the office adds. */
static void
gather_fields(struct office *office, struct intake *in, struct value v[FIELDS])
{
	const struct dossier_request *r = in->r;

	memcpy(v, r->said, sizeof(r->said));
	v[FIELD_CODE] = value_text(in->receipt->code);
	v[FIELD_PROCEDURE] = value_int(in->begin.procedure);
	v[FIELD_LIMIT] = value_int(in->begin.time.limit);
	v[FIELD_UNIT] = value_text(time_unit_word(in->begin.time.unit));
	v[FIELD_CUTOFF] = value_text(cutoff_print(in->begin.time.cutoff, in->cutoff));
	if (in->begin.has_fee)
		v[FIELD_FEE] = value_int(in->begin.fee);
	v[FIELD_ID_NUMBER] = value_text(in->person->id_number);
	v[FIELD_PHONE] = value_text(in->person->phone);
	if (!r->said[FIELD_CHANNEL].text)
		v[FIELD_CHANNEL] = value_text("counter");
	v[FIELD_STATUS] = value_text(r->unaccepted ? "new" : "received");
	v[r->unaccepted ? FIELD_REQUESTED : FIELD_RECEIVED] = value_int(office->act.at);
	if (r->unaccepted)
		return;
	v[FIELD_DUE] = value_int(in->begin.term.due);
	if (r->refusal) { /* nothing is promised */
		v[FIELD_STATUS] = value_text("rejected");
		v[FIELD_FINISHED] = v[FIELD_DUE] = v[FIELD_RECEIVED];
		v[FIELD_REFUSED] = value_text("yes");
	}
	if (in->officer)
		v[FIELD_OFFICER] = v[FIELD_HOLDER] = value_int(in->officer);
	if (in->begin.desk)
		v[FIELD_DESK] = value_int(in->begin.desk);
	if (r->said[FIELD_TICKET].text)
		v[FIELD_TICKET] = value_text(in->visit.label);
}

/* What has no value is left to the schema, so that the statement names little. */
static enum status
insert_dossier(struct office *office, struct intake *in)
{
	struct value v[FIELDS];
	struct field_set given;
	struct buf sql = { 0 };
	struct query q;
	enum status st;

	gather_fields(office, in, v);
	fields_choose_given(&given, IN_DOSSIER, v);
	fields_say_insert(&sql, &given, "dossier", "reckoned");
	query_open(&q, office->store, sql.text);
	if (!in->r->unaccepted)
		query_int(&q, ":reckoned", 1);
	fields_bind(&q, &given, v);
	query_run(&q);
	st = query_close(&q);
	buf_free(&sql);
	in->id = store_last_id(office->store);
	return st;
}

/* Store what belongs to the row just inserted: its first event and its words. */
/* The journal's word for it; behind the blank, the story's. */
static const char *
act_of(const struct dossier_request *r)
{
	return r->unaccepted ? "dossier request" :
	       r->refusal    ? "dossier reject" :
			       "dossier receive";
}

static enum status
insert_event(struct office *office, const struct intake *in)
{
	const struct dossier_beginning *b = &in->begin;
	const char *refusal = in->r->refusal;
	struct dossier_state state = { .status = "received",
				       .due_at = b->term.due,
				       .promised_at = -1,
				       .desk = b->desk,
				       .holder = in->officer,
				       .step = b->step,
				       .step_due_at = b->step ? b->step_due : -1,
				       .forced = in->person->forced[0] != '\0' };
	const struct dossier_state fresh = { .status = "new",
					     .due_at = -1,
					     .promised_at = -1,
					     .step_due_at = -1,
					     .forced = state.forced };
	const bool unaccepted = in->r->unaccepted;
	const struct dossier_event event = { .dossier = in->id,
					     .act = act_of(in->r) + strlen("dossier "),
					     .reason = refusal,
					     .officer = in->officer,
					     .unsettled = b->term.unsettled,
					     .state = unaccepted ? &fresh : &state };
	struct query q;
	enum status st;

	if (refusal) {
		text_copy(state.status, sizeof(state.status), "rejected");
		state.due_at = office->act.at;
	}
	event_open(office, &q);
	event_write(office, &q, &event);
	st = query_close(&q);
	return st ? st : words_put(office, in->id);
}

/* Nothing begins with a request, and its fee is that of the day of its receipt. */
static enum status
begin(struct office *office, struct intake *in)
{
	const char *procedure = in->r->said[FIELD_PROCEDURE].text;
	const char *channel = in->r->said[FIELD_CHANNEL].text;
	enum status st;

	if ((st = calendar_load(office, &in->calendar)))
		return st;
	if (in->r->unaccepted) {
		st = beginning_rule(office, procedure, channel, office->act.at,
				    &in->begin);
		in->begin.has_fee = false;
		return st;
	}
	office->act.at = act_day_moment(&office->act, in->calendar, false);
	return beginning_find(office, in->calendar, procedure, channel, office->act.at,
			      &in->begin);
}

/* Look up everything that the dossier needs before anything is written. */
static enum status
look_up(struct office *office, struct intake *in)
{
	const struct value *said = in->r->said;
	const char *ticket = said[FIELD_TICKET].text;
	enum status st;

	if ((st = acting_known(office)) || (st = begin(office, in)) ||
	    (st = acting_officer(office, &in->officer)) ||
	    (ticket && (st = visit_find(office, ticket, NULL, &in->visit))))
		return st;
	if (said[FIELD_FEE].kind == VALUE_INT) {
		in->begin.has_fee = true;
		in->begin.fee = said[FIELD_FEE].number;
	}
	in->receipt->term = in->begin.term;
	return same_person(office, in->begin.procedure, in->r, in->person, in->receipt);
}

static enum status
write_all(struct office *office, struct intake *in)
{
	const struct dossier_request *r = in->r;
	const bool unaccepted = r->unaccepted;
	char due_text[MOMENT_TEXT];
	const char *const detail[] = {
		"procedure", r->said[FIELD_PROCEDURE].text,
		"due_at",    unaccepted ? NULL : due_text,
		"forced",    in->person->forced[0] ? in->person->forced : NULL,
		NULL
	};
	enum status st;

	if ((st = dossier_new_code(office, office->act.at, in->receipt->code)) ||
	    (st = insert_dossier(office, in)) || (st = insert_event(office, in)) ||
	    (st = request_keep(office, in->id, r)) ||
	    (st = papers_begin(office, in->id, in->begin.procedure, r->papers)) ||
	    (r->papers && (st = papers_missing(office, in->id, &in->receipt->missing))))
		return st;
	moment_print(in->begin.term.due, due_text);
	return office_journal(office, act_of(in->r), in->receipt->code, detail);
}

enum status
dossier_take_in(struct office *office, const struct dossier_request *r,
		struct dossier_receipt *receipt)
{
	struct tidy_person person;
	struct intake in = { .r = r, .person = &person, .receipt = receipt };
	enum status st = request_check(office, r, &person);

	receipt->term = (struct dossier_term){ .counts_from = -1 };
	receipt->name_doubt = person.name_doubt;
	receipt->several_phones = person.several_phones;
	if (!st)
		st = request_repeated(office, r->request_id, receipt);
	if (!st && !receipt->repeated && !(st = look_up(office, &in)))
		st = write_all(office, &in);
	calendar_free(in.calendar);
	return st;
}

/*
 * A request that was received before is answered with its code, and nothing is written.
 */
static enum status
end_repeated(struct office *office)
{
	store_rollback(office->store);
	return OK;
}

enum status
dossier_receive(struct office *office, const struct dossier_request *request,
		struct dossier_receipt *receipt)
{
	enum status st;

	*receipt = (struct dossier_receipt){ .code = "" };
	if ((st = office_begin(office)))
		return st;
	st = dossier_take_in(office, request, receipt);
	return !st && receipt->repeated ? end_repeated(office) : office_end(office, st);
}

void
dossier_receipt_free(struct dossier_receipt *receipt)
{
	buf_free(&receipt->missing);
	buf_free(&receipt->last_others);
}
