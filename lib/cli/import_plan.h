/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_IMPORT_PLAN_H
#define OSQ_CLI_IMPORT_PLAN_H

#include "base/mem.h"
#include "cli/command.h"
#include "office/core/import.h"

/* What the options of an import ask for: --map, --ignore-others.  PLAN starts from { 0 }
 * and ends with plan_free().  USAGE for a mapping that is none. */
enum status plan_read(struct cli *cli, struct import_plan *plan);
void plan_free(struct import_plan *plan);

/* What a dry run tells beside the problems: collected while it reads, printed at its end.
 * Start from { 0 }. */
struct import_summary {
	struct buf headings, rows;
};

/* Keep which column a heading went to (NULL: none), and a row as it would be stored: what
 * an import_listener is told. */
void summary_heading(struct import_summary *summary, const char *heading,
		     const struct column *column);
void summary_row(struct import_summary *summary, long line, const struct column *columns,
		 const struct value *values);

/* Print and free; ENCODING and SEPARATOR as they were found ('\0': JSON). */
void summary_end(struct import_summary *summary, const char *encoding, char separator);

#endif
