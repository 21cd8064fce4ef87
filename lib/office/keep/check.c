/* SPDX-License-Identifier: MIT */
#include "office/keep/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_delay.h"
#include "office/dossier/dossier_words_check.h"
#include "office/keep/check_parts.h"
#include "store/backup.h"
#include "store/schema_check.h"

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
complain_of_schema(void *ctx, const char *what)
{
	return check_error(ctx, "schema", what);
}

static enum status
check_schema(struct checking *c)
{
	return store_schema_check(c->office->store, complain_of_schema, c);
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

/* From the first receipt to the last moment that is promised. */
static const char promised_sql[] =
	"SELECT (SELECT min(received_at) FROM dossier),"
	"  (SELECT max(max(due_at, coalesce(promised_at, 0))) FROM dossier"
	"    WHERE finished_at IS NULL)";

static enum status
tell_unsettled(struct checking *c, int year)
{
	char *detail = mem_print(
		_("no notice of the days off of %d has come; provisional ones hold: "
		  "osq-admin import holidays FILE --settles %d"),
		year, year);
	enum status st = check_tell(c, "holidays", "warning", detail);

	free(detail);
	return st;
}

/* The years without a notice in which promises were given or end, and this one. */
static enum status
check_holidays(struct checking *c, const struct calendar *calendar)
{
	int64_t from = c->office->now, to = from;
	struct query q;
	enum status st;
	int year;

	query_open(&q, c->office->store, promised_sql);
	if (query_row(&q)) {
		if (!query_col_null(&q, 0) && query_col_int(&q, 0) < from)
			from = query_col_int(&q, 0);
		if (query_col_int(&q, 1) > to)
			to = query_col_int(&q, 1);
	}
	st = query_close(&q);
	while (!st && (year = calendar_unsettled(calendar, from, to))) {
		st = tell_unsettled(c, year);
		from = day_moment(day_from_ymd(year + 1, 1, 1), 0);
		if (from > to)
			break;
	}
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
	if (!st)
		st = check_holidays(c, calendar);
	calendar_free(calendar);
	return st;
}

static enum status
check_requests(struct checking *c)
{
	int64_t late = 0;
	char *detail;
	enum status st = check_besides_hours(dossier_unaccepted(c->office, &late));

	if (st || !late)
		return st;
	detail = mem_print(_("requests that nobody has looked at in time: %lld "
			     "(osq-dossier list --standing unaccepted)"),
			   (long long)late);
	st = check_tell(c, "requests", "warning", detail);
	free(detail);
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

/* What is against the journal, besides the dossiers. */
static enum status
check_told(struct checking *c)
{
	static const char *const what[] = { "ratings", "tickets", "visits", "papers" };
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(what) / sizeof(*what) && !st; i++)
		st = check_records(c, what[i]);
	return st;
}

/* In the order in which their findings are told: first what the others rest on. */
static enum status (*const parts[])(struct checking *c) = {
	check_schema,    check_store,    check_journal,   check_settings, check_codes,
	check_hours,     check_requests, check_catalogue, check_dossiers, check_told,
	check_names,     check_bounds,   check_words,     check_bookings, check_ended,
	check_retention, check_payments, check_clock,     check_users,    check_setup,
};

enum status
office_check(struct office *office, struct sink *sink)
{
	struct checking c = { .office = office, .sink = sink };
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(*parts) && !st; i++)
		st = parts[i](&c);
	if (!st && c.errors)
		st = fail(BAD_DATA, "%s", c.first);
	free(c.first);
	return st;
}
