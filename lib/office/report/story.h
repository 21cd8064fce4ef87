/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_STORY_H
#define OSQ_OFFICE_REPORT_STORY_H

#include "office/core/office.h"
#include "office/queue/visit.h"
#include "office/rules/period.h"

/*
 * A visit told from its periods, as the figures need it.
 *
 * A leg is the stay for one service at a time.  It begins with waiting: the number was
 * drawn, or an appointment arrived; the visitor went on to another service after he
 * was served (`then`), or was sent to another one unserved (transfer).  It ends as
 * served, sent on, no-show, cancelled or unserved, or is still open.  One visit is
 * drawn once, and served in each service that served it.
 *
 * A call is the time at one counter: from being called, over being called again and
 * served, until the visitor is served, sent on, put aside, or missing.
 */
enum outcome {
	OUTCOME_OPEN,
	OUTCOME_SERVED,
	OUTCOME_SENT_ON, /* to another service (a leg), or away from the counter (a call)
			  */
	OUTCOME_NO_SHOW,
	OUTCOME_CANCELLED, /* only of legs */
	OUTCOME_UNSERVED,
	OUTCOME_HELD, /* only of calls */
};

struct leg {
	int64_t service_id;
	int64_t began_at;
	int64_t ended_at; /* -1: open */
	enum outcome end;
	bool came;   /* from another service, in the same visit */
	bool onward; /* served, and went on to another one */
	/* From when he was last with somebody, or drew, to the first call: a number
	 * that was sent on before it was called has waited all the time.  -1: not
	 * called. */
	int64_t wait;
	int64_t waits_since;                  /* from when that is counted */
	int64_t counter_id, officer_id;       /* of its last call; 0 = none */
	int64_t first_counter, first_officer; /* of its first; 0 = none */
	/* Served: its `serving` time; of a call in which nobody pressed start and that
	 * ended as served, from the last time it was called.  Time on hold is none. */
	int64_t service;
};

struct call {
	size_t leg; /* in the story's legs */
	int64_t counter_id, officer_id;
	int64_t called_at;
	int64_t last_called_at;
	int64_t ended_at; /* -1: still there */
	int recalls;
	bool started;
	enum outcome end;
	char *out_of_order; /* the reason given; NULL: in order */
};

/* A time of waiting, for who was passed over. */
struct spell {
	int64_t service_id;
	int64_t from, until; /* until -1: still */
};

struct story {
	int64_t ticket_id;
	char label[LABEL_TEXT];
	int day; /* the ticket's */
	int64_t drawn_at;
	int64_t told_median, told_p90; /* what its slip said, seconds; -1: nothing */
	int64_t first_wait; /* from drawing to the first call; -1: not called */
	struct leg *legs;
	size_t leg_count, leg_room;
	struct call *calls;
	size_t call_count, call_room;
	struct spell *spells;
	size_t spell_count, spell_room;
};

/*
 * The visits of the days, day by day, each one handed to TELL; anything but OK stops
 * and is returned.  The story is TELL's until it returns.  One statement, and the
 * memory of one visit.
 */
enum status story_walk(struct office *office, const struct period *period,
		       enum status (*tell)(void *ctx, const struct story *story),
		       void *ctx);

#endif
