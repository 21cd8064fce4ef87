/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ESTIMATE_H
#define OSQ_OFFICE_RULES_ESTIMATE_H

#include "office/rules/occupancy.h"
#include "office/rules/policy.h"
#include "office/rules/wait_range.h"

/*
 * How long somebody is going to wait: the hall as it stands is played forward many
 * times, with policy_choose() at every counter that falls free, and the waits that
 * come out are his range.  Knows no store: see office/wait.h for that.  The same hall
 * gives the same answer.  Moments are seconds since 1970, lengths seconds.
 *
 * What is uncertain is played too: how long a call holds a counter, which is drawn
 * anew from what the samples leave open (office/occupancy.h); how much longer the
 * present calls last, having lasted so long; who still comes and overtakes, which is
 * taken from other days.
 *
 * What is not foreseen: that counters open or close, lunch, who goes home.  A counter
 * on a break comes back after a break of usual length.
 */

struct hall_service {
	struct line_service line; /* its weight is the counters', not looked at here */
	struct samples held;
};

struct hall_serves {
	size_t service; /* its place among the services */
	int weight;     /* at this counter, at least 1 */
};

enum hall_state { COUNTER_FREE, COUNTER_BUSY, COUNTER_PAUSED };

struct hall_counter {
	int64_t id;
	struct hall_serves *serves;
	size_t count;
	enum hall_state state;
	int64_t since;  /* busy: called, or paused */
	size_t service; /* busy: of its present ticket */
	struct run run;
};

/* Somebody who waits now or comes later. */
struct hall_person {
	struct candidate who;
	int64_t counter_id; /* waits for this counter alone; 0 = for any */
	int64_t comes_at;   /* later: when */
};

/* Who may come, as on one of the other days: by the moment of coming. */
struct hall_day {
	struct hall_person *people;
	size_t count;
};

struct hall {
	int64_t at;
	struct hall_service *services;
	size_t service_count;
	struct hall_counter *counters; /* the open and the paused ones */
	size_t counter_count;
	struct hall_person *waiting;
	size_t waiting_count;
	struct hall_day *days; /* 0: nobody comes */
	size_t day_count;
};

#define NEWCOMER ((size_t)-1)

/* Who asks: one of those who wait, by his place among them, or a NEWCOMER who draws
 * a number of a service now, with a class of that weight.  A newcomer takes nobody's
 * turn, so that many may be asked for at once. */
struct hall_asker {
	size_t waiting;
	size_t service;
	int weight;
	struct wait_range range; /* the answer */
};

/* Answer all askers from the same plays.  EFFORT is how many calls are played in
 * all, at some ten million a second: 12000 for a ticket. */
void estimate_waits(const struct hall *hall, struct hall_asker *askers, size_t count,
		    int effort);

#endif
