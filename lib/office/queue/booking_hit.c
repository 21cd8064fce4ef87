/* SPDX-License-Identifier: MIT */
#include "office/queue/booking_hit.h"

#include "base/moment.h"
#include "office/core/worktime.h"
#include "office/queue/issuing.h"

static const char ahead_sql[] =
	"SELECT a.code, a.slot_at, a.slot_until, s.issue_hours,"
	"       coalesce(s.until < local_date(a.slot_at), 0) FROM appointment a"
	"  JOIN service s ON s.id = a.service_id"
	" WHERE a.slot_at >= :now AND a.cancelled_at IS NULL AND a.ticket_id IS NULL"
	" ORDER BY a.slot_at, a.id";

/* Whether one span of HOURS has the whole of OPENS to CLOSES. */
static bool
has_whole(const struct workday *hours, int opens, int closes)
{
	for (size_t i = 0; i < hours->count; i++)
		if (hours->spans[i].opens <= opens && closes <= hours->spans[i].closes)
			return true;
	return false;
}

/* Whether the service has that time too; one without hours of its own has. */
static bool
is_served(const char *issue_hours, int opens, int closes)
{
	struct workday hours = { 0 };
	bool served = !issue_hours || !issue_hours_read(issue_hours, &hours) ||
		      has_whole(&hours, opens, closes);

	workday_free(&hours);
	return served;
}

/* Whether somebody is there from BEGINS to ENDS. */
static bool
is_open(const struct calendar *calendar, const char *issue_hours, int64_t begins,
	int64_t ends)
{
	const int opens = second_of_day(begins);
	const int closes = opens + (int)(ends - begins);

	return has_whole(calendar_hours(calendar, day_of(begins)), opens, closes) &&
	       is_served(issue_hours, opens, closes);
}

enum status
bookings_hit(struct office *office, struct sink *sink)
{
	struct calendar *calendar;
	struct query q;
	enum status st = calendar_load(office, &calendar);

	if (st)
		return st;
	query_open(&q, office->store, ahead_sql);
	query_int(&q, ":now", office->now);
	while (!st && query_row(&q)) {
		const int64_t begins = query_col_int(&q, 1), ends = query_col_int(&q, 2);

		if (query_col_int(&q, 4) ||
		    !is_open(calendar, query_col_given(&q, 3), begins, ends))
			st = sink->row(sink, (const struct value[]){
						     value_text(query_col_text(&q, 0)),
						     value_int(begins) });
	}
	calendar_free(calendar);
	return worse(st, query_close(&q));
}
