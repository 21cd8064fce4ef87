/* SPDX-License-Identifier: MIT */
#include "office/queue/announce.h"

#include <string.h>

#include "base/text.h"

enum status
announce_last(struct office *office, int64_t *id)
{
	enum status st = office_number(office, "SELECT max(id) FROM journal", NULL, NULL,
				       id);

	if (st == NO)
		*id = 0;
	return st == NO ? OK : st;
}

#define CALLS "('call next', 'call take', 'call recall')"

/* Called again at the same counter, only the later call is said. */
static const char next_sql[] =
	"SELECT j.id, j.at, j.subject, coalesce(j.counter, '') FROM journal j"
	" WHERE j.id > :after AND j.id <= :last AND j.act IN " CALLS
	"   AND NOT EXISTS (SELECT 1 FROM journal k WHERE k.id > j.id AND k.id <= :last"
	"       AND k.act IN " CALLS
	" AND k.subject = j.subject AND k.counter = j.counter)"
	" ORDER BY j.id LIMIT 1";

enum status
announce_next(struct office *office, int64_t *after, struct call *call)
{
	int64_t last;
	bool found;
	struct query q;
	enum status st = announce_last(office, &last);

	if (st)
		return st;
	query_open(&q, office->store, next_sql);
	query_int(&q, ":after", *after);
	query_int(&q, ":last", last);
	if ((found = query_row(&q))) {
		*call = (struct call){ .id = query_col_int(&q, 0),
				       .at = query_col_int(&q, 1) };
		text_copy(call->label, sizeof(call->label), query_col_given(&q, 2));
		text_copy(call->counter, sizeof(call->counter), query_col_given(&q, 3));
	}
	if ((st = query_close(&q)))
		return st;
	*after = found ? call->id : last;
	return found ? OK : NO;
}

enum status
announce_stands(struct office *office, const struct call *call)
{
	char day[DAY_TEXT];
	struct visit visit;
	enum status st = visit_find(office, call->label, day_print(day_of(call->at), day),
				    &visit);

	if (st)
		return st;
	return visit.state & (VISIT_CALLED | VISIT_SERVING) &&
			       !strcmp(visit.counter, call->counter) ?
		       OK :
		       NO;
}

static const char name_sql[] = "SELECT name FROM counter WHERE code = :code";

enum status
announce_counter_name(struct office *office, const char *code, struct buf *name)
{
	const char *found = NULL;
	struct query q;

	query_open(&q, office->store, name_sql);
	query_text(&q, ":code", code);
	if (query_row(&q))
		found = query_col_text(&q, 0);
	buf_text(name, found && *found ? found : code);
	return query_close(&q);
}
