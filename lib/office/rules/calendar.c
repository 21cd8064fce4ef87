/* SPDX-License-Identifier: MIT */
#include "office/rules/calendar.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/rules/cursor.h"

#define HOUR         3600
#define LAST_SECOND  (DAY_SECONDS - 1)
#define USUAL_CUTOFF (15 * HOUR) /* Decree 23/2015, art. 7: "after 15:00" */

struct calendar *
calendar_new(void)
{
	struct calendar *calendar = mem_alloc(sizeof(*calendar));

	for (int i = 0; i < WEEK; i++)
		calendar->swaps[i] = &calendar->week[i];
	calendar->guessed = mem_alloc(sizeof(*calendar->guessed));
	return calendar;
}

void
calendar_free(struct calendar *calendar)
{
	if (!calendar)
		return;
	for (int i = 0; i < WEEK; i++)
		workday_free(&calendar->week[i]);
	cursor_forget(calendar);
	free(calendar->guessed);
	free(calendar->exceptions);
	free(calendar->settled);
	free(calendar->same_day.all);
	free(calendar->days.all);
	free(calendar);
}

/*
 * A swap day has the hours of its own weekday.  Where that weekday has no working time
 * (most Saturdays), it takes the hours of the first weekday that has some.
 */
static void
swaps_update(struct calendar *calendar)
{
	int first = 0;

	while (first < WEEK && !calendar->week[first].work)
		first++;
	for (int i = 0; i < WEEK; i++) {
		bool own = calendar->week[i].work > 0 || first == WEEK;

		calendar->swaps[i] = &calendar->week[own ? i : first];
	}
}

enum status
calendar_add_hours(struct calendar *calendar, int weekday, int opens, int closes,
		   bool counts)
{
	struct span span = { opens, closes, counts };

	if (weekday < 1 || weekday > WEEK)
		return fail(BAD_DATA, _("weekday %d: expected 1 (Monday) to 7 (Sunday)"),
			    weekday);
	if (opens < 0 || opens >= closes || closes > DAY_SECONDS)
		return fail(BAD_DATA,
			    _("weekday %d: hours must open before they close, "
			      "within one day"),
			    weekday);
	if (!workday_add(&calendar->week[weekday - 1], span))
		return fail(BAD_DATA, _("weekday %d: hours overlap"), weekday);
	swaps_update(calendar);
	cursor_forget(calendar);
	return OK;
}

void
calendar_add_day(struct calendar *calendar, int day, bool works)
{
	size_t at = cursor_find(calendar, day);
	struct exception *place;

	if (at == calendar->count || calendar->exceptions[at].day != day) {
		if (calendar->count == calendar->room) {
			calendar->room = calendar->room ? calendar->room * 2 : 64;
			calendar->exceptions = mem_grow(calendar->exceptions,
							calendar->room * sizeof(*place));
		}
		place = calendar->exceptions + at;
		memmove(place + 1, place, (calendar->count - at) * sizeof(*place));
		calendar->count++;
	}
	calendar->exceptions[at] = (struct exception){ day, works };
}

void
calendar_settle(struct calendar *calendar, int year)
{
	calendar->settled = mem_more(calendar->settled, calendar->settled_count,
				     sizeof(*calendar->settled));
	calendar->settled[calendar->settled_count++] = year;
}

int
calendar_unsettled(const struct calendar *calendar, int64_t from, int64_t to)
{
	int year, last, month, d;

	day_to_ymd(day_of(from), &year, &month, &d);
	day_to_ymd(day_of(to), &last, &month, &d);
	for (; year <= last; year++)
		if (!cursor_settled(calendar, year))
			return year;
	return 0;
}

void
calendar_add_cutoff(struct calendar *calendar, enum time_unit unit, int since, int cutoff)
{
	struct cutoffs *cutoffs = unit == UNIT_SAME_DAY ? &calendar->same_day :
							  &calendar->days;

	cutoffs->all = mem_more(cutoffs->all, cutoffs->count, sizeof(*cutoffs->all));
	cutoffs->all[cutoffs->count++] = (struct dated_cutoff){ since, cutoff };
}

/* The office's cut-off of UNIT for what is received on DAY, or CUTOFF_UNSAID. */
static int
office_cutoff(const struct calendar *calendar, enum time_unit unit, int day)
{
	const struct cutoffs *cutoffs = unit == UNIT_SAME_DAY ? &calendar->same_day :
								&calendar->days;

	if (unit == UNIT_WORKING_HOUR)
		return CUTOFF_UNSAID;
	for (size_t i = cutoffs->count; i > 0; i--)
		if (cutoffs->all[i - 1].since <= day)
			return cutoffs->all[i - 1].cutoff;
	return unit == UNIT_SAME_DAY ? USUAL_CUTOFF : CUTOFF_UNSAID;
}

void
calendar_settle_rule(const struct calendar *calendar, struct time_rule *rule,
		     int64_t received)
{
	bool days = rule->unit == UNIT_WORKING_DAY || rule->unit == UNIT_DAY;

	if (days && rule->cutoff == CUTOFF_UNSAID)
		rule->cutoff = office_cutoff(calendar, rule->unit, day_of(received));
}

/* The moment SECOND of DAY, for which a promise is given: midnight belongs to the day
 * that it ends. */
static int64_t
promise_on(int day, int second)
{
	return day_moment(day, second < DAY_SECONDS ? second : LAST_SECOND);
}

int64_t
calendar_closing(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = cursor_hours(&at);

	return hours->work ? promise_on(day, hours->closing) : -1;
}

int64_t
calendar_day_begins(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = cursor_hours(&at);

	return day_moment(day, hours->work ? hours->opening : 0);
}

int64_t
calendar_day_ends(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = cursor_hours(&at);

	return promise_on(day, hours->work ? hours->closing : DAY_SECONDS);
}

int64_t
calendar_shuts(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = cursor_hours(&at);

	return hours->count ? day_moment(day, hours->spans[hours->count - 1].closes) : -1;
}

const struct workday *
calendar_hours(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);

	return cursor_hours(&at);
}

int64_t
calendar_next_open(const struct calendar *calendar, int64_t moment)
{
	struct cursor at = cursor_at(calendar, day_of(moment));
	int passed = workday_passed(cursor_hours(&at), second_of_day(moment));

	if (passed == cursor_hours(&at)->work) {
		if (!cursor_next(&at))
			return -1;
		passed = 0;
	}
	/* Where the next working second begins. */
	return day_moment(at.day, workday_end(cursor_hours(&at), passed + 1) - 1);
}

int64_t
calendar_open_seconds(const struct calendar *calendar, int64_t from, int64_t to)
{
	struct cursor at = cursor_at(calendar, day_of(from));
	int last = day_of(to);
	int64_t seconds;

	if (to <= from)
		return 0;
	seconds = -workday_passed(cursor_hours(&at), second_of_day(from));
	for (; at.day < last; cursor_step(&at))
		seconds += cursor_hours(&at)->work;
	return seconds + workday_passed(cursor_hours(&at), second_of_day(to));
}

int64_t
calendar_left(const struct calendar *calendar, int64_t from, int64_t due)
{
	return calendar_open_seconds(calendar, from,
				     due + (second_of_day(due) == LAST_SECOND));
}

/* Is SECOND later than CUTOFF allows on a day of HOURS? */
static bool
is_late(const struct workday *hours, int cutoff, int second)
{
	if (cutoff == CUTOFF_UNSAID || !hours->work)
		return false;
	return second > (cutoff > 0 ? cutoff : hours->closing + cutoff);
}

/* The cut-off of RULE for what is received on DAY. */
static int
cutoff_of(const struct calendar *calendar, const struct time_rule *rule, int day)
{
	if (rule->unit == UNIT_SAME_DAY && rule->cutoff == CUTOFF_UNSAID)
		return office_cutoff(calendar, UNIT_SAME_DAY, day);
	return rule->cutoff;
}

static bool
seek_next_opening(struct cursor *at, int *second)
{
	if (!cursor_next(at))
		return false;
	*second = cursor_hours(at)->opening;
	return true;
}

/*
 * Move to the day on which a receipt counts and put its second there.  One on a day off
 * or after closing is one at the next opening; but of calendar days one is counted from
 * the day itself, unless it comes after the cut-off.
 */
static bool
seek_receipt(struct cursor *at, int *second, const struct time_rule *rule)
{
	const int cutoff = cutoff_of(at->calendar, rule, at->day);
	const struct workday *hours = cursor_hours(at);

	if (rule->unit != UNIT_DAY && (!hours->work || *second > hours->closing) &&
	    !seek_next_opening(at, second))
		return false;
	if (rule->unit == UNIT_WORKING_HOUR ||
	    !is_late(cursor_hours(at), cutoff, *second))
		return true;
	return seek_next_opening(at, second);
}

int64_t
calendar_receipt(const struct calendar *calendar, const struct time_rule *rule,
		 int64_t received)
{
	struct cursor at = cursor_at(calendar, day_of(received));
	int second = second_of_day(received);

	return seek_receipt(&at, &second, rule) ? day_moment(at.day, second) : received;
}

/* Civil Code 2015, art. 147 (2): the day of receipt is not counted. */
static bool
seek_nth_working_day(struct cursor *at, int n)
{
	for (; n > 0; n--)
		if (!cursor_next(at))
			return false;
	return true;
}

/* Civil Code 2015, art. 148 (5): a last day that is off moves on to the next working
 * day. */
static bool
seek_nth_day(struct cursor *at, int n)
{
	*at = cursor_at(at->calendar, at->day + n);
	return cursor_seek(at);
}

/* Move to the day on which WORK seconds from SECOND on have passed, and put there
 * the second at which they have. */
static bool
seek_work(struct cursor *at, int *second, int64_t work)
{
	work += workday_passed(cursor_hours(at), *second);
	while (work > cursor_hours(at)->work) {
		work -= cursor_hours(at)->work;
		if (!cursor_next(at))
			return false;
	}
	*second = workday_end(cursor_hours(at), (int)work);
	return true;
}

/* Years have four digits everywhere. */
static enum status
settle_moment(int day, int second, int64_t *moment)
{
	if (day > DAY_LAST)
		return fail(BAD_DATA, _("the moment would lie beyond the year 9999"));
	*moment = promise_on(day, second);
	return OK;
}

static enum status
no_working_day(int day)
{
	char room[SHOW_TEXT];

	fail(NOT_SET_UP, _("no working hours within ten years from %s"),
	     show_day(day, room));
	return fail_hint(NOT_SET_UP,
			 _("tell the office's hours: osq-admin import hours"));
}

/* Move to the day, and put the second, at which a dossier received there is due. */
static bool
seek_due(struct cursor *at, int *second, const struct time_rule *rule)
{
	bool found = false;

	if (rule->unit == UNIT_WORKING_HOUR) /* from the next opening by itself */
		return seek_work(at, second, (int64_t)rule->limit * HOUR);
	if (!seek_receipt(at, second, rule))
		return false;
	if (rule->unit == UNIT_WORKING_DAY)
		found = seek_nth_working_day(at, rule->limit);
	else if (rule->unit == UNIT_DAY)
		found = seek_nth_day(at, rule->limit);
	else
		found = true;
	*second = cursor_hours(at)->closing;
	return found;
}

enum status
calendar_due(const struct calendar *calendar, const struct time_rule *rule,
	     int64_t received, int64_t *due)
{
	struct cursor at = cursor_at(calendar, day_of(received));
	int second = second_of_day(received);

	if (rule->unit != UNIT_SAME_DAY && !time_limit_fits(rule->unit, rule->limit))
		return fail(BAD_DATA, _("time limit %d: expected 1 to %d"), rule->limit,
			    TIME_LIMIT_MOST);
	if (!seek_due(&at, &second, rule))
		return no_working_day(day_of(received));
	return settle_moment(at.day, second, due);
}

enum status
calendar_after(const struct calendar *calendar, int64_t from, int64_t seconds,
	       int64_t *moment)
{
	struct cursor at = cursor_at(calendar, day_of(from));
	int second = second_of_day(from);

	if (seconds <= 0) {
		*moment = from;
		return OK;
	}
	if (!seek_work(&at, &second, seconds))
		return no_working_day(day_of(from));
	return settle_moment(at.day, second, moment);
}
