/* SPDX-License-Identifier: MIT */
#include "office/report/rating.h"

#include <stdio.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/act_day.h"
#include "office/dossier/dossier_called.h"
#include "office/queue/visit.h"
#include "office/report/name_then.h"

/* What is rated, as ids; 0 = none. */
struct subject {
	int64_t ticket, dossier, officer;
	const char *name;                           /* for messages and the journal */
	char label[LABEL_TEXT], code[DOSSIER_CODE]; /* room for it */
	char by[CODE_TEXT];                         /* the officer's code */
};

/* A visit that is done has ended with the officer who served it last. */
static enum status
find_ticket(struct office *office, const struct rating_request *r, struct subject *s)
{
	struct visit visit;
	enum status st = visit_find(office, r->ticket, r->day, &visit);

	if (st)
		return st;
	st = visit_may_leave(office, &visit, VISIT_DONE);
	if (st == NO)
		return fail_hint(NO, _("only a visit that is done is rated"));
	s->ticket = visit.id;
	s->officer = visit.officer_id;
	text_copy(s->label, sizeof(s->label), visit.label);
	s->name = s->label;
	return st;
}

/* Who took it in; of one that came from elsewhere, who handed the result out. */
static const char dossier_sql[] =
	"SELECT d.id, coalesce(d.officer_id, (SELECT officer_id FROM dossier_event"
	"         WHERE dossier_id = d.id AND act = 'return' ORDER BY id DESC LIMIT 1)),"
	"       iif(d.voided_at IS NULL, d.finished_at, NULL)"
	"  FROM dossier d WHERE d.code = :code";

static enum status
find_dossier(struct office *office, const struct rating_request *r, struct subject *s)
{
	int64_t ended_at = 0;
	char at[SHOW_TEXT];
	struct query q;
	enum status st = dossier_called(office, r->dossier, s->code);

	if (st)
		return st;
	s->name = s->code;
	query_open(&q, office->store, dossier_sql);
	query_text(&q, ":code", s->code);
	if (query_row(&q)) {
		s->dossier = query_col_int(&q, 0);
		s->officer = query_col_int(&q, 1);
		ended_at = query_col_int(&q, 2);
	}
	if ((st = query_close(&q)))
		return st;
	if (!ended_at) {
		fail(NO, _("%s: has not ended yet"), s->code);
		return fail_hint(NO, _("only a dossier that has its end is rated"));
	}
	act_not_before(&office->act, ended_at);
	if (office->act.at < ended_at)
		return fail(BAD_DATA, _("%s: it ended later than that (%s)"), s->code,
			    show_moment(ended_at, at));
	return OK;
}

static enum status
find_subject(struct office *office, const struct rating_request *r, struct subject *s)
{
	enum status st;

	s->name = r->ticket ? r->ticket : r->dossier ? r->dossier : r->sheet;
	if (!s->name) {
		fail(USAGE, _("whose service is rated?"));
		return fail_hint(USAGE, _("give --ticket T or --dossier CODE; of a sheet "
					  "of paper --sheet --officer O"));
	}
	st = r->ticket  ? find_ticket(office, r, s) :
	     r->dossier ? find_dossier(office, r, s) :
			  officer_id(office, r->sheet, &s->officer);
	if (!st && !s->officer)
		st = fail(NO, _("%s: no officer is known to have served it"), s->name);
	return st;
}

/*
 * Who is dissatisfied is asked for the reason (5 = very satisfied), where the office has
 * a list of them.
 */
#define SCORE_ASKED 2

static enum status
find_reason(struct office *office, const struct rating_request *r, int64_t *reason)
{
	int64_t reasons = 0;
	enum status st;

	*reason = 0;
	if (r->score > SCORE_ASKED)
		return r->reason ?
			       fail(USAGE, _("a reason goes with a score of 1 or 2")) :
			       OK;
	if (r->reason)
		return reason_id(office, r->reason, reason);
	st = office_number(office, "SELECT count(*) FROM rating_reason", NULL, NULL,
			   &reasons);
	if (st || !reasons)
		return st;
	fail(USAGE, _("a score of 1 or 2 needs a reason"));
	return fail_hint(USAGE, _("give --reason R; osq-admin list %s shows them"),
			 "reasons");
}

static const char add_sql[] =
	"INSERT INTO rating (rated_at, score, officer_id, ticket_id, dossier_id, reason_id,"
	"                    comment)"
	" VALUES (:at, :score, :officer, :ticket, :dossier, :reason, :comment)"
	" ON CONFLICT DO NOTHING";

static enum status
insert_rating(struct office *office, const struct rating_request *r,
	      const struct subject *s, int64_t reason)
{
	struct query q;

	query_open(&q, office->store, add_sql);
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":score", r->score);
	query_int(&q, ":officer", s->officer);
	if (s->ticket)
		query_int(&q, ":ticket", s->ticket);
	if (s->dossier)
		query_int(&q, ":dossier", s->dossier);
	if (reason)
		query_int(&q, ":reason", reason);
	query_text(&q, ":comment", r->comment);
	query_run(&q);
	return query_close(&q);
}

static enum status
name_officer(struct office *office, struct subject *s)
{
	struct query q;

	query_open(&q, office->store, "SELECT code FROM officer WHERE id = :id");
	query_int(&q, ":id", s->officer);
	if (query_row(&q))
		text_copy(s->by, sizeof(s->by), query_col_given(&q, 0));
	return query_close(&q);
}

/* The journal has all that the rating has but its words, so that it can be held against
 * it. */
static enum status
add_rating(struct office *office, const struct rating_request *r)
{
	char score[8];
	struct subject s = { 0 };
	const char *const detail[] = { "score",  score,     "officer", s.by,
				       "reason", r->reason, NULL };
	int64_t reason;
	enum status st;

	if ((st = acting_known(office)) || (st = find_subject(office, r, &s)) ||
	    (st = name_officer(office, &s)) || (st = find_reason(office, r, &reason)) ||
	    (st = insert_rating(office, r, &s, reason)))
		return st;
	if (!store_changes(office->store))
		return fail(NO, _("%s: rated already"), s.name);
	snprintf(score, sizeof(score), "%d", (int)r->score);
	return office_journal(office, "rate", s.name, detail);
}

enum status
rating_add(struct office *office, const struct rating_request *request)
{
	enum status st;

	if (request->score < 1 || request->score > 5) {
		fail(BAD_DATA, _("a score is 1 to 5"));
		return fail_hint(BAD_DATA, _("5 very satisfied, 1 very dissatisfied"));
	}
	if ((st = office_begin(office)))
		return st;
	return office_end(office, add_rating(office, request));
}

const struct column rating_columns[] = {
	{ .key = "rated_at", .heading = N_("Rated"), .type = COL_TIME },
	{ .key = "score", .heading = N_("Score"), .type = COL_INT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "dossier", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "service",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .named_in = "services" },
	{ .key = "reason", .heading = N_("Reason"), .type = COL_TEXT },
	{ .key = "comment", .heading = N_("Comment"), .type = COL_TEXT },
	{ 0 },
};

/* The service counted is that of the ticket's last period. */
#define RATING_FROM                                                                      \
	"  FROM rating g JOIN officer o ON o.id = g.officer_id"                          \
	"  LEFT JOIN ticket t ON t.id = g.ticket_id"                                     \
	"  LEFT JOIN ticket_period p ON p.id ="                                          \
	"       (SELECT max(id) FROM ticket_period WHERE ticket_id = g.ticket_id)"       \
	"  LEFT JOIN service s ON s.id = p.service_id"                                   \
	"  LEFT JOIN dossier d ON d.id = g.dossier_id"                                   \
	"  LEFT JOIN rating_reason r ON r.id = g.reason_id"                              \
	" WHERE g.rated_at >= :from AND g.rated_at < :to"                                \
	"   AND (:officer IS NULL OR o.code = :officer)"

static const char list_sql[] =
	"SELECT g.rated_at AS rated_at, g.score AS score, o.code AS officer,"
	"       label(t.series, t.number) AS ticket, d.code AS dossier, s.code AS service,"
	"       r.code AS reason, g.comment AS comment" RATING_FROM
	" ORDER BY g.rated_at, g.id";

static void
bind_filter(struct query *q, const struct rating_filter *f)
{
	query_int(q, ":from", day_moment(f->days.from, 0));
	query_int(q, ":to", day_moment(f->days.to + 1, 0));
	query_text(q, ":officer", f->officer);
}

/*
 * An unknown officer is reported as a typing error, rather than as one without ratings.
 */
static enum status
check_filter(struct office *office, const struct rating_filter *f)
{
	int64_t id;

	return f->officer ? officer_id(office, f->officer, &id) : OK;
}

enum status
rating_list(struct office *office, const struct rating_filter *filter, struct sink *sink)
{
	struct query q;
	enum status st = check_filter(office, filter);

	if (st)
		return st;
	query_open(&q, office->store, list_sql);
	bind_filter(&q, filter);
	return query_rows(&q, rating_columns, sink);
}

const struct column rating_summary_columns[] = {
	{ .key = "key", .heading = N_("Code"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Name"), .type = COL_TEXT },
	{ .key = "answers", .heading = N_("Answers"), .type = COL_INT },
	{ .key = "average", .heading = N_("Average"), .type = COL_REAL },
	{ .key = "satisfied", .heading = N_("Satisfied"), .type = COL_SHARE },
	{ .key = "score_5", .heading = N_("5"), .type = COL_INT },
	{ .key = "score_4", .heading = N_("4"), .type = COL_INT },
	{ .key = "score_3", .heading = N_("3"), .type = COL_INT },
	{ .key = "score_2", .heading = N_("2"), .type = COL_INT },
	{ .key = "score_1", .heading = N_("1"), .type = COL_INT },
	{ 0 },
};

#define RATING_FIGURES                                                                   \
	RATING_MARKS ", sum(score = 5) AS score_5, sum(score = 4) AS score_4,"           \
		     " sum(score = 3) AS score_3, sum(score = 2) AS score_2,"            \
		     " sum(score = 1) AS score_1"

static const char by_officer_sql[] = "SELECT o.code AS key, " NAME_THEN(
	"officer", "o") " AS name," RATING_FIGURES RATING_FROM
			" GROUP BY o.code, o.name ORDER BY o.code";
static const char by_service_sql[] = "SELECT s.code AS key, " NAME_THEN(
	"service",
	"s") " AS name," RATING_FIGURES RATING_FROM
	     " GROUP BY s.code, s.name, s.prefix ORDER BY s.prefix IS NULL, s.prefix";
static const char by_reason_sql[] =
	"SELECT r.code AS key, r.name AS name," RATING_FIGURES RATING_FROM
	"   AND r.id IS NOT NULL GROUP BY r.id, r.code, r.name ORDER BY answers DESC, r.id";
static const char by_day_sql[] =
	"SELECT local_date(g.rated_at) AS key, NULL AS name," RATING_FIGURES RATING_FROM
	" GROUP BY 1 ORDER BY 1";

const struct word rating_groups[] = {
	[RATING_OFFICER] = { .code = "officer" },
	[RATING_SERVICE] = { .code = "service" },
	[RATING_DAY] = { .code = "day" },
	[RATING_REASON] = { .code = "reason" },
	{ 0 },
};

static const char *const group_sql[] = {
	[RATING_OFFICER] = by_officer_sql,
	[RATING_SERVICE] = by_service_sql,
	[RATING_DAY] = by_day_sql,
	[RATING_REASON] = by_reason_sql,
};

enum status
rating_summary(struct office *office, const struct rating_filter *filter,
	       enum rating_group by, struct sink *sink)
{
	char last[DAY_TEXT];
	struct query q;
	enum status st = check_filter(office, filter);

	if (st)
		return st;
	query_open(&q, office->store, group_sql[by]);
	bind_filter(&q, filter);
	if (query_has(&q, ":last"))
		query_text(&q, ":last", day_print(filter->days.to, last));
	return query_rows(&q, rating_summary_columns, sink);
}
