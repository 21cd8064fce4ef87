/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VOICE_SAY_CALL_H
#define OSQ_CLI_VOICE_SAY_CALL_H

#include "base/mem.h"
#include "cli/command.h"
#include "office/queue/visit.h"

/* The language of the sentence: --lang, else the one in force.  USAGE where it is not one
 * that we have sentences in, or where a format was named; call it before the act is
 * done. */
enum status cli_say_language(struct cli *cli, const char **lang);

/* Print the sentence that calls VISIT to its counter, alone on a line. */
enum status cli_say(struct cli *cli, const struct visit *visit, const char *lang);

/* Append the wording in force for LANG, and the counter's name, to the two buffers. */
enum status cli_say_wording(struct cli *cli, const char *lang, const char *counter,
			    struct buf *wording, struct buf *name);

#endif
