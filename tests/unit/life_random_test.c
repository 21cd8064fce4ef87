/* SPDX-License-Identifier: MIT */
/*
 * Lives of dossiers made up by chance: dossier_change() against a model that shares
 * nothing with it but the words.  The model holds no due moment apart from what was
 * promised and the working seconds that are left of it; these run out as the slow clock
 * is walked through the life minute by minute, and stand while the clock stands.
 */
#include "office/rules/life.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts_of.h"
#include "slow_calendar.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define LIVES 250 /* of one calendar */
#define ACTS  14

enum stage { NEW, WORKED_ON, READY, GIVEN, REFUSED, TAKEN_BACK, BROKEN_OFF };

struct promise {
	bool made;
	int64_t at, left; /* working seconds, as of `walked` */
};

struct model {
	struct slow *slow;
	struct time_rule rule, share; /* of the dossier; of any desk */
	int64_t ask_until; /* until then a request for a supplement is in time */
	bool anew;         /* and its answer begins the rule's time again */
	bool late;         /* the last act came so */
	bool begun_anew;   /* by the last act */
	bool asked;        /* and nobody has accepted it */
	int days;          /* within which a supplement is asked for in time */
	bool midnight;     /* a promise fell on the last second of a day */
	int longer;        /* the limit once another agency is asked; 0: the same */
	int64_t verified;  /* since when it holds; -1: not yet */
	int64_t received, last, walked;
	struct promise due, extension, step;
	int64_t first; /* the due moment on receipt */
	bool moved;    /* it is another now */
	enum stage stage;
	bool waits; /* for a citizen or an agency */
	const char *waits_for;
	int64_t since; /* when the clock was stopped, by waiting or by such an end */
	int64_t ended, given, accepted;
	int64_t supplements, waited;
	int64_t desk, holder, step_no;
};

/* Whether it waits for the verification by which it has the longer limit: the clock goes
 * on. */
static bool
runs(const struct model *m)
{
	return m->waits && m->since == m->verified &&
	       !strcmp(m->waits_for, "verification");
}

static bool
stands(const struct model *m)
{
	return (m->waits && !runs(m)) || m->stage == TAKEN_BACK || m->stage == BROKEN_OFF;
}

static bool
open_still(const struct model *m)
{
	return m->stage == NEW || m->stage == WORKED_ON;
}

static void
use_up(struct promise *p, int64_t seconds)
{
	p->left -= seconds < p->left ? seconds : p->left;
}

/* Let the clock go on to AT. */
static void
walk(struct model *m, int64_t at)
{
	if (!stands(m) && at > m->walked) {
		int64_t worked = slow_open_seconds(m->slow, m->walked, at);

		use_up(&m->due, worked);
		use_up(&m->extension, worked);
		use_up(&m->step, worked);
	}
	m->walked = at;
}

/* The working time until a promise; its last second of a day stands for midnight. */
static int64_t
work_until(struct slow *slow, int64_t from, int64_t at)
{
	return slow_open_seconds(slow, from,
				 slow_midnight(at, 1) == at + 1 ? at + 1 : at);
}

static void
promise(struct model *m, struct promise *p, int64_t from, int64_t at)
{
	p->made = true;
	p->at = at;
	p->left = work_until(m->slow, from, at);
}

/* The clock goes again at AT: what is left of a promise that was not broken before it
 * stood is used up from now on, and no promise moves to an earlier moment. */
static void
push(struct model *m, struct promise *p, int64_t at)
{
	int64_t moved;

	if (!p->made || p->at < m->since)
		return;
	moved = slow_due_work(m->slow, p->left, at);
	if (moved <= p->at)
		return;
	p->at = moved;
	/* Of a promise only its moment is kept: whether it is for midnight, or for the
	 * second before it, nobody can tell. */
	if (slow_midnight(moved, 1) == moved + 1) {
		p->left = work_until(m->slow, at, moved);
		m->midnight = true;
	}
}

static void
push_all(struct model *m, int64_t at)
{
	int64_t before = m->due.at;

	push(m, &m->due, at);
	push(m, &m->extension, at);
	push(m, &m->step, at);
	if (m->due.at != before)
		m->moved = true;
}

/* A promise that was not broken when the clock was stopped is given again. */
static void
give_again(struct model *m, struct promise *p, const struct time_rule *rule, int64_t at)
{
	int64_t again;

	if (!p->made || p->at < m->since)
		return;
	again = slow_due(m->slow, rule, at);
	promise(m, p, at, again > p->at ? again : p->at);
}

static void
give_all_again(struct model *m, int64_t at)
{
	int64_t before = m->due.at;

	give_again(m, &m->due, &m->rule, at);
	give_again(m, &m->step, &m->share, at);
	push(m, &m->extension, at);
	if (m->extension.made && m->extension.at < m->due.at)
		promise(m, &m->extension, at, m->due.at);
	m->moved |= m->due.at != before;
	m->begun_anew = true;
}

/* Is what is waited for the first supplement, asked for in time? */
static bool
waits_in_time(const struct model *m)
{
	return m->anew && m->waits && !strcmp(m->waits_for, "supplement") &&
	       m->supplements == 1 && m->since <= m->due.at && m->since <= m->ask_until;
}

static void
stop_waiting(struct model *m, int64_t at, bool answered)
{
	if (!m->waits)
		return;
	if (answered && waits_in_time(m))
		give_all_again(m, at);
	else if (stands(m))
		push_all(m, at);
	if (!strcmp(m->waits_for, "supplement"))
		m->waited += at - m->since;
	m->waits = false;
}

static void
end(struct model *m, enum stage stage, int64_t at)
{
	stop_waiting(m, at, false);
	m->stage = stage;
	m->ended = m->since = at;
}

/* ---- which is allowed, and what it does ---- */

static bool
allowed(const struct model *m, enum dossier_act act)
{
	if (m->asked && open_still(m))
		return act == ACT_ACCEPT || act == ACT_REJECT || act == ACT_WITHDRAW;
	switch (act) {
	case ACT_ACCEPT:
		return false;
	case ACT_FORWARD:
	case ACT_PAUSE:
	case ACT_EXTEND:
	case ACT_FINISH:
		return open_still(m) && !m->waits;
	case ACT_RESUME:
		return m->waits;
	case ACT_RETURN:
		return m->stage == READY;
	case ACT_REOPEN:
		return !open_still(m);
	case ACT_VOID: /* is not drawn: no life goes on after it */
		return true;
	case ACT_LINK:
	case ACT_REJECT:
	case ACT_WITHDRAW:
	case ACT_STOP:
	case ACT_MOVE:
		break;
	}
	return open_still(m);
}

static bool
needs_reason(enum dossier_act act)
{
	return act == ACT_PAUSE || act == ACT_EXTEND || act == ACT_REJECT ||
	       act == ACT_STOP || act == ACT_REOPEN;
}

/* The local day, as a number that only grows. */
static int
day_number(int64_t moment)
{
	struct tm tm = slow_local(moment);

	return (tm.tm_year * 12 + tm.tm_mon) * 31 + tm.tm_mday;
}

static enum status
expect_extension(const struct model *m, const struct dossier_change *c, int64_t at)
{
	const struct promise *old = m->extension.made ? &m->extension : &m->due;

	if (c->promise <= old->at || c->promise <= at)
		return BAD_DATA;
	if (!c->force && (m->extension.made || day_number(at) > day_number(old->at)))
		return NOT_ALLOWED;
	return OK;
}

static enum status
expect(const struct model *m, const struct dossier_change *c, int64_t at)
{
	if (!allowed(m, c->act))
		return NO;
	if (at < m->last || (needs_reason(c->act) && !c->reason))
		return BAD_DATA;
	if (c->act == ACT_EXTEND)
		return expect_extension(m, c, at);
	if (c->act == ACT_PAUSE && m->supplements && !c->force &&
	    (!c->kind || !strcmp(c->kind, "supplement")))
		return NOT_ALLOWED;
	return OK;
}

static void
set_ask_until(struct model *m)
{
	const struct time_rule rule = { .limit = m->days, .cutoff = CUTOFF_NONE };

	m->ask_until = m->days ? slow_due(m->slow, &rule, m->received) : INT64_MAX;
}

static void
do_accept(struct model *m, const struct dossier_change *c, int64_t at)
{
	m->asked = false;
	m->received = at;
	m->first = c->promise;
	promise(m, &m->due, at, c->promise);
	m->desk = c->desk;
	m->holder = c->holder;
	m->step_no = c->step;
	if (c->step)
		promise(m, &m->step, at, c->step_due_at);
	set_ask_until(m);
}

static void
do_forward(struct model *m, const struct dossier_change *c, int64_t last, int64_t at)
{
	if (m->accepted < 0) {
		m->accepted = at;
		m->late = at > slow_handover_due(m->slow, last);
	}
	m->stage = WORKED_ON;
	m->desk = c->desk;
	m->holder = c->holder;
	m->step_no = c->step;
	m->step.made = false;
	if (c->step)
		promise(m, &m->step, at, c->step_due_at);
}

/* An extension is not before what it extended. */
static void
give_due(struct model *m, int64_t due)
{
	const int64_t from = stands(m) ? m->since : m->last;

	promise(m, &m->due, from, due);
	if (m->extension.made && m->extension.at < due)
		promise(m, &m->extension, from, due);
}

/* Whether the first verification, by which the limit is the longer one, begins. */
static bool
lengthens(const struct model *m, const struct dossier_change *c, int64_t at)
{
	return m->longer && m->verified < 0 && at <= m->due.at && c->kind &&
	       !strcmp(c->kind, "verification");
}

static void
do_lengthen(struct model *m, const struct dossier_change *c, int64_t at)
{
	give_due(m, c->promise > m->due.at ? c->promise : m->due.at);
	m->moved = true;
	m->verified = at;
	m->rule.limit = m->longer;
}

static void
do_move(struct model *m, const struct dossier_change *c, int64_t at)
{
	if (lengthens(m, c, at)) {
		do_lengthen(m, c, at);
		return;
	}
	m->moved = true;
	promise(m, &m->due, stands(m) ? m->since : at, c->promise);
}

static void
do_link(struct model *m, const struct dossier_change *c)
{
	if (c->promise < 0)
		return;
	m->first = m->moved ? c->first_promise : c->promise;
	give_due(m, c->promise);
}

static void
do_pause(struct model *m, const struct dossier_change *c, int64_t at)
{
	if (lengthens(m, c, at))
		do_lengthen(m, c, at);
	m->waits = true;
	m->waits_for = c->kind ? c->kind : "supplement";
	m->since = at;
	if (!strcmp(m->waits_for, "supplement")) {
		m->supplements++;
		m->late = at > m->ask_until || at > m->due.at;
	}
}

static void
do_extend(struct model *m, const struct dossier_change *c, int64_t at)
{
	const struct promise *old = m->extension.made ? &m->extension : &m->due;

	m->late = day_number(at) >= day_number(old->at);
	promise(m, &m->extension, at, c->promise);
}

static void
do_reopen(struct model *m, int64_t at)
{
	if (m->stage == TAKEN_BACK || m->stage == BROKEN_OFF)
		push_all(m, at);
	m->stage = m->accepted >= 0 ? WORKED_ON : NEW;
	m->ended = m->given = -1;
}

static void
act_on_model(struct model *m, const struct dossier_change *c, int64_t at)
{
	const int64_t last = m->last;

	walk(m, at);
	m->last = at;
	m->late = m->begun_anew = false;
	switch (c->act) {
	case ACT_FORWARD:
		do_forward(m, c, last, at);
		break;
	case ACT_PAUSE:
		do_pause(m, c, at);
		break;
	case ACT_RESUME:
		stop_waiting(m, at, true);
		break;
	case ACT_EXTEND:
		do_extend(m, c, at);
		break;
	case ACT_FINISH:
		end(m, READY, at);
		break;
	case ACT_RETURN:
		m->stage = GIVEN;
		m->given = at;
		break;
	case ACT_REJECT:
		end(m, REFUSED, at);
		break;
	case ACT_WITHDRAW:
		end(m, TAKEN_BACK, at);
		break;
	case ACT_STOP:
		end(m, BROKEN_OFF, at);
		break;
	case ACT_REOPEN:
		do_reopen(m, at);
		break;
	case ACT_ACCEPT:
		do_accept(m, c, at);
		break;
	case ACT_MOVE:
		do_move(m, c, at);
		break;
	case ACT_LINK:
		do_link(m, c);
		break;
	case ACT_VOID:
		break;
	}
}

/* ---- how it stands ---- */

static const char *
status_of(const struct model *m)
{
	static const char *const words[] = { "received", "processing", "finished",
					     "returned", "rejected",   "withdrawn",
					     "stopped" };

	if (m->asked && m->stage == NEW)
		return "new";
	return m->waits ? "paused" : words[m->stage];
}

static const char *
standing_of(const struct model *m, int64_t now, int64_t risk)
{
	if (m->stage == READY || m->stage == GIVEN) {
		if (day_number(m->ended) < day_number(m->due.at))
			return "early";
		return m->ended > m->due.at ? "overdue" : "on_time";
	}
	if (!open_still(m) || m->asked)
		return NULL;
	if (stands(m))
		return m->since > m->due.at ? "late" : "in_time";
	if (now > m->due.at)
		return "late";
	return m->due.at > risk ? "in_time" : "at_risk";
}

/* Decision 766, as domain.md has it, from its own count of the waiting. */
static const char *
portal_standing_of(const struct model *m, int64_t now)
{
	bool asked = m->waits && !strcmp(m->waits_for, "supplement");
	int64_t until = open_still(m) ? now : m->ended;
	bool kept;

	if (m->asked)
		return NULL;
	if (asked)
		until = m->since;
	kept = m->supplements < 2 && until - m->waited <= m->first;
	if (open_still(m) && !asked)
		return kept ? "in_time" : "late";
	return kept ? "on_time" : "overdue";
}

static uint64_t begun_with; /* the seed of this calendar and its lives */

static void
same(const char *what, int64_t is, int64_t wanted)
{
	if (is != wanted)
		fail_msg("OSQ_TEST_SEED=%llu: %s: %lld, slowly %lld",
			 (unsigned long long)begun_with, what, (long long)is,
			 (long long)wanted);
}

static void
same_word(const char *what, const char *is, const char *wanted)
{
	if (strcmp(is ? is : "none", wanted ? wanted : "none") != 0)
		fail_msg("OSQ_TEST_SEED=%llu: %s: %s, slowly %s",
			 (unsigned long long)begun_with, what, is ? is : "none",
			 wanted ? wanted : "none");
}

static void
compare(const struct model *m, const struct dossier_state *s, uint64_t *seed)
{
	int64_t now = m->last + slow_within(seed, 0, 400000);
	int64_t risk = now + slow_within(seed, 0, 200000);
	const struct standing_facts facts = facts_of(s);

	same_word("status", s->status, status_of(m));
	same("received_at", s->received_at, m->asked ? -1 : m->received);
	same("due_at", s->due_at, m->due.made ? m->due.at : -1);
	same("first_due_at", s->first_due_at, m->moved ? m->first : -1);
	same("promised_at", s->promised_at, m->extension.made ? m->extension.at : -1);
	same("step_due_at", s->step_due_at, m->step.made ? m->step.at : -1);
	same("finished_at", s->finished_at, m->ended);
	same("returned_at", s->returned_at, m->given);
	same("accepted_at", s->accepted_at, m->accepted);
	same("paused_at", s->paused_at, m->waits ? m->since : -1);
	same("verified_at", s->verified_at, m->verified);
	same_word("pause_kind", s->pause_kind, m->waits ? m->waits_for : "");
	same("requests", s->requests, m->supplements);
	same("waited", s->waited, m->waited);
	same("late", s->late, m->late);
	same("last_at", s->last_at, m->last);
	same("desk", s->desk, m->desk);
	same("holder", s->holder, m->holder);
	same("step", s->step, m->step_no);
	same_word("standing", standing_now(&facts, now, risk), standing_of(m, now, risk));
	same_word("standing_766", standing_766(&facts, now), portal_standing_of(m, now));
}

/* ---- chance ---- */

/* When the next act is: mostly soon, often on an edge. */
static int64_t
next_moment(const struct model *m, uint64_t *seed)
{
	int span = slow_within(seed, 0, m->slow->span_count - 1);
	int64_t midnight = slow_midnight(m->last, slow_within(seed, 0, 3));
	const struct promise *p = slow_within(seed, 0, 1) ? &m->due :
				  m->extension.made       ? &m->extension :
							    &m->step;

	switch (slow_within(seed, 0, 9)) {
	case 0:
		return m->last;
	case 1:
		return m->last + slow_within(seed, -1, 60);
	case 2:
		return midnight + m->slow->spans[span].opens * 60 +
		       slow_within(seed, -1, 1);
	case 3:
		return midnight + m->slow->spans[span].closes * 60 +
		       slow_within(seed, -1, 1);
	case 4:
		if (p->made && p->at < m->last + 60 * SLOW_DAY)
			return p->at + slow_within(seed, -1, 1);
		break;
	default:
		break;
	}
	return m->last + slow_within(seed, 0, slow_within(seed, 0, 3) ? 40000 : 300000);
}

/* A promise by hand, any second of day or night; mostly later than the old one. */
static int64_t
any_promise(const struct model *m, uint64_t *seed)
{
	const struct promise *old = m->extension.made ? &m->extension : &m->due;

	return (old->made ? old->at : m->last) +
	       slow_within(seed, slow_within(seed, 0, 3) ? 1 : -90000, 400000);
}

/* No life goes on after it was voided. */
static const enum dossier_act drawn[] = { ACT_FORWARD, ACT_PAUSE,    ACT_RESUME,
					  ACT_EXTEND,  ACT_FINISH,   ACT_RETURN,
					  ACT_REJECT,  ACT_WITHDRAW, ACT_STOP,
					  ACT_REOPEN,  ACT_ACCEPT,   ACT_MOVE,
					  ACT_LINK };
enum { DRAWN = sizeof(drawn) / sizeof(*drawn) };

static struct dossier_change
random_change(const struct model *m, uint64_t *seed, int64_t at)
{
	static const char *const kinds[] = { NULL, "supplement", "fee", "verification" };
	static const enum dossier_act likely[] = { ACT_FORWARD, ACT_FORWARD, ACT_PAUSE,
						   ACT_PAUSE,   ACT_PAUSE,   ACT_EXTEND };
	struct dossier_change c = { .act = drawn[slow_within(seed, 0, DRAWN - 1)],
				    .kind = kinds[slow_within(seed, 0, 3)],
				    .force = slow_within(seed, 0, 3) == 0,
				    .promise = any_promise(m, seed),
				    .first_promise = any_promise(m, seed),
				    .step_due_at = -1 };

	if (m->asked && open_still(m) && slow_within(seed, 0, 2))
		c.act = ACT_ACCEPT;
	else if (m->waits && slow_within(seed, 0, 2))
		c.act = ACT_RESUME;
	else if (!open_still(m) && slow_within(seed, 0, 2))
		c.act = m->stage == READY && slow_within(seed, 0, 1) ? ACT_RETURN :
								       ACT_REOPEN;
	else if (!m->waits && slow_within(seed, 0, 2))
		c.act = likely[slow_within(seed, 0, 5)];
	if (slow_within(seed, 0, 9))
		c.reason = "because";
	if (c.act == ACT_LINK && slow_within(seed, 0, 1))
		c.promise = -1; /* each keeps its own */
	if (c.act == ACT_ACCEPT)
		c.promise = slow_due(m->slow, &m->rule, at);
	if (c.act != ACT_FORWARD && c.act != ACT_ACCEPT)
		return c;
	c.desk = slow_within(seed, 1, 4);
	c.holder = slow_within(seed, 0, 3);
	c.step = slow_within(seed, 0, 3);
	if (c.step)
		c.step_due_at = slow_due(m->slow,
					 &(struct time_rule){
						 .unit = slow_within(seed, 0, 1) ?
								 UNIT_WORKING_DAY :
								 UNIT_WORKING_HOUR,
						 .limit = slow_within(seed, 1, 3) },
					 at);
	return c;
}

/* Half of them begin anew; the desks' share is any, known or not. */
static void
give_terms(struct model *m, const struct time_rule *rule, uint64_t *seed,
	   struct dossier_terms *terms)
{
	m->days = slow_within(seed, 0, 5);
	m->rule = *rule;
	m->share = (struct time_rule){ .unit = UNIT_WORKING_DAY,
				       .limit = slow_within(seed, 1, 4),
				       .cutoff = rule->cutoff };
	m->anew = slow_within(seed, 0, 1);
	set_ask_until(m);
	m->longer = slow_within(seed, 0, 1) ? rule->limit + slow_within(seed, 1, 4) : 0;
	*terms = (struct dossier_terms){ .rule = *rule,
					 .step = m->share,
					 .restarts = m->anew,
					 .verified = m->longer ? m->longer : rule->limit,
					 .ask_days = m->days };
}

static struct model
receive(struct slow *slow, const struct calendar *calendar, uint64_t *seed,
	struct dossier_state *s)
{
	enum time_unit unit = (enum time_unit)slow_within(seed, 0, UNIT_WORKING_HOUR);
	const struct time_rule rule = {
		.unit = unit,
		.limit = slow_within(seed, 1, unit == UNIT_WORKING_HOUR ? 20 : 6)
	};
	int64_t received = slow_random_moment(slow, seed), due;
	struct model m = { .slow = slow,
			   .received = received,
			   .last = received,
			   .walked = received,
			   .verified = -1,
			   .ended = -1,
			   .given = -1,
			   .accepted = -1 };

	if (slow_within(seed, 0, 5)) {
		m.first = slow_due(slow, &rule, received);
		assert_int_equal(calendar_due(calendar, &rule, received, &due), OK);
		same("the first due moment", due, m.first);
	} else {
		/* From another system: any moment, be the office open or not. */
		m.first = received + slow_within(seed, 0, 700000);
	}
	promise(&m, &m.due, received, m.first);
	*s = (struct dossier_state){ .received_at = received,
				     .last_at = received,
				     .due_at = m.first,
				     .first_due_at = -1,
				     .promised_at = -1,
				     .finished_at = -1,
				     .returned_at = -1,
				     .paused_at = -1,
				     .voided_at = -1,
				     .verified_at = -1,
				     .accepted_at = -1,
				     .step_due_at = -1,
				     .status = "received" };
	give_terms(&m, &rule, seed, &s->terms);
	if (slow_within(seed, 0, 5) == 0) {
		/* Only asked for: nothing is promised. */
		snprintf(s->status, sizeof(s->status), "new");
		s->received_at = s->due_at = -1;
		m.asked = true;
		m.due.made = false;
	} else if (slow_within(seed, 0, 9) == 0) {
		/* From another system, which does not tell when it was accepted. */
		snprintf(s->status, sizeof(s->status), "processing");
		m.stage = WORKED_ON;
		m.accepted = received;
	}
	return m;
}

/* What happened over all of it: tests must not pass by emptiness. */
static struct {
	int64_t acts, done[ACT_LINK + 1], pushed, late_kept, extended_paused, refused,
		whole, anew, late, lengthened;
} seen;

static void
count(const struct model *before, const struct model *m, const struct dossier_change *c)
{
	seen.done[c->act]++;
	seen.late += m->late;
	seen.anew += m->begun_anew;
	seen.lengthened += m->verified != before->verified;
	if (c->act != ACT_RESUME)
		return;
	seen.pushed += m->due.at > before->due.at;
	seen.late_kept += before->due.at < before->since;
	seen.extended_paused += m->extension.at > before->extension.at;
}

/* One act, on both; true when it was done. */
static bool
live(struct model *m, const struct calendar *calendar, struct dossier_state *s,
     const struct dossier_change *c, int64_t at, uint64_t *seed)
{
	const struct dossier_state was = *s;
	const struct model before = *m;
	enum status wanted = expect(m, c, at);
	enum status st = dossier_change(calendar, "X", s, c, at);

	seen.acts++;
	same(dossier_act_word(c->act), st, wanted);
	if (wanted) {
		seen.refused++;
		assert_memory_equal(s, &was, sizeof(was));
		return false;
	}
	act_on_model(m, c, at);
	compare(m, s, seed);
	count(&before, m, c);
	if (c->act != ACT_MOVE && c->act != ACT_LINK)
		assert_true(s->due_at >= was.due_at);
	return true;
}

/* Pausing and going on in the same second changes no moment. */
static void
no_time_no_move(const struct model *m, const struct calendar *calendar,
		const struct dossier_state *s)
{
	struct dossier_state t = *s;
	const struct dossier_change pause = { .act = ACT_PAUSE,
					      .reason = "r",
					      .kind = "fee" };
	const struct dossier_change resume = { .act = ACT_RESUME };

	if (!open_still(m) || m->waits || m->asked)
		return;
	assert_int_equal(dossier_change(calendar, "X", &t, &pause, m->last), OK);
	assert_int_equal(dossier_change(calendar, "X", &t, &resume, m->last), OK);
	same("due_at of no pause", t.due_at, s->due_at);
	same("promised_at of no pause", t.promised_at, s->promised_at);
	same("step_due_at of no pause", t.step_due_at, s->step_due_at);
	same("first_due_at of no pause", t.first_due_at, s->first_due_at);
}

/* Where the clock stood, and the whole life once more: the working time outside of it
 * until the due moment is what it was on receipt. */
struct spans {
	struct {
		int64_t from, to;
	} all[ACTS];
	int count;
	bool plain; /* nothing but waiting moved the due moment, and none began late or
		     * ended with the time begun anew */
};

static void
note_span(struct spans *spans, const struct model *before, const struct model *m,
	  const struct dossier_change *c)
{
	if (c->act == ACT_ACCEPT)
		spans->count = 0;
	if (c->act == ACT_MOVE || c->act == ACT_LINK || m->begun_anew ||
	    m->verified != before->verified ||
	    (!stands(before) && stands(m) && m->since > m->due.at))
		spans->plain = false;
	if (!stands(before) || (stands(m) && m->since == before->since))
		return;
	/* The part until here; a withdrawal out of a pause begins the next. */
	spans->all[spans->count].from = before->since;
	spans->all[spans->count++].to = m->last;
}

static void
whole_time_is_kept(const struct model *m, const struct spans *spans)
{
	int64_t worked;

	if (m->asked)
		return;
	worked = work_until(m->slow, m->received, m->due.at);
	if (!spans->plain || m->midnight || slow_at(m->slow, m->first - 1) != WORKING)
		return;
	for (int i = 0; i < spans->count; i++)
		worked -= slow_open_seconds(m->slow, spans->all[i].from,
					    spans->all[i].to);
	same("working time until it is due", worked,
	     work_until(m->slow, m->received, m->first));
	seen.whole += spans->count > 0;
}

static void
one_life(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	struct dossier_state s;
	struct model m = receive(slow, calendar, seed, &s);
	struct spans spans = { .plain = true };

	for (int i = slow_within(seed, 3, ACTS); i > 0; i--) {
		const struct model before = m;
		int64_t at = next_moment(&m, seed);
		struct dossier_change c = random_change(&m, seed, at);

		if (!live(&m, calendar, &s, &c, at, seed))
			continue;
		note_span(&spans, &before, &m, &c);
		no_time_no_move(&m, calendar, &s);
	}
	whole_time_is_kept(&m, &spans);
}

static void
as_the_slow_clock_says(void **state)
{
	static struct slow slow;
	const char *given = getenv("OSQ_TEST_SEED");
	const uint64_t first = given && *given ? strtoull(given, NULL, 0) : 20261124;
	const int calendars = getenv("OSQ_SOAK") ? 4000 : 16;

	(void)state;
	for (int i = 0; i < calendars; i++) {
		uint64_t seed = begun_with = first + (uint64_t)i;
		struct calendar *calendar = slow_random_calendar(&slow, &seed);

		for (int j = 0; j < LIVES; j++)
			one_life(&slow, calendar, &seed);
		calendar_free(calendar);
	}
	printf("# OSQ_TEST_SEED=%llu, %d lives, %lld acts\n", (unsigned long long)first,
	       calendars * LIVES, (long long)seen.acts);
	for (int i = 0; i < DRAWN; i++)
		assert_true(seen.done[drawn[i]] > calendars * LIVES / 100);
	assert_true(seen.pushed > calendars * LIVES / 10);
	assert_true(seen.late_kept > calendars * LIVES / 100);
	assert_true(seen.extended_paused > calendars * LIVES / 100);
	assert_true(seen.refused > calendars * LIVES / 10);
	assert_true(seen.whole > calendars * LIVES / 10);
	assert_true(seen.anew > calendars * LIVES / 20);
	assert_true(seen.lengthened > calendars * LIVES / 20);
	assert_true(seen.late > calendars * LIVES / 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_slow_clock_says),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
