/* SPDX-License-Identifier: MIT */
/* osq-dossier import and export: from other systems and to them. */
#include "dossier.h"

#include "base/intl.h"
#include "cli/import_file.h"
#include "cli/output.h"
#include "cli/values.h"
#include "form/write/format.h"
#include "office/core/look.h"
#include "office/dossier/dossier_list.h"
#include "office/exchange/dossier_exchange.h"
#include "office/exchange/dossier_export.h"
#include "office/exchange/dossier_import.h"

const struct cli_option dossier_import_options[] = {
	IMPORT_OPTIONS,
	{ .name = "batch",
	  .argument = "N",
	  .help = N_("keep each N good rows by themselves, and pass over bad ones") },
	{ .name = "force",
	  .roles = ROLE_HEAD,
	  .help = N_("move promises and fees of dossiers that are there; the record "
		     "shows it") },
	{ 0 },
};

enum status
dossier_import_verb(struct cli *cli)
{
	bool force = cli_value(cli, "force") != NULL;
	int64_t batch = 0;
	enum status st = cli_number(cli, "batch", 1, 1000000000, &batch);

	return st ? st : cli_import(cli, cli->operands[0], dossier_import, &force, batch);
}

/* Without a named format the reader is another office's program: write CSV. */
enum status
dossier_export_verb(struct cli *cli)
{
	struct dossier_filter filter;
	struct sink *sink;
	enum status st = dossier_read_filter(cli, &filter);

	if (st)
		return st;
	if (!cli->format && !cli->xlsx)
		cli->format = &format_csv;
	if ((st = office_look(&cli->office, "dossier export", NULL, -1)) ||
	    (st = output_list(cli, exchange_columns, &sink)))
		return st;
	return dossier_export(&cli->office, &filter, sink);
}
