/* SPDX-License-Identifier: MIT */
/* osq-rate - rate the official who served.  See osq-rate(1). */
#include "base/intl.h"
#include "cli/command.h"
#include "cli/output.h"
#include "office/rating.h"

#define OPTIONS_END { NULL, 0, NULL, NULL, NULL }

static const struct cli_option add_options[] = {
	{ "score", 's', "N", N_("5 very satisfied to 1 very dissatisfied"), "5|4|3|2|1" },
	{ "ticket", 't', "TICKET", N_("for this visit"), "@tickets" },
	{ "day", 0, "DAY", N_("the ticket is of this day (default: today)"), "@day" },
	{ "dossier", 0, "CODE", N_("for this dossier"), "@dossiers" },
	{ "comment", 0, "TEXT", N_("in the citizen's words"), "" },
	OPTIONS_END,
};

static enum status
add(struct cli *cli)
{
	struct rating_request request = { .ticket = cli_value(cli, "ticket"),
					  .dossier = cli_value(cli, "dossier") };
	char room[DAY_TEXT];
	enum status st;

	/* The terminal's own officer is rated only where nothing else is named. */
	if (cli->officer_named || (!request.ticket && !request.dossier))
		request.officer = cli->office.act.officer;
	if (!cli_value(cli, "score"))
		return cli_usage(cli, _("--score is missing"));
	if (request.ticket && request.dossier)
		return cli_usage(cli, _("--ticket and --dossier exclude each other"));
	if ((st = cli_number(cli, "score", 1, 5, &request.score)) ||
	    (st = cli_day(cli, "day", room, &request.day)) ||
	    (st = cli_text(cli, "comment", &request.comment)) ||
	    (st = rating_add(&cli->office, &request)))
		return st;
	return output_label(cli, "rated", request.ticket  ? request.ticket :
			    request.dossier ? request.dossier :
					      request.officer);
}

#define FILTER_OPTIONS                                                                   \
	{ "day", 0, "DAY", N_("of this day"), "@day" },                                  \
		{ "from", 0, "DAY", N_("from this day on"), "@day" },                    \
		{ "to", 0, "DAY", N_("up to this day"), "@day" },                        \
	{                                                                                \
		"officer", 0, "OFFICER", N_("of this officer"), "@officers"              \
	}

static const struct cli_option list_options[] = { FILTER_OPTIONS, OPTIONS_END };

static enum status
list(struct cli *cli)
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
	{ "by", 0, "WHAT", N_("officer (default), service or day"), "officer|service|day" },
	OPTIONS_END
};

static enum status
summary(struct cli *cli)
{
	const char *by = cli_value(cli, "by");
	struct rating_filter filter = { .days = EVERY_DAY,
					.officer = cli_value(cli, "officer") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = output_list(cli, rating_summary_columns, &sink)))
		return st;
	return rating_summary(&cli->office, &filter, by ? by : "officer", sink);
}

static const struct cli_verb verbs[] = {
	{ "add", "", 0, 0, N_("record a rating"), NEEDS_WRITE, add_options, NULL, NULL, add },
	{ "list", "", 0, 0, N_("list ratings"), NEEDS_READ, list_options, rating_columns, NULL,
	  list },
	{ "summary", "", 0, 0, N_("answers, averages and shares"), NEEDS_READ, summary_options,
	  rating_summary_columns, NULL, summary },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		"osq-rate", N_("Rate the official who served."), verbs, NULL
	};

	return cli_main(&command, argc, argv);
}
