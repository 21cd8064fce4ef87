/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LIFE_ALLOWED_H
#define OSQ_OFFICE_RULES_LIFE_ALLOWED_H

#include "office/rules/life.h"

/* Whether CHANGE may be done at AT to a dossier in state S, whose CODE messages name: NO
 * when its status does not allow the act, BAD_DATA when AT is before the last act or a
 * reason is missing. */
enum status dossier_allows(const char *code, const struct dossier_state *s,
			   const struct dossier_change *change, int64_t at);

#endif
