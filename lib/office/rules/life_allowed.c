/* SPDX-License-Identifier: MIT */
#include "office/rules/life_allowed.h"

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"

/* Each status is a bit, by its index in dossier_statuses. */
#define RECEIVED   1u
#define PROCESSING 2u
#define PAUSED     4u
#define FINISHED   8u
#define RETURNED   16u
#define REJECTED   32u
#define WITHDRAWN  64u
#define STOPPED    128u
#define VOIDED     256u
#define NEW        512u

#define AT_WORK (RECEIVED | PROCESSING)
#define OPEN    (AT_WORK | PAUSED)
#define ENDED   (FINISHED | RETURNED | REJECTED | WITHDRAWN | STOPPED)

static const struct {
	unsigned from; /* the statuses in which the act is allowed */
	bool reason;   /* the act needs a reason */
} acts[] = {
	[ACT_FORWARD] = { AT_WORK, false },
	[ACT_PAUSE] = { AT_WORK, true },
	[ACT_RESUME] = { PAUSED, false },
	[ACT_EXTEND] = { AT_WORK, true },
	[ACT_FINISH] = { AT_WORK, false },
	[ACT_RETURN] = { FINISHED, false },
	[ACT_REJECT] = { OPEN | NEW, true },
	[ACT_WITHDRAW] = { OPEN | NEW, false },
	[ACT_STOP] = { OPEN, true },
	[ACT_REOPEN] = { ENDED, true },
	[ACT_MOVE] = { OPEN, false },
	[ACT_ACCEPT] = { NEW, false },
	[ACT_VOID] = { OPEN | ENDED | NEW, true },
	[ACT_LINK] = { OPEN, false },
};

static unsigned
bit_of(const char *status)
{
	const struct word *word = word_find(dossier_statuses, status);

	return word ? 1u << (word - dossier_statuses) : 0;
}

/* Refuse an act that the dossier's status does not allow, saying why. */
static enum status
refuse_act(const char *code, const struct dossier_state *s)
{
	char when[SHOW_TEXT], word[SHOW_TEXT];

	if (s->voided_at >= 0)
		return fail(NO, _("%s: was voided (%s)"), code,
			    show_moment(s->voided_at, when));
	if (NEW & bit_of(s->status)) {
		fail(NO, _("%s: nobody has accepted it yet"), code);
		return fail_hint(NO, _("first: osq-dossier accept %s"), code);
	}
	if (s->paused_at >= 0) {
		fail(NO, _("%s: the clock stands since %s"), code,
		     show_moment(s->paused_at, when));
		return fail_hint(NO, _("first: osq-dossier resume %s"), code);
	}
	if (s->returned_at >= 0)
		return fail(NO, _("%s: returned already (%s)"), code,
			    show_moment(s->returned_at, when));
	if (s->finished_at >= 0)
		return fail(NO, _("%s: %s already (%s)"), code,
			    show_word(dossier_statuses, s->status, word),
			    show_moment(s->finished_at, when));
	return NO;
}

static enum status
check_state(const char *code, const struct dossier_state *s, enum dossier_act act)
{
	if (acts[act].from & bit_of(s->status))
		return OK;
	if (act == ACT_RESUME && OPEN & bit_of(s->status))
		return fail(NO, _("%s: is not paused"), code);
	if (act == ACT_RETURN && OPEN & bit_of(s->status))
		return fail(NO, _("%s: not finished yet"), code);
	if (act == ACT_REOPEN && OPEN & bit_of(s->status))
		return fail(NO, _("%s: is open"), code);
	if (act == ACT_ACCEPT && OPEN & bit_of(s->status))
		return fail(NO, _("%s: was accepted already"), code);
	return refuse_act(code, s);
}

static enum status
check_moment(const char *code, const struct dossier_state *s, int64_t at)
{
	char when[SHOW_TEXT];

	if (at >= s->last_at)
		return OK;
	return fail(BAD_DATA, _("%s: the time given is before %s"), code,
		    show_moment(s->last_at, when));
}

enum status
dossier_allows(const char *code, const struct dossier_state *s,
	       const struct dossier_change *change, int64_t at)
{
	const enum dossier_act act = change->act;
	char word[SHOW_TEXT];
	enum status st;

	if ((st = check_state(code, s, act)) || (st = check_moment(code, s, at)))
		return st;
	if (!acts[act].reason || change->reason)
		return OK;
	return fail(BAD_DATA, _("%s: %s needs a reason"), code,
		    show_word(dossier_acts, dossier_act_word(act), word));
}
