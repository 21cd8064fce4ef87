/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_CLOCK_H
#define OSQ_OFFICE_CORE_CLOCK_H

#include "office/core/office.h"

/*
 * The store's time.  It is the machine's, and it does not run back.  Only a
 * demonstration, a store that was made under $OSQ_NOW, takes $OSQ_NOW for it, forwards
 * and backwards as it is given.
 */

/* How the machine's clock stands beside the last entry of the journal. */
enum clock_state {
	CLOCK_RIGHT,
	CLOCK_BEHIND, /* more than CLOCK_STEP before it */
	CLOCK_LEAPT,  /* more than clock_leap_days behind it, and nothing keeps the clock
		       */
};
extern const struct word clock_states[];

/* A clock that is put right goes back by so much, in seconds. */
#define CLOCK_STEP 120

struct clock {
	enum clock_state state;
	int64_t last; /* when the last entry was entered; -1: there is none */
	bool kept;    /* by something, as the kernel says */
};

/* Find how NOW stands beside the last entry. */
enum status clock_look(struct office *office, int64_t now, struct clock *clock);

/*
 * Inside the write transaction, before anything is written: let the act be no earlier
 * than the last entry, which another command may have made while this one waited for the
 * store; *BACK is by how many seconds the machine's clock is behind it.  UNAVAILABLE,
 * with the way to go on, where it is not CLOCK_RIGHT.
 */
enum status clock_settle(struct office *office, int64_t *back);

/* Whether the store is a demonstration, in whose time nothing is told by the machine's.
 */
enum status clock_is_set(struct office *office, bool *set);

/* NOT_ALLOWED where $OSQ_NOW is set and the store is no demonstration. */
enum status clock_may_be_set(struct office *office);

/* The detail of the entry that makes a store, of which it is one: "yes" or NULL. */
const char *clock_demonstrates(void);

#endif
