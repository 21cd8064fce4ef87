/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_WATCH_H
#define OSQ_CLI_SCREEN_DISPLAY_WATCH_H

#include "cli/command.h"

/*
 * Keeping a picture up to date.  RENEW is called at once, at every change of the store,
 * when the minute turns, and after SUSPEND; INPUT is a terminal to watch for keys and
 * changes of its size, or -1.  It goes on until RENEW fails, a key ends it, or INT, TERM,
 * HUP or QUIT comes, which is OK.  Meanwhile these signals do not kill the process, so
 * that the picture in hand is finished.
 */
struct display_watch {
	enum status (*renew)(struct cli *cli, struct display_watch *watch);
	/* Stop the process as TSTP wants, and come back; NULL: it just stops. */
	void (*suspend)(struct display_watch *watch);
	int input;
	int fd; /* has something to read when a signal or a key came */
	int signals;
};
enum status display_watch(struct cli *cli, struct display_watch *watch);

#endif
