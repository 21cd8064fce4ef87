/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_promise.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "office/core/columns.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/dossier_state.h"
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
#define TIME(key_, heading_)                                                             \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TIME                       \
	}

#define PROMISE "coalesce(d.promised_at, d.due_at)"

const struct column track_columns[] = {
	TEXT("code", N_("Dossier")),
	TEXT("procedure_name", N_("Procedure")),
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = dossier_statuses },
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .words = dossier_standings },
	TIME("received_at", N_("Received")),
	TIME("promised_at", N_("Promised")),
	TEXT("desk", N_("Desk")),
	TEXT("next", N_("Next step")),
	TEXT("together", N_("Together with")),
	{ 0 },
};

#define TRACK_COLUMNS (sizeof(track_columns) / sizeof(*track_columns) - 1)

/* What comes next: by the status, or for a paused dossier by what it waits for. */
static const struct {
	const char *word, *next;
} nexts[] = {
	{ "supplement",
	  N_("hand in what was asked for; the time allowed stands until then") },
	{ "restart",
	  N_("hand in what was asked for; the time allowed is counted anew from then on") },
	{ "fee", N_("pay the fee; the time allowed stands until then") },
	{ "verification",
	  N_("another agency is being asked; the time allowed stands until then") },
	{ "verified",
	  N_("another agency is being asked; come for the result at the moment promised") },
	{ "new",
	  N_("is waiting to be looked at; no result is promised until it is accepted") },
	{ "received",
	  N_("is waiting to be worked on; come for the result at the moment promised") },
	{ "processing",
	  N_("is being worked on; come for the result at the moment promised") },
	{ "finished", N_("the result is ready; come for it with the receipt") },
	{ "returned", N_("none; the result was handed over") },
	{ "rejected", N_("none; it was not accepted, the counter tells why") },
	{ "withdrawn", N_("none; it was withdrawn") },
	{ "stopped", N_("none; it was stopped, the counter tells why") },
	{ "voided", N_("none; it was taken in wrongly, the counter tells more") },
};

static const char *
next_of(const char *word)
{
	size_t i;

	for (i = 0; word && i < sizeof(nexts) / sizeof(*nexts); i++)
		if (!strcmp(nexts[i].word, word))
			return _(nexts[i].next);
	return NULL;
}

/* Of how a dossier stands the citizen is told only whether the promise is or was kept. */
static const char track_sql[] =
	"SELECT d.code AS code, p.name AS procedure_name, d.status AS status,"
	"  CASE WHEN d.voided_at IS NULL THEN"
	"    standing(d.status, d.finished_at, " PROMISE ", " CLOCK_STOPPED
	", :now, NULL) END"
	"    AS standing,"
	"  d.received_at AS received_at, " PROMISE " AS promised_at, k.name AS desk,"
	"  iif(d.paused_at IS NOT " CLOCK_STOPPED ", 'verified',"
	"    coalesce(d.pause_kind, d.status)) AS next,"
	"  (SELECT group_concat(code, ' ') FROM (SELECT o.code FROM dossier o"
	"     WHERE o.linked = d.linked AND o.id <> d.id AND o.voided_at IS NULL"
	"     ORDER BY o.id)) AS together"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  LEFT JOIN desk k ON k.id = d.desk_id"
	" WHERE d.code = :code";

/* A sink that puts those words into the column "next". */
struct wording {
	struct sink sink;
	struct sink *to;
	int next;
	bool restarts; /* the limit, when what is waited for has come */
};

static enum status
word_row(struct sink *sink, const struct value *values)
{
	struct wording *w = (struct wording *)sink;
	struct value row[TRACK_COLUMNS];

	memcpy(row, values, sizeof(row));
	row[w->next] = value_text(
		next_of(w->restarts ? "restart" : values[w->next].text));
	return w->to->row(w->to, row);
}

/* What the calendar has to say of an open dossier. */
static enum status
look_ahead(struct office *office, const char *code, bool *restarts, int *unsettled)
{
	struct dossier_state s;
	struct calendar *calendar = NULL;
	enum status st = dossier_state_find(office, code, NULL, &s);

	*unsettled = 0;
	if (st || s.finished_at >= 0)
		return st;
	if ((st = calendar_load(office, &calendar)))
		return st == BAD_DATA ? OK : st; /* wrong hours: the check tells them */
	*restarts = s.paused_at >= 0 && dossier_will_restart(calendar, &s);
	*unsettled = calendar_unsettled(calendar, s.received_at,
					s.promised_at >= 0 ? s.promised_at : s.due_at);
	calendar_free(calendar);
	return OK;
}

enum status
dossier_track(struct office *office, const char *code, struct sink *sink, int *unsettled)
{
	struct wording wording = { .sink = { word_row },
				   .to = sink,
				   .next = column_place(track_columns, "next") };
	struct query q;
	enum status st = look_ahead(office, code, &wording.restarts, unsettled);

	if (st)
		return st;
	query_open(&q, office->store, track_sql);
	query_text(&q, ":code", code);
	query_int(&q, ":now", office->now);
	return query_rows(&q, track_columns, &wording.sink);
}

const struct column promised_columns[] = {
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .words = dossier_concerns },
	NAMED("officer", N_("Officer"), "officers"),
	NAMED("desk", N_("Desk"), "desks"),
	TIME("promised_at", N_("Promised")),
	TEXT("code", N_("Dossier")),
	TEXT("procedure_name", N_("Procedure")),
	TEXT("applicant", N_("Applicant")),
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = dossier_statuses },
	{ 0 },
};

/* An extension only moves a promise on, so the index of due moments finds all of them.
 * Whose clock stands is left out, unless it stopped when the promise was broken already:
 * that one is late all the while. */
static const char promises_sql[] =
	"SELECT standing(d.status, NULL, " PROMISE ", NULL, :now, :until) AS standing,"
	"  coalesce(h.code, o.code) AS officer, k.code AS desk, " PROMISE
	" AS promised_at,"
	"  d.code AS code, p.name AS procedure_name, d.applicant AS applicant,"
	"  d.status AS status"
	"  FROM dossier d INDEXED BY dossier_open JOIN procedure p ON p.id = d.procedure_id"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	"  LEFT JOIN officer h ON h.id = d.holder_id LEFT JOIN desk k ON k.id = d.desk_id"
	" WHERE d.finished_at IS NULL AND d.due_at <= :until AND " PROMISE " <= :until"
	"   AND (" CLOCK_STOPPED " IS NULL OR d.paused_at > " PROMISE ")"
	" ORDER BY " PROMISE " >= :now, coalesce(h.code, o.code) NULLS LAST,"
	"   k.code NULLS LAST, " PROMISE ", d.id";

struct counting {
	struct sink sink;
	struct sink *to;
	struct promise_count *count;
	int standing;
};

static enum status
count_row(struct sink *sink, const struct value *values)
{
	struct counting *c = (struct counting *)sink;

	c->count->all++;
	c->count->late += !strcmp(values[c->standing].text, "late");
	return c->to ? c->to->row(c->to, values) : OK;
}

enum status
dossier_promises(struct office *office, int64_t until, struct sink *sink,
		 struct promise_count *count)
{
	struct counting counting = { .sink = { count_row },
				     .to = sink,
				     .count = count,
				     .standing = column_place(promised_columns,
							      "standing") };
	struct query q;

	*count = (struct promise_count){ 0 };
	query_open(&q, office->store, promises_sql);
	query_int(&q, ":now", office->now);
	query_int(&q, ":until", until);
	return query_rows(&q, promised_columns, &counting.sink);
}

enum status
promise_span(struct office *office, const char *text, int64_t *until)
{
	struct calendar *calendar = NULL;
	char *end;
	long n = *text >= '0' && *text <= '9' ? strtol(text, &end, 10) : -1;
	struct time_rule rule = { .unit = UNIT_WORKING_DAY };
	enum status st;

	if (n >= 0 && !strcmp(end, "h"))
		rule.unit = UNIT_WORKING_HOUR;
	else if (n < 0 || (*end && strcmp(end, "d") != 0))
		n = -1;
	if (n < 0 || n > TIME_LIMIT_MOST) {
		fail(USAGE, _("'%s' is no span of working time"), text);
		return fail_hint(USAGE, "1d 4h 2");
	}
	*until = office->now;
	if (!n)
		return OK;
	rule.limit = (int)n;
	if (!(st = calendar_load(office, &calendar)))
		st = calendar_due(calendar, &rule, office->now, until);
	calendar_free(calendar);
	return st;
}
