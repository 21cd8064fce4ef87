/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_IMPORT_H
#define OSQ_OFFICE_IMPORT_H

#include "office/office.h"

/*
 * Importing a table, of any kind: all or nothing, in one transaction, every bad
 * line told, and the same file again changes nothing.  Rows come as texts under
 * headings; what they mean is in the column table of the kind.
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
	/*
	 * Put one row: VALUES in column order, PRESENT[i] false where the file has
	 * no such column.  A row that breaks a rule: call import_refuse() and return
	 * OK.  BEFORE is false during the first look only (see import_row()).
	 */
	enum status (*put)(struct import *import, const struct value *values,
			   const bool *present, enum import_outcome *outcome);
	/* After the last row, inside the transaction; may be NULL. */
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
};

struct import_result {
	int64_t added, changed, unchanged, removed, bad;
};

/* Begin; CTX is the kind's own state, found again by import_context(). */
enum status import_begin(struct office *office, const struct import_kind *kind, void *ctx,
			 struct import_listener *listener, struct import **import);

/* The headings of the file, at LINE: by key, heading, its translation or alias;
 * unknown ones and missing required ones are told as bad. */
enum status import_headings(struct import *import, long line, size_t count,
			    const char *const *headings);

enum status import_row(struct import *import, long line, const char *const *cells);

/* Something else is wrong with LINE (COLUMN may be NULL). */
enum status import_bad(struct import *import, long line, const char *column,
		       const char *why);

/* For put(): refuse the present row because of COLUMN. */
enum status import_refuse(struct import *import, const char *column, const char *why);

/* Tell the listener of a promise. */
enum status import_promise(struct import *import, const char *code, int64_t due,
			   int64_t would_be);

/*
 * End and free: with ST not OK, or with bad lines, nothing is kept (BAD_DATA);
 * else the journal entry names FILE and the counts, and all is committed.
 */
enum status import_end(struct import *import, enum status st, const char *file,
		       struct import_result *result);

struct office *import_office(struct import *import);
void *import_context(struct import *import);
const struct import_kind *import_kind_of(struct import *import);
/* Count records that finish() took out. */
void import_count_removed(struct import *import, int64_t n);

#endif
