/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VALUES_H
#define OSQ_CLI_VALUES_H

#include "base/moment.h"
#include "cli/command.h"
#include "office/rules/period.h"

/* The values given to the verb's options, read as what they should be.  NAME is an option
 * that the verb declares. */

/* The value of an option of the verb, or NULL; a flag's is "". */
const char *cli_value(const struct cli *cli, const char *name);

/* For an option that may be given several times: its values, one for each call.  *PLACE
 * begins with 0; NULL after the last. */
const char *cli_next(const struct cli *cli, const char *name, size_t *place);

/* cli_value() as tidy text: BAD_DATA when it is no UTF-8 or longer than TEXT_MAX.
 * *TEXT is NULL when the option was not given or blank; it lives as long as CLI. */
enum status cli_text(struct cli *cli, const char *name, const char **text);

/* The option as a value of COLUMN, which is not money: none when it was not given or is
 * blank.  BAD_DATA when it is none of the column's; its text lives as long as CLI. */
enum status cli_column(struct cli *cli, const char *name, const struct column *column,
		       struct value *value);

/* The option as a day: *DAY is YYYY-MM-DD in ROOM, or NULL when it was not given.
 * BAD_DATA when it is no day. */
enum status cli_day(struct cli *cli, const char *name, char room[static DAY_TEXT],
		    const char **day);

/* The options that cli_days() reads; ABOUT, marked N_(), is the help of --day. */
#define DAYS_OPTIONS(about)                                                              \
	{ .name = "day", .argument = "DAY", .help = (about), .suggest = "@day" },        \
		{ .name = "from",                                                        \
		  .argument = "DAY",                                                     \
		  .help = N_("from this day on"),                                        \
		  .suggest = "@day" },                                                   \
	{                                                                                \
		.name = "to", .argument = "DAY", .help = N_("up to this day"),           \
		.suggest = "@day"                                                        \
	}

/* --day, or --from and --to, as the first and the last day; untouched when none was
 * given, open on the side that was not given.  USAGE when they contradict each other. */
enum status cli_days(struct cli *cli, struct period *days);

/* The place of the given value in the option's list of words; OTHERWISE when the option
 * was not given. */
int cli_choice(const struct cli *cli, const char *name, int otherwise);

/* The option as a whole number between LEAST and MOST; untouched when it was not
 * given. */
enum status cli_number(struct cli *cli, const char *name, int64_t least, int64_t most,
		       int64_t *number);

#endif
