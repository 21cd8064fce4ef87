/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/keep/check_parts.h"
#include "office/keep/purge.h"

static const char past_sql[] =
	"SELECT count(*) FROM dossier WHERE finished_at < :before AND purged_at IS NULL"
	"   AND (returned_at IS NULL OR returned_at < :before)";

enum status
check_retention(struct checking *c)
{
	char room[SHOW_TEXT], *detail;
	int64_t count = 0;
	int day;
	struct query q;
	enum status st = retention_day(c->office, &day);

	if (st)
		return st == NO ? OK : st;
	query_open(&q, c->office->store, past_sql);
	query_int(&q, ":before", day_moment(day, 0));
	if (query_row(&q))
		count = query_col_int(&q, 0);
	if ((st = query_close(&q)) || !count)
		return st;
	detail = mem_print(_("%lld dossiers ended before %s still have personal data: "
			     "osq-admin purge"),
			   (long long)count, show_day(day, room));
	st = check_tell(c, "retention", "warning", detail);
	free(detail);
	return st;
}
