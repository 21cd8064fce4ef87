/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LANES_H
#define OSQ_OFFICE_RULES_LANES_H

#include "office/rules/estimate.h"

/*
 * A hall sorted into lanes, for estimate_waits() alone: people of whom only the first
 * can be next.  They are of one service and class, for the same counters, by age; so a
 * counter looks at a few heads, however long the line.  Whoever has an appointment, and
 * a newcomer who asks, is a lane of his own.  Playing changes nothing but marks, so that
 * the next play begins at once.
 */
#define NO_ASKER ((size_t)-1)
#define NEVER    INT64_MAX

struct lane_person {
	const struct hall_person *is;
	size_t asker; /* NO_ASKER: nobody who asks */
};

struct lane {
	size_t service;
	int weight;
	int64_t counter_id;
	bool alone, newcomer;
	struct lane_person *people; /* those who wait now */
	size_t count, next;
	const struct hall_person **late; /* those who came while it was played */
	size_t late_count, late_next;
	size_t comes; /* how many come at most, in all days */
};

struct lanes {
	const struct hall *hall;
	struct hall_person *newcomers; /* by asker */
	struct lane *lane;
	size_t count;
	size_t **comes_to; /* the lane of each person of each day */
	size_t day, come;  /* which day is played, and how many of it have come */
};

/* Sort the hall and those who ask; both stay the caller's.  End with lanes_free(). */
void lanes_set_up(struct lanes *lanes, const struct hall *hall,
		  const struct hall_asker *askers, size_t count);
void lanes_free(struct lanes *lanes);

/* Everybody stands as at the beginning, and people come as on DAY. */
void lanes_begin(struct lanes *lanes, size_t day);

/* When the next one comes; NEVER: nobody does. */
int64_t lanes_next_at(const struct lanes *lanes);

/* Those who have come until AT join their lanes. */
void lanes_let_in(struct lanes *lanes, int64_t at);

/* The first of the lane, NULL when nobody is left; *ASKER tells whether he asks. */
const struct hall_person *lane_first(const struct lane *lane, size_t *asker);

/* The first goes; true when he was there from the beginning. */
bool lane_take(struct lane *lane);

#endif
