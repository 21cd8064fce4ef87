/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_PARTS_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_PARTS_H

#include "office/exchange/dossier_exchange.h"
#include "office/exchange/dossier_merge.h"

/*
 * What else a row of an import has of a dossier: its intake (what was handed in and how),
 * and its events, papers and payments as JSON in a cell.  An import whose file has none
 * of these columns makes none of this.
 */
struct dossier_parts;

/* Prepare for storing them, inside the write transaction; free it with parts_free(),
 * which takes NULL. */
struct dossier_parts *parts_new(struct office *office);
void parts_free(struct dossier_parts *parts);

/* Whether a file whose columns are PRESENT, by enum dossier_field, has any of these. */
bool parts_present(const bool *present);

/*
 * Check the lists of V before anything is stored.  *COLUMN gets the key of the first one
 * that is invalid or has a number out of its column's bounds, or NULL; *WHY gets the
 * reason, translated and valid until the next call.
 */
enum status parts_check(struct dossier_parts *parts, const struct value *v,
			const char **column, const char **why);

/* Note in ROW, whose dossier is here, when the first act that its story brings happened;
 * before merge_row(). */
enum status parts_look(struct dossier_parts *parts, struct incoming *row);

/*
 * Store the row's intake and lists for the dossier ID.  What the file does not say, and
 * an empty list, change nothing; officers and desks that are not here are left out of the
 * lists.  No act that is stored is taken away: a story gets those that it does not have.
 * *CHANGED is set when anything is different afterwards.
 */
enum status parts_put(struct dossier_parts *parts, int64_t id, const struct incoming *row,
		      bool *changed);

#endif
