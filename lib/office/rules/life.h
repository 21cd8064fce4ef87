/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LIFE_H
#define OSQ_OFFICE_RULES_LIFE_H

#include "office/rules/calendar.h"

/*
 * The life of a dossier, without a store: which act may follow which, and how each
 * changes the moments that were promised.  dossier_life.h applies this to stored
 * dossiers.
 *
 *	new -> received -> processing -> finished -> returned
 *	received, processing -> paused -> back again
 *	received, processing, paused -> rejected, withdrawn or stopped
 *	new -> rejected or withdrawn, and never counted
 *	any of these -> voided, for good
 *
 * Sources: Decree 61/2018, arts. 17-20, and from 1 July 2025 Decree 118/2025.  A
 * supplement is asked for once, within three working days of receipt; when it has come,
 * the limit is counted anew (Decree 61/2018 art. 19(4), Decree 297/2025 art. 6(4)).  A
 *due moment is extended once, with an apology that comes a day before it (art. 19(9)) or,
 *as Decree 297/2025 art. 6(5) has it, on its day.  What comes later than that is `late`
 *in its event.  Whoever breaks one of these rules on purpose says so (`force`), and the
 * event records that too.
 */
enum dossier_act {
	ACT_FORWARD, /* hand it over to a desk or an officer */
	ACT_PAUSE,   /* wait for the citizen or another agency: the clock stops */
	ACT_RESUME,
	ACT_EXTEND,   /* promise a later moment; statistics keep the first one */
	ACT_FINISH,   /* the result is ready */
	ACT_RETURN,   /* the citizen has it */
	ACT_REJECT,   /* it is not accepted */
	ACT_WITHDRAW, /* the citizen wants it back */
	ACT_STOP,     /* the office ends it without a result */
	ACT_REOPEN,   /* undo an end */
	ACT_ACCEPT,   /* receive what was asked for: the time allowed begins */
	ACT_MOVE,     /* a new promise, because the days off have changed */
	ACT_VOID,     /* it was taken in wrongly, and counts nowhere from then on */
};

/* Events as well, though they are not done to a dossier that is there: with the first,
 * or by the last where nobody has accepted it yet, every story begins; by the others a
 * file, or who took it down wrongly, changed what was there.
 */
enum { ACT_RECEIVE = ACT_VOID + 1, ACT_IMPORT, ACT_CORRECT, ACT_REQUEST };

/* What acts have in common, a bit each; statements ask for it by name (sql/lore.h). */
#define ACT_BIT(act) (1U << (act))
enum {
	/* with it something ends: its day alone is that day's closing time */
	ACTS_ENDING = ACT_BIT(ACT_FINISH) | ACT_BIT(ACT_RETURN) | ACT_BIT(ACT_REJECT) |
		      ACT_BIT(ACT_WITHDRAW) | ACT_BIT(ACT_STOP),
	/* somebody has the dossier from then on */
	ACTS_GIVING = ACT_BIT(ACT_RECEIVE) | ACT_BIT(ACT_FORWARD),
	/* whoever has it is done with his step */
	ACTS_PASSING = ACT_BIT(ACT_FORWARD) | ACT_BIT(ACT_FINISH),
	/* the citizen has it, or his papers, back */
	ACTS_TO_CITIZEN = ACT_BIT(ACT_RETURN) | ACT_BIT(ACT_REJECT) |
			  ACT_BIT(ACT_WITHDRAW),
	/* it changes hands, and the control sheet (form 06) has a line of it */
	ACTS_OF_HANDS = ACTS_GIVING | ACTS_PASSING | ACTS_TO_CITIZEN | ACT_BIT(ACT_STOP),
	/* the clock stops or goes on: a pause, and what may end one */
	ACTS_OF_CLOCK = ACT_BIT(ACT_PAUSE) | ACT_BIT(ACT_RESUME) | ACT_BIT(ACT_REJECT) |
			ACT_BIT(ACT_WITHDRAW) | ACT_BIT(ACT_STOP) | ACT_BIT(ACT_REOPEN),
};

/* The words of dossier_event.act, by enum dossier_act and the two above. */
extern const struct word dossier_acts[];

const char *dossier_act_word(enum dossier_act act);

/* The word of the event that ACT is: an acceptance is the receipt. */
const char *dossier_event_word(enum dossier_act act);

/* Whether ACT only changes the record, so that figures know of it from its entry on and
 * not from its moment (rules/past.h). */
bool dossier_act_of_record(enum dossier_act act);

/*
 * The words for a dossier's status.  (A macro, because an import's list adds the
 * province's words to them.)
 */
#define DOSSIER_STATUSES                                                                 \
	{ "received", "Đã tiếp nhận|mới tiếp nhận" },                                    \
		{ "processing", "Đang giải quyết|đang xử lý" },                          \
		{ "paused", "Tạm dừng|chờ bổ sung" },                                    \
		{ "finished", "Đã có kết quả|đã giải quyết|có kết quả" },                \
		{ "returned", "Đã trả kết quả" },                                        \
		{ "rejected", "Từ chối tiếp nhận|từ chối|không tiếp nhận" },             \
		{ "withdrawn", "Đã rút hồ sơ|rút hồ sơ|đã rút" },                        \
		{ "stopped", "Dừng giải quyết|dừng xử lý" }, { "voided", "Đã hủy|hủy" }, \
	{                                                                                \
		"new", "Chờ tiếp nhận"                                             \
	}
extern const struct word dossier_statuses[];

/* What a paused dossier waits for. */
extern const struct word dossier_pause_kinds[];

#define DOSSIER_WORD 16 /* room for any word of these */

/*
 * Under what a dossier was received; acts do not change it.  A limit of 0 in a unit that
 * has one is not known, and nothing is counted anew by it.
 */
struct dossier_terms {
	struct time_rule rule; /* of the dossier */
	struct time_rule step; /* of the desk that has it */
	bool restarts;         /* the first supplement in time begins these anew */
	int ask_days; /* so many working days after receipt it is in time; 0: always */
};

/*
 * The state of a dossier.  A missing moment is -1, a missing id 0, a missing word NULL or
 * "".
 */
struct dossier_state {
	int64_t received_at;  /* -1: it is new */
	int64_t last_at;      /* when the last act was */
	int64_t due_at;       /* what the statistics count: the first promise, moved on by
				 waiting */
	int64_t first_due_at; /* the promise on receipt, if due_at has moved */
	int64_t promised_at;  /* the extended promise */
	int64_t finished_at, returned_at;
	int64_t voided_at;
	int64_t paused_at;
	char pause_kind[DOSSIER_WORD];
	int64_t requests; /* how often a supplement was asked for */
	int64_t waited;   /* seconds of finished waits for supplements */
	int64_t accepted_at;
	int64_t step, step_due_at; /* of the desk that has it */
	int64_t desk, holder;
	char status[DOSSIER_WORD];
	bool forced; /* the last act broke a rule on purpose */
	bool late;   /* the last act, a request or an extension, came late */
	struct dossier_terms terms;
};

struct dossier_change {
	enum dossier_act act;
	const char *reason; /* the reason as text; or NULL */
	const char *kind;   /* of a pause; NULL: "supplement" */
	bool force;         /* break a rule on purpose */
	int64_t promise;    /* for ACT_EXTEND, ACT_MOVE and ACT_ACCEPT: the new moment */
	int64_t entered; /* for ACT_VOID: the moment of its entry, from which it holds */
	/*
	 * For ACT_FORWARD and ACT_ACCEPT: the desk and officer it goes to, the step that
	 * begins there (0: none), and when that step is due.
	 */
	int64_t desk, holder, step, step_due_at;
};

/*
 * Apply CHANGE at the moment AT to STATE, of the dossier CODE, which messages name.  NO
 * when the status does not allow the act; BAD_DATA when AT is before the last act, or a
 * reason or a later promise is missing; NOT_ALLOWED for what only `force` allows.  STATE
 * is untouched on failure.
 */
enum status dossier_change(const struct calendar *calendar, const char *code,
			   struct dossier_state *state,
			   const struct dossier_change *change, int64_t at);

/* A time for which the clock stood, and what was answered by it: the first request for a
 * supplement, a second one ...; 0: no request, or it has no answer. */
struct dossier_wait {
	int64_t from, to;
	int64_t answered;
};

/*
 * Compute *MOVED, the due moment DUE after the clock stood for WAIT.  Where TERMS has it
 * so for the answer to a first request that came in time, the limit is counted anew, as
 * from a receipt at the end of WAIT; else the working time that was left continues from
 * there.  A moment that had passed before WAIT is unchanged, and none becomes earlier.
 * *MOVED is untouched on failure.
 */
enum status dossier_resumed(const struct calendar *calendar,
			    const struct dossier_terms *terms, int64_t received,
			    const struct dossier_wait *wait, int64_t due, int64_t *moved);

/* Whether the limit of the dossier in STATE, which waits for a supplement, will be
 * counted anew from the answer. */
bool dossier_will_restart(const struct calendar *calendar,
			  const struct dossier_state *state);

#endif
