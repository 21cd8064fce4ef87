/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_VISIT_H
#define OSQ_OFFICE_QUEUE_VISIT_H

#include "base/moment.h"
#include "office/core/office.h"
#include "office/rules/label.h"

/*
 * A visit is a ticket and its periods: each says in which state the ticket was, at which
 * counter, with which officer, from when to when.  The last period is the present state.
 */
extern const struct word visit_states[]; /* in the order of the enum's bits */
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

/* The ends of a visit: moments, in which nobody waits or is served. */
#define VISIT_OVER (VISIT_DONE | VISIT_NO_SHOW | VISIT_CANCELLED | VISIT_UNSERVED)

struct visit {
	int64_t id;
	char label[LABEL_TEXT];
	char day[DAY_TEXT];
	enum visit_state state;
	int64_t since; /* when the present state began */
	int64_t service_id;
	int64_t counter_id;      /* 0 = none */
	int64_t officer_id;      /* 0 = none */
	char counter[CODE_TEXT]; /* its code, "" = none */
};

/*
 * Who is at a counter, as SQL; behind "p." where the period is called so.  A text and no
 * function, since it is what the index of who is at which counter was made with.
 */
#define VISIT_AT_COUNTER "state IN ('called', 'serving')"

/* Who waits now, so too. */
#define VISIT_WAITS "state = 'waiting' AND ended_at IS NULL"

/* Who is in the hall and at no counter; a text, as it is asked of a whole hall at once.
 */
#define VISIT_STAYS "state IN ('waiting', 'held')"

/* The period P ("p.") with which a call begins: a recall belongs to the call before. */
#define VISIT_CALL(p) p "state = 'called' AND " p "reason IS NOT 'recall'"

/* The word of a state, as stored and shown: "no_show". */
const char *visit_word(enum visit_state state);

/*
 * Find a ticket of DAY (NULL: the day of the act) by its label; "a12" finds A012.  NO
 * when there is none, USAGE when LABEL is no label.
 */
enum status visit_find(struct office *office, const char *label, const char *day,
		       struct visit *visit);

/* Find the ticket with the id ID. */
enum status visit_load(struct office *office, int64_t id, struct visit *visit);

/*
 * Find the ticket called or being served at a counter; NO without a message when there is
 * none.
 */
enum status visit_at_counter(struct office *office, int64_t counter, struct visit *visit);

/*
 * OK when the visit is in one of the states FROM, and the act is not before that state
 * began. NO for another state, BAD_DATA for the time; the message names the present
 * state.
 */
enum status visit_may_leave(struct office *office, const struct visit *visit,
			    unsigned from);

/* The new period of a visit. */
struct visit_move {
	enum visit_state state;
	int64_t service_id; /* 0 = unchanged */
	int64_t counter_id; /* 0 = none */
	int64_t officer_id; /* 0 = none */
	const char *reason; /* the stored word; or NULL */
	const char *note;   /* or NULL */
	/* The window of an appointment that waits; 0 = that of the first period. */
	int64_t slot_from, slot_until;
};

/*
 * End the present period and begin MOVE in one statement.  A visit that waits keeps the
 * age and the class of its ticket.  Call it inside a write transaction, after
 * visit_may_leave(); the caller journals.
 */
enum status visit_enter(struct office *office, struct visit *visit,
			const struct visit_move *move);

#endif
