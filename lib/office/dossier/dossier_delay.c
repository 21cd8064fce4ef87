/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_delay.h"

#include "base/moment.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_promise.h"
#include "office/rules/handover.h"

/* No dossier has waited for longer than this. */
#define LONGEST_WAIT ((int64_t)100 * 366 * DAY_SECONDS)

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

/* Bind to NAME the moment before which what is waited for has lasted too long: for more
 * than the setting KEY says, in UNIT. */
static enum status
bind_delay(struct office *office, const struct calendar *calendar, const char *key,
	   enum time_unit unit, struct query *q, const char *name)
{
	struct time_rule rule = { .unit = unit, .cutoff = CUTOFF_NONE };
	int64_t limit = 0;
	enum status st = setting_number(office, key, day_of(office->now), &limit);

	rule.limit = (int)limit;
	if (!st)
		query_int(q, name,
			  limit ? find_first_unpassed(calendar, &rule, office->now) :
				  INT64_MIN);
	return st;
}

enum status
dossier_delay_bind(struct office *office, struct query *q)
{
	struct calendar *calendar = NULL;
	enum status st = calendar_load(office, &calendar);

	if (!st && query_has(q, ":unanswered"))
		st = bind_delay(office, calendar, "supplement_wait_days",
				UNIT_WORKING_DAY, q, ":unanswered");
	if (!st && query_has(q, ":handover"))
		query_int(q, ":handover", handover_overdue(calendar, office->now));
	if (!st)
		st = bind_delay(office, calendar, "accept_hours", UNIT_WORKING_HOUR, q,
				":unaccepted");
	calendar_free(calendar);
	return st;
}

enum status
dossier_unaccepted(struct office *office, int64_t *count)
{
	struct query q;
	enum status st;

	query_open(&q, office->store,
		   "SELECT count(*) FROM dossier d WHERE d.received_at IS NULL"
		   " AND " UNACCEPTED);
	st = dossier_delay_bind(office, &q);
	if (!st && query_row(&q))
		*count = query_col_int(&q, 0);
	return worse(st, query_close(&q));
}

/* clang-format off */
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
	" UNION ALL " DELAY("handed_late", NOT_HANDED)
	" UNION ALL " DELAY("unaccepted", UNACCEPTED) ") d"
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
