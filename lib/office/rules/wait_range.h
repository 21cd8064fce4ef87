/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WAIT_RANGE_H
#define OSQ_OFFICE_RULES_WAIT_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How long somebody is going to wait, and how many are called before. */
struct wait_range {
	int64_t ahead;       /* tickets of the same service called before */
	int64_t median, p90; /* half, and nine of ten, of such tickets are called within
				so many seconds; -1: no open counter serves it */
};

/*
 * What a slip says of a range, in seconds: whole minutes, as it prints them.  *P90 is the
 * longest wait that it names.  *MEDIAN is -1 where it names only that one ("up to 4
 * minutes").
 */
void wait_range_said(int64_t *median, int64_t *p90);

/* The result of one play for one asker. */
struct wait_played {
	int64_t wait, ahead;
};

/*
 * Compute the range from the results of COUNT plays (at least one), which this sorts.
 * SMOOTH: the waits are of one kind, so that few plays tell the law of all.
 */
void wait_sum_up(struct wait_played *answers, size_t count, bool smooth,
		 struct wait_range *range);

#endif
