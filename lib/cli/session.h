/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SESSION_H
#define OSQ_CLI_SESSION_H

#include "cli/command.h"

/* Which store, which officer and counter, and when; and how long a read transaction is
 * open. */

#define CLI_DEFAULT_DB "/var/lib/osq/osq.db"

/* Fill in what the environment says: $OSQ_DB, $OSQ_OFFICER, $OSQ_COUNTER and the clock.
 */
void cli_read_environment(struct cli *cli);

/* BAD_DATA when the code of the act's officer or counter is not valid text. */
enum status cli_check_identity(const struct act *act);

/* Whether the verb, as it is called now, writes. */
bool cli_writes(const struct cli *cli);

/*
 * A verb that reads sees the store as of one moment, a "look" (a read transaction), which
 * cli_main() begins and ends.  A verb that waits, for a change or for its input, ends the
 * look before it waits, so that the log can be copied and begun anew meanwhile, and
 * begins another one when it goes on.  Between looks each statement sees a moment of its
 * own.  For a verb that writes both functions do nothing: it holds the store itself.
 */
enum status cli_look(struct cli *cli);
void cli_end_look(struct cli *cli);

#endif
