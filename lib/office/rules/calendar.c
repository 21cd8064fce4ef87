/* SPDX-License-Identifier: MIT */
#include "office/rules/calendar.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/rules/workday.h"

#define WEEK           7
#define HOUR           3600
#define SEARCH_DAYS    3653 /* ten years; the longest run of days off is two weeks */
#define DEFAULT_CUTOFF (15 * HOUR) /* Decree 23/2015, art. 7: "after 15:00" */

struct exception {
	int day;
	bool works;
};

struct calendar {
	struct workday week[WEEK];         /* Monday first */
	const struct workday *swaps[WEEK]; /* the hours of a swap day on that weekday */
	struct exception *exceptions;      /* by day */
	size_t count;
	size_t room;
	int cutoff;
};

/*
 * A day and its place in the calendar.  Stepping to the next day needs no search and no
 * division, because a promise of thirty working days takes forty steps, and an import
 * makes a million promises.
 */
struct cursor {
	const struct calendar *calendar;
	int day;
	int weekday; /* 0 Monday */
	size_t next; /* the first exception on the day or later */
};

struct calendar *
calendar_new(void)
{
	struct calendar *calendar = mem_alloc(sizeof(*calendar));

	for (int i = 0; i < WEEK; i++)
		calendar->swaps[i] = &calendar->week[i];
	calendar->cutoff = DEFAULT_CUTOFF;
	return calendar;
}

void
calendar_free(struct calendar *calendar)
{
	if (!calendar)
		return;
	for (int i = 0; i < WEEK; i++)
		workday_free(&calendar->week[i]);
	free(calendar->exceptions);
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
	return OK;
}

/* The index of the first exception on DAY or later. */
static size_t
exception_find(const struct calendar *calendar, int day)
{
	size_t low = 0, high = calendar->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (calendar->exceptions[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
calendar_add_day(struct calendar *calendar, int day, bool works)
{
	size_t at = exception_find(calendar, day);
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
calendar_set_cutoff(struct calendar *calendar, int second)
{
	calendar->cutoff = second;
}

static struct cursor
cursor_at(const struct calendar *calendar, int day)
{
	return (struct cursor){ calendar, day, day_weekday(day) - 1,
				exception_find(calendar, day) };
}

static const struct workday *
hours_of(const struct cursor *at)
{
	static const struct workday closed = { .count = 0 };
	const struct calendar *calendar = at->calendar;

	if (at->next == calendar->count || calendar->exceptions[at->next].day != at->day)
		return &calendar->week[at->weekday];
	return calendar->exceptions[at->next].works ? calendar->swaps[at->weekday] :
						      &closed;
}

static void
step_cursor(struct cursor *at)
{
	const struct calendar *calendar = at->calendar;

	if (at->next < calendar->count && calendar->exceptions[at->next].day == at->day)
		at->next++;
	at->day++;
	at->weekday = at->weekday == WEEK - 1 ? 0 : at->weekday + 1;
}

/* Stay on a working day, else move on to the next one; false when none comes. */
static bool
seek_working_day(struct cursor *at)
{
	for (int i = 0; i < SEARCH_DAYS; i++, step_cursor(at))
		if (hours_of(at)->work)
			return true;
	return false;
}

static bool
next_working_day(struct cursor *at)
{
	step_cursor(at);
	return seek_working_day(at);
}

int64_t
calendar_closing(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = hours_of(&at);

	return hours->work ? day_moment(day, hours->closing) : -1;
}

int64_t
calendar_day_begins(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = hours_of(&at);

	return day_moment(day, hours->work ? hours->opening : 0);
}

int64_t
calendar_day_ends(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = hours_of(&at);
	const int end = DAY_SECONDS - 1; /* of hours until 24:00 too: the day stays */

	return day_moment(day,
			  hours->work && hours->closing < end ? hours->closing : end);
}

int64_t
calendar_shuts(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);
	const struct workday *hours = hours_of(&at);

	return hours->count ? day_moment(day, hours->spans[hours->count - 1].closes) : -1;
}

const struct workday *
calendar_hours(const struct calendar *calendar, int day)
{
	struct cursor at = cursor_at(calendar, day);

	return hours_of(&at);
}

int64_t
calendar_next_open(const struct calendar *calendar, int64_t moment)
{
	struct cursor at = cursor_at(calendar, day_of(moment));
	int passed = workday_passed(hours_of(&at), second_of_day(moment));

	if (passed == hours_of(&at)->work) {
		if (!next_working_day(&at))
			return -1;
		passed = 0;
	}
	/* Where the next working second begins. */
	return day_moment(at.day, workday_end(hours_of(&at), passed + 1) - 1);
}

int64_t
calendar_open_seconds(const struct calendar *calendar, int64_t from, int64_t to)
{
	struct cursor at = cursor_at(calendar, day_of(from));
	int last = day_of(to);
	int64_t seconds;

	if (to <= from)
		return 0;
	seconds = -workday_passed(hours_of(&at), second_of_day(from));
	for (; at.day < last; step_cursor(&at))
		seconds += hours_of(&at)->work;
	return seconds + workday_passed(hours_of(&at), second_of_day(to));
}

const struct word time_units[] = {
	[UNIT_WORKING_DAY] = { "working-day", "ngày làm việc|working day|working days" },
	/* A bare "ngày" is a calendar day, as everywhere in law (Civil Code, art. 147).
	 */
	[UNIT_DAY] = { "day", "ngày|ngày lịch|ngày dương lịch|calendar day" },
	[UNIT_SAME_DAY] = { "same-day", "trong ngày|ngay trong ngày|same day" },
	[UNIT_WORKING_HOUR] = { "working-hour",
				"giờ làm việc|giờ|working hour|working hours" },
	{ 0 },
};

int
time_unit_read(const char *text)
{
	const struct word *word = word_find(time_units, text);

	return word ? (int)(word - time_units) : -1;
}

const char *
time_unit_word(enum time_unit unit)
{
	return time_units[unit].code;
}

/* Move to the working day on which a receipt counts and put its second there: a
 * receipt on a day off or after closing is one at the next opening. */
static bool
seek_receipt(struct cursor *at, int *second)
{
	const struct workday *hours = hours_of(at);

	if (hours->work && *second <= hours->closing)
		return true;
	if (!next_working_day(at))
		return false;
	*second = hours_of(at)->opening;
	return true;
}

/* Civil Code 2015, art. 147 (2): the day of receipt is not counted. */
static bool
seek_nth_working_day(struct cursor *at, int second, int n)
{
	if (!seek_receipt(at, &second))
		return false;
	for (; n > 0; n--)
		if (!next_working_day(at))
			return false;
	return true;
}

/* Civil Code 2015, art. 148 (5): a last day that is off moves on to the next
 * working day.  Days off are counted like any other before it, so that receipt on
 * one makes no difference here. */
static bool
seek_nth_day(struct cursor *at, int n)
{
	*at = cursor_at(at->calendar, at->day + n);
	return seek_working_day(at);
}

/* Decree 23/2015, art. 7: the result on the day itself, after 15:00 the next. */
static bool
seek_same_day(struct cursor *at, int second)
{
	if (!seek_receipt(at, &second))
		return false;
	return second <= at->calendar->cutoff || next_working_day(at);
}

/* Move to the day on which WORK seconds from SECOND on have passed, and put there
 * the second at which they have. */
static bool
seek_work(struct cursor *at, int *second, int64_t work)
{
	work += workday_passed(hours_of(at), *second);
	while (work > hours_of(at)->work) {
		work -= hours_of(at)->work;
		if (!next_working_day(at))
			return false;
	}
	*second = workday_end(hours_of(at), (int)work);
	return true;
}

bool
time_limit_fits(enum time_unit unit, int64_t limit)
{
	if (unit == UNIT_SAME_DAY)
		return limit == 0;
	return limit >= 1 && limit <= TIME_LIMIT_MOST;
}

/* Years have four digits everywhere. */
static enum status
settle_moment(int day, int second, int64_t *moment)
{
	if (day > DAY_LAST)
		return fail(BAD_DATA, _("the moment would lie beyond the year 9999"));
	*moment = day_moment(day, second);
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

enum status
calendar_due(const struct calendar *calendar, enum time_unit unit, int limit,
	     int64_t received, int64_t *due)
{
	struct cursor at = cursor_at(calendar, day_of(received));
	int second = second_of_day(received);
	bool found = false;

	if (unit != UNIT_SAME_DAY && !time_limit_fits(unit, limit))
		return fail(BAD_DATA, _("time limit %d: expected 1 to %d"), limit,
			    TIME_LIMIT_MOST);
	switch (unit) {
	case UNIT_WORKING_DAY:
		found = seek_nth_working_day(&at, second, limit);
		break;
	case UNIT_DAY:
		found = seek_nth_day(&at, limit);
		break;
	case UNIT_SAME_DAY:
		found = seek_same_day(&at, second);
		break;
	case UNIT_WORKING_HOUR:
		found = seek_work(&at, &second, (int64_t)limit * HOUR);
		break;
	}
	if (!found)
		return no_working_day(day_of(received));
	if (unit != UNIT_WORKING_HOUR)
		second = hours_of(&at)->closing;
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
