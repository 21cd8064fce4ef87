/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LIFE_WORDS_H
#define OSQ_OFFICE_RULES_LIFE_WORDS_H

#include <stdbool.h>

#include "base/word.h"

/* What is done to dossiers (life.h says when and how), what they are by it and what they
 * wait for, in words. */
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
	ACT_LINK,     /* it is handled together with others, which are one request */
};

/* Events as well, though they are not done to a dossier that is there: with the first,
 * or by the last where nobody has accepted it yet, every story begins; by the others a
 * file, or who took it down wrongly, changed what was there.
 */
enum { ACT_RECEIVE = ACT_LINK + 1, ACT_IMPORT, ACT_CORRECT, ACT_REQUEST };

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

#endif
