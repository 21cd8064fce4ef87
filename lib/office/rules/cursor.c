/* SPDX-License-Identifier: MIT */
#include "office/rules/cursor.h"

#include <limits.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/moment.h"
#include "office/rules/holiday.h"

#define SEARCH_DAYS 3653 /* ten years; the longest run of days off is two weeks */

struct guessed_year {
	struct guessed_year *before;
	int year;
	int days[HOLIDAY_MOST + 1]; /* the last one never comes */
};

size_t
cursor_find(const struct calendar *calendar, int day)
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

bool
cursor_settled(const struct calendar *calendar, int year)
{
	for (size_t i = 0; i < calendar->settled_count; i++)
		if (calendar->settled[i] == year)
			return true;
	return year < HOLIDAY_SINCE;
}

void
cursor_forget(struct calendar *calendar)
{
	while (*calendar->guessed) {
		struct guessed_year *last = *calendar->guessed;

		*calendar->guessed = last->before;
		free(last);
	}
}

static const struct guessed_year *
guess_year(const struct calendar *calendar, int year)
{
	struct guessed_year *guess = *calendar->guessed;
	bool works[WEEK];

	for (; guess; guess = guess->before)
		if (guess->year == year)
			return guess;
	for (int i = 0; i < WEEK; i++)
		works[i] = calendar->week[i].work > 0;
	guess = mem_alloc(sizeof(*guess));
	guess->before = *calendar->guessed;
	guess->year = year;
	guess->days[holiday_guess(year, works, guess->days)] = INT_MAX;
	return *calendar->guessed = guess;
}

/* Take up the days off of the year in which the cursor now is. */
static void
enter_year(struct cursor *at)
{
	static const int none[] = { INT_MAX };
	int year, month, d;

	day_to_ymd(at->day, &year, &month, &d);
	at->next_year = day_from_ymd(year + 1, 1, 1);
	if (cursor_settled(at->calendar, year)) {
		at->off = none;
		return;
	}
	at->off = guess_year(at->calendar, year)->days;
	while (*at->off < at->day)
		at->off++;
}

struct cursor
cursor_at(const struct calendar *calendar, int day)
{
	struct cursor at = { .calendar = calendar,
			     .day = day,
			     .weekday = day_weekday(day) - 1,
			     .next = cursor_find(calendar, day) };

	enter_year(&at);
	return at;
}

const struct workday *
cursor_hours(const struct cursor *at)
{
	static const struct workday closed = { .count = 0 };
	const struct calendar *calendar = at->calendar;

	if (at->next < calendar->count && calendar->exceptions[at->next].day == at->day)
		return calendar->exceptions[at->next].works ?
			       calendar->swaps[at->weekday] :
			       &closed;
	return *at->off == at->day ? &closed : &calendar->week[at->weekday];
}

void
cursor_step(struct cursor *at)
{
	const struct calendar *calendar = at->calendar;

	if (at->next < calendar->count && calendar->exceptions[at->next].day == at->day)
		at->next++;
	/* The list ends in a day that is never reached. */
	if (*at->off == at->day) /* NOLINT(clang-analyzer-core.*) */
		at->off++;
	at->day++;
	at->weekday = at->weekday == WEEK - 1 ? 0 : at->weekday + 1;
	if (at->day == at->next_year)
		enter_year(at);
}

bool
cursor_seek(struct cursor *at)
{
	for (int i = 0; i < SEARCH_DAYS; i++, cursor_step(at))
		if (cursor_hours(at)->work)
			return true;
	return false;
}

bool
cursor_next(struct cursor *at)
{
	cursor_step(at);
	return cursor_seek(at);
}
