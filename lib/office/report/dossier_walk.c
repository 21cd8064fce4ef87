/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/moment.h"
#include "base/text.h"
#include "office/core/setting.h"
#include "office/dossier/dossier_ends.h"
#include "office/rules/life.h"

static const char begun_sql[] = "SELECT entered_at FROM journal ORDER BY id LIMIT 1";

enum status
dossier_span_read(struct office *office, const struct period *period,
		  struct dossier_span *span)
{
	const int64_t end = day_moment(period->to + 1, 0);
	struct buf how = { 0 };
	enum status st;

	*span = (struct dossier_span){
		.from = day_moment(period->from, 0),
		.then = { .end = end, .seen = end < office->now ? end : office->now },
	};
	st = office_number(office, begun_sql, NULL, NULL, &span->begun);
	if ((st == OK || st == NO) && !(st = dossier_ends(office, &span->ends)) &&
	    !(st = setting_get(office, "agency_name", period->to, &span->our_name)))
		st = setting_get(office, "count_withdrawn", period->to, &how);
	span->then.ends = span->ends.text;
	span->then.waits_in_time = how.text && !strcmp(how.text, "on_time");
	if (office->agency &&
	    !fold_text(office->agency, span->agency, sizeof(span->agency)))
		text_copy(span->agency, sizeof(span->agency), "?");
	buf_free(&how);
	return st;
}

void
dossier_span_free(struct dossier_span *span)
{
	buf_free(&span->ends);
	buf_free(&span->our_name);
}

/* Whether those whose figures these are decide what AGENCY, an expression, decides. */
#define HERE(agency)                                                                     \
	"iif(:agency IS NULL, " agency " IS NULL OR is_ours(" agency ", :our_name),"     \
	"  " agency " IS NOT NULL AND matches(" agency ", :agency))"

/*
 * The dossiers that a period is about, each part from its index: those received in it;
 * those received before and finished in it or later; those received before and still
 * open.  Asked for as one condition, every dossier ever received would be looked at.
 * The plus keeps the second from the index of what was received, which holds all that
 * lies before.  Nothing is counted by SQL: the rule is C, and a row of a few numbers
 * costs less than the sums over it.
 */
#define FACTS                                                                            \
	"SELECT id, procedure_id, officer_id, channel = 'online', status, received_at,"  \
	"  due_at, finished_at, paused_at, voided_at, refused = 'yes', " HERE(           \
		"agency") ", entered_at, verified_at, pause_kind = 'verification' FROM dossier"

enum { /* its columns */
       ROW_ID,
       ROW_PROCEDURE,
       ROW_OFFICER,
       ROW_ONLINE,
       ROW_STATUS,
       ROW_RECEIVED,
       ROW_DUE,
       ROW_FINISHED,
       ROW_PAUSED,
       ROW_VOIDED,
       ROW_REFUSED,
       ROW_HERE,
       ROW_ENTERED,
       ROW_VERIFIED,
       ROW_VERIFYING, /* since it stands */
};

#define IN_PERIOD " WHERE received_at >= :from AND received_at < :end"
#define CARRIED   " WHERE finished_at >= :from AND +received_at < :from"
#define OPEN      " WHERE finished_at IS NULL AND received_at < :from"

static const char all_sql[] = FACTS IN_PERIOD " UNION ALL " FACTS CARRIED
					      " UNION ALL " FACTS OPEN;
static const char ended_sql[] = FACTS IN_PERIOD " UNION ALL " FACTS CARRIED
						" AND finished_at < :end";
static const char one_sql[] = FACTS " WHERE id = :id AND received_at IS NOT NULL";

/*
 * The few whose row does not tell all: an act that figures know of since the period
 * began has changed it, or one of the period or before was entered later.
 */
static const char acted_sql[] =
	"SELECT dossier_id FROM dossier_event WHERE was_until >= :from"
	" UNION SELECT dossier_id FROM dossier_event"
	"  WHERE entered_at > at AND entered_at >= :from AND at < :end ORDER BY 1";

static const char acts_sql[] =
	"SELECT e.act, e.at, e.entered_at, e.was_until, j.key, nullif(j.value, ''),"
	"  CASE j.key WHEN 'procedure' THEN (SELECT id FROM procedure WHERE code = j.value)"
	"    WHEN 'officer' THEN (SELECT id FROM officer WHERE code = j.value)"
	"    WHEN 'agency' THEN " HERE(
		"nullif(j.value, '')") "    ELSE read_moment(j.value) END"
				       "  FROM dossier_event e LEFT JOIN json_each(e.was) j"
				       " WHERE e.dossier_id = :id AND (e.was_until >= :from OR e.entered_at >= :from)"
				       " ORDER BY e.id DESC";

enum { /* the columns of acts_sql */
       PAST_ACT,
       PAST_AT,
       PAST_ENTERED,
       PAST_UNTIL,
       PAST_KEY,
       PAST_TEXT,
       PAST_NUMBER,
};

struct walk {
	const struct dossier_span *span;
	struct dossier_taker *taker;
	struct query rows, one, acts;
	int64_t *acted; /* ids in order: they are looked at by their acts */
	size_t acted_count;
};

static void
bind_agency(struct query *q, const struct dossier_span *span)
{
	query_text(q, ":agency", *span->agency ? span->agency : NULL);
	query_text(q, ":our_name", span->our_name.text);
}

static int64_t
read_moment(struct query *q, int i)
{
	return query_col_null(q, i) ? -1 : query_col_int(q, i);
}

/* The status is valid as long as the row is. */
static struct past_facts
read_facts(struct query *q)
{
	return (struct past_facts){ .procedure = query_col_int(q, ROW_PROCEDURE),
				    .officer = query_col_int(q, ROW_OFFICER),
				    .online = query_col_int(q, ROW_ONLINE) != 0,
				    .status = query_col_given(q, ROW_STATUS),
				    .received_at = query_col_null(q, ROW_RECEIVED) ?
							   INT64_MAX :
							   query_col_int(q, ROW_RECEIVED),
				    .due_at = query_col_int(q, ROW_DUE),
				    .finished_at = read_moment(q, ROW_FINISHED),
				    .paused_at = read_moment(q, ROW_PAUSED),
				    .voided_at = read_moment(q, ROW_VOIDED),
				    .refused = query_col_int(q, ROW_REFUSED) != 0,
				    .here = query_col_int(q, ROW_HERE) != 0,
				    .entered_at = read_moment(q, ROW_ENTERED),
				    .verified_at = read_moment(q, ROW_VERIFIED),
				    .verifies = query_col_int(q, ROW_VERIFYING) != 0 };
}

static bool
is_counted(const struct dossier_span *span, const struct past_facts *facts)
{
	return facts->here != span->elsewhere && !facts->refused && facts->voided_at < 0;
}

/* Whether it was open at END, as FACTS tell it, and counted. */
static bool
is_open_at(const struct dossier_span *span, const struct past_facts *facts, int64_t end)
{
	return is_counted(span, facts) && facts->received_at < end &&
	       facts->finished_at < 0;
}

/* How the dossier of LOOK, as it is in FACTS, counts in the period. */
static enum dossier_came
count_in(const struct dossier_span *span, const struct past_facts *facts,
	 const char **standing)
{
	const struct standing_facts s = { .status = facts->status,
					  .due_at = facts->due_at,
					  .finished_at = facts->finished_at,
					  .paused_at = past_stopped_at(facts) };

	*standing = NULL;
	if (!is_counted(span, facts) || facts->received_at >= span->then.end ||
	    (facts->finished_at >= 0 && facts->finished_at < span->from))
		return CAME_NOT;
	*standing = standing_then(&s, &span->then);
	if (facts->received_at < span->from)
		return CAME_CARRIED;
	return facts->online ? CAME_ONLINE : CAME_COUNTER_POST;
}

/* How a dossier looked from four places: the end and the beginning of the period, each
 * by what is known now and by what was known then. */
enum { AT_END, AT_END_KNOWN, AT_FROM, AT_FROM_KNOWN, VIEWS };

static enum dossier_shift
find_shift(const struct dossier_look *look, const struct dossier_span *span,
	   const struct past_facts from[static VIEWS])
{
	const bool carried = look->came == CAME_CARRIED && look->standing;
	const bool was_open = is_open_at(span, &from[AT_FROM], span->from);

	if (look->was_open && !carried) {
		if (!was_open)
			return SHIFT_LATE_OUT;
		if (look->then.voided_at >= 0)
			return SHIFT_VOIDED;
		return look->came == CAME_CARRIED ? SHIFT_ASIDE : SHIFT_CORRECTED_OUT;
	}
	if (!look->was_open && carried) {
		if (was_open)
			return SHIFT_LATE_IN;
		return from[AT_FROM].finished_at >= 0 ? SHIFT_REOPENED :
							SHIFT_CORRECTED_IN;
	}
	return carried && look->was_procedure != look->then.procedure ? SHIFT_MOVED :
									SHIFT_NONE;
}

/* Whether what was known at the period's end would count otherwise. */
static bool
differs(const struct dossier_look *look, const struct dossier_span *span,
	const struct past_facts *known)
{
	const char *standing;

	if (count_in(span, known, &standing) != look->came)
		return true;
	if (look->came == CAME_NOT)
		return false;
	return strcmp(standing ? standing : "", look->standing ? look->standing : "") !=
		       0 ||
	       known->procedure != look->then.procedure ||
	       known->officer != look->then.officer;
}

static enum status
hand_over(struct walk *w, int64_t id, const struct past_facts facts[static VIEWS],
	  int64_t late_since)
{
	struct dossier_look look = { .id = id, .then = facts[AT_END], .late_since = -1 };

	look.came = count_in(w->span, &look.then, &look.standing);
	look.was_open = is_open_at(w->span, &facts[AT_FROM_KNOWN], w->span->from);
	look.was_procedure = facts[AT_FROM_KNOWN].procedure;
	look.shift = find_shift(&look, w->span, facts);
	if (look.then.entered_at >= w->span->then.end)
		late_since = look.then.entered_at;
	if (late_since >= 0 && differs(&look, w->span, &facts[AT_END_KNOWN]))
		look.late_since = late_since;
	return w->taker->take(w->taker, &look);
}

static struct past_act
read_act(struct query *q)
{
	return (struct past_act){ .act = query_col_given(q, PAST_ACT),
				  .at = query_col_int(q, PAST_AT),
				  .entered_at = query_col_int(q, PAST_ENTERED),
				  .until = read_moment(q, PAST_UNTIL),
				  .key = query_col_text(q, PAST_KEY),
				  .text = query_col_text(q, PAST_TEXT),
				  .number = read_moment(q, PAST_NUMBER) };
}

static void
set_views(const struct dossier_span *span, struct past_view views[static VIEWS])
{
	const int64_t end = span->then.end, from = span->from;

	views[AT_END] = (struct past_view){ end, false };
	views[AT_END_KNOWN] = (struct past_view){ end, end > span->begun };
	views[AT_FROM] = (struct past_view){ from, false };
	views[AT_FROM_KNOWN] = (struct past_view){ from, from > span->begun };
}

/* A dossier whose acts tell more than its row, which is in Q. */
static enum status
take_acted(struct walk *w, struct query *q)
{
	const int64_t id = query_col_int(q, ROW_ID), end = w->span->then.end;
	struct past_facts facts[VIEWS];
	struct past_view views[VIEWS];
	int64_t late_since = -1;
	int i;

	set_views(w->span, views);
	for (i = 0; i < VIEWS; i++)
		facts[i] = read_facts(q);
	query_int(&w->acts, ":id", id);
	while (query_row(&w->acts)) {
		const struct past_act act = read_act(&w->acts);

		for (i = 0; i < VIEWS; i++)
			past_undo(&facts[i], &views[i], &act);
		if (act.at < end && act.entered_at >= end)
			late_since = act.entered_at;
	}
	query_reset(&w->acts);
	if (w->acts.status)
		return w->acts.status;
	for (i = 0; i < VIEWS; i++)
		past_close(&facts[i], &views[i]);
	return hand_over(w, id, facts, late_since);
}

/* A dossier whose row tells all: it has no later act, or only such as tell their own
 * moment. */
static enum status
take_row(struct walk *w, struct query *q)
{
	const struct past_facts row = read_facts(q);
	struct past_facts facts[VIEWS];
	struct past_view views[VIEWS];
	int i;

	set_views(w->span, views);
	for (i = 0; i < VIEWS; i++) {
		facts[i] = row;
		past_close(&facts[i], &views[i]);
	}
	return hand_over(w, query_col_int(q, ROW_ID), facts, -1);
}

static int
compare_ids(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static bool
is_acted(const struct walk *w, int64_t id)
{
	return w->acted_count &&
	       bsearch(&id, w->acted, w->acted_count, sizeof(id), compare_ids);
}

static enum status
find_acted(struct office *office, struct walk *w)
{
	struct query q;

	query_open(&q, office->store, acted_sql);
	query_int(&q, ":from", w->span->from);
	query_int(&q, ":end", w->span->then.end);
	while (query_row(&q)) {
		w->acted = mem_more(w->acted, w->acted_count, sizeof(*w->acted));
		w->acted[w->acted_count++] = query_col_int(&q, 0);
	}
	return query_close(&q);
}

static enum status
walk_acted(struct walk *w)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < w->acted_count && !st; i++) {
		query_int(&w->one, ":id", w->acted[i]);
		if (query_row(&w->one))
			st = take_acted(w, &w->one);
		query_reset(&w->one);
		st = worse(st, w->one.status);
	}
	return st;
}

static enum status
walk_rows(struct walk *w)
{
	enum status st = OK;

	while (!st && query_row(&w->rows))
		if (!is_acted(w, query_col_int(&w->rows, ROW_ID)))
			st = take_row(w, &w->rows);
	return worse(st, w->rows.status);
}

enum status
dossier_walk(struct office *office, const struct dossier_span *span,
	     struct dossier_taker *taker)
{
	struct walk w = { .span = span, .taker = taker };
	enum status st = find_acted(office, &w);

	query_open(&w.rows, office->store, taker->ended_only ? ended_sql : all_sql);
	query_open(&w.one, office->store, one_sql);
	query_open(&w.acts, office->store, acts_sql);
	bind_agency(&w.rows, span);
	bind_agency(&w.one, span);
	bind_agency(&w.acts, span);
	query_int(&w.rows, ":from", span->from);
	query_int(&w.rows, ":end", span->then.end);
	query_int(&w.acts, ":from", span->from);
	if (!st && !(st = walk_acted(&w)))
		st = walk_rows(&w);
	st = worse(st, query_close(&w.rows));
	st = worse(st, query_close(&w.one));
	st = worse(st, query_close(&w.acts));
	free(w.acted);
	return st;
}
