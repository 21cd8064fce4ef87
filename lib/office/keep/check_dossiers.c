/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier/promises.h"
#include "office/keep/check_parts.h"

/* A dossier's present state must be what its last act made of it. */
static const char last_event_sql[] =
	"SELECT d.code, e.act FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id"
	" WHERE NOT EXISTS (SELECT 1 FROM dossier_event n"
	"                    WHERE n.dossier_id = e.dossier_id AND n.id > e.id)"
	"   AND (d.status <> e.status OR d.due_at <> e.due_at"
	"    OR d.promised_at IS NOT e.promised_at OR d.desk_id IS NOT e.desk_id"
	"    OR (e.act IN ('finish', 'reject', 'withdraw', 'stop') AND d.finished_at IS NOT e.at)"
	"    OR (e.act = 'return' AND d.returned_at IS NOT e.at)"
	"    OR (e.act = 'pause' AND d.paused_at IS NOT e.at))"
	" ORDER BY d.id LIMIT 20";

static enum status
check_events(struct checking *c)
{
	struct query q;
	enum status st = OK;

	query_open(&q, c->office->store, last_event_sql);
	while (!st && query_row(&q)) {
		char *detail = mem_print(
			_("%s: is not what its last act (%s) made of it"),
			query_col_given(&q, 0), query_col_given(&q, 1));

		st = check_error(c, "dossiers", detail);
		free(detail);
	}
	return worse(st, query_close(&q));
}

struct overtaken {
	struct sink sink;
	int64_t count;
};

static enum status
count_overtaken(struct sink *sink, const struct value *values)
{
	(void)values;
	((struct overtaken *)sink)->count++;
	return OK;
}

static enum status
check_promises(struct checking *c)
{
	struct overtaken o = { .sink = { count_overtaken } };
	enum status st = check_besides_hours(promises_list(c->office, &o.sink));
	char *detail;

	if (st || !o.count)
		return st;
	detail = mem_print(
		_("open dossiers that the days off would promise otherwise: %lld "
		  "(osq-admin promises)"),
		(long long)o.count);
	st = check_tell(c, "promises", "warning", detail);
	free(detail);
	return st;
}

enum status
check_dossiers(struct checking *c)
{
	const int before = c->errors;
	enum status st = check_recount(c);

	if (st || (st = check_events(c)) || (st = check_records(c, "dossiers")))
		return st;
	if (c->errors == before && (st = check_tell(c, "dossiers", "ok", NULL)))
		return st;
	return check_promises(c);
}
