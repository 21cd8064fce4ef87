/* SPDX-License-Identifier: MIT */
/* osq-rate - rate the official who served.  See osq-rate(1). */
#include "base/intl.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/report/rating.h"

static const struct cli_option add_options[] = {
	{ .name = "score",
	  .letter = 's',
	  .argument = "N",
	  .help = N_("5 very satisfied to 1 very dissatisfied"),
	  .suggest = "5|4|3|2|1" },
	{ .name = "ticket",
	  .letter = 't',
	  .argument = "TICKET",
	  .help = N_("for this visit"),
	  .suggest = "@tickets" },
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("the ticket is of this day (default: today)"),
	  .suggest = "@day" },
	{ .name = "dossier",
	  .argument = "CODE",
	  .help = N_("for this dossier"),
	  .suggest = "@dossiers" },
	{ .name = "sheet",
	  .help = N_("from a sheet of paper about the --officer named") },
	{ .name = "reason",
	  .letter = 'r',
	  .argument = "REASON",
	  .help = N_("of a score of 1 or 2: why"),
	  .suggest = "@reasons" },
	{ .name = "comment", .argument = "TEXT", .help = N_("in the citizen's words") },
	{ 0 },
};

/* A sheet is about the officer named; who enters it is who works here. */
static enum status
read_sheet(struct cli *cli, const char **officer)
{
	struct act *act = &cli->office.act;

	if (!cli_value(cli, "sheet"))
		return OK;
	if (!cli->officer_named)
		return cli_usage(cli, _("--sheet goes with --officer"));
	*officer = act->officer;
	act->officer = cli->officer_here;
	return OK;
}

static enum status
run_add(struct cli *cli)
{
	struct rating_request request = { .ticket = cli_value(cli, "ticket"),
					  .dossier = cli_value(cli, "dossier"),
					  .reason = cli_value(cli, "reason") };
	char room[DAY_TEXT];
	enum status st;

	if (!cli_value(cli, "score"))
		return cli_usage(cli, _("--score is missing"));
	if ((st = read_sheet(cli, &request.sheet)))
		return st;
	if (!!request.ticket + !!request.dossier + !!request.sheet > 1)
		return cli_usage(cli,
				 _("--ticket, --dossier and --sheet exclude each other"));
	if ((st = cli_number(cli, "score", 1, 5, &request.score)) ||
	    (st = cli_day(cli, "day", room, &request.day)) ||
	    (st = cli_text(cli, "comment", &request.comment)) ||
	    (st = rating_add(&cli->office, &request)))
		return st;
	return output_label(cli, "rated",
			    request.ticket  ? request.ticket :
			    request.dossier ? request.dossier :
					      request.sheet);
}

#define FILTER_OPTIONS                                                                   \
	DAYS_OPTIONS(N_("of this day")),                                                 \
	{                                                                                \
		.name = "officer", .argument = "OFFICER", .help = N_("of this officer"), \
		.suggest = "@officers"                                                   \
	}

static const struct cli_option list_options[] = { FILTER_OPTIONS, { 0 } };

static enum status
run_list(struct cli *cli)
{
	struct rating_filter filter = { .days = EVERY_DAY,
					.officer = cli_value(cli, "officer") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = output_list(cli, rating_columns, &sink)))
		return st;
	return rating_list(&cli->office, &filter, sink);
}

static const struct cli_option summary_options[] = {
	FILTER_OPTIONS,
	{ .name = "by",
	  .argument = "WHAT",
	  .help = N_("summed up by (default: officer)"),
	  .words = rating_groups },
	{ 0 },
};

static enum status
run_summary(struct cli *cli)
{
	struct rating_filter filter = { .days = EVERY_DAY,
					.officer = cli_value(cli, "officer") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = output_list(cli, rating_summary_columns, &sink)))
		return st;
	return rating_summary(&cli->office, &filter,
			      (enum rating_group)cli_choice(cli, "by", RATING_OFFICER),
			      sink);
}

static const struct cli_verb verbs[] = {
	{ .name = "add",
	  .operands = "",
	  .help = N_("record a rating"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_KIOSK,
	  .options = add_options,
	  .run = run_add },
	{ .name = "list",
	  .operands = "",
	  .title = NC_("section", "Ratings"),
	  .help = N_("list ratings"),
	  .need = NEEDS_READ,
	  .roles = ROLE_HEAD | ROLE_AUDITOR,
	  .options = list_options,
	  .columns = rating_columns,
	  .run = run_list },
	{ .name = "summary",
	  .operands = "",
	  .title = N_("Ratings by officer"),
	  .help = N_("answers, averages and shares"),
	  .need = NEEDS_READ,
	  .roles = ROLE_HEAD | ROLE_AUDITOR,
	  .options = summary_options,
	  .columns = rating_summary_columns,
	  .run = run_summary },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		.name = "osq-rate",
		.about = N_("Rate the official who served."),
		.verbs = verbs
	};

	return cli_main(&command, argc, argv);
}
