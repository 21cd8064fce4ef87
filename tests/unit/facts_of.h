/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_UNIT_FACTS_OF_H
#define OSQ_TESTS_UNIT_FACTS_OF_H

#include <string.h>

#include "office/rules/life.h"
#include "office/rules/standing.h"

/* What the standing of a dossier in state S hangs on; valid as long as S. */
static inline struct standing_facts
facts_of(const struct dossier_state *s)
{
	const bool runs = s->paused_at == s->verified_at &&
			  !strcmp(s->pause_kind, "verification");

	return (struct standing_facts){ .status = s->status,
					.pause_kind = s->pause_kind,
					.due_at = s->due_at,
					.first_due_at = s->first_due_at,
					.finished_at = s->finished_at,
					.paused_at = runs ? -1 : s->paused_at,
					.requests = s->requests,
					.waited = s->waited };
}

#endif
