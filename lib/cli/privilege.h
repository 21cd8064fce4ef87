/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_PRIVILEGE_H
#define OSQ_CLI_PRIVILEGE_H

#include <stdbool.h>

/*
 * The group of a command that is installed setgid: for opening the office's store, and
 * for nothing else.  Where a command is not installed so, all of this does nothing.
 */

/* First of all: set the group aside, and let nobody look into the process.  Ends the
 * process where the kernel refuses. */
void privilege_begin(void);

/* Whether the store at PATH may be opened with it, as privilege_take() tells. */
bool privilege_is_for(const char *path);

/*
 * Take the group up where the store at PATH may be opened with it: /var/lib/osq/osq.db,
 * or one that /etc/osq/stores names so, letter by letter, a file of root's in a folder of
 * root's which nobody else may write.  False where there is no group, or the store is
 * none of these, or a link is on the way to it.
 */
bool privilege_take(const char *path);

/* Set it aside again. */
void privilege_rest(void);

/* Give it up for good; may be called again.  Before anything is read, opened or written
 * for the user.  Ends the process where the kernel refuses. */
void privilege_end(void);

#endif
