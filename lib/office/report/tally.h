/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_TALLY_H
#define OSQ_OFFICE_REPORT_TALLY_H

#include "office/core/office.h"
#include "office/rules/spread.h"

/* What is counted of visits, and the entries of a register under which it is.  What
 * the figures mean and what must be true of them stands in figures.h. */
struct counts {
	/* Of legs, under their service, and the hour in which they began. */
	int64_t drawn, came, cancelled, open;
	int64_t then; /* of the served: who went on to another service */
	/* Of legs; under counters and officers of calls, how they ended. */
	int64_t served, sent_on, no_show, unserved;
	int64_t calls, recalls, taken, held, present; /* of calls */
	int64_t in_time; /* waits within the target of their service */
	/* Told on the slip, and called: under the service drawn for. */
	int64_t told, told_median, told_p90,
		error; /* error: actual less median, in sum */
	/* After closing, or on a day off. */
	int64_t served_late, overtime;
	int64_t counter_open, counter_busy, counter_paused; /* seconds */
};

struct tally {
	struct counts n;
	struct spread waits, services; /* times */
};

/* An entry of a register, or, with id 0, what belongs to none. */
struct group {
	int64_t id;
	char *code, *name; /* NULL: none */
	int64_t target;    /* of a service: seconds */
	struct tally tally;
};

struct groups {
	struct group *all; /* in the order in which they are shown; id 0 is the last */
	size_t count;
};

/* Add the entries that SQL gives (id, code, name, target; it may have a parameter
 * :target) and, at the end, one with id 0 whose name is NOBODY. */
enum status groups_load(struct office *office, const char *sql, int64_t target,
			const char *nobody, struct groups *groups);

/* The entry with ID, else the one that stands for none. */
struct group *groups_find(const struct groups *groups, int64_t id);

/* Free what is in them. */
void tally_free(struct tally *tally);
void groups_free(struct groups *groups);

#endif
