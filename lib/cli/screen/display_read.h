/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SCREEN_DISPLAY_READ_H
#define OSQ_CLI_SCREEN_DISPLAY_READ_H

#include "cli/command.h"
#include "form/screen/display.h"

/* The screen in the hall as of now: the clock is read anew, and all is of one moment
 * of the store.  HALL (empty before) is the caller's, also after a failure. */
enum status display_read(struct cli *cli, struct display *display);

/* Show it on the terminal and renew it with every change, until somebody presses q
 * or a signal ends it.  USAGE where standard output is no terminal. */
enum status display_show(struct cli *cli);

/* Write the page to FILE, in LANGUAGE or, NULL, that of the office; with WATCH renew it
 * until a signal ends that. */
enum status display_write(struct cli *cli, const char *file, const char *language,
			  bool watch);

/*
 * Renewing.  RENEW is called at once, with every change of the store, when the minute
 * turns, and after WOKEN; INPUT is a terminal to watch for keys and changes of its
 * size, or -1.  It goes on until RENEW fails, a key ends it, or INT, TERM, HUP or QUIT
 * comes, which is OK.  While it goes on these signals kill nobody, so that what is in
 * hand is finished.
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
