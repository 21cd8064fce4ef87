/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_HALL_H
#define OSQ_OFFICE_RULES_HALL_H

#include "office/rules/attendance.h"
#include "office/rules/occupancy.h"
#include "office/rules/policy.h"

/*
 * The hall at one moment, as estimate_waits() plays it forward: the services, the
 * counters that serve them, who waits, and who came on other days.  Moments are seconds
 * since 1970.  hall_load.h fills it from the store.
 */
struct hall_service {
	struct line_service line; /* its weight is not used; see hall_serves */
	struct samples held;
};

struct hall_serves {
	size_t service; /* index of the service */
	int weight;     /* at this counter, at least 1 */
};

enum hall_state { COUNTER_FREE, COUNTER_BUSY, COUNTER_PAUSED, COUNTER_CLOSED };

struct hall_counter {
	int64_t id;
	struct hall_serves *serves;
	size_t count;
	enum hall_state state;
	int64_t since;  /* when it was called or the break began; not if free or closed */
	size_t service; /* of the present ticket, if busy */
	struct absences *habits; /* on each of the hall's habit_count days */
	struct run run;
};

/* Somebody who waits now or comes later. */
struct hall_person {
	struct candidate who;
	int64_t counter_id; /* waits for this counter only; 0 = for any */
	int64_t comes_at;   /* when, for a person who comes later */
};

/* Those who may still come, taken from one other day, in the order in which they come. */
struct hall_day {
	struct hall_person *people;
	size_t count;
};

/* The hall owns all its lists; free them with hall_free(). */
struct hall {
	int64_t at;
	struct hall_service *services;
	size_t service_count;
	struct hall_counter *counters; /* the open and paused ones, and who may come */
	size_t counter_count;
	struct hall_person *waiting; /* without the ids of their periods */
	size_t waiting_count;
	struct hall_day *days; /* 0: nobody is expected to come */
	size_t day_count;
	size_t habit_count; /* days of which it is known who was at the counters when */
	struct absences hours; /* when the office is shut, for whom no habit is known */
};

/*
 * The index of the service with the id SERVICE_ID; hall->service_count where the hall has
 * no such service.
 */
size_t hall_place(const struct hall *hall, int64_t service_id);

/*
 * When the counter can call for the first time in a play, in which people are at the
 * counters as on DAY, an index of the habits: how long calls hold a counter is in HELD,
 * by service.  NEVER where nobody comes.  LEAVE gets the absences that follow.
 */
int64_t hall_first_free(const struct hall *hall, const struct hall_counter *counter,
			size_t day, const struct occupancy *held, struct dice *dice,
			struct leave *leave);

/* Whether it can: false for a closed counter to which by no habit anybody comes. */
bool hall_may_open(const struct hall *hall, const struct hall_counter *counter);

/* Free the lists of one counter of the hall. */
void hall_counter_free(const struct hall *hall, struct hall_counter *counter);

/* Free the lists and zero the struct, which itself is not freed; { 0 } is fine. */
void hall_free(struct hall *hall);

#endif
