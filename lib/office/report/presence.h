/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_PRESENCE_H
#define OSQ_OFFICE_REPORT_PRESENCE_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Who had which counter open or paused, and when somebody was there.  A time at a
 * counter counts for the day on which it began: one that nobody ended in the evening
 * ends at the office's closing, or when its last visitor left, if that was later.
 */
struct sitting {
	int64_t counter_id, officer_id;
	bool paused;
	int64_t from, until;
	bool forgotten;  /* until is midnight, and to be set by presence_end() */
	int64_t busy;    /* seconds of it with somebody called or served there */
	int64_t left_at; /* when the last of them left; 0: nobody came */
};

struct presence {
	struct sitting *times; /* by counter and beginning */
	size_t count, room;
};

/* Add those that began on a day of PERIOD; to be freed with presence_free(), also after a
 * failure. */
enum status presence_load(struct office *office, const struct period *period,
			  struct presence *presence);

/* Somebody was at the counter from FROM to UNTIL. */
void presence_busy(struct presence *presence, int64_t counter_id, int64_t from,
		   int64_t until);

/* All have been told: CLOSING is of a day, -1 when it was off. */
void presence_end(struct presence *presence, int64_t (*closing)(void *ctx, int day),
		  void *ctx);

/* Free what is in it. */
void presence_free(struct presence *presence);

#endif
