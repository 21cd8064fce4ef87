/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_OPERANDS_H
#define OSQ_CLI_OPERANDS_H

#include "cli/command.h"

/*
 * The operands, one by one; where there are none, or one is "-", the lines of
 * standard input.  EACH is called for every one; its failures are told at once and
 * the worst status is returned, so the others are still done.
 */
enum status cli_each(struct cli *cli,
		     enum status (*each)(struct cli *cli, const char *operand, void *ctx),
		     void *ctx);

/* Open a file operand for reading; NULL or "-" is standard input.  *NAME is how
 * to call it in messages. */
enum status cli_open_file(const char *operand, FILE **file, const char **name);

#endif
