/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMPLETE_H
#define OSQ_CLI_COMPLETE_H

#include "cli/command.h"

/* Print candidates for the last of ARGV, the words of a command line up to the cursor:
 * one a line, with a tab and a description behind it where there is one; "@file" where
 * the shell completes better itself.  Errors are not reported: the line is not
 * finished. */
enum status cli_complete(struct cli *cli, int argc, char **argv);

#endif
