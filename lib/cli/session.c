/* SPDX-License-Identifier: MIT */
#include "cli/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "cli/command.h"

/* Which store, which officer and counter, and when: from the environment and the
 * store. */

static const char *
read_variable(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

bool
cli_writes(const struct cli *cli)
{
	const struct cli_verb *verb = cli->verb;

	return verb->need == NEEDS_WRITE && !(verb->only_reads && verb->only_reads(cli));
}

enum status
cli_look(struct cli *cli)
{
	cli_end_look(cli);
	return cli_writes(cli) ? OK : store_begin_read(cli->office.store);
}

void
cli_end_look(struct cli *cli)
{
	if (!cli_writes(cli) && cli->office.store)
		store_rollback(cli->office.store);
}

/* The act's counter and officer are looked up where they matter; here it is only checked
 * that they are text. */
enum status
cli_check_identity(const struct act *act)
{
	if ((act->counter && !text_valid(act->counter, strlen(act->counter))) ||
	    (act->officer && !text_valid(act->officer, strlen(act->officer))))
		return fail(BAD_DATA, _("OSQ_COUNTER or OSQ_OFFICER is not UTF-8 text"));
	return OK;
}

void
cli_read_environment(struct cli *cli)
{
	cli->office.now = moment_now();
	cli->office.act = (struct act){ .at = cli->office.now,
					.entered_at = cli->office.now,
					.officer = read_variable("OSQ_OFFICER"),
					.counter = read_variable("OSQ_COUNTER") };
	cli->officer_here = cli->office.act.officer;
	cli->db = read_variable("OSQ_DB");
	if (!cli->db)
		cli->db = CLI_DEFAULT_DB;
}
