/* SPDX-License-Identifier: MIT */
#include "office/queue/issuing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "office/core/worktime.h"

#define SEARCH_DAYS 400 /* a year and the longest run of days off */

/* Read one span, such as "06:15-11:15", from N bytes of text. */
static bool
read_span(const char *text, size_t n, struct span *span)
{
	char copy[24], *closes;

	if (n >= sizeof(copy))
		return false;
	snprintf(copy, sizeof(copy), "%.*s", (int)n, text);
	closes = strchr(copy, '-');
	if (!closes)
		return false;
	*closes++ = '\0';
	*span = (struct span){ clock_read(copy), clock_read(closes), true };
	return span->opens >= 0 && span->opens < span->closes;
}

bool
issue_hours_read(const char *text, struct workday *hours)
{
	struct span span;
	bool sound = true;

	*hours = (struct workday){ 0 };
	for (text += strspn(text, " \t"); sound && *text; text += strspn(text, " \t")) {
		size_t n = strcspn(text, " \t");

		sound = read_span(text, n, &span) && workday_add(hours, span);
		text += n;
	}
	if (sound && hours->count)
		return true;
	workday_free(hours);
	return false;
}

/* Of UNTIL, which may be NULL. */
static int
last_day(const char *until)
{
	int day = DAY_LAST;

	if (until)
		day_read(until, 0, &day);
	return day;
}

static const char load_sql[] =
	"SELECT code, issue_hours, quota, slot_minutes, slot_capacity, until FROM service"
	" WHERE id = :service";

enum status
issuing_load(struct office *office, int64_t service, struct issuing *issuing)
{
	bool sound = true;
	struct query q;
	enum status st;

	*issuing = (struct issuing){ 0 };
	query_open(&q, office->store, load_sql);
	query_int(&q, ":service", service);
	if (query_row(&q)) {
		const char *hours = query_col_text(&q, 1);

		issuing->service = mem_text(query_col_given(&q, 0));
		issuing->has_hours = hours != NULL;
		sound = !hours || issue_hours_read(hours, &issuing->hours);
		issuing->quota = query_col_int(&q, 2);
		issuing->last_day = last_day(query_col_text(&q, 5));
		if (!query_col_null(&q, 3) && !query_col_null(&q, 4)) {
			issuing->slot_minutes = query_col_int(&q, 3);
			issuing->slot_capacity = query_col_int(&q, 4);
		}
	}
	st = query_close(&q);
	if (!st && !sound)
		return fail(NOT_SET_UP, _("%s: its issue_hours cannot be read"),
			    issuing->service);
	return st;
}

void
issuing_free(struct issuing *issuing)
{
	free(issuing->service);
	workday_free(&issuing->hours);
	*issuing = (struct issuing){ 0 };
}

static bool
touches_span(const struct workday *hours, const struct span *span)
{
	for (size_t i = 0; i < hours->count; i++)
		if (hours->spans[i].opens < span->closes &&
		    span->opens < hours->spans[i].closes)
			return true;
	return false;
}

/*
 * The first moment at or after FROM at which numbers are given out: within the service's
 * own hours, or the office's where it has none.  -1 when none comes.
 */
static int64_t
next_opening(const struct issuing *issuing, const struct calendar *calendar, int64_t from)
{
	for (int day = day_of(from); day < day_of(from) + SEARCH_DAYS; day++) {
		const struct workday *open = calendar_hours(calendar, day);
		const struct workday *given = issuing->has_hours ? &issuing->hours : open;

		for (size_t i = 0; i < given->count; i++) {
			int64_t opens = day_moment(day, given->spans[i].opens);

			if (day_moment(day, given->spans[i].closes) > from &&
			    touches_span(open, &given->spans[i]))
				return opens > from ? opens : from;
		}
	}
	return -1;
}

static enum status
refuse_again(int64_t again)
{
	char at[SHOW_TEXT];

	if (again < 0)
		return fail_hint(NO, _("the office has no hours in which it could: "
				       "osq-admin import hours"));
	return fail_hint(NO, _("again from %s"), show_moment(again, at));
}

/*
 * How many numbers of the day were drawn, without those of appointments.  Numbers have no
 * gap, so the last one is their count.  An appointment is stored with the day of its
 * slot, so that day tells which appointments to subtract.
 */
static const char drawn_sql[] =
	"SELECT coalesce((SELECT last FROM series"
	"                  WHERE day = :day AND series = s.prefix), 0)"
	"       - (SELECT count(*) FROM appointment"
	"           WHERE slot_at >= :from AND slot_at < :to AND service_id = s.id"
	"             AND ticket_id IS NOT NULL)"
	"  FROM service s WHERE s.id = :service";

static enum status
count_drawn(struct office *office, int64_t service, int64_t *drawn)
{
	const int today = day_of(office->act.at);
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, drawn_sql);
	query_text(&q, ":day", day_print(today, day));
	query_int(&q, ":from", day_moment(today, 0));
	query_int(&q, ":to", day_moment(today + 1, 0));
	query_int(&q, ":service", service);
	if (query_row(&q))
		*drawn = query_col_int(&q, 0);
	return query_close(&q);
}

/* Check the hours and the quota at the moment of the act. */
static enum status
check_issuing(struct office *office, const struct issuing *issuing, int64_t drawn,
	      bool force, const char **passed)
{
	const int64_t at = office->act.at;
	const bool full = issuing->quota && drawn >= issuing->quota;
	struct calendar *calendar;
	int64_t next;
	int year, month, d;
	enum status st = calendar_load(office, &calendar);

	if (st)
		return st;
	/* Who stands here knows whether the office is open today: a day off that only the
	 * law foresees stops nobody. */
	day_to_ymd(day_of(at), &year, &month, &d);
	calendar_settle(calendar, year);
	/* Once the quota is used up, the later hours of the same day do not help. */
	next = next_opening(issuing, calendar, full ? day_moment(day_of(at) + 1, 0) : at);
	calendar_free(calendar);
	if (full && next < 0 && !issuing->has_hours)
		next = day_moment(day_of(at) + 1, 0);
	if (!full && next == at)
		return OK;
	if (force) {
		*passed = full ? "quota" : "hours";
		return OK;
	}
	if (full)
		fail(NO, _("%s: all %lld numbers of the day are given out"),
		     issuing->service, (long long)issuing->quota);
	else
		fail(NO, _("%s: no numbers are given out now"), issuing->service);
	return refuse_again(next);
}

enum status
issuing_check(struct office *office, int64_t service, bool force, const char **passed)
{
	struct issuing issuing;
	int64_t drawn = 0;
	enum status st = issuing_load(office, service, &issuing);

	if (!st && issuing.quota)
		st = count_drawn(office, service, &drawn);
	if (!st && (issuing.has_hours || (issuing.quota && drawn >= issuing.quota)))
		st = check_issuing(office, &issuing, drawn, force, passed);
	issuing_free(&issuing);
	return st;
}

/*
 * The service that a ticket was drawn for is that of its first period, since the ticket
 * may have been sent on.
 */
static const char repeated_sql[] =
	"SELECT t.id, s.id, s.code FROM ticket t"
	"  JOIN ticket_period p ON p.id ="
	"       (SELECT min(id) FROM ticket_period WHERE ticket_id = t.id)"
	"  JOIN service s ON s.id = p.service_id"
	" WHERE t.day = :day AND t.request_id = :request";

enum status
issuing_repeated(struct office *office, const char *request_id, int64_t service,
		 bool *found, struct visit *visit)
{
	int64_t id = 0, drawn_for = 0;
	char day[DAY_TEXT], *code = NULL;
	struct query q;
	enum status st;

	query_open(&q, office->store, repeated_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_text(&q, ":request", request_id);
	if ((*found = query_row(&q))) {
		id = query_col_int(&q, 0);
		drawn_for = query_col_int(&q, 1);
		code = mem_text(query_col_text(&q, 2));
	}
	st = query_close(&q);
	if (!st && *found)
		st = visit_load(office, id, visit);
	if (!st && *found && drawn_for != service)
		st = fail(NO, _("request %s: drew %s for %s"), request_id, visit->label,
			  code);
	free(code);
	return st;
}
