/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_READ_H
#define OSQ_CLI_SCREEN_DISPLAY_READ_H

#include "cli/command.h"
#include "form/screen/display.h"

/* Read what the screen in the hall shows now, at a freshly read clock and all as of one
 * moment of the store, into DISPLAY, which is empty before.  The caller frees it with
 * display_free(), also after a failure. */
enum status display_read(struct cli *cli, struct display *display);

#endif
