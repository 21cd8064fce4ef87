/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VOICE_ANNOUNCER_H
#define OSQ_CLI_VOICE_ANNOUNCER_H

#include "cli/command.h"
#include "store/claim.h"

/* What the verb wants beside the store. */
#define ANNOUNCER_LATER                                                                  \
	{                                                                                \
		.watched = true, .claimed = CLAIM_VOICE                                  \
	}

/* Follow the calls and say them aloud, one after the other: the verb `announce`, with its
 * options --clips, --lang, --times, --stale and --once.  Returns OK when a signal ends
 * it. */
enum status cli_announce(struct cli *cli);

#endif
