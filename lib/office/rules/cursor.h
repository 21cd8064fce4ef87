/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_CURSOR_H
#define OSQ_OFFICE_RULES_CURSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "office/rules/workday.h"

/*
 * What a calendar is made of, and a walk over its days; only for calendar.c, which asks
 * the questions.
 */

#define WEEK 7

/* A day of the register: off, or a swap day, which is worked. */
struct exception {
	int day;
	bool works;
};

/* The office's cut-off from a day on. */
struct dated_cutoff {
	int since;
	int cutoff;
};

/* The days off of a year without a notice, worked out when they are first asked for. */
struct guessed_year;

struct calendar {
	struct workday week[WEEK];         /* Monday first */
	const struct workday *swaps[WEEK]; /* the hours of a swap day on that weekday */
	struct exception *exceptions;      /* by day */
	size_t count;
	size_t room;
	struct cutoffs {
		struct dated_cutoff *all;
		size_t count;
	} same_day, days;
	int *settled; /* the years of which a notice has come */
	size_t settled_count;
	struct guessed_year **guessed; /* a list; behind a pointer because it grows while
					  the calendar is asked */
};

/*
 * A day and its place in the calendar.  Stepping to the next day needs no search and no
 * division, because a promise of thirty working days takes forty steps, and an import
 * makes a million promises.
 */
struct cursor {
	const struct calendar *calendar;
	int day;
	int weekday;    /* 0 Monday */
	size_t next;    /* the first exception on the day or later */
	const int *off; /* the first day off by the law alone, on the day or later */
	int next_year;  /* its first day */
};

struct cursor cursor_at(const struct calendar *calendar, int day);

/* The hours of the day: of the register where it has the day, else none on a day off of a
 * year without a notice, else the week's. */
const struct workday *cursor_hours(const struct cursor *at);
void cursor_step(struct cursor *at);

/* Stay on a working day, else move on to the next one; false when none comes within ten
 * years. */
bool cursor_seek(struct cursor *at);
bool cursor_next(struct cursor *at); /* to the next working day */

/* Has a notice settled YEAR, or is it one of those of which none is awaited? */
bool cursor_settled(const struct calendar *calendar, int year);

/* Where DAY is or would be among the exceptions. */
size_t cursor_find(const struct calendar *calendar, int day);

/* Forget what was worked out, since the week has changed. */
void cursor_forget(struct calendar *calendar);

#endif
