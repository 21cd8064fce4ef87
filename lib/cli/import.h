/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_IMPORT_H
#define OSQ_CLI_IMPORT_H

#include "cli/command.h"
#include "office/import.h"

/* Who begins the import once the file is open; CTX is passed on. */
typedef enum status import_starter(struct office *office, const void *ctx,
				   struct import_listener *listener,
				   struct import **import);

/*
 * Read FILE (NULL or "-": standard input) into what START begins: every bad line
 * is told on standard error, and nothing is kept when there was one.  An interrupt
 * (^C) undoes all of it and ends the process as an interrupt does.
 */
enum status cli_import_file(struct cli *cli, const char *file, import_starter *start,
			    const void *ctx, struct import_result *result);

/* The same, then print `N added, N changed, N unchanged`. */
enum status cli_import(struct cli *cli, const char *file, import_starter *start,
		       const void *ctx);

extern const struct column import_columns[];

#endif
