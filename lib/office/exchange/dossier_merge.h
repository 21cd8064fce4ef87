/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_MERGE_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_MERGE_H

#include "office/exchange/dossier_exchange.h"

/* A row on its way in. */
struct incoming {
	struct value *v;          /* settled */
	const struct value *file; /* as the file has it */
	const bool *present;      /* the columns of the file */
	int64_t ids[FIELDS];      /* of what is NAMED; 0 = none */
	bool stated;              /* the file says itself what a paused one waits for */
};

/* Bind the fields of SET, which are IN_DOSSIER, to the parameters of their keys; Q keeps
 * to one set. */
void incoming_bind(struct query *q, const struct field_set *set,
		   const struct incoming *row);

/*
 * Rows of an import that meet a dossier of the store.  What the file does not say stays
 * as it is there.
 */
struct dossier_merge;

/* Prepare what merging needs; inside the write transaction.  To be closed with
 * merge_close(), in any case. */
enum status merge_open(struct office *office, struct dossier_merge **merge);
void merge_close(struct dossier_merge *merge); /* takes NULL */

/* The dossier that a row without a code was when the same file came before: the same
 * procedure, applicant and moment, and not met yet, since a file may have two such rows;
 * the applicant of one that was purged is not known.
 * *CODE, valid until the next call, is NULL when there is none. */
enum status merge_find(struct dossier_merge *merge, const struct incoming *row,
		       const char **code);

/* The file had the dossier ID, which was not there before. */
void merge_met(struct dossier_merge *merge, int64_t id);

enum merge_outcome { MERGE_SAME, MERGE_CHANGED, MERGE_TWICE };

/* Put ROW over the dossier of its code, which is there; *ID gets its id.  MERGE_TWICE,
 * and nothing done, when the file had that code before. */
enum status merge_row(struct dossier_merge *merge, struct incoming *row, int64_t *id,
		      enum merge_outcome *outcome);

#endif
