/* SPDX-License-Identifier: MIT */
/* osq-dossier receive FILE: records of another program, all of them or none. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <errno.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/import_file.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_list.h"
#include "office/exchange/dossier_batch.h"

static void
print_codes(const struct dossier_batch *batch)
{
	size_t i;

	for (i = 0; i < batch->count; i++)
		puts(batch->receipts[i].code);
}

/* After a dry run there are no records left to list, only the codes. */
static enum status
list_tried(struct cli *cli, const struct dossier_batch *batch)
{
	static const struct column columns[] = {
		{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
		{ 0 },
	};
	struct sink *sink;
	enum status st = output_list(cli, columns, &sink);
	size_t i;

	for (i = 0; i < batch->count && !st; i++) {
		const struct value code = value_text(batch->receipts[i].code);

		st = sink->row(sink, &code);
	}
	return st;
}

static enum status
list_codes(struct cli *cli, const struct dossier_batch *batch)
{
	struct sink *sink;
	enum status st = output_list(cli, dossier_columns, &sink);
	size_t i;

	for (i = 0; i < batch->count && !st; i++) {
		const struct dossier_filter filter = { .code = batch->receipts[i].code };

		st = dossier_list(&cli->office, &filter, sink);
	}
	return st;
}

enum status
dossier_receive_records(struct cli *cli)
{
	struct dossier_batch batch = { .force = cli_value(cli, "force") != NULL,
				       .unaccepted = cli_value(cli, "new") != NULL };
	struct import_result result;
	size_t i;
	enum status st = OK;

	for (i = 0; cli->verb->options[i].name; i++)
		if (cli->values[i] && strcmp(cli->verb->options[i].name, "force") != 0 &&
		    strcmp(cli->verb->options[i].name, "new") != 0)
			return cli_usage(cli,
					 _("--%s does not go with records from a file"),
					 cli->verb->options[i].name);
	st = cli_import_file(cli, cli->operands[0], dossier_receive_batch, &batch,
			     &result);
	if (!st && !output_is_asked(cli))
		print_codes(&batch);
	else if (!st)
		st = cli->office.act.dry_run ? list_tried(cli, &batch) :
					       list_codes(cli, &batch);
	fflush(stdout);
	for (i = 0; i < batch.count && !st; i++)
		dossier_tell_notes(cli, &batch.receipts[i]);
	dossier_batch_free(&batch);
	return st;
}
