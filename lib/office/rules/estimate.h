/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ESTIMATE_H
#define OSQ_OFFICE_RULES_ESTIMATE_H

#include "office/rules/hall.h"
#include "office/rules/wait_range.h"

/*
 * How long somebody is going to wait.  The hall as it stands is played forward many
 * times, with policy_choose() at every counter that becomes free; the waits that result
 * are the range. It does not read the store (office/queue/wait/wait.h does).  The same
 * hall always gives the same answer.  Moments are seconds since 1970, lengths seconds.
 *
 * Each play also varies what is uncertain: how long a call holds a counter, drawn anew
 * from what the samples leave open (occupancy.h); how much longer the present calls last,
 * given how long they have lasted; and who still comes and overtakes, taken from other
 * days.
 *
 * Who leaves a counter for lunch or a break, and who comes to one that is closed, is
 * taken in each play from one of the last days (hall.h), or from the office's hours where
 * none is known.  A counter that is on a break of no day is expected back after a break
 * of usual length.  It does not foresee people who leave.
 */

#define NEWCOMER ((size_t)-1)

/*
 * The person whose wait is asked for: one of those who wait, as an index of them, or a
 * NEWCOMER who draws a number of a service now, in a class of the given weight.  A
 * newcomer takes nobody's turn, so the waits of many can be asked for at once.
 */
struct hall_asker {
	size_t waiting;
	size_t service;
	int weight;
	struct wait_range range; /* the answer */
};

/*
 * Answer all askers from the same plays.  EFFORT is the number of calls to play in all,
 * at about ten million a second; 12000 is enough for one ticket.
 */
void estimate_waits(const struct hall *hall, struct hall_asker *askers, size_t count,
		    int effort);

#endif
