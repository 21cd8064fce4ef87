/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_READ_H
#define OSQ_CLI_SCREEN_DISPLAY_READ_H

#include "cli/command.h"
#include "form/screen/display.h"

/* The screen in the hall as of now: the clock is read anew, and all is of one moment
 * of the store.  DISPLAY (empty before) is the caller's, also after a failure. */
enum status display_read(struct cli *cli, struct display *display);

#endif
