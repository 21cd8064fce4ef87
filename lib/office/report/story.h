/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_STORY_H
#define OSQ_OFFICE_REPORT_STORY_H

#include "office/core/office.h"
#include "office/queue/visit.h"
#include "office/rules/period.h"

/*
 * The story of a visit, made from its periods, as the figures need it.
 *
 * A leg is the time spent on one service.  It begins with waiting, after one of these:
 * the number was drawn, an appointment arrived, the visitor went on to another service
 * after being served (`then`), or was sent to another one unserved (transfer).  It ends
 * as served, sent on, no-show, cancelled or unserved, or is still open.  A visit is drawn
 * once, and counts as served in each service that served it.
 *
 * A call is the time at one counter, from the call, through recalls and serving, until
 * the visitor is served, sent on, put on hold, or missing.
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
	bool came;   /* came from another service, in the same visit */
	bool onward; /* served, and went on to another one */
	/*
	 * Seconds of waiting until the first call, counted from when the visitor was last
	 * served or drew the number: a number sent on before it was called has waited all
	 * the time.  -1: not called.
	 */
	int64_t wait;
	int64_t waits_since;                  /* the moment from which wait is counted */
	int64_t counter_id, officer_id;       /* of its last call; 0 = none */
	int64_t first_counter, first_officer; /* of its first; 0 = none */
	/*
	 * For a served leg, the time of serving: its `serving` periods.  For a call that
	 * ended as served without the start being entered, the time since the last
	 * recall.  Time on hold does not count.
	 */
	int64_t service;
};

struct call {
	size_t leg; /* index in the story's legs */
	int64_t counter_id, officer_id;
	int64_t called_at;
	int64_t last_called_at;
	int64_t ended_at; /* -1: still there */
	int recalls;
	bool started;
	enum outcome end;
	char *out_of_order; /* the reason of a call out of order; or NULL */
};

/* A time of waiting, from which it is found who was overtaken. */
struct spell {
	int64_t service_id;
	int64_t weight;      /* of its class; 0 where the store does not know */
	int64_t from, until; /* until -1: still waiting */
};

struct story {
	int64_t ticket_id;
	char label[LABEL_TEXT];
	int day; /* the ticket's */
	int64_t drawn_at;
	int64_t told_median, told_p90; /* the wait said on the slip, seconds; -1: none */
	int64_t first_wait; /* from drawing to the first call; -1: not called */
	struct leg *legs;
	size_t leg_count, leg_room;
	struct call *calls;
	size_t call_count, call_room;
	struct spell *spells;
	size_t spell_count, spell_room;
};

/*
 * Read the visits of a period, day by day, and hand each to TELL.  The story is valid
 * only during that call.  A status other than OK from TELL ends the walk and is
 * returned.  One statement reads all, with the memory of one visit.
 */
enum status story_walk(struct office *office, const struct period *period,
		       enum status (*tell)(void *ctx, const struct story *story),
		       void *ctx);

#endif
