/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WORKDAY_H
#define OSQ_OFFICE_RULES_WORKDAY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The hours of one day: when it is open, and which of that is working time for deadlines.
 * Seconds are of the day, 0 to 86400.  Start from { 0 }, a day that is closed.
 */
struct span {
	int opens;
	int closes;
	bool counts; /* working time for deadlines, not only for the public */
};

struct workday {
	struct span *spans; /* by opening, none overlapping */
	size_t count;
	int work;    /* seconds of working time; 0: not a working day */
	int opening; /* first opening and last closing of working time */
	int closing;
};

/* Add SPAN.  False, with nothing added, when it overlaps another one. */
bool workday_add(struct workday *workday, struct span span);
void workday_free(struct workday *workday); /* frees the spans, not the struct itself */

/* How many of the day's working seconds come before SECOND. */
int workday_passed(const struct workday *workday, int second);

/*
 * The second at which the N-th working second of the day ends, 1 <= n <= work.  Since
 * ends are counted, time that runs out with a span ends at its closing, not at the next
 * opening.
 */
int workday_end(const struct workday *workday, int n);

#endif
