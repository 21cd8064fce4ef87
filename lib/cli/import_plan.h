/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_IMPORT_PLAN_H
#define OSQ_CLI_IMPORT_PLAN_H

#include "base/mem.h"
#include "cli/command.h"
#include "office/core/import.h"

/* Read into PLAN what the options --map, --ignore-others and --strict ask for; it starts
 * from { 0 } and is freed with plan_free().  USAGE when an argument of --map is not of
 * the form OUR=THEIRS. */
enum status plan_read(struct cli *cli, struct import_plan *plan);
void plan_free(struct import_plan *plan);

/* What a dry run reports besides the problems: collected while it reads, printed at its
 * end.  Start from { 0 }. */
struct import_summary {
	struct buf headings, rows;
};

/* Note which column a heading went to (NULL: none), and a row as it would be stored.  The
 * arguments are those of an import_listener. */
void summary_heading(struct import_summary *summary, const char *heading,
		     const struct column *column);
void summary_row(struct import_summary *summary, long line, const struct column *columns,
		 const struct value *values);

/* Print and free SUMMARY; ENCODING and SEPARATOR as the reader found them ('\0':
 * JSON). */
void summary_end(struct import_summary *summary, const char *encoding, char separator);

#endif
