/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SPOOL_H
#define OSQ_CLI_SPOOL_H

#include <stdio.h>

#include "cli/command.h"

/*
 * Input that nobody has to wait for: *IN itself where it is a file on a disk; a pipe, a
 * terminal or a socket is read to its end into a file in $TMPDIR (else /tmp), without a
 * name from the start, which takes the place of *IN; *IN is closed then.  So whoever
 * writes into the pipe may take his time, since the store is held only afterwards; a look
 * of CLI ends meanwhile.  NAME is how messages call the input.  IO_ERROR, or CANT_CREATE
 * where the folder takes no file; *IN is as it was then.
 */
enum status cli_spool(struct cli *cli, FILE **in, const char *name);

#endif
