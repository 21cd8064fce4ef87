/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DESKS_H
#define OSQ_OFFICE_DESKS_H

#include "office/office.h"
#include "office/period.h"

/*
 * Who had which counter open or paused, and when somebody was there.  A time at a
 * counter counts for the day on which it began: one that nobody ended in the evening
 * ends at the office's closing, or when its last visitor left, if that was later.
 */
struct desk_time {
	int64_t counter_id, officer_id;
	bool paused;
	int64_t from, until;
	bool forgotten; /* until is midnight, and to be set by desks_end() */
	int64_t busy;   /* seconds of it with somebody called or served there */
	int64_t left_at; /* when the last of them left; 0: nobody came */
};

struct desks {
	struct desk_time *times; /* by counter and beginning */
	size_t count, room;
};

enum status desks_load(struct office *office, const struct period *period,
		       struct desks *desks);

/* Somebody was at the counter from FROM to UNTIL. */
void desks_busy(struct desks *desks, int64_t counter_id, int64_t from, int64_t until);

/* All have been told: CLOSING is of a day, -1 when it was off. */
void desks_end(struct desks *desks, int64_t (*closing)(void *ctx, int day), void *ctx);

void desks_free(struct desks *desks);

#endif
