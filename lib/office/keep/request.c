/* SPDX-License-Identifier: MIT */
#include "office/keep/request.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"

#define ASKED_FOR (INT64_C(7) * DAY_SECONDS)

static const char request_sql[] =
	"SELECT uid, entered_at, EXISTS (SELECT 1 FROM journal c WHERE c.act = 'confirm'"
	"        AND c.subject = CAST(j.id AS TEXT)),"
	"       act, json_extract(detail, '$.before'), json_extract(detail, '$.force'),"
	"       subject, json_extract(detail, '$.value'), json_extract(detail, '$.since'),"
	"       json_extract(detail, '$.unset')"
	"  FROM journal j WHERE id = :id AND (act = 'purge ask' OR act = 'config ask')";

static char *
own_text(struct query *q, int column)
{
	const char *text = query_col_null(q, column) ? NULL : query_col_text(q, column);

	return text ? mem_text(text) : NULL;
}

void
request_free(struct request *r)
{
	free(r->act);
	free(r->before);
	free(r->force);
	free(r->key);
	free(r->value);
	free(r->since);
	free(r->unset);
}

static enum status
find_request(struct office *office, int64_t number, struct request *r)
{
	struct query q;

	query_open(&q, office->store, request_sql);
	query_int(&q, ":id", number);
	if (query_row(&q))
		*r = (struct request){ .uid = query_col_int(&q, 0),
				       .entered_at = query_col_int(&q, 1),
				       .confirmed = query_col_int(&q, 2) != 0,
				       .act = own_text(&q, 3),
				       .before = own_text(&q, 4),
				       .force = own_text(&q, 5),
				       .key = own_text(&q, 6),
				       .value = own_text(&q, 7),
				       .since = own_text(&q, 8),
				       .unset = own_text(&q, 9) };
	return query_close(&q);
}

static enum status
check_request(const struct office *office, const char *number, const struct request *r)
{
	if (!r->act)
		return fail(NO, _("%s: there is no such request"), number);
	if (r->confirmed)
		return fail(NO, _("%s: was confirmed already"), number);
	if (office->now - r->entered_at > ASKED_FOR)
		return fail(NO, _("%s: was asked for more than 7 days ago"), number);
	if (r->uid == (int64_t)getuid())
		return fail(NOT_ALLOWED, _("%s: who asked for it does not confirm it"),
			    number);
	return OK;
}

/* Two who confirm at once are looked at one after the other, so only one of them does. */
enum status
request_confirm(struct office *office, const char *number, struct request *r)
{
	char *end;
	const int64_t id = strtoll(number, &end, 10);
	enum status st = office_begin(office);

	if (st)
		return st;
	if (!(st = find_request(office, *end ? 0 : id, r)) &&
	    !(st = check_request(office, number, r)))
		st = office_journal(office, "confirm", number, NULL);
	return office_end(office, st);
}
