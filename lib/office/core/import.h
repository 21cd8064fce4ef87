/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_H
#define OSQ_OFFICE_CORE_IMPORT_H

#include "office/core/import_refuse.h"
#include "office/core/office.h"

/*
 * Importing a table of any kind of record.  The import is one transaction: all rows are
 * stored or none.  Every bad line is reported, and importing the same file again changes
 * nothing.  Rows come as texts under headings; the column table of the kind says what
 * they mean.
 *
 * In batches (see import_plan) each batch of good rows is committed by itself; bad lines
 * are reported and skipped.  This is for years of dossiers, during whose import the
 * counters must not wait.
 */
enum import_outcome {
	IMPORT_ADDED,
	IMPORT_CHANGED,
	IMPORT_UNCHANGED,
	IMPORT_PASSED, /* no record: a heading between them */
};

struct import; /* an import going on */

/* What an import needs to know about a kind of record. */
struct import_kind {
	const char *name; /* for the journal: "procedures" */
	const struct column *columns;
	/*
	 * Columns under which our own lists show such records.  A heading that names one
	 * of these but none of the above is skipped.  May be NULL.
	 */
	const struct column *listed;
	/*
	 * Store one row: VALUES in column order; PRESENT[i] is false where the file has
	 * no such column.  Set *OUTCOME to what became of the row.
	 *
	 * For a row that breaks a rule, call import_refuse() and return its result: OK
	 * when the import goes on with the next row, else the error that ends it.
	 */
	enum status (*put)(struct import *import, const struct value *values,
			   const bool *present, enum import_outcome *outcome);
	/*
	 * Called inside the transaction after the last row, in batches after each batch.
	 * May be NULL.
	 */
	enum status (*finish)(struct import *import);
	/* Free the kind's own state; may be NULL. */
	void (*release)(struct import *import);
	const void *about; /* free for the kind's use */
	bool looks;        /* only compares: nothing is stored or journalled */
};

/* Who hears of bad lines.  A status other than OK from any of these ends the import. */
struct import_listener {
	enum status (*bad_line)(struct import_listener *listener, long line,
				const char *column, const char *why);
	/*
	 * With the new data, the open dossier CODE would be due at WOULD_BE, not at DUE.
	 */
	enum status (*promise)(struct import_listener *listener, const char *code,
			       int64_t due, int64_t would_be);
	/*
	 * With the new data, nobody would be there for the booking CODE, whose slot
	 * begins at SLOT.
	 */
	enum status (*booking)(struct import_listener *listener, const char *code,
			       int64_t slot);
	/* What was read, in words (translated) that a person checks; may be NULL. */
	enum status (*remark)(struct import_listener *listener, const char *text);
	/*
	 * COUNT cells or rows were read otherwise than they stand in the file, for the
	 * reason WHY (translated); the first is CELL, at LINE, in COLUMN (may be NULL).
	 * Called once a reason, at the end of the file; may be NULL.
	 */
	enum status (*notice)(struct import_listener *listener, long line,
			      const char *column, const char *cell, const char *why,
			      int64_t count);
	/*
	 * Called only where the plan asks for samples: once for each heading with the
	 * column it went to (NULL: none), then for each sample row as it would be stored.
	 */
	enum status (*heading)(struct import_listener *listener, const char *heading,
			       const struct column *column);
	enum status (*sample)(struct import_listener *listener, long line,
			      const struct column *columns, const struct value *values);
};

/*
 * Maps THEIRS, a heading of the file, to OURS, the key of our column.  With OURS "" the
 * heading is skipped.  With THEIRS "" the file counts as having no such column, even if a
 * heading has its name.
 */
struct import_mapping {
	const char *ours, *theirs;
	bool met;    /* found among the headings; for internal use */
	char *owned; /* memory for the creator to free; or NULL */
};

/* How to read a table that differs from the usual form. */
struct import_plan {
	struct import_mapping *mappings;
	size_t mapping_count;
	bool ignore_others; /* unknown headings are no error */
	bool strict;        /* what is read otherwise than it stands is an error */
	int64_t batch;      /* commit after this many good rows; 0: all or none */
	const char *file;   /* the file's name, for a batch's journal entry */
	int samples;        /* how many rows to show */
};

struct import_result {
	int64_t added, changed, unchanged, removed, bad;
	int64_t kept; /* rows of the batches that are committed */
};

/*
 * Begin an import.  CTX is the kind's own state; import_context() returns it, and the
 * kind's release() frees it.  The import ends with import_end().
 */
enum status import_begin(struct office *office, const struct import_kind *kind, void *ctx,
			 struct import_listener *listener, struct import **import);

/* How many rows are already committed, whatever happens next: those of whole batches. */
int64_t import_kept(const struct import *import);

/* Import one row, at LINE of the file: CELLS has one text for each heading. */
enum status import_row(struct import *import, long line, const char *const *cells);

/*
 * For put(): VALUES is what the present row will be stored as.  Shows it where the plan
 * asks for samples.  For a kind that never calls this, the values are shown as they were
 * read.
 */
enum status import_show(struct import *import, const struct value *values);
bool import_shows(const struct import *import); /* whether the row would be shown */

/* Whether the present row was refused already, by import_note() too: then put() has
 * nothing to store. */
bool import_is_refused(const struct import *import);

/*
 * Whether the file is a table for people, which may have been through a spreadsheet: not
 * JSON, and not CSV with commas under our own keys, as `--csv` writes it, whose every
 * byte is meant.
 */
bool import_is_sheet(const struct import *import);

/*
 * Tell the listener that the open dossier CODE, due at DUE, would be due at another
 * moment.
 */
enum status import_promise(struct import *import, const char *code, int64_t due,
			   int64_t would_be);

/* Tell the listener that the booking CODE is hit, see there. */
enum status import_booking(struct import *import, const char *code, int64_t slot);

/* Tell the listener that CODE, which the file does not name, had its last day UNTIL
 * (YYYY-MM-DD). */
enum status import_ended(struct import *import, const char *code, const char *until);

/* Tell the listener in words what was read; TEXT is translated. */
enum status import_remark(struct import *import, const char *text);

/* Whether the file has the column KEY. */
bool import_has(const struct import *import, const char *key);

/*
 * End the import and free it.  When ST is OK and no line was bad, the journal gets an
 * entry with FILE and the counts, and all is committed.  Otherwise nothing is stored; the
 * result is ST, or BAD_DATA for bad lines.  In batches the good rows are stored despite
 * bad lines, but the result is still BAD_DATA.
 */
enum status import_end(struct import *import, enum status st, const char *file,
		       struct import_result *result);

/*
 * For put() and finish(): the office that is imported into, the kind's own state, and the
 * kind.
 */
struct office *import_office(struct import *import);
void *import_context(struct import *import);
const struct import_kind *import_kind_of(struct import *import);

/* Count a record that finish() stored besides. */
void import_count(struct import *import, enum import_outcome outcome);

/* Count N records that finish() removed. */
void import_count_removed(struct import *import, int64_t n);

#endif
