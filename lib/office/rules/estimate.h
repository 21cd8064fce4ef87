/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ESTIMATE_H
#define OSQ_OFFICE_RULES_ESTIMATE_H

#include "office/rules/hall.h"
#include "office/rules/wait_range.h"

/*
 * How long somebody is going to wait: the hall as it stands is played forward many
 * times, with policy_choose() at every counter that falls free, and the waits that
 * come out are his range.  Knows no store: see
 * office/queue/wait/wait.h for that.  The same hall
 * gives the same answer.  Moments are seconds since 1970, lengths seconds.
 *
 * What is uncertain is played too: how long a call holds a counter, which is drawn
 * anew from what the samples leave open (occupancy.h); how much longer the
 * present calls last, having lasted so long; who still comes and overtakes, which is
 * taken from other days.
 *
 * What is not foreseen: that counters open or close, lunch, who goes home.  A counter
 * on a break comes back after a break of usual length.
 */

#define NEWCOMER ((size_t)-1)

/* Who asks: one of those who wait, by his place among them, or a NEWCOMER who draws
 * a number of a service now, with a class of that weight.  A newcomer takes nobody's
 * turn, so that many may be asked for at once. */
struct hall_asker {
	size_t waiting;
	size_t service;
	int weight;
	struct wait_range range; /* the answer */
};

/* Answer all askers from the same plays.  EFFORT is how many calls are played in
 * all, at some ten million a second: 12000 for a ticket. */
void estimate_waits(const struct hall *hall, struct hall_asker *askers, size_t count,
		    int effort);

#endif
