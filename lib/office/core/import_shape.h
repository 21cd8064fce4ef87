/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_SHAPE_H
#define OSQ_OFFICE_CORE_IMPORT_SHAPE_H

#include "office/core/import.h"

/*
 * Where the table is in a list as offices print it: titles stand above its headings, a
 * row of column numbers under them, totals and signatures below it.
 */

/* Whether the COUNT cells of a row can be the headings: two of them name columns, or all
 * of those that the kind needs. */
bool import_can_head(const struct import *import, size_t count, const char *const *cells);

/*
 * Whether the row at LINE, of COUNT cells, stands ABOVE the headings or is else no
 * record: *PASSED is then set, and the row is noted.  Asked of every row, in order.
 */
enum status import_aside(struct import *import, long line, size_t count,
			 const char *const *cells, bool above, bool *passed);

#endif
