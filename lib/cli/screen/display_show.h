/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_SHOW_H
#define OSQ_CLI_SCREEN_DISPLAY_SHOW_H

#include "cli/command.h"

/* Show the screen in the hall on the terminal and renew it with every change, until
 * somebody presses q or a signal ends it.  USAGE where standard output is no terminal. */
enum status display_show(struct cli *cli);

#endif
