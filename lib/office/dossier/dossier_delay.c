/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_delay.h"

#include "base/moment.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_promise.h"
#include "office/rules/handover.h"

/* No dossier has waited for longer than this. */
#define LONGEST_WAIT (100 * 366 * (int64_t)DAY_SECONDS)

/*
 * The first moment from which the time that RULE gives has not passed at NOW, found by
 * halving, as what begins later never ends earlier; INT64_MIN in an office without hours,
 * where none ever passes.
 */
static int64_t
find_first_unpassed(const struct calendar *calendar, const struct time_rule *rule,
		    int64_t now)
{
	int64_t before = now - LONGEST_WAIT, from = now, ends;

	while (from - before > 1) {
		const int64_t middle = before + (from - before) / 2;

		if (calendar_due(calendar, rule, middle, &ends))
			return INT64_MIN;
		if (ends < now)
			before = middle;
		else
			from = middle;
	}
	return from;
}

enum status
dossier_delay_bind(struct office *office, struct query *q)
{
	struct time_rule rule = { .unit = UNIT_WORKING_DAY, .cutoff = CUTOFF_NONE };
	struct calendar *calendar = NULL;
	int64_t days = 0, unanswered = INT64_MIN, handover = INT64_MIN;
	enum status st = setting_number(office, "supplement_wait_days",
					day_of(office->now), &days);

	if (!st && !(st = calendar_load(office, &calendar))) {
		rule.limit = (int)days;
		if (days)
			unanswered = find_first_unpassed(calendar, &rule, office->now);
		handover = handover_overdue(calendar, office->now);
	}
	calendar_free(calendar);
	query_int(q, ":unanswered", unanswered);
	query_int(q, ":handover", handover);
	return st;
}

#define DELAY(word, when)                                                                \
	"SELECT '" word "' AS standing, d.* FROM dossier d INDEXED BY dossier_open"      \
	" WHERE d.finished_at IS NULL AND " when

/* clang-format off */
static const char delays_sql[] =
	"SELECT d.standing AS standing, coalesce(h.code, o.code) AS officer,"
	"  k.code AS desk, coalesce(d.promised_at, d.due_at) AS promised_at, d.code AS code,"
	"  p.name AS procedure_name, d.applicant AS applicant, d.status AS status"
	"  FROM (" DELAY("asked_late", ASKED_LATE)
	" UNION ALL " DELAY("unanswered", UNANSWERED)
	" UNION ALL " DELAY("extended_late", EXTENDED_LATE)
	" UNION ALL " DELAY("handed_late", NOT_HANDED) ") d"
	"  JOIN procedure p ON p.id = d.procedure_id"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	"  LEFT JOIN officer h ON h.id = d.holder_id LEFT JOIN desk k ON k.id = d.desk_id"
	" ORDER BY d.standing, coalesce(h.code, o.code) NULLS LAST, k.code NULLS LAST,"
	"   coalesce(d.promised_at, d.due_at), d.id";
/* clang-format on */

enum status
dossier_delays(struct office *office, struct sink *sink)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, delays_sql);
	if ((st = dossier_delay_bind(office, &q)))
		return worse(st, query_close(&q));
	return query_rows(&q, promised_columns, sink);
}
