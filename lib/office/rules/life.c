/* SPDX-License-Identifier: MIT */
#include "office/rules/life.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "base/text.h"
#include "office/rules/handover.h"
#include "office/rules/life_allowed.h"

static void
set_status(struct dossier_state *s, const char *word)
{
	text_copy(s->status, sizeof(s->status), word);
}

/* The wait that S is in, until AT; an import need not have told of the request. */
static struct dossier_wait
wait_until(const struct dossier_state *s, int64_t at, bool answered)
{
	struct dossier_wait wait = { .from = s->paused_at, .to = at };

	if (answered && !strcmp(s->pause_kind, "supplement"))
		wait.answered = s->requests > 1 ? s->requests : 1;
	return wait;
}

bool
dossier_will_restart(const struct calendar *calendar, const struct dossier_state *state)
{
	const struct dossier_wait wait = wait_until(state, state->paused_at, true);

	return state->paused_at >= 0 &&
	       dossier_restarts(calendar, &state->terms, state->received_at, &wait,
				state->due_at);
}

/* The clock stood for WAIT: move on every moment that was promised. */
static enum status
go_on(const struct calendar *calendar, struct dossier_state *s,
      const struct dossier_wait *wait)
{
	const struct dossier_terms *terms = &s->terms;
	const bool restarts = dossier_restarts(calendar, terms, s->received_at, wait,
					       s->due_at);
	int64_t due, promised = s->promised_at, step_due = s->step_due_at;
	enum status st = dossier_resumed(calendar, terms, s->received_at, wait, s->due_at,
					 &due);

	if (!st && promised >= 0)
		st = promise_continue(calendar, wait, promised, &promised);
	if (!st && step_due >= 0)
		st = restarts ? promise_restart(calendar, &terms->step, wait, step_due,
						&step_due) :
				promise_continue(calendar, wait, step_due, &step_due);
	if (st)
		return st;
	if (due != s->due_at && s->first_due_at < 0)
		s->first_due_at = s->due_at;
	s->due_at = due;
	/* An extension is not before what it extended. */
	s->promised_at = restarts && promised >= 0 && promised < due ? due : promised;
	s->step_due_at = step_due;
	return OK;
}

bool
dossier_verifies(const struct dossier_state *s, const char *kind, int64_t at)
{
	return s->terms.verified > s->terms.rule.limit && s->verified_at < 0 &&
	       at <= s->due_at && kind && !strcmp(kind, "verification");
}

/* An extension is not before what it extended. */
static void
set_due(struct dossier_state *s, int64_t due)
{
	s->due_at = due;
	if (s->promised_at >= 0 && s->promised_at < due)
		s->promised_at = due;
}

/* The longer limit holds since AT, and promises DUE. */
static void
lengthen_limit(struct dossier_state *s, int64_t due, int64_t at)
{
	if (s->first_due_at < 0)
		s->first_due_at = s->due_at;
	set_due(s, due > s->due_at ? due : s->due_at);
	s->terms.rule.limit = s->terms.verified;
	s->verified_at = at;
}

/* Whether S waits for the verification by which the longer limit came to hold. */
static bool
clock_runs(const struct dossier_state *s)
{
	return s->paused_at == s->verified_at && !strcmp(s->pause_kind, "verification");
}

/* Decree 118/2025 (as 61/2018, art. 17): a supplement is asked for once. */
static enum status
pause_dossier(const struct calendar *calendar, const char *code, struct dossier_state *s,
	      const struct dossier_change *change, int64_t at)
{
	const char *kind = change->kind ? change->kind : "supplement";

	if (!strcmp(kind, "supplement")) {
		if (s->requests && !change->force) {
			fail(NOT_ALLOWED, _("%s: a supplement was asked for already"),
			     code);
			return fail_hint(NOT_ALLOWED,
					 _("--force does it, and the record shows it"));
		}
		s->forced = s->requests > 0;
		s->late = at > s->due_at ||
			  supplement_is_late(calendar, &s->terms, s->received_at, at);
		s->requests++;
	} else if (!word_find(dossier_pause_kinds, kind)) {
		fail(USAGE, _("'%s' is nothing that is waited for"), kind);
		return fail_hint(USAGE, "supplement fee verification");
	}
	if (dossier_verifies(s, kind, at))
		lengthen_limit(s, change->promise, at);
	text_copy(s->pause_kind, sizeof(s->pause_kind), kind);
	s->paused_at = at;
	set_status(s, "paused");
	return OK;
}

/* The status that the dossier returns to once nothing holds it up. */
static const char *
at_work(const struct dossier_state *s)
{
	if (s->received_at < 0)
		return "new";
	return s->accepted_at >= 0 ? "processing" : "received";
}

/* End the waiting for a supplement, and add its length for the count of Decision 766. */
static void
end_wait(struct dossier_state *s, int64_t at)
{
	if (s->paused_at >= 0 && !strcmp(s->pause_kind, "supplement"))
		s->waited += at - s->paused_at;
	s->paused_at = -1;
	s->pause_kind[0] = '\0';
}

static enum status
resume_dossier(const struct calendar *calendar, struct dossier_state *s, int64_t at)
{
	const struct dossier_wait wait = wait_until(s, at, true);
	enum status st = clock_runs(s) ? OK : go_on(calendar, s, &wait);

	if (st)
		return st;
	end_wait(s, at);
	set_status(s, at_work(s));
	return OK;
}

static enum status
refuse_extension(const char *code, const struct dossier_state *s, int64_t old)
{
	char when[SHOW_TEXT];

	show_moment(old, when);
	if (s->promised_at >= 0)
		fail(NOT_ALLOWED, _("%s: was extended already, to %s"), code, when);
	else
		fail(NOT_ALLOWED,
		     _("%s: was promised for %s; the apology comes on that day at the latest"),
		     code, when);
	return fail_hint(NOT_ALLOWED, _("--force does it, and the record shows it"));
}

static enum status
extend_dossier(const char *code, struct dossier_state *s,
	       const struct dossier_change *change, int64_t at)
{
	int64_t old = s->promised_at >= 0 ? s->promised_at : s->due_at;
	char when[SHOW_TEXT];

	if (change->promise <= old)
		return fail(BAD_DATA,
			    _("%s: is promised for %s; an extension comes later"), code,
			    show_moment(old, when));
	if (change->promise <= at)
		return fail(BAD_DATA, _("%s: the new promise, %s, has passed already"),
			    code, show_moment(change->promise, when));
	if (s->promised_at >= 0 || day_of(at) > day_of(old)) {
		if (!change->force)
			return refuse_extension(code, s, old);
		s->forced = true;
	}
	s->late = day_of(at) >= day_of(old);
	s->promised_at = change->promise;
	return OK;
}

static void
forward_dossier(const struct calendar *calendar, struct dossier_state *s,
		const struct dossier_change *change, int64_t at)
{
	const int64_t due = handover_due(calendar, s->last_at);

	if (s->accepted_at < 0) {
		s->accepted_at = at;
		s->late = due >= 0 && at > due;
	}
	s->desk = change->desk;
	s->holder = change->holder;
	s->step = change->step;
	s->step_due_at = change->step ? change->step_due_at : -1;
	set_status(s, "processing");
}

static void
accept_dossier(struct dossier_state *s, const struct dossier_change *change, int64_t at)
{
	s->received_at = at;
	s->due_at = change->promise;
	s->desk = change->desk;
	s->holder = change->holder;
	s->step = change->step;
	s->step_due_at = change->step ? change->step_due_at : -1;
	set_status(s, "received");
}

static enum status
end_dossier(const struct calendar *calendar, struct dossier_state *s,
	    enum dossier_act act, int64_t at)
{
	static const char *const ends[] = { [ACT_FINISH] = "finished",
					    [ACT_REJECT] = "rejected",
					    [ACT_WITHDRAW] = "withdrawn",
					    [ACT_STOP] = "stopped" };
	const struct dossier_wait wait = wait_until(s, at, false);
	const bool stands = s->paused_at >= 0 && !clock_runs(s);
	enum status st = stands ? go_on(calendar, s, &wait) : OK;

	if (st)
		return st;
	end_wait(s, at);
	s->finished_at = at;
	set_status(s, ends[act]);
	return OK;
}

/*
 * While it was withdrawn or stopped, the office was waiting for the citizen.  The time
 * since a refusal, or a result that was wrong, counts as the office's own.
 */
static enum status
reopen_dossier(const struct calendar *calendar, struct dossier_state *s, int64_t at)
{
	const struct dossier_wait wait = { .from = s->finished_at, .to = at };
	enum status st = OK;

	if (!strcmp(s->status, "withdrawn") || !strcmp(s->status, "stopped"))
		st = go_on(calendar, s, &wait);
	if (st)
		return st;
	s->finished_at = s->returned_at = -1;
	set_status(s, at_work(s));
	return OK;
}

static void
move_dossier(struct dossier_state *s, const struct dossier_change *change, int64_t at)
{
	if (dossier_verifies(s, change->kind, at)) {
		lengthen_limit(s, change->promise, at);
		return;
	}
	if (s->first_due_at < 0)
		s->first_due_at = s->due_at;
	s->due_at = change->promise;
}

/* Where the request has a limit of its own, that is what was promised on receipt. */
static void
link_dossier(struct dossier_state *s, const struct dossier_change *change)
{
	if (change->promise < 0)
		return;
	if (s->first_due_at >= 0)
		s->first_due_at = change->first_promise;
	set_due(s, change->promise);
}

/* What is open ends with it, so that nobody looks for it among what is to be done. */
static void
void_dossier(struct dossier_state *s, const struct dossier_change *change)
{
	s->voided_at = change->entered;
	if (s->finished_at < 0)
		s->finished_at = change->entered;
	s->paused_at = -1;
	s->pause_kind[0] = '\0';
	set_status(s, "voided");
}

static enum status
apply_change(const struct calendar *calendar, const char *code, struct dossier_state *s,
	     const struct dossier_change *change, int64_t at)
{
	switch (change->act) {
	case ACT_FORWARD:
		forward_dossier(calendar, s, change, at);
		break;
	case ACT_PAUSE:
		return pause_dossier(calendar, code, s, change, at);
	case ACT_RESUME:
		return resume_dossier(calendar, s, at);
	case ACT_EXTEND:
		return extend_dossier(code, s, change, at);
	case ACT_RETURN:
		s->returned_at = at;
		set_status(s, "returned");
		break;
	case ACT_FINISH:
	case ACT_REJECT:
	case ACT_WITHDRAW:
	case ACT_STOP:
		return end_dossier(calendar, s, change->act, at);
	case ACT_REOPEN:
		return reopen_dossier(calendar, s, at);
	case ACT_ACCEPT:
		accept_dossier(s, change, at);
		break;
	case ACT_MOVE:
		move_dossier(s, change, at);
		break;
	case ACT_LINK:
		link_dossier(s, change);
		break;
	case ACT_VOID:
		void_dossier(s, change);
		break;
	}
	return OK;
}

enum status
dossier_change(const struct calendar *calendar, const char *code,
	       struct dossier_state *state, const struct dossier_change *change,
	       int64_t at)
{
	struct dossier_state s = *state;
	enum status st;

	s.forced = s.late = false;
	/*
	 * A dossier from another system that is being processed was accepted; when is
	 * unknown, so count from its receipt.
	 */
	if (s.accepted_at < 0 && !strcmp(s.status, "processing"))
		s.accepted_at = s.received_at;
	if ((st = dossier_allows(code, state, change, at)) ||
	    (st = apply_change(calendar, code, &s, change, at)))
		return st;
	s.last_at = at;
	*state = s;
	return OK;
}
