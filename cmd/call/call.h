/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_CALL_CALL_H
#define OSQ_CMD_CALL_CALL_H

#include "base/language.h"
#include "cli/command.h"

/* What the files of osq-call share. */

#define LANG_OPTION                                                                      \
	{                                                                                \
		.name = "lang", .argument = "LANGUAGE", .help = N_("in this language"),  \
		.words = language_words                                                  \
	}

/* counter.c: the counter itself. */
enum status call_open_verb(struct cli *cli);
enum status call_close_verb(struct cli *cli);
enum status call_pause_verb(struct cli *cli);
enum status call_back_verb(struct cli *cli);
enum status call_policies_verb(struct cli *cli);
extern const struct cli_option call_status_options[];
enum status call_status_verb(struct cli *cli);

/* say.c: what is said in the hall. */
extern const struct cli_option call_say_options[], call_announce_options[];
enum status call_say_verb(struct cli *cli);

#endif
