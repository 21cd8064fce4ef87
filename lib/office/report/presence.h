/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_PRESENCE_H
#define OSQ_OFFICE_REPORT_PRESENCE_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Who had which counter open or paused, and when somebody was served there.  A sitting
 * counts for the day on which it began.  One that nobody ended in the evening ends when
 * the office closes, or when its last visitor left if that was later; one that went on
 * over midnight with people there ends when it was ended (night.h).
 */
struct sitting {
	int64_t counter_id, officer_id;
	bool paused;
	int64_t from, until;
	bool over_midnight; /* presence_end() tells whether anybody was at work then */
	bool left_open;     /* not ended in the night either */
	int64_t busy;       /* seconds with somebody called or served there */
	int64_t left_at;    /* when the last of these left; 0: nobody came */
};

struct presence {
	struct sitting *times; /* by counter and beginning */
	size_t count, room;
};

/*
 * Add the sittings that began on a day of PERIOD.  Call presence_free() even after a
 * failure.
 */
enum status presence_load(struct office *office, const struct period *period,
			  struct presence *presence);

/* Record that somebody was at the counter from FROM to UNTIL. */
void presence_busy(struct presence *presence, int64_t counter_id, int64_t from,
		   int64_t until);

/*
 * To be called after the last presence_busy(): ends the sittings that were not ended.
 * CLOSING gives the closing moment of a day, -1 on a day off.
 */
void presence_end(struct presence *presence, int64_t (*closing)(void *ctx, int day),
		  void *ctx);

/* Free the sittings, not the struct itself. */
void presence_free(struct presence *presence);

#endif
