/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ATTENDANCE_H
#define OSQ_OFFICE_RULES_ATTENDANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * When nobody is at a counter: before it opens, at lunch, on breaks, after it has closed.
 * Moments are those of the day that is foreseen; what another day says is shifted to it.
 */
#define NEVER INT64_MAX

struct absence {
	int64_t from, until; /* until NEVER: does not come back that day */
};

/*
 * The absences of one day, in the order of time, from its midnight on.  The last one has
 * no end: mostly the officers went when nobody was left, and then whoever is at a counter
 * is taken to stay.
 */
struct absences {
	struct absence *list; /* NULL, 0: nothing is known */
	size_t count;
	bool goes_early; /* he went at that moment, however many waited */
};

/* Somebody was at the counter from FROM to UNTIL, later than whatever was added before.
 */
void absences_add_presence(struct absences *absences, int64_t from, int64_t until);

/*
 * The absence at AT, or that begins within some minutes from it; NULL when somebody is
 * there.  *NEXT is the index of that absence, or of the one that comes next.
 */
const struct absence *absences_at(const struct absences *absences, int64_t at,
				  size_t *next);

/* Whether it is as long as a lunch: longer than a break. */
bool absence_is_long(const struct absence *absence);

/* What is still to come in one play of a day; { 0 }: nothing. */
struct leave {
	const struct absences *of;
	size_t next;
};

/*
 * When somebody who falls free at FREE_AT can call.  Absences that have begun by then are
 * taken first: a break lasts as long as it did, a lunch ends at its hour.
 */
int64_t leave_take(struct leave *leave, int64_t free_at);

/*
 * When somebody for whom nobody waits until AT can call then.  Absences that are over by
 * then were taken meanwhile.
 */
int64_t leave_idle(struct leave *leave, int64_t at);

#endif
