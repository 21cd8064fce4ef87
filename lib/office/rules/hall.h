/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_HALL_H
#define OSQ_OFFICE_RULES_HALL_H

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

enum hall_state { COUNTER_FREE, COUNTER_BUSY, COUNTER_PAUSED };

struct hall_counter {
	int64_t id;
	struct hall_serves *serves;
	size_t count;
	enum hall_state state;
	int64_t since;  /* when it was called or the break began; not if free */
	size_t service; /* of the present ticket, if busy */
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
	struct hall_counter *counters; /* the open and the paused ones */
	size_t counter_count;
	struct hall_person *waiting; /* without the ids of their periods */
	size_t waiting_count;
	struct hall_day *days; /* 0: nobody is expected to come */
	size_t day_count;
};

/*
 * The index of the service with the id SERVICE_ID; hall->service_count where the hall has
 * no such service.
 */
size_t hall_place(const struct hall *hall, int64_t service_id);

/* Free the lists and zero the struct, which itself is not freed; { 0 } is fine. */
void hall_free(struct hall *hall);

#endif
