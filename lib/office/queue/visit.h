/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_VISIT_H
#define OSQ_OFFICE_QUEUE_VISIT_H

#include "base/moment.h"
#include "office/core/office.h"
#include "office/rules/label.h"

/*
 * A visit is a ticket and its periods: in which state it was, at which counter,
 * with which officer, from when to when.  What it is now is its last period.
 */
extern const struct word visit_states[]; /* by the bits of the enum */
enum visit_state {
	VISIT_WAITING = 1 << 0,
	VISIT_CALLED = 1 << 1,
	VISIT_SERVING = 1 << 2,
	VISIT_HELD = 1 << 3,
	VISIT_DONE = 1 << 4,
	VISIT_NO_SHOW = 1 << 5,
	VISIT_CANCELLED = 1 << 6,
	VISIT_UNSERVED = 1 << 7,
};

struct visit {
	int64_t id;
	char label[LABEL_TEXT];
	char day[DAY_TEXT];
	enum visit_state state;
	int64_t since; /* when that state began */
	int64_t service_id;
	int64_t counter_id; /* 0 = none */
	int64_t officer_id; /* 0 = none */
	char counter[32];   /* its code, "" = none */
};

/* The word of a state, as stored and shown: "no_show". */
const char *visit_word(enum visit_state state);

/* Find a ticket of DAY (NULL: the day of the act) by its label; `a12` is A012.
 * NO when there is none, USAGE when LABEL is no label. */
enum status visit_find(struct office *office, const char *label, const char *day,
		       struct visit *visit);

/* The ticket with ID. */
enum status visit_load(struct office *office, int64_t id, struct visit *visit);

/* The ticket called or being served at a counter; NO without a message when there
 * is none. */
enum status visit_at_counter(struct office *office, int64_t counter, struct visit *visit);

/* OK when the visit is in one of the states FROM, and the act is not before its
 * present state began; else NO, or BAD_DATA for the time, with the state told. */
enum status visit_may_leave(struct office *office, const struct visit *visit,
			    unsigned from);

/* Where a visit goes. */
struct visit_move {
	enum visit_state state;
	int64_t service_id; /* 0 = as it is */
	int64_t counter_id; /* 0 = none */
	int64_t officer_id; /* 0 = none */
	const char *reason; /* its word, as stored; or NULL */
	const char *note;   /* or NULL */
	/* Of an appointment that waits: its window; 0 = as in its first period. */
	int64_t slot_from, slot_until;
};

/* Begin the new period, which ends the present one: one statement.  One that waits
 * keeps the age and the class of its ticket.  Inside a write transaction; the caller
 * has asked visit_may_leave() and journals. */
enum status visit_enter(struct office *office, struct visit *visit,
			const struct visit_move *move);

#endif
