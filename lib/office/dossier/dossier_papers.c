/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_papers.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/catalogue/procedure.h"
#include "office/core/act_day.h"

const struct column dossier_paper_columns[] = {
	{ .key = "no",
	  .heading = N_("No."),
	  .type = COL_INT,
	  .least = 1,
	  .most = PAPER_NO_MOST },
	{ .key = "name", .heading = N_("Paper"), .type = COL_TEXT },
	{ .key = "kind",
	  .heading = N_("Kind"),
	  .type = COL_WORD,
	  .words = procedure_paper_kinds },
	{ .key = "copies",
	  .heading = N_("Copies"),
	  .type = COL_INT,
	  .least = 1,
	  .most = PAPER_COPIES_MOST },
	{ .key = "required",
	  .heading = N_("Required"),
	  .type = COL_WORD,
	  .words = yes_no },
	{ .key = "handed_at", .heading = N_("Handed in"), .type = COL_TIME },
	{ 0 },
};

/* Tick one paper, or all with a NO of 0; those ticked before keep their moment. */
static const char tick_sql[] =
	"UPDATE dossier_paper SET handed_at = coalesce(handed_at, :at)"
	" WHERE dossier_id = :dossier AND (no = :no OR :no = 0)";

static const char untick_sql[] = "UPDATE dossier_paper SET handed_at = NULL"
				 " WHERE dossier_id = :dossier AND (no = :no OR :no = 0)";

static enum status
mark_paper(struct query *q, int64_t no)
{
	query_int(q, ":no", no);
	return query_run(q);
}

static enum status
mark_numbers(struct office *office, struct query *q, const char *list)
{
	enum status st = OK;

	while (!st && *list) {
		char *end;
		long long no = strtoll(list, &end, 10);

		if (end == list || no < 1 || (*end && !strchr(", ", *end))) {
			fail(BAD_DATA, _("papers are all, none or numbers such as 1,3"));
			return fail_hint(BAD_DATA,
					 _("osq-dossier papers CODE lists them"));
		}
		if (!(st = mark_paper(q, no)) && !store_changes(office->store)) {
			fail(BAD_DATA,
			     _("there is no paper %lld on the procedure's list"), no);
			return fail_hint(BAD_DATA,
					 _("osq-dossier papers CODE lists them"));
		}
		list = end + strspn(end, ", ");
	}
	return st;
}

static enum status
mark_list(struct office *office, const char *sql, int64_t dossier, const char *list)
{
	struct query q;
	enum status st = OK;

	if (!list || !strcmp(list, "none"))
		return OK;
	query_open(&q, office->store, sql);
	if (query_has(&q, ":at"))
		query_int(&q, ":at", office->act.at);
	query_int(&q, ":dossier", dossier);
	st = !strcmp(list, "all") ? mark_paper(&q, 0) : mark_numbers(office, &q, list);
	return worse(query_close(&q), st);
}

static const char copy_sql[] =
	"INSERT INTO dossier_paper (dossier_id, no, name, kind, copies, required)"
	" SELECT :dossier, no, name, kind, copies, required FROM procedure_paper"
	" WHERE procedure_id = :procedure";

enum status
papers_begin(struct office *office, int64_t dossier, int64_t procedure,
	     const char *handed)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, copy_sql);
	query_int(&q, ":dossier", dossier);
	query_int(&q, ":procedure", procedure);
	query_run(&q);
	st = query_close(&q);
	return st ? st : mark_list(office, tick_sql, dossier, handed);
}

static const char forget_sql[] = "DELETE FROM dossier_paper WHERE dossier_id = :dossier";

/* What stays ticked keeps its moment. */
static const char untick_others_sql[] =
	"UPDATE dossier_paper SET handed_at = NULL WHERE dossier_id = :dossier"
	"  AND NOT instr(',' || replace(:list, ' ', ',') || ',', ',' || no || ',')";

static enum status
run_on_papers(struct office *office, const char *sql, int64_t dossier, const char *list)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":dossier", dossier);
	if (list)
		query_text(&q, ":list", list);
	query_run(&q);
	return query_close(&q);
}

enum status
papers_correct(struct office *office, int64_t dossier, int64_t procedure,
	       const char *handed)
{
	enum status st = OK;

	if (procedure) {
		st = run_on_papers(office, forget_sql, dossier, NULL);
		return st ? st : papers_begin(office, dossier, procedure, handed);
	}
	if (handed && strcmp(handed, "all") != 0)
		st = run_on_papers(office, untick_others_sql, dossier, handed);
	return st ? st : mark_list(office, tick_sql, dossier, handed);
}

static const char missing_sql[] =
	"SELECT no, name FROM dossier_paper"
	" WHERE dossier_id = :dossier AND required = 'yes' AND handed_at IS NULL ORDER BY no";

enum status
papers_missing(struct office *office, int64_t dossier, struct buf *missing)
{
	struct query q;

	query_open(&q, office->store, missing_sql);
	query_int(&q, ":dossier", dossier);
	while (query_row(&q))
		buf_print(missing, "%s%lld. %s", missing->length ? "\n" : "",
			  (long long)query_col_int(&q, 0), query_col_given(&q, 1));
	return query_close(&q);
}

static const char find_sql[] =
	"SELECT id, finished_at IS NULL, received_at FROM dossier WHERE code = :code";

struct found {
	int64_t id, received_at;
	bool open;
};

static enum status
find_dossier(struct office *office, const char *code, struct found *dossier)
{
	bool found = false;
	struct query q;
	enum status st;

	query_open(&q, office->store, find_sql);
	query_text(&q, ":code", code);
	if ((found = query_row(&q))) {
		dossier->id = query_col_int(&q, 0);
		dossier->open = query_col_int(&q, 1) != 0;
		dossier->received_at = query_col_int(&q, 2);
	}
	if ((st = query_close(&q)))
		return st;
	return found ? OK : fail(NO, _("%s: no such dossier"), code);
}

static enum status
change_papers(struct office *office, const char *code, const char *handed,
	      const char *missing)
{
	const char *const detail[] = { "handed", handed, "missing", missing, NULL };
	struct found dossier = { 0 };
	char when[SHOW_TEXT];
	enum status st;

	if ((st = acting_known(office)) || (st = find_dossier(office, code, &dossier)))
		return st;
	if (!dossier.open)
		return fail(NO, _("%s: has ended; its papers stay as they are"), code);
	act_not_before(&office->act, dossier.received_at);
	if (office->act.at < dossier.received_at)
		return fail(BAD_DATA, _("%s: the time given is before %s"), code,
			    show_moment(dossier.received_at, when));
	if ((st = mark_list(office, tick_sql, dossier.id, handed)) ||
	    (st = mark_list(office, untick_sql, dossier.id, missing)))
		return st;
	return office_journal(office, "dossier papers", code, detail);
}

enum status
papers_change(struct office *office, const char *code, const char *handed,
	      const char *missing)
{
	enum status st = office_begin(office);

	return st ? st : office_end(office, change_papers(office, code, handed, missing));
}

const char dossier_papers_sql[] =
	"SELECT no AS no, name AS name, kind AS kind, copies AS copies, required AS required,"
	"  handed_at AS handed_at FROM dossier_paper"
	" WHERE dossier_id = :id ORDER BY no";

enum status
papers_list(struct office *office, const char *code, struct sink *sink)
{
	struct found dossier = { 0 };
	struct query q;
	enum status st = find_dossier(office, code, &dossier);

	if (st)
		return st;
	query_open(&q, office->store, dossier_papers_sql);
	query_int(&q, ":id", dossier.id);
	return query_rows(&q, dossier_paper_columns, sink);
}
