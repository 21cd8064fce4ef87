/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_DESK_H
#define OSQ_OFFICE_QUEUE_DESK_H

#include "office/queue/visit.h"

/* The counter at which an act is done, and who sits there. */
struct desk {
	int64_t counter, officer; /* officer: 0 = closed */
	int64_t period;           /* of counter_period, now */
	int64_t since;            /* of that period */
	bool paused;
	char code[64];    /* the officer's */
	int64_t visits;   /* the last period of any visit before the act */
	int64_t acted_at; /* its last act; 0 = none since it was opened */
};

/* The counter of the act, open or not. */
enum status desk_look(struct office *office, struct desk *desk);

/* The counter of the act, which must be open (DESK_PAUSED: or paused), else NO; BAD_DATA
 * when the act is said to have happened before it was opened, or before the last act
 * there.  The act gets the officer who sits there where it names none. */
enum desk_state { DESK_OPEN, DESK_PAUSED };
enum status desk_find(struct office *office, enum desk_state least, struct desk *desk);

/* NO while a ticket is called or served at the desk. */
enum status desk_is_free(struct office *office, const struct desk *desk);

/* Remember the act as the last one at the desk, for queue_undo(): WHAT and SUBJECT as
 * in the journal; the visits' periods begun since desk_look() are its own, and ENDED
 * and BEGUN those of the counter (0 = none). */
enum status desk_remember(struct office *office, const struct desk *desk,
			  const char *what, const char *subject, int64_t ended,
			  int64_t begun);

/* Under the rules of queue.h: the officer of the act sits down at the counter.  NO when
 * either is taken. */
enum status queue_open_counter(struct office *office);

/* He leaves it; NO while a ticket is called or served there. */
enum status queue_close_counter(struct office *office);

/* He takes a break, and comes back.  NOTE may be NULL. */
enum status queue_pause_counter(struct office *office, const char *note);
enum status queue_resume_counter(struct office *office);

#endif
