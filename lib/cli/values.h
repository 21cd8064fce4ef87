/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VALUES_H
#define OSQ_CLI_VALUES_H

#include "base/moment.h"
#include "cli/command.h"
#include "office/rules/period.h"

/* What the options of the verb were given, read as what they should be.  NAME is an
 * option that the verb declares. */

/* The value of an option of the verb, or NULL; a flag's is "". */
const char *cli_value(const struct cli *cli, const char *name);

/* Of an option that may be given several times: its values, one after the other.  *PLACE
 * begins with 0; NULL after the last. */
const char *cli_next(const struct cli *cli, const char *name, size_t *place);

/* cli_value() as tidy text: BAD_DATA when it is no UTF-8 or longer than TEXT_MAX.
 * *TEXT is NULL when the option was not given or blank; it lives as long as CLI. */
enum status cli_text(struct cli *cli, const char *name, const char **text);

/* The same as a day YYYY-MM-DD in ROOM; *DAY is NULL when not given. */
enum status cli_day(struct cli *cli, const char *name, char room[static DAY_TEXT],
		    const char **day);

/* --day, or --from and --to, as the first and the last day; untouched when none was
 * given, without an end where only the other was.  USAGE when they contradict. */
enum status cli_days(struct cli *cli, struct period *days);

/* The place of what was given in the option's list of words; OTHERWISE when it was not.
 */
int cli_choice(const struct cli *cli, const char *name, int otherwise);

/* The same as a whole number between LEAST and MOST; untouched when not given. */
enum status cli_number(struct cli *cli, const char *name, int64_t least, int64_t most,
		       int64_t *number);

#endif
