/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LIFE_H
#define OSQ_OFFICE_RULES_LIFE_H

#include "office/rules/calendar.h"

/*
 * The life of a dossier, without a store: which act may follow which, and what each
 * does to the moments that were promised.  dossier_life.h does it to stored ones.
 *
 *	received -> processing -> finished -> returned
 *	received, processing -> paused -> back again
 *	received, processing, paused -> rejected, withdrawn or stopped
 *
 * Sources: Decree 61/2018, arts. 17-20, and from 1 July 2025 Decree 118/2025: a
 * supplement is asked for once; an extension comes with the apology before the promise
 * breaks, and once.  Who breaks these on purpose says so (`force`), and the event
 * keeps it.
 */
enum dossier_act {
	ACT_FORWARD, /* hand over to a desk or an officer */
	ACT_PAUSE,   /* wait for the citizen, or another agency: the clock stands */
	ACT_RESUME,
	ACT_EXTEND,   /* promise another moment; the statistics keep the first */
	ACT_FINISH,   /* the result is ready */
	ACT_RETURN,   /* the citizen has it */
	ACT_REJECT,   /* it is not accepted */
	ACT_WITHDRAW, /* the citizen wants it back */
	ACT_STOP,     /* the office ends it without a result */
	ACT_REOPEN,   /* an end was none */
	ACT_MOVE,     /* the promise moves, because the days off have changed */
};

/* The words of dossier_event.act: by enum dossier_act, as on the command line, and behind
 * them "receive", with which every story begins. */
extern const struct word dossier_acts[];

const char *dossier_act_word(enum dossier_act act);

/* What a dossier is.  (As a macro for the list of an import, which takes the province's
 * words in the same column.) */
#define DOSSIER_STATUSES                                                                 \
	{ "received", "đã tiếp nhận|mới tiếp nhận" },                                    \
		{ "processing", "đang xử lý|đang giải quyết" },                          \
		{ "paused", "tạm dừng|chờ bổ sung" },                                    \
		{ "finished", "đã giải quyết|đã có kết quả|có kết quả" },                \
		{ "returned", "đã trả kết quả" },                                        \
		{ "rejected", "từ chối|không tiếp nhận" },                               \
		{ "withdrawn", "rút hồ sơ|đã rút" },                                     \
	{                                                                                \
		"stopped", "dừng xử lý|dừng giải quyết"                       \
	}
extern const struct word dossier_statuses[];

/* What a paused one waits for. */
extern const struct word dossier_pause_kinds[];

/* A moment that is not there is -1, an id that is not there 0, a word NULL or "". */
struct dossier_state {
	int64_t received_at;
	int64_t last_at;      /* the last act on it */
	int64_t due_at;       /* what the statistics count: the first promise, moved on by
				 waiting */
	int64_t first_due_at; /* what was promised on receipt, once due_at has moved */
	int64_t promised_at;  /* by an extension */
	int64_t finished_at, returned_at;
	int64_t paused_at;
	char pause_kind[16];
	int64_t requests; /* how often a supplement was asked for */
	int64_t waited;   /* seconds that it waited for supplements, once over */
	int64_t accepted_at;
	int64_t step, step_due_at; /* of the desk that has it */
	int64_t desk, holder;
	char status[16];
	bool forced; /* the last act broke a rule of the trade, on purpose */
};

struct dossier_change {
	enum dossier_act act;
	const char *reason; /* in words; or NULL */
	const char *kind;   /* of a pause; NULL: "supplement" */
	bool force;         /* against a rule of the trade, on purpose */
	int64_t promise;    /* of ACT_EXTEND and ACT_MOVE: the new moment */
	/* Of ACT_FORWARD: where to, and the step that it begins (0: none) with its end.
	 */
	int64_t desk, holder, step, step_due_at;
};

/*
 * Do CHANGE at AT to STATE, of the dossier CODE, which messages name.  NO when its state
 * does not allow it; BAD_DATA when AT is before the last act, or a reason or a later
 * promise is missing; NOT_ALLOWED for what only `force` allows.  STATE is untouched then.
 */
enum status dossier_change(const struct calendar *calendar, const char *code,
			   struct dossier_state *state,
			   const struct dossier_change *change, int64_t at);

/*
 * DUE after the clock stood from PAUSED to RESUMED: the open time that was left goes on
 * from the resumption.  What was late already stays as it was, and nothing moves to an
 * earlier moment.  *MOVED is untouched on failure.
 */
enum status dossier_resumed(const struct calendar *calendar, int64_t due, int64_t paused,
			    int64_t resumed, int64_t *moved);

#endif
