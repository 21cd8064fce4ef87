/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_ADMIN_H
#define OSQ_CMD_ADMIN_H

#include "cli/command.h"

/* What the files of osq-admin share: verbs that have a file of their own. */

/* admin_promises.c: what the days off have done to open promises. */
extern const struct cli_option admin_promises_options[];
enum status admin_promises_verb(struct cli *cli);

#endif
