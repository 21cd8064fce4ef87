/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMPLAIN_H
#define OSQ_CLI_COMPLAIN_H

#include "cli/command.h"

/* What is said beside the answer, on standard error: for people a line, under --json an
 * object. */

/* Tell the message kept by fail() on standard error. */
void cli_complain(struct cli *cli, enum status status);

/* Tell one of several things that are wrong, a line on standard error; under --json
 * they are kept for the one error object. */
void cli_problem(struct cli *cli, const char *line);

/* Say something beside the answer on standard error: no error, and not for programs. */
void cli_note(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* LABEL was drawn, called or booked, and stands in the store: should it not arrive on
 * standard output, the message names it. */
void cli_stored(struct cli *cli, const char *label);

/* fail() with USAGE, and a hint to --help. */
enum status cli_usage(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
