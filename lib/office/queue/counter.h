/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_COUNTER_H
#define OSQ_OFFICE_QUEUE_COUNTER_H

#include "office/queue/visit.h"

/* The counter at which an act is done, and who sits there. */
struct counter {
	int64_t id, officer; /* officer: 0 = the counter is closed */
	int64_t period;      /* id of its present counter_period */
	int64_t since;       /* when that period began */
	bool paused;
	bool ended;           /* it, or the officer there, is no longer in force */
	char code[CODE_TEXT]; /* the officer's code */
	int64_t visits;       /* id of the last period of any visit before the act */
	int64_t acted_at;     /* when its last act was; 0 = none since it was opened */
};

/* Find the counter of the act, whether open or not. */
enum status counter_look(struct office *office, struct counter *counter);

/*
 * Find the counter of the act, which must be open, or with COUNTER_PAUSED open or paused.
 * NO when it is not; BAD_DATA when the moment of the act is before the counter was
 * opened, or before the last act there.  An act that names no officer gets the one who
 * has the counter open.
 */
enum counter_state { COUNTER_OPEN, COUNTER_PAUSED };
enum status counter_find(struct office *office, enum counter_state least,
			 struct counter *counter);

/* OK when the open counter and its officer are in force on the day of the act, else NO:
 * then nobody more is called there. */
enum status counter_may_call(struct office *office, const struct counter *counter);

/* OK when no ticket is called or served at the counter, else NO. */
enum status counter_is_free(struct office *office, const struct counter *counter);

/*
 * Remember the act as the last one at the counter, for queue_undo().  WHAT and SUBJECT
 * are as in the journal; ENDED and BEGUN are the counter's periods that the act ended and
 * began (0 = none).  The visits' periods begun since counter_look() belong to the act.
 */
enum status counter_remember(struct office *office, const struct counter *counter,
			     const char *what, const char *subject, int64_t ended,
			     int64_t begun);

/*
 * The officer of the act opens the counter.  NO when the counter is open already, or the
 * officer has another one open.  This and the acts below follow the rules of queue.h.
 */
enum status queue_open_counter(struct office *office);

/* Close the counter; NO while a ticket is called or served there. */
enum status queue_close_counter(struct office *office);

/* Begin or end a break at the counter.  NOTE may be NULL. */
enum status queue_pause_counter(struct office *office, const char *note);
enum status queue_resume_counter(struct office *office);

#endif
