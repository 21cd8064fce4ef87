/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VOICE_PLAYER_H
#define OSQ_CLI_VOICE_PLAYER_H

#include <signal.h>
#include <stdbool.h>

#include "base/error.h"

/*
 * Running commands, one at a time, while reacting to signals.  Between player_open() and
 * player_close() SIGTERM, SIGINT and SIGHUP end nothing by themselves: they set STOP, and
 * end the command that runs with all its processes.
 */
struct player {
	bool stop; /* asked to end, or nobody reads standard output any more */
	int fd;    /* readable when player_listen() has something to do */
	int signals;
	sigset_t before; /* the mask that commands begin with */
};

/* LISTENED: somebody reads standard output, so its closing is a reason to stop. */
enum status player_open(struct player *player, bool listened);
void player_close(struct player *player);

/* Read what FD has to report: call it when FD is readable. */
void player_listen(struct player *player);

/* UNAVAILABLE where there is no program NAME that can be run. */
enum status player_find(const char *name);

/*
 * Run ARGV with INPUT, at most some thousand bytes, on its standard input, and wait for
 * its end.  UNAVAILABLE when it cannot be run or fails, but OK when it was ended because
 * of STOP.
 */
enum status player_run(struct player *player, char *const *argv, const char *input);

#endif
