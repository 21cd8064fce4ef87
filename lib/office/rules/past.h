/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PAST_H
#define OSQ_OFFICE_RULES_PAST_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A dossier as it stood at a moment: what every figure of a period is counted from, so
 * that a report which was sent says the same later.
 *
 * The dossier's row tells what is so now.  Most of the past stands in it too: what was
 * finished after the moment was open then.  An act after which the row no longer tells
 * what was so before keeps that in its event: `was`, by the keys of a dossier, each only
 * if the act changed it, "" for nothing.  `was_until` is the moment from which figures
 * know of the change:
 *
 *	the moment of the act (at)   of what happened: pause, resume, an end, an extension
 *	its entry (entered_at)       of what only changes the record: reopen, move,
 *	                             link, import, correct, void.  A period that was over
 *	                             keeps what it had, and the one in which it is
 *	                             entered shows it.
 *
 * So the past is the row, walked back over the acts whose was_until is not before the
 * moment, the last one first.  An act that follows another is never before the other's
 * was_until (dossier_change()), or its own moment could lie in a period that did not
 * know of the other.  An imported dossier without events is its row.
 *
 * Whoever adds an act that changes what is counted, writes its event with was_sql()
 * (dossier/dossier_was.h).  What is set with its own moment, and never cleared, needs
 * nothing of this: finished_at, returned_at, voided_at.
 *
 * A dossier that an import added has no act for that, since a store may begin with a
 * million of them: entered_at in its row says when it was.
 */
struct past_facts {
	int64_t procedure, officer; /* ids; 0: none */
	int64_t received_at, due_at;
	int64_t finished_at, paused_at, voided_at; /* -1: not */
	int64_t entered_at;  /* by an import; -1: not by one, or nobody noted it */
	int64_t verified_at; /* a verification of this moment stops no clock; -1: none */
	const char *status;  /* a word of dossier_statuses */
	bool verifies;       /* what it is paused for is a verification */
	bool online;         /* received so; else at the counter or by post */
	bool here;           /* the agency whose figures these are decides it */
	bool refused;        /* without having been accepted */
};

/* What an act changed; a key a time.  Moments and ids are numbers. */
struct past_act {
	const char *act; /* a word of dossier_acts */
	int64_t at, entered_at;
	int64_t until;    /* was_until; -1: the act keeps nothing */
	const char *key;  /* or NULL */
	const char *text; /* what it was; NULL: nothing */
	int64_t number;   /* the same where it is a number; else -1 */
};

/* A moment at which a dossier is looked at. */
struct past_view {
	int64_t end; /* the first moment that is not seen any more */
	bool known;  /* as it was known then, without what was entered later */
};

/*
 * Take back ACT from FACTS if VIEW does not see it.  To be called for the acts of a
 * dossier from the last one back, once for each key that an act keeps.
 */
void past_undo(struct past_facts *facts, const struct past_view *view,
	       const struct past_act *act);

/* Then: take away the moments in FACTS that VIEW does not see, and all of a dossier that
 * was not known. */
void past_close(struct past_facts *facts, const struct past_view *view);

/* When the clock of FACTS was stopped; -1: it goes on (dossier_verifies()). */
int64_t past_stopped_at(const struct past_facts *facts);

#endif
