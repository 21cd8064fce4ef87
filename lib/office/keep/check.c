/* SPDX-License-Identifier: MIT */
#include "office/keep/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_words_check.h"
#include "office/keep/check_parts.h"
#include "store/backup.h"

static const struct word verdicts[] = {
	{ "ok", "tốt" }, { "warning", "cần xem|cảnh báo" }, { "error", "lỗi" }, { 0 }
};

const struct column check_columns[] = {
	{ .key = "check", .heading = N_("Check"), .type = COL_TEXT },
	{ .key = "verdict",
	  .heading = N_("Verdict"),
	  .type = COL_WORD,
	  .words = verdicts },
	{ .key = "detail", .heading = N_("Detail"), .type = COL_TEXT },
	{ 0 },
};

static enum status
complain_of_file(void *ctx, const char *what)
{
	return check_error(ctx, "store", what);
}

static enum status
check_store(struct checking *c)
{
	int before = c->errors;
	enum status st = store_integrity(c->office->store, complain_of_file, c);

	if (st || c->errors > before)
		return st;
	return check_tell(c, "store", "ok", NULL);
}

static enum status
check_journal(struct checking *c)
{
	struct journal_check found;
	char *detail;
	enum status st = journal_verify(c->office->store, &found);

	if (st)
		return st;
	if (!found.entries && !found.first_bad) /* init writes the first one */
		return check_error(c, "journal", _("all entries are gone"));
	if (found.first_bad) {
		detail = mem_print(_("entry %lld: %s"), (long long)found.first_bad,
				   _(found.why));
		st = check_error(c, "journal", detail);
	} else {
		/*
		 * A head that was noted elsewhere also shows a journal that was cut
		 * short.
		 */
		detail = mem_print(_("%lld entries, head %s"), (long long)found.entries,
				   found.head);
		st = check_tell(c, "journal", "ok", detail);
	}
	free(detail);
	return st;
}

/* The years to check: this one, and those in which open dossiers are due. */
static const char due_years_sql[] =
	"SELECT min(due_at), max(due_at) FROM dossier WHERE finished_at IS NULL";

static const char year_known_sql[] =
	"SELECT 1 FROM holiday WHERE date >= :year AND date < :year || '~' LIMIT 1";

static enum status
check_year(struct checking *c, int year)
{
	char text[8], *detail;
	int64_t found;
	enum status st;

	snprintf(text, sizeof(text), "%04d", year);
	st = office_number(c->office, year_known_sql, ":year", text, &found);
	if (st != NO)
		return st;
	detail = mem_print(_("no holidays are known for %s; due moments pass over none"),
			   text);
	st = check_tell(c, "holidays", "warning", detail);
	free(detail);
	return st;
}

static enum status
check_holidays(struct checking *c)
{
	int first, last, month, d;
	struct query q;
	enum status st = OK;

	day_to_ymd(day_of(c->office->now), &first, &month, &d);
	last = first;
	query_open(&q, c->office->store, due_years_sql);
	if (query_row(&q) && !query_col_null(&q, 0)) {
		int early, late;

		day_to_ymd(day_of(query_col_int(&q, 0)), &early, &month, &d);
		day_to_ymd(day_of(query_col_int(&q, 1)), &late, &month, &d);
		first = early < first ? early : first;
		last = late > last ? late : last;
	}
	if ((st = query_close(&q)))
		return st;
	for (; first <= last && !st; first++)
		st = check_year(c, first);
	return st;
}

static enum status
check_hours(struct checking *c)
{
	struct calendar *calendar = NULL;
	enum status st = calendar_load(c->office, &calendar);

	if (st == BAD_DATA)
		return check_error(c, "hours", error_message());
	if (st)
		return st;
	if (calendar_next_open(calendar, c->office->now) < 0)
		st = check_tell(
			c, "hours", "warning",
			_("the office has no working hours, so no due moment can be told"));
	calendar_free(calendar);
	return st;
}

static enum status
check_words(struct checking *c)
{
	struct buf first = { 0 };
	int64_t different = 0;
	char *detail;
	enum status st = words_check(c->office, &different, &first);

	if (!st && different) {
		detail = mem_print(
			_("%lld dossiers are not found by their words, %s for one"),
			(long long)different, first.text);
		st = check_error(c, "words", detail);
		free(detail);
	}
	buf_free(&first);
	return st;
}

enum status
office_check(struct office *office, struct sink *sink)
{
	struct checking c = { .office = office, .sink = sink };
	enum status st;

	if ((st = check_store(&c)) || (st = check_journal(&c)) ||
	    (st = check_hours(&c)) || (st = check_holidays(&c)) ||
	    (st = check_catalogue(&c)) || (st = check_dossiers(&c)) ||
	    (st = check_bounds(&c)) || (st = check_words(&c)) ||
	    (st = check_retention(&c)) || (st = check_payments(&c))) {
		free(c.first);
		return st;
	}
	if (c.errors)
		st = fail(BAD_DATA, "%s", c.first);
	free(c.first);
	return st;
}
