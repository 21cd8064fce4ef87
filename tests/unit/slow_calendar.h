/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_SLOW_CALENDAR_H
#define OSQ_TESTS_SLOW_CALENDAR_H

#include <time.h>

#include "office/rules/calendar.h"

/*
 * The rules of office/calendar.h once more, slowly: a day is painted minute by
 * minute, and every answer is found by walking over the paint.  Shares nothing with
 * what it checks; dates come from the C library, in UTC after adding seven hours.
 * Hours must be whole minutes.
 */
#define SLOW_DAY     86400
#define SLOW_SPANS   32
#define SLOW_DAYS    1024
#define SLOW_UNKNOWN 7
#define SLOW_NEVER   INT64_MIN

enum paint { SHUT, SERVING, WORKING };

struct slow {
	struct {
		int weekday;
		int64_t opens, closes; /* minutes */
		bool counts;
	} spans[SLOW_SPANS];
	int span_count;
	struct {
		int year, month, day;
		bool works;
	} days[SLOW_DAYS];
	int day_count;
	int cutoff;                   /* of same-day, seconds */
	bool unsettled[SLOW_UNKNOWN]; /* from 2023 on: no notice has come */
	int64_t painted;              /* the midnight of the day in `minutes` */
	char minutes[24 * 60];
};

/* Random numbers: splitmix64, Vigna; any seed will do. */
uint64_t slow_draw(uint64_t *seed);
int slow_within(uint64_t *seed, int low, int high);

/* The same random week, days off and swap days in both, within five years from December
 * 2022. */
struct calendar *slow_random_calendar(struct slow *slow, uint64_t *seed);

/* Often on an edge of the hours or of the cut-off, or a second beside it. */
int64_t slow_random_moment(const struct slow *slow, uint64_t *seed);

struct tm slow_local(int64_t moment);

/* Midnight of the local day of MOMENT, MORE days later; and what the calendar calls that
 * day: days since 1970, by their local midnights. */
int64_t slow_midnight(int64_t moment, int more);
int slow_number(int64_t midnight);

enum paint slow_at(struct slow *slow, int64_t moment);
int64_t slow_closing(struct slow *slow, int64_t moment);
int64_t slow_next_open(struct slow *slow, int64_t moment);
int64_t slow_due(struct slow *slow, const struct time_rule *rule, int64_t received);

/* By when it is handed over: on the day, or within the first working hour of the next
 * one.
 */
int64_t slow_handover_due(struct slow *slow, int64_t received);

/* The first year of which no notice has come that lies in or between those of the two
 * moments, or 0. */
int slow_unsettled(const struct slow *slow, int64_t from, int64_t to);

/* When LEFT working seconds are used up from MOMENT on; MOMENT itself when none is. */
int64_t slow_due_work(struct slow *slow, int64_t left, int64_t moment);
int64_t slow_open_seconds(struct slow *slow, int64_t from, int64_t to);

#endif
