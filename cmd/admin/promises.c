/* SPDX-License-Identifier: MIT */
/* osq-admin promises: open promises that the calendar would give otherwise. */
#include "office/dossier/promises.h"
#include "admin.h"
#include "base/intl.h"
#include "cli/output.h"
#include "cli/values.h"

const struct cli_option admin_promises_options[] = {
	{ .name = "move", .help = N_("move them to what the calendar gives") },
	{ 0 },
};

bool
admin_promises_only_lists(const struct cli *cli)
{
	return !cli_value(cli, "move");
}

enum status
admin_promises_verb(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, overtaken_columns, &sink);

	if (st)
		return st;
	return admin_promises_only_lists(cli) ? promises_list(&cli->office, sink) :
						promises_move(&cli->office, sink);
}
