/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/keep/check_parts.h"
#include "office/rules/calendar.h"

/*
 * Checks the catalogue: times and fees that a person should check, and steps that take
 * longer than their procedure.
 */

static enum status
check_doubtful(struct checking *c)
{
	int64_t count = 0;
	enum status st = procedure_count_doubtful(c->office, &count);
	char *detail;

	if (st || !count)
		return st == NO ? OK : st;
	detail = mem_print(
		_("%lld with a doubtful time or fee: osq-admin list procedures "
		  "--doubtful"),
		(long long)count);
	st = check_tell(c, "procedures", "warning", detail);
	free(detail);
	return st;
}

/* The minutes of an ordinary working day. */
static const char minutes_sql[] =
	"SELECT sum(CAST(substr(closes, 1, 2) AS INTEGER) * 60"
	"         + CAST(substr(closes, 4, 2) AS INTEGER)"
	"         - CAST(substr(opens, 1, 2) AS INTEGER) * 60"
	"         - CAST(substr(opens, 4, 2) AS INTEGER)) / count(DISTINCT weekday)"
	"  FROM hours WHERE counts = 'yes'";

static const char steps_sql[] =
	"SELECT p.code, v.time_limit, v.time_unit,"
	"       sum(CASE WHEN s.time_unit = 'working-day' THEN s.time_limit ELSE 0 END),"
	"       sum(CASE WHEN s.time_unit = 'working-hour' THEN s.time_limit ELSE 0 END)"
	"  FROM procedure_step s JOIN procedure p ON p.id = s.procedure_id"
	"  JOIN procedure_version v ON v.procedure_id = p.id AND v.since ="
	"   (SELECT max(n.since) FROM procedure_version n"
	"     WHERE n.procedure_id = p.id AND n.since <= :day)"
	" GROUP BY p.code, v.time_limit, v.time_unit ORDER BY p.code";

/*
 * A calendar day counts as a working day: only steps that are too long in any week are
 * reported.
 */
static int64_t
minutes_of(int64_t limit, const char *unit, int64_t day)
{
	if (!strcmp(unit, "same-day"))
		return day;
	return limit * (!strcmp(unit, "working-hour") ? 60 : day);
}

static enum status
check_procedure(struct checking *c, struct query *q, int64_t day)
{
	int64_t time = minutes_of(query_col_int(q, 1), query_col_given(q, 2), day);
	int64_t steps = query_col_int(q, 3) * day + query_col_int(q, 4) * 60;
	char *detail;
	enum status st;

	if (steps <= time)
		return OK;
	detail = mem_print(_("%s: its steps take %.1f working hours, it has %.1f"),
			   query_col_given(q, 0), (double)steps / 60, (double)time / 60);
	st = check_tell(c, "steps", "warning", detail);
	free(detail);
	return st;
}

static enum status
check_steps(struct checking *c)
{
	char today[DAY_TEXT];
	struct query q;
	int64_t minutes = 0;
	enum status st = office_number(c->office, minutes_sql, NULL, NULL, &minutes);

	if (st) /* an office without hours is reported elsewhere */
		return st == NO ? OK : st;
	query_open(&q, c->office->store, steps_sql);
	query_text(&q, ":day", day_print(day_of(c->office->now), today));
	while (!st && query_row(&q))
		st = check_procedure(c, &q, minutes);
	return worse(st, query_close(&q));
}

enum status
check_catalogue(struct checking *c)
{
	enum status st = check_doubtful(c);

	return st ? st : check_steps(c);
}
