/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_H
#define OSQ_OFFICE_CORE_IMPORT_H

#include "office/core/office.h"

/*
 * Importing a table, of any kind: all or nothing, in one transaction, every bad
 * line told, and the same file again changes nothing.  Rows come as texts under
 * headings; what they mean is in the column table of the kind.
 *
 * In batches (import_plan) each batch of good rows is kept by itself, and bad lines are
 * told and passed over: for years of dossiers, during which the counters must not wait.
 */
enum import_outcome {
	IMPORT_ADDED,
	IMPORT_CHANGED,
	IMPORT_UNCHANGED,
	IMPORT_PASSED, /* no record: a heading between them */
};

struct import; /* an import going on */

/* What a kind of record brings. */
struct import_kind {
	const char *name; /* for the journal: "procedures" */
	const struct column *columns;
	/* Columns under which our own lists show such records: where one is none of the
	 * above, an import passes over it.  May be NULL. */
	const struct column *listed;
	/*
	 * Put one row: VALUES in column order, PRESENT[i] false where the file has
	 * no such column.  A row that breaks a rule: return what
	 * import_refuse() returns, which is OK where the others may go on.
	 */
	enum status (*put)(struct import *import, const struct value *values,
			   const bool *present, enum import_outcome *outcome);
	/* After the last row, or the last of a batch, inside the transaction; may be
	 * NULL. */
	enum status (*finish)(struct import *import);
	/* Free the kind's own state; may be NULL. */
	void (*release)(struct import *import);
	const void *about; /* the kind's own */
	bool looks; /* nothing is stored: a reader does, and no journal tells of it */
};

/* Who is told of bad lines. */
struct import_listener {
	enum status (*bad_line)(struct import_listener *listener, long line,
				const char *column, const char *why);
	/* The promise of the open dossier CODE would be another one: WOULD_BE. */
	enum status (*promise)(struct import_listener *listener, const char *code,
			       int64_t due, int64_t would_be);
	/* Where the plan asks for samples: which heading went to which column (NULL: to
	 * none), one call for each; then rows as they would be stored. */
	enum status (*heading)(struct import_listener *listener, const char *heading,
			       const struct column *column);
	enum status (*sample)(struct import_listener *listener, long line,
			      const struct column *columns, const struct value *values);
};

/* A heading of the file, THEIRS, and the key of the column that it is, OURS.  OURS "":
 * the heading is passed over; THEIRS "": the file has no such column, whatever it calls
 * so. */
struct import_mapping {
	const char *ours, *theirs;
	bool met;    /* in the headings; used within */
	char *owned; /* what whoever made it has to free; or NULL */
};

/* How a table is to be read, where that is not as usual. */
struct import_plan {
	struct import_mapping *mappings;
	size_t mapping_count;
	bool ignore_others; /* headings that are no column of ours are no error */
	int64_t batch;    /* keep each so many good rows by themselves; 0: all or none */
	const char *file; /* for the journal of a batch */
	int samples;      /* how many rows to show */
};

struct import_result {
	int64_t added, changed, unchanged, removed, bad;
	int64_t kept; /* rows of the batches that are in the store already */
};

/* Begin; CTX is the kind's own state, found again by import_context(). */
enum status import_begin(struct office *office, const struct import_kind *kind, void *ctx,
			 struct import_listener *listener, struct import **import);

/* How many rows are in the store already, whatever happens: those of whole batches. */
int64_t import_kept(const struct import *import);

/* A row of the file, at LINE, a cell for each of its headings. */
enum status import_row(struct import *import, long line, const char *const *cells);

/* Something else is wrong with LINE (COLUMN may be NULL). */
enum status import_bad(struct import *import, long line, const char *column,
		       const char *why);

/* For put(): the present row comes to VALUES; shown where the plan asks for samples.
 * Of kinds that do not call it the values are shown as they were read. */
enum status import_show(struct import *import, const struct value *values);
bool import_shows(const struct import *import); /* whether it would be shown */

/* For put(): refuse the present row because of COLUMN: it counts as a bad line.  What the
 * listener returned: OK, or why the import has to end. */
enum status import_refuse(struct import *import, const char *column, const char *why);

/* Tell the listener of a promise. */
enum status import_promise(struct import *import, const char *code, int64_t due,
			   int64_t would_be);

/*
 * End and free: with ST not OK, or with bad lines, nothing is kept (BAD_DATA);
 * else the journal entry names FILE and the counts, and all is committed.  In batches
 * bad lines keep nothing from being kept, but are BAD_DATA all the same.
 */
enum status import_end(struct import *import, enum status st, const char *file,
		       struct import_result *result);

/* Of an import going on, for put() and finish(): where to, the kind's own state, and the
 * kind. */
struct office *import_office(struct import *import);
void *import_context(struct import *import);
const struct import_kind *import_kind_of(struct import *import);

/* Count records that finish() took out. */
void import_count_removed(struct import *import, int64_t n);

#endif
