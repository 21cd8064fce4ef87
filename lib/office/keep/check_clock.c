/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/clock.h"
#include "office/keep/check_parts.h"

/* The journal's moments of entry: they do not run back, and none is still to come. */

/* What a clock that was wrong has entered stands before the entry that says so. */
static const char back_sql[] =
	"SELECT count(*), min(id) FROM"
	" (SELECT id, act, entered_at, lag(entered_at) OVER (ORDER BY id) AS before"
	"   FROM journal)"
	" WHERE entered_at < before AND act <> 'clock right'";

static enum status
check_order(struct checking *c)
{
	int64_t count = 0, first = 0;
	struct query q;
	char *detail;
	enum status st;

	query_open(&q, c->office->store, back_sql);
	if (query_row(&q)) {
		count = query_col_int(&q, 0);
		first = query_col_int(&q, 1);
	}
	if ((st = query_close(&q)) || !count)
		return st;
	detail = mem_print(
		_("entries that were entered before the one before them: %lld, the "
		  "first is %lld"),
		(long long)count, (long long)first);
	st = check_error(c, "clock", detail);
	free(detail);
	return st;
}

static const char future_sql[] =
	"SELECT count(*), max(max(at, entered_at)) FROM journal"
	" WHERE max(at, entered_at) > :now"
	"   AND id > coalesce((SELECT max(id) FROM journal WHERE act = 'clock right'), 0)";

static enum status
check_future(struct checking *c)
{
	int64_t count = 0, last = 0;
	char when[SHOW_TEXT], *detail;
	struct query q;
	enum status st;

	query_open(&q, c->office->store, future_sql);
	query_int(&q, ":now", c->office->now);
	if (query_row(&q)) {
		count = query_col_int(&q, 0);
		last = query_col_int(&q, 1);
	}
	if ((st = query_close(&q)) || !count)
		return st;
	detail = mem_print(_("acts that are still to come: %lld, the last %s (osq-admin "
			     "clock)"),
			   (long long)count, show_moment(last, when));
	st = check_error(c, "clock", detail);
	free(detail);
	return st;
}

enum status
check_clock(struct checking *c)
{
	bool set = false;
	enum status st = clock_is_set(c->office, &set);

	if (st || set || (st = check_order(c)))
		return st;
	return check_future(c);
}
