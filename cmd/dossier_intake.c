/* SPDX-License-Identifier: MIT */
/* osq-dossier receive: taking in. */
#include "dossier.h"

#include "base/intl.h"
#include "cli/output.h"
#include "office/dossier.h"

const struct cli_option dossier_receive_options[] = {
	{ "procedure", 'p', "CODE", N_("the procedure (required)"), "@procedures" },
	{ "applicant", 'a', "NAME", N_("the applicant (required)"), "" },
	{ "id-number", 0, "N", N_("the applicant's personal ID number"), "" },
	{ "phone", 0, "PHONE", N_("the applicant's telephone number"), "" },
	{ "address", 0, "TEXT", N_("the applicant's address"), "" },
	{ "channel", 0, "CHANNEL", N_("counter (default), online or post"),
	  "counter|online|post" },
	{ "ticket", 't', "TICKET", N_("today's visit that it belongs to"), "@tickets" },
	OPTIONS_END,
};

static enum status
show_code(struct cli *cli, const char *code)
{
	const struct dossier_filter filter = { .code = code };
	struct sink *sink;
	enum status st = output_record(cli, dossier_columns, &sink);

	return st ? st : dossier_list(&cli->office, &filter, sink);
}

enum status
dossier_receive_verb(struct cli *cli)
{
	struct dossier_request request = { .procedure = cli_value(cli, "procedure"),
					   .channel = cli_value(cli, "channel"),
					   .ticket = cli_value(cli, "ticket") };
	char code[DOSSIER_CODE];
	enum status st;

	if (!request.procedure)
		return cli_usage(cli, _("--procedure is missing"));
	if (!cli_value(cli, "applicant"))
		return cli_usage(cli, _("--applicant is missing"));
	if ((st = cli_text(cli, "applicant", &request.applicant)) ||
	    (st = cli_text(cli, "id-number", &request.id_number)) ||
	    (st = cli_text(cli, "phone", &request.phone)) ||
	    (st = cli_text(cli, "address", &request.address)) ||
	    (st = dossier_receive(&cli->office, &request, code)))
		return st;
	if (output_is_asked(cli) && !cli->office.act.dry_run)
		return show_code(cli, code);
	return output_label(cli, "code", code);
}
