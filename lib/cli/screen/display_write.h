/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_WRITE_H
#define OSQ_CLI_SCREEN_DISPLAY_WRITE_H

#include "cli/command.h"

/* Write the screen in the hall as a page to FILE, in LANGUAGE, or where that is NULL in
 * the office's; with WATCH renew it at every change until a signal ends that. */
enum status display_write(struct cli *cli, const char *file, const char *language,
			  bool watch);

#endif
