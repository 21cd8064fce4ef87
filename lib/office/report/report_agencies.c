/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/report/dossier_walk.h"
#include "office/report/report.h"

/*
 * Whose dossiers they are, where two agencies have to do with one: what this office took
 * in for others to decide, which is in their figures, and what others took in for it,
 * which is in its own.
 */

/* Words of `way`, by what dossier_span.elsewhere was. */
static const struct word ways[] = {
	{ "by_others", "nơi khác tiếp nhận hộ" },
	{ "for_others", "tiếp nhận hộ nơi khác" },
	{ 0 },
};

struct shared {
	struct dossier_look look;
	bool for_others;
	char *code, *agency, *procedure, *name;
};

struct sharing {
	struct dossier_taker taker;
	struct query other;
	bool for_others;
	struct shared *all; /* by way, agency and code */
	size_t count;
};

/* Who decided it at the end of the period: that which the first act of later has changed.
 */
#define AGENCY_THEN                                                                      \
	"coalesce((SELECT e.was ->> 'agency' FROM dossier_event e"                       \
	"   WHERE e.dossier_id = d.id AND e.was_until >= :end"                           \
	"     AND e.was ->> 'agency' IS NOT NULL ORDER BY e.id LIMIT 1), d.agency)"

#define OURS(agency) "(" agency " IS NULL OR is_ours(" agency ", :our_name))"

/* clang-format off */
/* The other agency, where there is one; with --agency, only that. */
static const char other_sql[] =
	"SELECT code, other, procedure, name FROM (SELECT d.code AS code,"
	"   CASE WHEN NOT :for_others"
	"       THEN iif(" OURS("d.received_by") ", NULL, d.received_by)"
	"     WHEN " OURS("d.received_by") " THEN " AGENCY_THEN " END AS other,"
	"   p.code AS procedure, coalesce((SELECT v.name FROM procedure_version v"
	"     WHERE v.procedure_id = p.id AND v.since <= :last"
	"     ORDER BY v.since DESC LIMIT 1), p.name) AS name"
	"   FROM dossier d JOIN procedure p ON p.id = :procedure WHERE d.id = :id)"
	" WHERE other IS NOT NULL AND (:agency IS NULL OR matches(other, :agency))";
/* clang-format on */

static enum status
take_shared(struct dossier_taker *taker, const struct dossier_look *look)
{
	struct sharing *s = (struct sharing *)taker;
	struct query *q = &s->other;

	if (look->came == CAME_NOT)
		return OK;
	query_int(q, ":id", look->id);
	query_int(q, ":procedure", look->then.procedure);
	if (query_row(q)) {
		s->all = mem_more(s->all, s->count, sizeof(*s->all));
		s->all[s->count++] = (struct shared){
			.look = *look,
			.for_others = s->for_others,
			.code = mem_text(query_col_given(q, 0)),
			.agency = mem_text(query_col_given(q, 1)),
			.procedure = mem_text(query_col_given(q, 2)),
			.name = mem_text(query_col_given(q, 3))
		};
	}
	query_reset(q);
	return q->status;
}

static int
compare_shared(const void *a, const void *b)
{
	const struct shared *x = a, *y = b;
	int differ;

	if (x->for_others != y->for_others)
		return x->for_others ? -1 : 1;
	differ = strcmp(x->agency, y->agency);
	return differ ? differ : strcmp(x->code, y->code);
}

static enum status
walk_way(struct office *office, struct dossier_span *span, struct sharing *s,
	 bool for_others)
{
	span->elsewhere = s->for_others = for_others;
	query_int(&s->other, ":for_others", for_others);
	return dossier_walk(office, span, &s->taker);
}

/* Read both ways into S, which share_free() frees also after a failure. */
static enum status
share_read(struct office *office, const struct period *period, struct sharing *s)
{
	char last[DAY_TEXT], agency[512];
	struct dossier_span span;
	enum status st = dossier_span_read(office, period, &span);

	*s = (struct sharing){ .taker = { .take = take_shared } };
	memcpy(agency, span.agency,
	       sizeof(agency)); /* chooses rows, not whose they are */
	span.agency[0] = '\0';
	query_open(&s->other, office->store, other_sql);
	query_text(&s->other, ":last", day_print(period->to, last));
	query_text(&s->other, ":our_name", span.our_name.text);
	query_text(&s->other, ":agency", *agency ? agency : NULL);
	query_int(&s->other, ":end", span.then.end);
	if (!st && !(st = walk_way(office, &span, s, false)))
		st = walk_way(office, &span, s, true);
	if (s->count)
		qsort(s->all, s->count, sizeof(*s->all), compare_shared);
	dossier_span_free(&span);
	return worse(st, query_close(&s->other));
}

static void
share_free(struct sharing *s)
{
	while (s->count) {
		struct shared *one = &s->all[--s->count];

		free(one->code);
		free(one->agency);
		free(one->procedure);
		free(one->name);
	}
	free(s->all);
}

/* ---- by agency ---- */

static const struct column sum_columns[] = {
	{ .key = "way", .heading = N_("Taken in"), .type = COL_WORD, .words = ways },
	{ .key = "agency", .heading = N_("Agency"), .type = COL_TEXT },
	FIGURE("received", N_("Received: total")),
	FIGURE("finished", N_("Finished: total")),
	FIGURE("overdue", N_("Overdue")),
	FIGURE("in_process", N_("In process: total")),
	FIGURE("late", N_("Late")),
	{ 0 },
};

struct sums {
	int64_t received, finished, overdue, late;
};

static void
add_shared(struct sums *sums, const struct shared *one)
{
	const char *standing = one->look.standing;

	if (!standing) /* ended without a result, which counts nowhere */
		return;
	sums->received++;
	sums->finished += one->look.then.finished_at >= 0;
	sums->overdue += !strcmp(standing, "overdue");
	sums->late += !strcmp(standing, "late");
}

static bool
is_another(const struct shared *one, const struct shared *next)
{
	return one->for_others != next->for_others ||
	       strcmp(one->agency, next->agency) != 0;
}

static enum status
report_sums(struct office *office, const struct period *period, struct sink *sink)
{
	struct sums sums = { 0 };
	struct sharing s;
	enum status st = share_read(office, period, &s);
	size_t i;

	for (i = 0; i < s.count && !st; i++) {
		const struct shared *one = &s.all[i];

		add_shared(&sums, one);
		if (i + 1 < s.count && !is_another(one, one + 1))
			continue;
		st = sink->row(sink,
			       (const struct value[]){
				       value_text(ways[one->for_others].code),
				       value_text(one->agency), value_int(sums.received),
				       value_int(sums.finished), value_int(sums.overdue),
				       value_int(sums.received - sums.finished),
				       value_int(sums.late) });
		sums = (struct sums){ 0 };
	}
	share_free(&s);
	return st;
}

/* ---- the list ---- */

static const struct column shared_columns[] = {
	FIGURE("no", N_("No.")),
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "way", .heading = N_("Taken in"), .type = COL_WORD, .words = ways },
	{ .key = "agency", .heading = N_("Agency"), .type = COL_TEXT },
	{ .key = "procedure", .heading = N_("Procedure code"), .type = COL_TEXT },
	{ .key = "procedure_name", .heading = N_("Procedure"), .type = COL_TEXT },
	{ .key = "received_at", .heading = N_("Received"), .type = COL_TIME },
	{ .key = "due_at", .heading = N_("Due"), .type = COL_TIME },
	{ .key = "finished_at", .heading = N_("Finished"), .type = COL_TIME },
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .words = dossier_standings },
	{ 0 },
};

static enum status
report_shared(struct office *office, const struct period *period, struct sink *sink)
{
	struct sharing s;
	enum status st = share_read(office, period, &s);
	size_t i;

	for (i = 0; i < s.count && !st; i++) {
		const struct shared *one = &s.all[i];
		const struct past_facts *then = &one->look.then;

		st = sink->row(sink,
			       (const struct value[]){
				       value_int((int64_t)i + 1), value_text(one->code),
				       value_text(ways[one->for_others].code),
				       value_text(one->agency),
				       value_text(one->procedure), value_text(one->name),
				       value_int(then->received_at),
				       value_int(then->due_at),
				       then->finished_at >= 0 ?
					       value_int(then->finished_at) :
					       VALUE_NONE,
				       value_text(one->look.standing) });
	}
	share_free(&s);
	return st;
}

static const struct report_section agency_sections[] = {
	{ .key = "agencies",
	  .title = N_("By agency"),
	  .columns = sum_columns,
	  .total = true,
	  .rows = report_sums },
	{ .key = "dossiers",
	  .title = N_("Dossiers"),
	  .columns = shared_columns,
	  .rows = report_shared },
	{ 0 },
};

const struct report agencies_report = {
	.name = "agencies",
	.title = N_("DOSSIERS TAKEN IN FOR OTHERS, AND BY OTHERS"),
	.sheet = N_("For others"),
	.about = N_(
		"what was taken in for others to decide, and by others for this office"),
	.columns = sum_columns,
	.sections = agency_sections,
};
