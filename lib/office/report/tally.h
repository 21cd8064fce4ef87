/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_TALLY_H
#define OSQ_OFFICE_REPORT_TALLY_H

#include "office/core/office.h"
#include "office/rules/period.h"
#include "office/rules/spread.h"

/*
 * What is counted of visits, for an entry of a register (a service, a counter, ...).
 * figures.h says what the figures mean and which sums must hold.
 */
struct counts {
	/* Of legs, under their service and the hour in which they began. */
	int64_t drawn, came, cancelled, open;
	int64_t then; /* of the served legs: the visitor went on to another one */
	/* Of legs; under counters and officers, of calls: how they ended. */
	int64_t served, sent_on, no_show, unserved;
	int64_t calls, recalls, taken, held, present; /* of calls */
	int64_t in_time; /* waits within the service's target */
	/*
	 * Of tickets whose slip said a wait and that were called, under the service drawn
	 * for.  told_half: of these the slips that named a median too, by which error,
	 * the sum of actual less median, is counted.
	 */
	int64_t told, told_half, told_median, told_p90, error;
	/* Served after closing, or on a day off. */
	int64_t served_late, overtime;
	int64_t counter_open, counter_busy, counter_paused; /* seconds */
};

struct tally {
	struct counts n;
	struct spread waits, services; /* durations */
};

/* An entry of a register, or, with id 0, the entry for what has none. */
struct group {
	int64_t id;
	char *code, *name; /* NULL: missing */
	int64_t target;    /* of a service, in seconds */
	bool ended;        /* before the period: shown only where something is counted */
	struct tally tally;
};

struct groups {
	struct group *all; /* in the order in which they are shown; id 0 is the last */
	size_t count;
};

/*
 * Add an entry for each row of SQL (id, code, name, target, whether it ended before
 * PERIOD; its parameters are :from and :last, the first and the last day of PERIOD, and,
 * where there is a TARGET, :target), and one with id 0 and the name NOBODY at the end.
 */
enum status groups_load(struct office *office, const char *sql,
			const struct period *period, int64_t target, const char *nobody,
			struct groups *groups);

/* The entry with ID, else the one for none. */
struct group *groups_find(const struct groups *groups, int64_t id);

/* Free what it contains. */
void tally_free(struct tally *tally);
void groups_free(struct groups *groups);

#endif
