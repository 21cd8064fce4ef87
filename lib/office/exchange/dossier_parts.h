/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_PARTS_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_PARTS_H

#include "office/exchange/dossier_exchange.h"

/*
 * What hangs on a dossier that comes in, its intake, and its lists as
 * JSON.  An import that has none of these columns does not pay for them.
 */
struct dossier_parts;

/* Prepare what putting them needs; a NULL is fine for parts_free(). */
struct dossier_parts *parts_new(struct office *office);
void parts_free(struct dossier_parts *parts);

/* Whether a file with the columns PRESENT has any of them. */
bool parts_present(const bool *present);

/* Look at the lists of V before anything is stored: *COLUMN is the key of the one that
 * cannot be, or has a number that the column of its part does not hold, with the reason
 * (translated, valid until the next call) in *WHY; or NULL. */
enum status parts_check(struct dossier_parts *parts, const struct value *v,
			const char **column, const char **why);

/*
 * Store what V has for the dossier ID; what the file does not say, and an empty list,
 * leave what is there.  *CHANGED is set when anything differs now.
 */
enum status parts_put(struct dossier_parts *parts, int64_t id, const struct value *v,
		      const bool *present, bool *changed);

#endif
