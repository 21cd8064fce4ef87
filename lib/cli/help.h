/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_HELP_H
#define OSQ_CLI_HELP_H

#include "cli/command.h"

/* Print the usage of the verb, or of the command where there is none, and its options. */
void cli_print_help(const struct cli *cli, FILE *out);

#endif
