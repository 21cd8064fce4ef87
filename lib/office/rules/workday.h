/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WORKDAY_H
#define OSQ_OFFICE_RULES_WORKDAY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The hours of one day: from when to when it is open, and which of that is
 * working time for deadlines.  Seconds are of the day, 0 to 86400.  Start from
 * { 0 }, a day that is closed.
 */
struct span {
	int opens;
	int closes;
	bool counts; /* working time, not only serving people */
};

struct workday {
	struct span *spans; /* by opening, none overlapping */
	size_t count;
	int work;    /* seconds of working time; 0: no working day */
	int opening; /* the first opening and the last closing of working time */
	int closing;
};

/* False, and nothing added, when SPAN overlaps another. */
bool workday_add(struct workday *workday, struct span span);
void workday_free(struct workday *workday); /* not the struct itself */

/* How many of the day's working seconds lie before SECOND. */
int workday_passed(const struct workday *workday, int second);

/* When the N-th working second of the day ends, 1 <= n <= work.  Counting by ends
 * puts time that runs out with a span at its closing, not at the next opening. */
int workday_end(const struct workday *workday, int n);

#endif
