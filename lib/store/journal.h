/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_JOURNAL_H
#define OSQ_STORE_JOURNAL_H

#include "store/store.h"

/* Who acts, where and when.  Texts may be NULL; they are not owned. */
struct act {
	int64_t at;          /* when it happened */
	bool day_alone;      /* only the day of that was told; AT is its midnight */
	int64_t entered_at;  /* when it was entered */
	const char *officer; /* a code */
	const char *counter; /* a code */
	bool dry_run;        /* do all of it, then roll back */
};

/*
 * The journal: one entry for each act, in a chain.  The hash of an entry is the
 * SHA-256 of the hash before it and of all its fields, each as a netstring, so
 * that no entry can be changed, taken out or slipped in without breaking all that
 * follow.
 */

/* Add an entry inside the write transaction.  WHAT is noun and verb ("ticket
 * issue"), SUBJECT the thing's own code, DETAIL key, value, key, value ... NULL;
 * pairs whose value is NULL are left out. */
enum status journal_add(struct store *store, const struct act *act, const char *what,
			const char *subject, const char *const *detail);

/* When the last entry was entered; -1 where there is none.  Inside a write the next
 * journal_add() need not look for it again. */
enum status journal_last(struct store *store, int64_t *entered_at);

struct journal_check {
	int64_t entries;
	int64_t first_bad; /* the id of the first entry that does not fit; 0 = none */
	const char *why;   /* a constant, marked for translation */
	char head[65];     /* the last hash, to be written down elsewhere */
};

/* Walk the whole chain. */
enum status journal_verify(struct store *store, struct journal_check *check);

/* Send all entries, the oldest first, to SINK, under journal_columns. */
extern const struct column journal_columns[];
enum status journal_list(struct store *store, struct sink *sink);

#endif
