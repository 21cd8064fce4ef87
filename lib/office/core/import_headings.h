/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_HEADINGS_H
#define OSQ_OFFICE_CORE_IMPORT_HEADINGS_H

#include "office/core/import.h"

/*
 * Use PLAN, which must stay valid until the import ends.  Call this before
 * import_headings().  USAGE when PLAN maps a heading to a column that does not exist.
 */
enum status import_follow(struct import *import, struct import_plan *plan);

/*
 * Take the COUNT headings of the file, which stand at LINE; SEPARATOR stands between its
 * cells, '\0' in JSON.  A column is found by the
 * plan's mappings, then by its key, its heading, the heading's translation, or an alias.
 * Unknown headings and missing required columns are reported as bad lines.
 */
enum status import_headings(struct import *import, long line, char separator,
			    size_t count, const char *const *headings);

/* The index of the kind's column that HEADING names; -1 for none. */
int import_column_of(const struct import *import, const char *heading);

#endif
