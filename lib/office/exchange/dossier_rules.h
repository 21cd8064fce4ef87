/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_RULES_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_RULES_H

#include "office/exchange/dossier_exchange.h"

/*
 * Check what must hold within one imported row, whatever is stored.  V, the values under
 * exchange_columns, also gets what the row implies without saying: the channel and the
 * state.  NOW is the present moment.  Returns NULL, or the key of the column that breaks
 * a rule with the reason (untranslated) in *WHY.
 */
const char *dossier_rules(struct value *v, int64_t now, const char **why);

/*
 * Give a paused dossier a kind and a beginning of its pause, and any other none.  To be
 * called once V has all that is known.
 */
void dossier_settle_pause(struct value *v);

/* Empty the personal data in V, for a dossier that was purged. */
void dossier_settle_purged(struct value *v);

static inline bool
has(const struct value *value)
{
	return value->kind != VALUE_NULL;
}

/* Whether nobody has accepted the dossier of V yet, once dossier_rules() has been over
 * it; and when it came: at its receipt, or at the request where it has none. */
bool dossier_is_new(const struct value *v);
int64_t dossier_came(const struct value *v);

#endif
