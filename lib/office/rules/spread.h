/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_SPREAD_H
#define OSQ_OFFICE_RULES_SPREAD_H

#include <stddef.h>
#include <stdint.h>

/*
 * Durations, kept so that medians and percentiles of them can be told: how many there
 * were of each second.  Its memory grows with how long they are, not with how many,
 * so a year is no larger than a day.  Start from { 0 }.
 */
#define SPREAD_CHUNK  256 /* seconds kept together */
#define SPREAD_CHUNKS 338 /* a day and some; what is longer is listed one by one */

struct spread {
	uint32_t *chunks[SPREAD_CHUNKS]; /* NULL: none there */
	int64_t *longer;
	size_t longer_count, longer_room;
	int64_t count;
};

/* Count one of SECONDS; less than 0 counts as 0. */
void spread_add(struct spread *spread, int64_t seconds);

/* What is told of it; -1 where there was none. */
struct marks {
	int64_t median; /* the middle one, or the mean of the middle two, in whole seconds
			 */
	int64_t p90;    /* nearest rank: the 9th of 10 */
	int64_t longest;
};

/* Read it; its list of long ones is sorted by this. */
struct marks spread_marks(struct spread *spread);

void spread_clear(struct spread *spread); /* empty, keeps its room */
void spread_free(struct spread *spread);

#endif
