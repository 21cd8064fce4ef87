/* SPDX-License-Identifier: MIT */
#include "office/forms/form_number.h"

#include <stdio.h>

#include "office/core/beside.h"

#define OF_PAPER                                                                         \
	" WHERE form = :form AND dossier_id = :dossier AND event_id = :event"            \
	" AND field = :field AND year = :year"

static const char known_sql[] = "SELECT number FROM form_number" OF_PAPER;

/* (WHERE true, since SQLite takes an ON behind a SELECT for that of a join.) */
static const char give_sql[] =
	"INSERT INTO form_number (form, year, number, dossier_id, event_id, field)"
	" SELECT :form, :year, 1 + coalesce(max(number), 0), :dossier, :event, :field"
	"  FROM form_number WHERE form = :form AND year = :year RETURNING number";

static int
year_of_form(const struct dossier_form *form)
{
	int year, month, day;

	if (form->kind == FORM_REGISTER)
		return form->year;
	day_to_ymd(day_of(form->at), &year, &month, &day);
	return year;
}

/* The number that SQL has for the paper FORM. */
static enum status
ask_number(struct office *office, const char *sql, struct dossier_form *form)
{
	const bool of_act = form->kind != FORM_RECEIPT && form->kind != FORM_CONTROL;
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":form", form->kind);
	query_int(&q, ":year", year_of_form(form));
	query_int(&q, ":dossier", form->dossier);
	query_int(&q, ":event", of_act ? form->event : 0);
	query_text(&q, ":field", form->field ? form->field : "");
	if (query_row(&q))
		form->paper_number = query_col_int(&q, 0);
	return query_close(&q);
}

static enum status
tell_number(struct office *writer, const struct dossier_form *form)
{
	char name[8], number[24], year[12];
	const char *const detail[] = { "form",
				       name,
				       "number",
				       number,
				       "year",
				       year,
				       form->field ? "field" : NULL,
				       form->field,
				       NULL };

	snprintf(name, sizeof(name), "%02d", form->number);
	snprintf(number, sizeof(number), "%lld", (long long)form->paper_number);
	snprintf(year, sizeof(year), "%d", year_of_form(form));
	return office_journal(writer, "form number", form->code, detail);
}

struct papers {
	struct dossier_form *forms;
	size_t count;
};

static enum status
give_numbers(struct office *writer, void *ctx, int64_t *done)
{
	const struct papers *papers = ctx;
	enum status st = OK;
	size_t i;

	for (i = 0; i < papers->count && !st; i++) {
		struct dossier_form *form = &papers->forms[i];

		/* Somebody else may have printed it a moment ago. */
		if (!form->numbered || form->paper_number ||
		    (st = ask_number(writer, known_sql, form)) || form->paper_number)
			continue;
		if (!(st = ask_number(writer, give_sql, form)))
			st = tell_number(writer, form);
		++*done;
	}
	return st;
}

enum status
form_numbers(struct office *office, struct dossier_form *forms, size_t count)
{
	struct papers papers = { forms, count };
	bool lacks = false;
	enum status st;
	size_t i;

	for (i = 0; i < count; i++) {
		if (!forms[i].numbered)
			continue;
		if ((st = ask_number(office, known_sql, &forms[i])))
			return st;
		lacks |= !forms[i].paper_number;
	}
	return lacks ? office_beside(office, give_numbers, &papers) : OK;
}
