/* SPDX-License-Identifier: MIT */
#include "office/office.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/setting.h"

enum status
office_begin(struct office *office)
{
	return store_begin(office->store);
}

enum status
office_end(struct office *office, enum status st)
{
	if (st || office->act.dry_run) {
		store_rollback(office->store);
		return st;
	}
	return store_commit(office->store);
}

enum status
office_journal(struct office *office, const char *what, const char *subject,
	       const char *const *detail)
{
	return journal_add(office->store, &office->act, what, subject, detail);
}

enum status
office_number(struct office *office, const char *sql, const char *name, const char *value,
	      int64_t *number)
{
	struct query q;
	bool found = false;
	enum status st;

	query_open(&q, office->store, sql);
	if (name)
		query_text(&q, name, value);
	if (query_row(&q) && (found = !query_col_null(&q, 0)))
		*number = query_col_int(&q, 0);
	st = query_close(&q);
	return st ? st : found ? OK : NO;
}

enum status
procedure_id(struct office *office, const char *code, int64_t *id)
{
	enum status st = office_number(office, "SELECT id FROM procedure WHERE code = :code",
				       ":code", code, id);

	if (st != NO)
		return st;
	fail(NO, _("%s: no such procedure"), code);
	return fail_hint(NO, _("osq-admin list procedures shows them"));
}

enum status
service_id(struct office *office, const char *code, int64_t *id)
{
	enum status st = office_number(office, "SELECT id FROM service WHERE code = :code",
				       ":code", code, id);

	if (st != NO)
		return st;
	fail(NO, _("%s: no such service"), code);
	return fail_hint(NO, _("osq-admin list services shows them"));
}

enum status
counter_id(struct office *office, const char *code, int64_t *id)
{
	enum status st = office_number(office, "SELECT id FROM counter WHERE code = :code",
				       ":code", code, id);

	if (st != NO)
		return st;
	fail(NO, _("%s: no such counter"), code);
	return fail_hint(NO, _("osq-admin list counters shows them"));
}

enum status
officer_id(struct office *office, const char *code, int64_t *id)
{
	enum status st = office_number(office, "SELECT id FROM officer WHERE code = :code",
				       ":code", code, id);

	if (st != NO)
		return st;
	fail(NO, _("%s: no such officer"), code);
	return fail_hint(NO, _("osq-admin list officers shows them"));
}

enum status
priority_id(struct office *office, const char *code, int64_t *id)
{
	enum status st = office_number(office, "SELECT id FROM priority WHERE code = :code",
				       ":code", code, id);

	if (st != NO)
		return st;
	fail(NO, _("%s: no such priority class"), code);
	return fail_hint(NO, _("osq-admin list priorities shows them"));
}

enum status
acting_counter(struct office *office, int64_t *id)
{
	if (office->act.counter)
		return counter_id(office, office->act.counter, id);
	fail(USAGE, _("which counter is this?"));
	return fail_hint(USAGE, _("give --counter C, or set OSQ_COUNTER"));
}

static const char sitting_sql[] =
	"SELECT p.officer_id FROM counter_period p JOIN counter c ON c.id = p.counter_id"
	" WHERE c.code = :counter AND p.ended_at IS NULL";

enum status
acting_officer(struct office *office, int64_t *id)
{
	enum status st;

	*id = 0;
	if (office->act.officer)
		return officer_id(office, office->act.officer, id);
	if (!office->act.counter)
		return OK;
	st = office_number(office, sitting_sql, ":counter", office->act.counter, id);
	return st == NO ? OK : st;
}

static enum status
load_hours(struct office *office, struct calendar *calendar)
{
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, "SELECT weekday, opens, closes, counts = 'yes' FROM hours");
	while (!st && query_row(&q))
		st = calendar_add_hours(calendar, (int)query_col_int(&q, 0),
					clock_read(query_col_text(&q, 1)),
					clock_read(query_col_text(&q, 2)),
					query_col_int(&q, 3) != 0);
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

static enum status
load_days(struct office *office, struct calendar *calendar)
{
	struct query q;
	int day;

	query_open(&q, office->store, "SELECT date, kind = 'work' FROM holiday ORDER BY date");
	while (query_row(&q))
		if (day_read(query_col_text(&q, 0), 0, &day))
			calendar_add_day(calendar, day, query_col_int(&q, 1) != 0);
	return query_close(&q);
}

enum status
calendar_load(struct office *office, struct calendar **out)
{
	struct calendar *calendar = calendar_new();
	struct buf cutoff = { 0 };
	enum status st;

	if (!(st = load_hours(office, calendar)) && !(st = load_days(office, calendar)) &&
	    !(st = setting_get(office, "same_day_cutoff", day_of(office->now), &cutoff)))
		calendar_set_cutoff(calendar, clock_read(cutoff.text));
	buf_free(&cutoff);
	if (st)
		calendar_free(calendar);
	else
		*out = calendar;
	return st;
}
