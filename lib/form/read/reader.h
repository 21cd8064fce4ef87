/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_READER_H
#define OSQ_FORM_READ_READER_H

#include <stdio.h>

#include "base/row.h"

/*
 * Reading a table that a person or a program made, row by row, in memory that
 * does not grow with the rows.
 *
 * Takes CSV as spreadsheets save it (BOM; ',' ';' or tab, found from the heading
 * line; CR, LF or CRLF; quotes; UTF-8, UTF-16, Windows-1258 or TCVN3), a JSON array of
 * objects, also within an object ({"data":[...]}, up to 4 MiB then), a JSON object, and
 * JSON Lines; which of them is found from the first bytes.
 * Text comes out as tidy UTF-8 (text_tidy()).
 */
struct reader_row {
	long line;                /* where the row begins, from 1 */
	size_t count;             /* number of cells */
	const char *const *cells; /* cells[i] belongs to heading i; "" when empty or
				   * null; valid until the function returns */
};

/* The receiver of what is read; the caller sets all three functions. */
struct reader_into {
	/* The headings, once, before any row: as written, tidy; empty ones at the
	 * end are dropped.  For JSON the keys of the first object; later objects may
	 * have others, which then are reported by `trouble`.  Not called at all for
	 * an empty JSON array. */
	enum status (*headings)(struct reader_into *into, long line, size_t count,
				const char *const *headings);
	enum status (*row)(struct reader_into *into, const struct reader_row *row);
	/* Something is wrong with LINE: COLUMN (a heading, or NULL) and a
	 * translated reason.  OK to go on with the next row. */
	enum status (*trouble)(struct reader_into *into, long line, const char *column,
			       const char *why);
	/* For CSV, where people write around their tables; both may be NULL.  Whether
	 * ROW can be the headings: asked of the rows at the top until one is; those above
	 * it are then passed over.  NULL: the first row is. */
	bool (*can_head)(struct reader_into *into, const struct reader_row *row);
	/* A row above the headings, or one under them with any number of cells: *PASSED
	 * is set where it is no record, and the reader goes on with the next. */
	enum status (*aside)(struct reader_into *into, const struct reader_row *row,
			     bool above, bool *passed);
};

/* How to read, and how it was read; start from { 0 }. */
struct reader_how {
	const char *encoding; /* as a person writes it; NULL: recognise it.  A BOM
				 overrides it. */
	const char *found;    /* the encoding used, a constant or ENCODING */
	char separator;       /* of the cells; '\0': JSON.  Known with the headings. */
};

/*
 * Read STREAM to its end, as HOW says.  Rows that cannot be read (a wrong number of
 * cells, invalid UTF-8, a NUL, a field of more than TEXT_MAX bytes, an open quote at the
 * end) go to `trouble`, all of them; blank lines, and rows all of whose cells are empty,
 * which spreadsheets leave, are skipped.  Returns OK, the first other status that a
 * function of INTO gave, IO_ERROR when reading failed (a directory), USAGE for an unknown
 * encoding, or BAD_DATA when it is no table at all (empty, binary).
 */
enum status reader_read(FILE *stream, struct reader_how *how, struct reader_into *into);

#endif
