/* SPDX-License-Identifier: MIT */
#include "office/rules/past.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "office/rules/life.h"

static bool
is_act(const struct past_act *act, const char *word)
{
	return !strcmp(act->act, word);
}

/* What an act sets with its own moment, which only who knew nothing of it does not see.
 */
static void
undo_moment(struct past_facts *facts, const struct past_act *act)
{
	if (is_act(act, "receive"))
		facts->received_at = INT64_MAX;
	else if (is_act(act, "pause"))
		facts->paused_at = -1;
	else if (is_act(act, "finish") || is_act(act, "reject") ||
		 is_act(act, "withdraw") || is_act(act, "stop"))
		facts->finished_at = -1;
}

/* The moment in FACTS that has the key KEY and tells itself when it came; or NULL. */
static int64_t *
own_moment(struct past_facts *facts, const char *key)
{
	if (!strcmp(key, "finished_at"))
		return &facts->finished_at;
	if (!strcmp(key, "paused_at"))
		return &facts->paused_at;
	return strcmp(key, "voided_at") != 0 ? NULL : &facts->voided_at;
}

/* Whether KEY is of the state that a dossier is in, and not of the record. */
static bool
is_of_state(const char *key)
{
	return !strcmp(key, "status") || !strcmp(key, "finished_at") ||
	       !strcmp(key, "paused_at");
}

static void
undo_key(struct past_facts *facts, const struct past_act *act, bool known)
{
	int64_t *moment = own_moment(facts, act->key);
	const struct word *status;

	assert(facts);
	if (moment) {
		if (act->text || known)
			*moment = act->text ? act->number : -1;
	} else if (!strcmp(act->key, "received_at")) {
		facts->received_at = act->text ? act->number : INT64_MAX;
	} else if (!strcmp(act->key, "due_at")) {
		facts->due_at = act->number;
	} else if (!strcmp(act->key, "procedure")) {
		facts->procedure = act->number;
	} else if (!strcmp(act->key, "officer")) {
		facts->officer = act->text ? act->number : 0;
	} else if (!strcmp(act->key, "agency")) {
		facts->here = act->number != 0;
	} else if (!strcmp(act->key, "refused")) {
		facts->refused = act->text != NULL;
	} else if (!strcmp(act->key, "channel")) {
		facts->online = act->text && !strcmp(act->text, "online");
	} else if (!strcmp(act->key, "pause_kind")) {
		facts->verifies = act->text && !strcmp(act->text, "verification");
	} else if (!strcmp(act->key, "status") &&
		   (status = word_find(dossier_statuses, act->text))) {
		facts->status = status->code;
	}
}

void
past_undo(struct past_facts *facts, const struct past_view *view,
	  const struct past_act *act)
{
	const bool unknown = view->known && act->entered_at >= view->end;
	/* Of an import, whose moment is when the state that it brings began. */
	const bool begun = is_act(act, "import") && act->at < view->end;

	if (unknown)
		undo_moment(facts, act);
	if (!act->key)
		return;
	if (unknown || (act->until >= view->end && !(begun && is_of_state(act->key))))
		undo_key(facts, act, unknown);
}

void
past_close(struct past_facts *facts, const struct past_view *view)
{
	if (facts->finished_at >= view->end)
		facts->finished_at = -1;
	if (facts->paused_at >= view->end)
		facts->paused_at = -1;
	if (facts->voided_at >= view->end)
		facts->voided_at = -1;
	if (view->known && facts->entered_at >= view->end)
		facts->received_at = INT64_MAX;
}

int64_t
past_stopped_at(const struct past_facts *facts)
{
	return facts->verifies && facts->paused_at == facts->verified_at ?
		       -1 :
		       facts->paused_at;
}
