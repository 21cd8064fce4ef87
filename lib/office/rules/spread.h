/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_SPREAD_H
#define OSQ_OFFICE_RULES_SPREAD_H

#include <stddef.h>
#include <stdint.h>

/*
 * Durations, stored as how many there were of each second, for medians and percentiles.
 * Memory grows with how long they are, not with how many there are, so a year takes no
 * more than a day.  Start from { 0 }.
 */
#define SPREAD_CHUNK  256 /* seconds stored together */
#define SPREAD_CHUNKS 338 /* a bit over a day; longer ones are listed one by one */

struct spread {
	uint32_t *chunks[SPREAD_CHUNKS]; /* NULL: none there */
	int64_t *longer;
	size_t longer_count, longer_room;
	int64_t count;
};

/* Count a duration of SECONDS; below 0 counts as 0. */
void spread_add(struct spread *spread, int64_t seconds);

/* What a spread shows; -1 where nothing was counted. */
struct marks {
	int64_t median; /* the middle one, or the mean of the middle two, in whole seconds
			 */
	int64_t p90;    /* nearest rank: the 9th of 10 */
	int64_t longest;
};

/* Compute the marks.  This sorts the list of long durations. */
struct marks spread_marks(struct spread *spread);

void spread_clear(struct spread *spread); /* empties it but keeps its memory */
void spread_free(struct spread *spread);

#endif
