/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/report/dossier_note.h"
#include "office/report/dossier_walk.h"
#include "office/report/name_then.h"
#include "office/report/report.h"

/* The list behind the figures of what ended overdue, and of what is late and open. */
static const struct column overdue_columns[] = {
	FIGURE("no", N_("No.")),
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "procedure", .heading = N_("Procedure code"), .type = COL_TEXT },
	{ .key = "procedure_name", .heading = N_("Procedure"), .type = COL_TEXT },
	{ .key = "field",
	  .heading = N_("Field"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
	{ .key = "applicant", .heading = N_("Applicant"), .type = COL_TEXT },
	{ .key = "received_at", .heading = N_("Received"), .type = COL_TIME },
	{ .key = "due_at", .heading = N_("Due"), .type = COL_TIME },
	{ .key = "finished_at", .heading = N_("Finished"), .type = COL_TIME },
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .words = dossier_standings },
	FOR_PROGRAMS("days_over", N_("Days over"), COL_INT),
	{ .key = "over", .heading = N_("Overdue by"), .type = COL_TEXT },
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "held_by", .heading = N_("Held when it went late"), .type = COL_TEXT },
	{ 0 },
};

#define IN_VERSION(what)                                                                 \
	"coalesce((SELECT v." what " FROM procedure_version v"                           \
	"   WHERE v.procedure_id = p.id AND v.since <= :last"                            \
	"   ORDER BY v.since DESC LIMIT 1), p." what ")"

/*
 * HELD_BY is the officer who had the dossier when it was due: the last to whom it had
 * been given by then.
 */
#define HELD_BY                                                                          \
	"(SELECT coalesce(" NAME_THEN("officer", "h") ", " NAME_THEN(                    \
		"desk",                                                                  \
		"k") ") FROM dossier_event e"                                            \
		     "   LEFT JOIN officer h ON h.id = e.holder_id"                      \
		     "   LEFT JOIN desk k ON k.id = e.desk_id"                           \
		     "  WHERE e.dossier_id = d.id AND is_word('acts_giving', e.act)"     \
		     "    AND e.at <= :due ORDER BY e.id DESC LIMIT 1)"

/* The name as it was then: that which the first act of later has changed. */
#define APPLICANT                                                                        \
	"coalesce((SELECT e.was ->> 'applicant' FROM dossier_event e"                    \
	"   WHERE e.dossier_id = d.id AND e.was_until >= :end"                           \
	"     AND e.was ->> 'applicant' IS NOT NULL ORDER BY e.id LIMIT 1), d.applicant)"

/* clang-format off */
static const char names_sql[] =
	"SELECT p.code, " IN_VERSION("name") ", " IN_VERSION("field") ", " APPLICANT ","
	"  " NAME_THEN("officer", "o") ", " HELD_BY
	"  FROM dossier d JOIN procedure p ON p.id = :procedure"
	"  LEFT JOIN officer o ON o.id = :officer WHERE d.id = :id";
/* clang-format on */

static const char code_sql[] = "SELECT code FROM dossier WHERE id = :id";

struct late {
	struct dossier_look look;
	char *code;
};

struct lateness {
	struct dossier_taker taker;
	struct query code;
	struct late *all;
	size_t count;
};

static bool
is_past(const char *standing)
{
	const struct word *word = word_find(dossier_standings, standing);

	return word && STANDINGS_PAST >> (word - dossier_standings) & 1;
}

static enum status
take_late(struct dossier_taker *taker, const struct dossier_look *look)
{
	struct lateness *l = (struct lateness *)taker;
	struct late *late;

	if (look->came == CAME_NOT || !is_past(look->standing))
		return OK;
	query_int(&l->code, ":id", look->id);
	if (query_row(&l->code)) {
		l->all = mem_more(l->all, l->count, sizeof(*l->all));
		late = &l->all[l->count++];
		*late = (struct late){ *look, mem_text(query_col_given(&l->code, 0)) };
	}
	query_reset(&l->code);
	return l->code.status;
}

static int
compare_late(const void *a, const void *b)
{
	const struct late *x = a, *y = b;

	if (x->look.then.due_at != y->look.then.due_at)
		return x->look.then.due_at < y->look.then.due_at ? -1 : 1;
	return strcmp(x->code, y->code);
}

/* "3 days", or, on the day itself, "5 hours": nothing is late by 0 days.  The caller
 * frees it. */
static char *
word_lateness(int64_t due, int64_t end)
{
	const long long days = day_of(end) - day_of(due), seconds = end - due;

	if (days)
		return days == 1 ? mem_text(_("1 day")) : mem_print(_("%lld days"), days);
	if (seconds > 3600)
		return mem_print(_("%lld hours"), (seconds + 3599) / 3600);
	return mem_print(_("%lld minutes"), (seconds + 59) / 60);
}

static enum status
send_late(struct query *names, const struct dossier_span *span, int64_t no,
	  const struct late *late, struct sink *sink)
{
	const struct past_facts *then = &late->look.then;
	const int64_t end = then->finished_at >= 0 ? then->finished_at : span->then.seen;
	char *over = word_lateness(then->due_at, end);
	enum status st = OK;

	query_int(names, ":id", late->look.id);
	query_int(names, ":procedure", then->procedure);
	query_int(names, ":officer", then->officer);
	query_int(names, ":due", then->due_at);
	if (query_row(names))
		st = sink->row(sink,
			       (const struct value[]){
				       value_int(no), value_text(late->code),
				       value_text(query_col_text(names, 0)),
				       value_text(query_col_text(names, 1)),
				       value_text(query_col_text(names, 2)),
				       value_text(query_col_text(names, 3)),
				       value_int(then->received_at),
				       value_int(then->due_at),
				       then->finished_at >= 0 ?
					       value_int(then->finished_at) :
					       VALUE_NONE,
				       value_text(late->look.standing),
				       value_int(day_of(end) - day_of(then->due_at)),
				       value_text(over),
				       value_text(query_col_text(names, 4)),
				       value_text(query_col_text(names, 5)) });
	query_reset(names);
	free(over);
	return worse(st, names->status);
}

static enum status
send_all(struct office *office, const struct period *period,
	 const struct dossier_span *span, struct lateness *l, struct sink *sink)
{
	char last[DAY_TEXT];
	struct query names;
	enum status st = OK;
	size_t i;

	if (l->count)
		qsort(l->all, l->count, sizeof(*l->all), compare_late);
	query_open(&names, office->store, names_sql);
	query_text(&names, ":last", day_print(period->to, last));
	query_int(&names, ":end", span->then.end);
	for (i = 0; i < l->count && !st; i++)
		st = send_late(&names, span, (int64_t)i + 1, &l->all[i], sink);
	return worse(st, query_close(&names));
}

static enum status
report_overdue(struct office *office, const struct period *period, struct sink *sink)
{
	struct lateness l = { .taker = { .take = take_late } };
	struct dossier_span span;
	enum status st = dossier_span_read(office, period, &span);

	query_open(&l.code, office->store, code_sql);
	if (!st)
		st = dossier_walk(office, &span, &l.taker);
	st = worse(st, query_close(&l.code));
	if (!st)
		st = send_all(office, period, &span, &l, sink);
	while (l.count)
		free(l.all[--l.count].code);
	free(l.all);
	dossier_span_free(&span);
	return st;
}

static const struct report_section overdue_sections[] = {
	{ .key = "overdue",
	  .columns = overdue_columns,
	  .rows = report_overdue,
	  .note = dossier_note },
	{ 0 },
};

const struct report overdue_report = {
	.name = "overdue",
	.title = N_("OVERDUE DOSSIERS"),
	.sheet = N_("Overdue"),
	.about = N_("dossiers finished late, or late and still open"),
	.columns = overdue_columns,
	.sections = overdue_sections,
};
