/* SPDX-License-Identifier: MIT */
#include "office/core/import_shape.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "office/core/import_headings.h"
#include "office/core/import_notice.h"
#include "office/core/importing.h"

#define NEEDED (COLUMN_REQUIRED | COLUMN_NEEDED)

bool
import_can_head(const struct import *import, size_t count, const char *const *cells)
{
	const struct column *columns = import->kind->columns;
	size_t i, known = 0, needed = 0, all = 0;

	for (i = 0; i < import->count; i++)
		all += (columns[i].flags & NEEDED) != 0;
	for (i = 0; i < count; i++) {
		int column = *cells[i] ? import_column_of(import, cells[i]) : -1;

		known += column >= 0;
		needed += column >= 0 && columns[column].flags & NEEDED;
	}
	return known > 1 || (known && needed == all);
}

/* The first cell with something in it; "" where there is none. */
static const char *
first_cell(size_t count, const char *const *cells)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (*cells[i])
			return cells[i];
	return "";
}

/* (1), [2], (3)=(4)+(5), A: how official tables number their columns. */
static bool
is_bracketed_number(const char *cell)
{
	return (*cell == '(' || *cell == '[') &&
	       !cell[strspn(cell, "()[]0123456789=+-*/: ABCDEabcde")];
}

/* The whole number that CELL is; -1 for anything else. */
static int
plain_number(const char *cell)
{
	size_t n = strspn(cell, "0123456789");

	return n >= 1 && n <= 2 && !cell[n] ? atoi(cell) : -1;
}

/* A row of nothing but the numbers of the columns. */
static bool
is_numbering(size_t count, const char *const *cells)
{
	size_t i, filled = 0;
	int last = -1;

	for (i = 0; i < count; i++) {
		int number = plain_number(cells[i]);

		if (!*cells[i])
			continue;
		if (!is_bracketed_number(cells[i]) &&
		    (number < 0 || (last >= 0 && number != last + 1)))
			return false;
		last = number;
		filled++;
	}
	return filled > 1;
}

/* Whether the row lacks what every record has, as WITH_NEEDED a cell that may be empty in
 * a record too. */
static bool
lacks_required(const struct import *import, size_t count, const char *const *cells)
{
	const struct column *columns = import->kind->columns;
	size_t n;

	for (n = 0; n < import->used_count; n++) {
		size_t i = import->used[n], at = (size_t)import->place[i];

		if (columns[i].flags & NEEDED && (at >= count || !*cells[at]))
			return true;
	}
	return false;
}

/* What totals and signatures begin with. */
static bool
is_closing(const char *cell)
{
	static const char *const begins[] = { "tong cong", "tong so",    "nguoi lap",
					      "nguoi ky",  "lap bieu",   "thu truong",
					      "ke toan",   "xac nhan",   "ky ten",
					      "ky ghi ro", "ky dong dau" };
	char folded[128];
	size_t i;

	fold_text(cell, folded, sizeof(folded));
	if (!strcmp(folded, "cong") || !strcmp(folded, "tong") ||
	    (!strncmp(folded, "cong ", 5) && isdigit((unsigned char)folded[5])))
		return true;
	for (i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (!strncmp(folded, begins[i], strlen(begins[i])))
			return true;
	return strstr(folded, "ngay ") && strstr(folded, " thang ") &&
	       strstr(folded, " nam");
}

/* Behind a total or a signature only names and dates follow, a cell or two in a row.  A
 * kind whose cells may all be empty (a list of procedures has rows that name a field)
 * has no such end. */
static bool
follows_closing(const struct import *import, size_t count, const char *const *cells)
{
	const struct column *columns = import->kind->columns;
	size_t i, filled = 0;

	if (!import->closing)
		return false;
	for (i = 0; i < count; i++)
		filled += *cells[i] != '\0';
	for (i = 0; i < import->count; i++)
		if (columns[i].flags & COLUMN_REQUIRED)
			return filled <= 2;
	return false;
}

static const char *
why_aside(struct import *import, size_t count, const char *const *cells)
{
	size_t i;

	if (!import->rows++ && is_numbering(count, cells))
		return N_("numbers the columns; the row is passed over");
	if (!lacks_required(import, count, cells))
		return NULL;
	if (follows_closing(import, count, cells))
		return N_("stands below the table; the row is passed over");
	for (i = 0; i < count; i++)
		if (is_closing(cells[i])) {
			import->closing = true;
			return N_("stands below the table; the row is passed over");
		}
	return NULL;
}

enum status
import_aside(struct import *import, long line, size_t count, const char *const *cells,
	     bool above, bool *passed)
{
	const char *why = NULL;

	if (above)
		why = N_("stands above the headings; the row is passed over");
	else if (import->sheet)
		why = why_aside(import, count, cells);
	*passed = why != NULL;
	return why ? import_note_line(import, line, first_cell(count, cells), why) : OK;
}
