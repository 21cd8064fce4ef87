/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LANES_H
#define OSQ_OFFICE_RULES_LANES_H

#include "office/rules/estimate.h"

/*
 * A hall sorted into lanes; used only by estimate_waits().  A lane is a line of people of
 * whom only the first can be next: they have the same service, class and counters, and
 * stand in the order of age.  So a counter looks at a few people, however long the line
 * is.  Each appointment is a lane alone.  A play only moves marks, so the next one starts
 * without any copying.
 */
#define NO_ASKER ((size_t)-1)

struct lane_person {
	const struct hall_person *is;
	size_t asker; /* NO_ASKER: this is not an asker */
};

struct lane {
	const struct hall_person *first; /* NULL: nobody is in the lane */
	bool late_first; /* who is one of those who came during the play */
	size_t service;
	int weight;
	int64_t counter_id;
	bool alone;
	struct lane_person *people; /* those who wait now, and newcomers who ask */
	size_t count, next;
	const struct hall_person **late; /* those who come during the play */
	size_t late_count, late_next;
	size_t comes; /* how many come on all days together */
};

struct lanes {
	const struct hall *hall;
	struct hall_person *newcomers; /* by asker */
	struct lane *lane;
	size_t count;
	size_t **comes_to; /* by day and person: the index of the lane */
	size_t day, come;  /* the day being played; how many have come so far */
	int64_t next_at;   /* when the next one comes; NEVER when nobody does */
};

/*
 * Sort HALL and the COUNT askers into LANES.  Both stay the caller's and must outlive
 * LANES; free it with lanes_free().
 */
void lanes_set_up(struct lanes *lanes, const struct hall *hall,
		  const struct hall_asker *askers, size_t count);
void lanes_free(struct lanes *lanes);

/* Start a play: everybody stands as at the beginning, and people come as on DAY. */
void lanes_begin(struct lanes *lanes, size_t day);

/* Let those who come until AT join their lanes. */
void lanes_let_in(struct lanes *lanes, int64_t at);

/* The asker who is first in a lane that is not empty, or NO_ASKER. */
size_t lane_asker(const struct lane *lane);

/* Remove the first person; true when that one was there from the beginning. */
bool lane_take(struct lane *lane);

#endif
