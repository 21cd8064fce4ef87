/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_OPENING_H
#define OSQ_CLI_OPENING_H

#include "cli/command.h"

/*
 * Open the store, as store_open() does, and find out who calls (office.caller).  Where
 * the command is installed setgid and the store is one for it, it is opened with that
 * group, with all that the verb will want beside it; the group is given up for good in
 * any case. While nobody is registered there the group gives nothing: the store is opened
 * by the caller's own rights.  Where the environment names no language, texts come in the
 * office's from now on.
 */
enum status cli_open_store(struct cli *cli, enum store_mode mode);

#endif
