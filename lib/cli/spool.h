/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SPOOL_H
#define OSQ_CLI_SPOOL_H

#include <stdio.h>

#include "cli/command.h"

/*
 * Input that nobody has to wait for: *IN itself where it is a file on a disk; a pipe, a
 * terminal or a socket is read to its end into a file in $TMPDIR (else /tmp), without a
 * name from the start, which takes the place of *IN; *IN is closed then.  So the program
 * at the other end of the pipe may be slow, since the store is held only afterwards; a
 * look of CLI (cli_look()) is ended before.  NAME stands for the input in messages.
 * IO_ERROR, or CANT_CREATE where the folder takes no file; *IN is unchanged then.
 */
enum status cli_spool(struct cli *cli, FILE **in, const char *name);

#endif
