/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_RULES_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_RULES_H

#include "office/exchange/dossier_exchange.h"

/*
 * What must hold within one row that comes in, whatever is in the store.  V, the values
 * under exchange_columns, gets what the row leaves open but implies: the channel, the
 * state.  NOW is the clock.  The key of the column that breaks a rule, with the reason
 * (untranslated) in *WHY; or NULL.
 */
const char *dossier_rules(struct value *v, int64_t now, const char **why);

/* A paused dossier waits for something since some moment, others for nothing: V is put
 * so, once it says all that is known. */
void dossier_settle_pause(struct value *v);

/* V, whose personal data was removed, has none, whatever the row says. */
void dossier_settle_purged(struct value *v);

static inline bool
has(const struct value *value)
{
	return value->kind != VALUE_NULL;
}

#endif
