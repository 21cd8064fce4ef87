/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WAIT_RANGE_H
#define OSQ_OFFICE_RULES_WAIT_RANGE_H

#include <stddef.h>
#include <stdint.h>

/* How long somebody is going to wait, and how many go before him. */
struct wait_range {
	int64_t ahead;       /* of his service, those who would be called before him */
	int64_t median, p90; /* half of those in his place, and nine of ten, are called
			      * within so many seconds; -1: no open counter serves him */
};

/* What became of him in one play. */
struct wait_played {
	int64_t wait, ahead;
};

/* The range of COUNT plays, at least one; they are sorted on the way. */
void wait_sum_up(struct wait_played *answers, size_t count, struct wait_range *range);

#endif
