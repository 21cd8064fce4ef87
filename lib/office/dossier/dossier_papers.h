/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_PAPERS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_PAPERS_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * The papers of a dossier: the procedure's list as it was on the day of receipt, each
 * with the moment at which it was handed in.  A list of them is "all", "none" or
 * numbers, "1,3,4".
 */

/*
 * Inside a write transaction: copy the list of PROCEDURE to the new DOSSIER and tick
 * HANDED (NULL: none).  BAD_DATA for a number that is not on the list.
 */
enum status papers_begin(struct office *office, int64_t dossier, int64_t procedure,
			 const char *handed);

/*
 * Inside a write transaction: of a DOSSIER that was taken down wrongly, just HANDED were
 * handed in (NULL: what is ticked stays); under another PROCEDURE (0: the same) it has
 * the list of that one.
 */
enum status papers_correct(struct office *office, int64_t dossier, int64_t procedure,
			   const char *handed);

/*
 * Append the required papers that were not handed in to MISSING, a line "2. NAME" each.
 */
enum status papers_missing(struct office *office, int64_t dossier, struct buf *missing);

/*
 * Tick HANDED and untick MISSING (either may be NULL) in the open dossier CODE.  NO when
 * it does not exist or has ended.
 */
enum status papers_change(struct office *office, const char *code, const char *handed,
			  const char *missing);

/* The columns of the list; its query has the parameter :id, the dossier's id. */
extern const struct column dossier_paper_columns[];
extern const char dossier_papers_sql[];

/* NO when there is no such dossier. */
enum status papers_list(struct office *office, const char *code, struct sink *sink);

#endif
