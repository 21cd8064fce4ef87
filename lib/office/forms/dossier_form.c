/* SPDX-License-Identifier: MIT */
#include "office/forms/dossier_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"
#include "office/catalogue/procedure_sql.h"
#include "office/core/setting.h"

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

static void
dossier_form_free(struct dossier_form *form)
{
	free(form->field);
	*form = (struct dossier_form){ .kind = FORM_NONE };
}

/* ---- the ground ---- */

static const char find_sql[] = "SELECT id, received_at FROM dossier WHERE code = :code";

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
	}
	if ((st = query_close(&q)))
		return st;
	return form->dossier ? OK : fail(NO, _("%s: no such dossier"), code);
}

/*
 * The act that a form reports, and its moment.  A refusal or stop that was undone no
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
	"       WHERE dossier_id = d.id AND act = 'stop')"
	" WHERE d.id = :id AND d.status = 'stopped'";

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
	const char *act = "stop";

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
		fail(NO, _("%s: was not stopped"), code);
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

enum status
dossier_form_find(struct office *office, int number, const char *code,
		  struct dossier_form *form)
{
	enum status st;

	*form = (struct dossier_form){ .number = number };
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
	return find_ground(office, code, form);
}

/* ---- the registers ---- */

static const char registers_sql[] =
	"SELECT v.field, local_year(d.received_at)"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	" WHERE d.received_at >= :from AND d.received_at < :to"
	"   AND (:field IS NULL OR matches(v.field, :field))"
	" GROUP BY 1, 2 ORDER BY 1, 2";

enum status
dossier_registers(struct office *office, const char *field, struct period days,
		  enum status (*each)(struct dossier_form *form, void *ctx), void *ctx,
		  bool *any)
{
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
		struct dossier_form form = { .kind = FORM_REGISTER,
					     .day = days.to,
					     .at = office->now,
					     .days = days,
					     .field = mem_text(query_col_text(&q, 0)),
					     .year = (int)query_col_int(&q, 1) };

		*any = true;
		st = each(&form, ctx);
		dossier_form_free(&form);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}
