/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMPLAIN_H
#define OSQ_CLI_COMPLAIN_H

#include "cli/command.h"

/* What goes to standard error besides the answer: for people a line, under --json an
 * object. */

/* Print the message kept by fail() on standard error. */
void cli_complain(struct cli *cli, enum status status);

/* The same for how the command ends, and return the status to end with: where something
 * was kept and the answer failed, the message names it, and that is IO_ERROR. */
enum status cli_complain_of_end(struct cli *cli, enum status status);

/* Have the end of memory told in the same way. */
void cli_tell_end_of_memory(struct cli *cli);

/* Report one of several things that are wrong: a line on standard error; under --json
 * they are collected for the one error object.  LINE is copied. */
void cli_problem(struct cli *cli, const char *line);

/* Print a remark besides the answer on standard error: not an error, and not for
 * programs. */
void cli_note(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* fail() with USAGE, and a hint to --help. */
enum status cli_usage(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
