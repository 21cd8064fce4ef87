/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_MAIN_H
#define OSQ_CLI_MAIN_H

#include "cli/command.h"

/* Run COMMAND: the whole of a main().  Returns the exit code. */
int cli_main(const struct cli_command *command, int argc, char **argv);

#endif
