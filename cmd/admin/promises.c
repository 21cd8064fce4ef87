/* SPDX-License-Identifier: MIT */
/* osq-admin promises: open promises that the calendar would give otherwise. */
#include "office/dossier/promises.h"
#include "admin.h"
#include "base/intl.h"
#include "cli/output.h"

const struct cli_option admin_promises_options[] = {
	{ .name = "move", .help = N_("move them to what the calendar gives") },
	{ 0 },
};

enum status
admin_promises_verb(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, overtaken_columns, &sink);

	if (st)
		return st;
	if (cli_value(cli, "move"))
		return promises_move(&cli->office, sink);
	return promises_list(&cli->office, NULL, sink);
}
