/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMPLAIN_H
#define OSQ_CLI_COMPLAIN_H

#include "cli/command.h"

/* What goes to standard error besides the answer: for people a line, under --json an
 * object. */

/* Print the message kept by fail() on standard error. */
void cli_complain(struct cli *cli, enum status status);

/* Report one of several things that are wrong: a line on standard error; under --json
 * they are collected for the one error object.  LINE is copied. */
void cli_problem(struct cli *cli, const char *line);

/* Print a remark besides the answer on standard error: not an error, and not for
 * programs. */
void cli_note(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* LABEL was drawn, called or booked, and stands in the store: should writing it to
 * standard output fail, the error message names it. */
void cli_stored(struct cli *cli, const char *label);

/* fail() with USAGE, and a hint to --help. */
enum status cli_usage(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
