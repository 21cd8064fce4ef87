/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_ROW_H
#define OSQ_BASE_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/word.h"

/*
 * What passes between the rules and the formats: a row, which is one value for
 * each column of a column table.  The table of a kind of record is written once
 * and serves its CSV header and import, JSON keys, table and XLSX headings,
 * --columns, --list-columns, completion and the manual.
 */

enum column_type {
	COL_TEXT,
	COL_INT,
	COL_MONEY,    /* whole đồng */
	COL_TIME,     /* moment: seconds since 1970 UTC; to programs local ISO 8601 */
	COL_DAY,      /* text YYYY-MM-DD */
	COL_CLOCK,    /* time of day: text HH:MM */
	COL_DURATION, /* seconds */
	COL_REAL,     /* two decimals */
	COL_SHARE,    /* percent, 0 to 100, two decimals; null = nothing to divide by */
	COL_WORD,     /* one of `words`; its code is what is stored and what programs get,
		       * people read its word (base/show.h) */
};

enum column_flags {
	COLUMN_REQUIRED = 1,   /* an import must have it, and not empty */
	COLUMN_HIDDEN = 2,     /* not shown unless --columns names it */
	COLUMN_CODE = 8,       /* for programs: not shown in tables and spreadsheets */
	COLUMN_DERIVED = 4,    /* computed: an import ignores it */
	COLUMN_NEEDED = 64,    /* an import must have it; a cell of it may be empty */
	COLUMN_PERSONAL = 256, /* whom it is about; empty for who may not know */
	COLUMN_SAYS = 128,     /* an import also takes a sentence, as text */
	COLUMN_SECONDS = 16,   /* a moment of which people need the second too */
	COLUMN_CLOCK = 32, /* a moment soon after the one of an earlier column, which has
			    * the day: people need its time alone, to the second */
};

struct column {
	const char *key;     /* lower_snake_case English, stable */
	const char *heading; /* English, marked N_(), shown translated */
	enum column_type type;
	unsigned flags;           /* enum column_flags */
	const char *aliases;      /* other headings in imports, separated by '|' */
	const struct word *words; /* of COL_WORD; of COL_TEXT, the ways in which it is
				     written, where something else checks it */
	/* The least and the most of its numbers, or of its moments; both 0: what
	 * column_bounds() says of its type.  Of COL_TEXT, the most bytes; 0: any. */
	int64_t least, most;
	/* The kind of register whose codes stand in it ("officers"): people read the
	 * names there.  NULL: none, or the name stands beside it. */
	const char *named_in;
};

/* The most that a sum of money, and any other number, may be where its column does not
 * say: a million of them can be added up. */
#define MONEY_MOST  INT64_C(9999999999999)
#define NUMBER_MOST INT64_C(999999999)

/* The headings of a column on an official form, where they stand in levels. */
struct heading {
	const char *key;      /* the column's */
	const char *above[2]; /* what stands over it and its neighbours, from the top,
			       * marked N_(); NULL: nothing */
	const char *own;      /* its own, below these, marked N_(); NULL: the column's */
	const char *number;   /* in the row of numbers: "(3)=(4)+(5)+(6)"; NULL: empty */
};

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_REAL, VALUE_TEXT };

/* The value of a row in one column.  COL_TEXT, COL_DAY, COL_CLOCK and COL_WORD are TEXT;
 * COL_REAL and COL_SHARE are REAL; the others are INT.  Any may be NULL. */
struct value {
	enum value_kind kind;
	bool day; /* a moment of which only the day was told; NUMBER is its midnight */
	int64_t number;
	double real;
	const char *text; /* UTF-8, not owned: valid until the row has been taken */
};

/* (In parentheses, since cppcheck 2.10 reads no bare literal behind a ?.) */
#define VALUE_NONE ((struct value){ .kind = VALUE_NULL })

/* Values of each kind; the text is not copied. */
struct value value_int(int64_t number);
struct value value_real(double real);
struct value value_text(const char *text); /* NULL text is the null value */

/* True when A and B are of the same kind and hold the same. */
bool value_same(const struct value *a, const struct value *b);

/* A receiver of rows.  Embed it as the first member of a larger struct. */
struct sink {
	/* One row, values in column order; anything but OK stops the sender,
	 * who returns it. */
	enum status (*row)(struct sink *sink, const struct value *values);
};

/* Columns end with { .key = NULL }. */
size_t column_count(const struct column *columns);

/* The index of KEY, or -1. */
int column_find(const struct column *columns, const char *key);

/* The index of KEY, which the columns have: one that they lack is our fault, and ends the
 * command at once, as out of memory does. */
int column_place(const struct column *columns, const char *key);

/*
 * The bounds that a number in COLUMN must keep when it comes in: the column's own, else
 * those of its type.  Money: 0 to MONEY_MOST; moments: the years 1900 to 9999; reals:
 * 10^12 either way; any other number: 0 to NUMBER_MOST.
 */
void column_bounds(const struct column *column, int64_t *least, int64_t *most);
bool column_holds(const struct column *column, int64_t number);

/*
 * A value as plain text, for CSV and for people: integers in digits, moments as
 * ISO 8601 with offset, reals with two decimals, null as "".  Returns ROOM or
 * the value's own text; ROOM has at least 48 bytes.
 */
const char *value_print(const struct column *column, const struct value *value,
			char room[static 48]);

/*
 * Read TEXT, as a person or a spreadsheet writes it, into a value of COLUMN.
 * Blank text is null.  Text values point into TEXT or into the column's words;
 * days and clocks written in another way are rewritten into ROOM.  NOW gives
 * "today".  BAD_DATA with the reason in *WHY when it cannot be read, or is outside the
 * column's bounds: a constant for value_complaint(); nothing is kept in error_message().
 */
enum status value_read(const struct column *column, const char *text, int64_t now,
		       char room[static 48], struct value *out, const char **why);

/* A + B, or the largest or smallest int64_t where that would overflow: a store may hold
 * rows from before there were bounds. */
int64_t number_add(int64_t a, int64_t b);

/* What is wrong with TEXT (valid UTF-8; a long one is cut) under COLUMN, translated:
 * "'5000' must be 1 to 999".  To be freed. */
char *value_complaint(const struct column *column, const char *text, const char *why);

/* What value_read() says of a number outside its column's bounds. */
extern const char value_outside[];

#endif
