/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_MERGE_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_MERGE_H

#include "office/exchange/dossier_exchange.h"

/* A row being imported. */
struct incoming {
	struct value *v;          /* the values to store */
	const struct value *file; /* the values as the file has them */
	bool present[FIELDS];     /* what the file says: which columns it has, without
				   * officers and desks that are not here */
	bool foreign;             /* another office gave the code */
	int64_t ids[FIELDS];      /* ids of what a field names (NAMED); 0 = none */
	bool stated;              /* the file itself says what a pause waits for */
	int64_t news_at;          /* of a dossier that was here: when the first act of
				   * its story that is not in the stored one happened;
				   * -1: there is none */
};

/* Bind the values of ROW in the fields of SET, all of them IN_DOSSIER, to the parameters
 * of Q that have their keys (":fee").  Each call for one Q must have the same SET. */
void incoming_bind(struct query *q, const struct field_set *set,
		   const struct incoming *row);

/*
 * Merges rows of an import into dossiers of the store.  What the file does not say stays
 * as it is stored.
 */
struct dossier_merge;

/*
 * Prepare for merging, inside the write transaction.  The caller ends it with
 * merge_close(), also where this has failed.  FORCE: rows may move promises and fees.
 */
enum status merge_open(struct office *office, bool force, struct dossier_merge **merge);
void merge_close(struct dossier_merge *merge); /* takes NULL */

/*
 * Find the dossier that a row without a code became when the same file was imported
 * before: one with the same procedure, applicant and moment that no earlier row has
 * matched, since a file may have two such rows, and that no differing personal number, or
 * where one side lacks that no differing telephone, shows to be somebody else's.  The
 * applicant of a purged dossier is not compared.  *CODE is valid until the next call, and
 * NULL when there is none.
 */
enum status merge_find(struct dossier_merge *merge, const struct incoming *row,
		       const char **code);

/* Note that a row of the file created the dossier ID. */
void merge_met(struct dossier_merge *merge, int64_t id);

enum merge_outcome { MERGE_SAME, MERGE_CHANGED, MERGE_TWICE, MERGE_MOVES };

/*
 * Merge ROW into the stored dossier with its code; *ID gets its id.  MERGE_TWICE, with
 * nothing changed, when an earlier row of the file had that code; MERGE_MOVES, so too,
 * when it would move the promise or the fee in the column *MOVED (a constant) of a
 * dossier whose story it does not bring.  A change is an event of the dossier, and the
 * journal names the fields and not what stood in them, since it cannot be purged.
 */
enum status merge_row(struct dossier_merge *merge, struct incoming *row, int64_t *id,
		      enum merge_outcome *outcome, const char **moved);

/*
 * Tell the journal of the row that was merged last and changed its dossier: the fields
 * that changed, and with PARTS the lists and what else the file brought; not what stood
 * in them, since the journal cannot be purged.
 */
enum status merge_tell(struct dossier_merge *merge, const struct incoming *row,
		       bool parts);

#endif
