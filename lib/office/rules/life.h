/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LIFE_H
#define OSQ_OFFICE_RULES_LIFE_H

#include "office/rules/life_words.h"
#include "office/rules/standstill.h"

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
 * the limit is counted anew (standstill.h).  A due moment is extended once, with an
 * apology that comes a day before it (art. 19(9)) or, as Decree 297/2025 art. 6(5) has
 * it, on its day.  What comes later than that is `late` in its event.  Whoever breaks one
 * of these rules on purpose says so (`force`), and the event records that too.
 */

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
	int64_t verified_at; /* since when terms.verified holds */
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
	const char *reason;    /* the reason as text; or NULL */
	const char *kind;      /* of a pause; NULL: "supplement".  Of ACT_MOVE
				  "verification": another dossier of the request has one */
	bool force;            /* break a rule on purpose */
	int64_t promise;       /* for ACT_EXTEND, ACT_MOVE and ACT_ACCEPT: the new moment;
				  for ACT_PAUSE where dossier_verifies(), ACT_LINK (-1: it
				  keeps its own) */
	int64_t first_promise; /* for ACT_LINK: the one on receipt, where it has moved */
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

/*
 * Whether a pause for KIND (or NULL) at AT makes the longer limit hold (terms.verified).
 * Decree 63/2024: one request, 3 working days and 5 with verification, from receipt; so
 * that pause stops no clock.  What is late already stays so.
 */
bool dossier_verifies(const struct dossier_state *state, const char *kind, int64_t at);

/* Whether the limit of the dossier in STATE, which waits for a supplement, will be
 * counted anew from the answer. */
bool dossier_will_restart(const struct calendar *calendar,
			  const struct dossier_state *state);

#endif
