/* SPDX-License-Identifier: MIT */
#include "office/forms/dossier_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"
#include "office/catalogue/procedure_sql.h"
#include "office/core/setting.h"
#include "office/forms/form_sql.h"

/* What the numbers mean in each set of forms. */
static const struct form_set {
	const char *name;
	enum form_kind kinds[8];
} sets[] = {
	{ "2018",
	  { FORM_NONE, FORM_RECEIPT, FORM_SUPPLEMENT, FORM_REFUSAL, FORM_APOLOGY,
	    FORM_CONTROL, FORM_REGISTER, FORM_NONE } },
	{ "2025",
	  { FORM_NONE, FORM_RECEIPT, FORM_SUPPLEMENT, FORM_REFUSAL, FORM_APOLOGY,
	    FORM_STOP, FORM_CONTROL, FORM_REGISTER } },
};

/* The day from which Circular 03/2025/TT-VPCP holds. */
static int
day_of_2025(void)
{
	return day_from_ymd(2025, 9, 15);
}

static enum status
find_set(struct office *office, int day, const struct form_set **set)
{
	struct buf named = { 0 };
	enum status st = setting_get(office, "forms", day, &named);

	if (!st && named.length)
		*set = &sets[strcmp(named.text, "2018") != 0];
	else
		*set = &sets[day >= day_of_2025()];
	buf_free(&named);
	return st;
}

enum status
form_kind(struct office *office, int number, int day, enum form_kind *kind,
	  const char **name)
{
	const struct form_set *set;
	enum status st = find_set(office, day, &set);

	if (st)
		return st;
	*kind = number >= 1 && number <= 7 ? set->kinds[number] : FORM_NONE;
	*name = set->name;
	return OK;
}

void
dossier_form_free(struct dossier_form *form)
{
	free(form->field);
	free(form->code);
	*form = (struct dossier_form){ .kind = FORM_NONE };
}

/* ---- how it is printed ---- */

/* Whether FORM is of what was there before forms were numbered.  Of a register, DOSSIER
 * is the newest in it.  No notice was given of what was withdrawn. */
static bool
is_first(const struct dossier_form *form, int64_t dossier, int64_t last_dossier,
	 int64_t last_event)
{
	if (form->kind == FORM_STOP && !form->stopped)
		return false;
	if (form->kind == FORM_RECEIPT || form->kind == FORM_CONTROL || !form->event)
		return dossier <= last_dossier;
	return form->event <= last_event;
}

static const char first_sql[] = "SELECT dossier_id, event_id FROM form_first";

static enum status
choose_page(struct office *office, struct dossier_form *form, int64_t dossier)
{
	struct query q;
	bool first = false;
	enum status st;

	query_open(&q, office->store, first_sql);
	if (query_row(&q))
		first = is_first(form, dossier, query_col_int(&q, 0),
				 query_col_int(&q, 1));
	if ((st = query_close(&q)))
		return st;
	first &= !strcmp(form->set, "2025");
	form->folder = first ? "2025-first" : form->set;
	snprintf(form->page, sizeof(form->page), "%02d%s", form->number % 100,
		 form->stopped && form->kind == FORM_STOP && !first ? "-stop" : "");
	form->numbered = !first && !strcmp(form->set, "2025") &&
			 !(form->kind == FORM_STOP && form->stopped);
	return OK;
}

/* ---- the ground ---- */

static const char find_sql[] =
	"SELECT id, coalesce(received_at, requested_at), status = 'stopped',"
	"  received_at IS NULL FROM dossier WHERE code = :code";

static enum status
find_dossier(struct office *office, const char *code, struct dossier_form *form)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, find_sql);
	query_text(&q, ":code", code);
	if (query_row(&q)) {
		form->dossier = query_col_int(&q, 0);
		form->at = query_col_int(&q, 1);
		form->day = day_of(form->at);
		form->stopped = query_col_int(&q, 2) != 0;
		form->code = mem_text(code);
		form->unaccepted = query_col_int(&q, 3) != 0;
	}
	if ((st = query_close(&q)))
		return st;
	return form->dossier ? OK : fail(NO, _("%s: no such dossier"), code);
}

/*
 * The act that a form reports, and its moment.  A refusal or end that was undone no
 * longer counts. One that was imported has no event, nor has a pause from before there
 * were events.
 */
static const char supplement_sql[] =
	"SELECT e.id, coalesce(e.at, d.paused_at) FROM dossier d"
	"  LEFT JOIN dossier_event e ON e.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = d.id AND act = 'pause' AND kind = 'supplement')"
	" WHERE d.id = :id AND (e.id IS NOT NULL OR d.pause_kind = 'supplement')";

static const char refusal_sql[] =
	"SELECT e.id, coalesce(e.at, d.finished_at) FROM dossier d"
	"  LEFT JOIN dossier_event e ON e.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = d.id AND act = 'reject')"
	" WHERE d.id = :id AND d.status = 'rejected'";

static const char apology_sql[] =
	"SELECT id, at FROM dossier_event WHERE dossier_id = :id AND act = 'extend'"
	" ORDER BY id DESC LIMIT 1";

static const char stop_sql[] =
	"SELECT e.id, coalesce(e.at, d.finished_at) FROM dossier d"
	"  LEFT JOIN dossier_event e ON e.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = d.id"
	"       AND act = CASE d.status WHEN 'stopped' THEN 'stop' ELSE 'withdraw' END)"
	" WHERE d.id = :id AND without_result(d.status) AND d.status <> 'rejected'";

static const char control_sql[] =
	"SELECT id, at FROM dossier_event WHERE dossier_id = :id"
	"  AND is_word('acts_of_hands', act)"
	" ORDER BY id LIMIT 1";

static const char *const grounds[] = {
	[FORM_SUPPLEMENT] = supplement_sql, [FORM_REFUSAL] = refusal_sql,
	[FORM_APOLOGY] = apology_sql,       [FORM_STOP] = stop_sql,
	[FORM_CONTROL] = control_sql,       [FORM_REGISTER] = NULL,
};

/* Report that nothing happened that the form is for, and which act would change that. */
static enum status
refuse_form(enum form_kind kind, const char *code)
{
	const char *act = "withdraw";

	if (kind == FORM_CONTROL)
		return fail(NO, _("%s: nobody handed it over yet, as far as is recorded"),
			    code);
	if (kind == FORM_SUPPLEMENT) {
		act = "pause";
		fail(NO, _("%s: no supplement was asked for"), code);
	} else if (kind == FORM_REFUSAL) {
		act = "reject";
		fail(NO, _("%s: was not refused"), code);
	} else if (kind == FORM_APOLOGY) {
		act = "extend";
		fail(NO, _("%s: no later moment was promised"), code);
	} else {
		fail(NO, _("%s: nobody asked to stop it"), code);
	}
	return fail_hint(NO, _("that is done by: osq-dossier %s %s"), act, code);
}

static enum status
find_ground(struct office *office, const char *code, struct dossier_form *form)
{
	const char *sql = grounds[form->kind];
	bool found = false;
	struct query q;
	enum status st;

	if (!sql)
		return OK;
	query_open(&q, office->store, sql);
	query_int(&q, ":id", form->dossier);
	if (query_row(&q)) {
		found = true;
		form->event = query_col_int(&q, 0);
		form->at = query_col_int(&q, 1);
	}
	if ((st = query_close(&q)) || found)
		return st;
	return refuse_form(form->kind, code);
}

static enum status
find_form(struct office *office, int number, const char *code, struct dossier_form *form)
{
	enum status st;

	if ((st = find_dossier(office, code, form)) ||
	    (st = form_kind(office, number, form->day, &form->kind, &form->set)))
		return st;
	if (form->kind == FORM_NONE) {
		fail(NO, _("%s: the forms of %s, which hold for it, have no %02d"), code,
		     form->set, number);
		return fail_hint(NO,
				 _("05 is the control sheet there, 06 the register; no "
				   "notice of stopping"));
	}
	if (form->kind == FORM_REGISTER) {
		fail(NO,
		     _("%s: among the forms of %s, which hold for it, %02d is the register"),
		     code, form->set, number);
		return fail_hint(
			NO,
			_("a register takes --field and days; the control sheet is "
			  "%02d"),
			number - 1);
	}
	if (form->unaccepted && form->kind != FORM_REFUSAL) {
		fail(NO, _("%s: nobody has accepted it yet"), code);
		return fail_hint(NO, _("first: osq-dossier accept %s"), code);
	}
	st = find_ground(office, code, form);
	return st ? st : choose_page(office, form, form->dossier);
}

enum status
dossier_form_find(struct office *office, int number, const char *code,
		  struct dossier_form *form)
{
	enum status st;

	*form = (struct dossier_form){ .number = number };
	if ((st = find_form(office, number, code, form)))
		dossier_form_free(form);
	return st;
}

/* ---- the registers ---- */

static const char registers_sql[] =
	"SELECT v.field, local_year(d.received_at), max(d.id)"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	" WHERE d.received_at >= :from AND d.received_at < :to"
	"   AND (:field IS NULL OR matches(v.field, :field))"
	"   AND " IN_REGISTER " GROUP BY 1, 2 ORDER BY 1, 2";

/* The register in the row of Q. */
static enum status
make_register(struct office *office, int number, struct period days, struct query *q,
	      struct dossier_form *form)
{
	enum form_kind kind;
	enum status st;

	*form = (struct dossier_form){ .kind = FORM_REGISTER,
				       .number = number,
				       .day = days.to,
				       .at = office->now,
				       .days = days,
				       .field = mem_text(query_col_given(q, 0)),
				       .year = (int)query_col_int(q, 1) };
	if ((st = form_kind(office, number, days.to, &kind, &form->set)))
		return st;
	return choose_page(office, form, query_col_int(q, 2));
}

enum status
dossier_registers(struct office *office, int number, const char *field,
		  struct period days,
		  void (*take)(const struct dossier_form *form, void *ctx), void *ctx,
		  bool *any)
{
	struct dossier_form form;
	char folded[512];
	enum status st = OK;
	struct query q;

	*any = false;
	query_open(&q, office->store, registers_sql);
	query_int(&q, ":from", day_moment(days.from, 0));
	query_int(&q, ":to", day_moment(days.to + 1, 0));
	if (field && !fold_text(field, folded, sizeof(folded)))
		text_copy(folded, sizeof(folded),
			  "?"); /* no letter: no field is like that */
	query_text(&q, ":field", field ? folded : NULL);
	while (!st && query_row(&q)) {
		*any = true;
		if ((st = make_register(office, number, days, &q, &form)))
			dossier_form_free(&form);
		else
			take(&form, ctx);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}
