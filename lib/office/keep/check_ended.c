/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/keep/check_parts.h"
#include "office/queue/visit.h"

/* Looks for work that still lies with what has ended: each statement yields the code and
 * how much of it. */

static const struct {
	const char *sql, *detail; /* marked N_() */
} works[] = {
	{ "SELECT c.code, 1 FROM counter_period p JOIN counter c ON c.id = p.counter_id"
	  " WHERE p.ended_at IS NULL AND c.until < :day",
	  N_("has ended, and is open") },
	{ "SELECT o.code, 1 FROM counter_period p JOIN officer o ON o.id = p.officer_id"
	  " WHERE p.ended_at IS NULL AND o.until < :day",
	  N_("has ended, and has a counter open") },
	{ "SELECT o.code, count(*) FROM dossier d JOIN officer o ON o.id = d.holder_id"
	  " WHERE d.finished_at IS NULL AND o.until < :day GROUP BY o.code",
	  N_("has ended, and has open dossiers") },
	{ "SELECT k.code, count(*) FROM dossier d JOIN desk k ON k.id = d.desk_id"
	  " WHERE d.finished_at IS NULL AND k.until < :day GROUP BY k.code",
	  N_("has ended, and has open dossiers") },
	{ "SELECT k.code, count(*) FROM procedure_step s JOIN desk k ON k.id = s.desk_id"
	  "  JOIN procedure p ON p.id = s.procedure_id"
	  " WHERE k.until < :day AND coalesce(p.until, :day) >= :day GROUP BY k.code",
	  N_("has ended, and is in the steps of procedures") },
	{ "SELECT s.code, count(*) FROM ticket_period n"
	  "  JOIN service s ON s.id = n.service_id"
	  " WHERE n.day = :day AND n." VISIT_WAITS " AND s.until < :day GROUP BY s.code",
	  N_("has ended, and people wait for it") },
};

enum status
check_ended(struct checking *c)
{
	char day[DAY_TEXT];
	enum status st = OK;
	size_t i;

	day_print(day_of(c->office->now), day);
	for (i = 0; i < sizeof(works) / sizeof(*works) && !st; i++) {
		struct query q;

		query_open(&q, c->office->store, works[i].sql);
		query_text(&q, ":day", day);
		while (!st && query_row(&q)) {
			char *detail = mem_print("%s: %s: %lld", query_col_given(&q, 0),
						 _(works[i].detail),
						 (long long)query_col_int(&q, 1));

			st = check_tell(c, "ended", "warning", detail);
			free(detail);
		}
		st = worse(st, query_close(&q));
	}
	return st;
}
