/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_PARSE_H
#define OSQ_CLI_PARSE_H

#include "cli/command.h"

/* Fill CLI from ARGV: its verb, options and operands, which point into ARGV.  *DONE is
 * set when --help and the like were all that was asked: they are answered already.
 * USAGE, with a hint, for anything that the command's tables do not have. */
enum status cli_parse(struct cli *cli, int argc, char **argv, bool *done);

/* The columns of VERB's list, which may depend on OPERAND, its first one (or NULL); NULL
 * for a verb that lists nothing. */
const struct column *cli_columns(const struct cli_command *command,
				 const struct cli_verb *verb, const char *operand);

#endif
