/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_OPERANDS_H
#define OSQ_CLI_OPERANDS_H

#include "cli/command.h"

/*
 * The operands, one by one; where there are none, or one is "-", the lines of standard
 * input.  EACH is called for every one, also after a failure; failures are reported at
 * once, and the worst status is returned.
 */
enum status cli_each(struct cli *cli,
		     enum status (*each)(struct cli *cli, const char *operand, void *ctx),
		     void *ctx);

/* Open a file operand for reading; NULL or "-" is standard input.  *NAME is its name for
 * messages.  NO_INPUT or NOT_ALLOWED when it cannot be opened. */
enum status cli_open_file(const char *operand, FILE **file, const char **name);

#endif
