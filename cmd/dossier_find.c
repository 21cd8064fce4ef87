/* SPDX-License-Identifier: MIT */
/* osq-dossier list, show and due: finding and showing. */
#include "dossier.h"

#include <string.h>

#include "base/intl.h"
#include "cli/output.h"
#include "office/dossier.h"

const struct cli_option dossier_list_options[] = {
	{ "standing", 0, "STANDING", N_("of this standing"),
	  "early|on_time|overdue|in_time|at_risk|late" },
	{ "status", 0, "STATUS", N_("in this state"),
	  "received|processing|paused|finished|returned|rejected|withdrawn" },
	{ "procedure", 'p', "CODE", N_("under this procedure"), "@procedures" },
	{ "field", 0, "WORDS", N_("of this field"), "" },
	{ "officer", 0, "OFFICER", N_("of this officer"), "@officers" },
	{ "channel", 0, "CHANNEL", N_("received through this channel"), "counter|online|post" },
	{ "day", 0, "DAY", N_("of this day"), "@day" },
	{ "from", 0, "DAY", N_("from this day on"), "@day" },
	{ "to", 0, "DAY", N_("up to this day"), "@day" },
	{ "by", 0, "MOMENT", N_("the days are of: received (default), due or finished"),
	  "received|due|finished" },
	{ "text", 'q', "WORDS", N_("words of applicant, procedure or code; accents do not matter"),
	  "" },
	OPTIONS_END,
};

static enum status
read_moment(struct cli *cli, enum dossier_moment *by)
{
	static const char *const words[] = { "received", "due", "finished" };
	const char *value = cli_value(cli, "by");
	size_t i;

	*by = BY_RECEIVED;
	for (i = 0; value && i < 3; i++) {
		if (!strcmp(words[i], value)) {
			*by = (enum dossier_moment)i;
			return OK;
		}
	}
	return value ? cli_usage(cli, _("--by: there is no '%s'"), value) : OK;
}

enum status
dossier_list_verb(struct cli *cli)
{
	struct dossier_filter filter = { .days = EVERY_DAY,
					 .standing = cli_value(cli, "standing"),
					 .status = cli_value(cli, "status"),
					 .procedure = cli_value(cli, "procedure"),
					 .field = cli_value(cli, "field"),
					 .officer = cli_value(cli, "officer"),
					 .channel = cli_value(cli, "channel") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = cli_text(cli, "text", &filter.text)) || (st = read_moment(cli, &filter.by)))
		return st;
	if ((st = output_list(cli, dossier_columns, &sink)))
		return st;
	return dossier_list(&cli->office, &filter, sink);
}

/* A sink that knows whether a row came. */
struct counted {
	struct sink sink;
	struct sink *to;
	bool any;
};

static enum status
count_row(struct sink *sink, const struct value *values)
{
	struct counted *counted = (struct counted *)sink;

	counted->any = true;
	return counted->to->row(counted->to, values);
}

enum status
dossier_show_verb(struct cli *cli)
{
	const struct dossier_filter filter = { .code = cli->operands[0] };
	struct counted counted = { .sink = { count_row } };
	enum status st;

	if (!cli->columns) { /* the officer's own look: everything */
		cli->columns = "code,procedure,field,applicant,id_number,phone,address,channel,"
			       "status,standing,received_at,due_at,finished_at,returned_at,"
			       "result,officer,ticket,time_limit,time_unit,fee";
	}
	if ((st = output_record(cli, dossier_columns, &counted.to)) ||
	    (st = dossier_list(&cli->office, &filter, &counted.sink)))
		return st;
	return counted.any ? OK : fail(NO, _("%s: no such dossier"), cli->operands[0]);
}

const struct cli_option dossier_due_options[] = {
	{ "procedure", 'p', "CODE", N_("by the rule of this procedure"), "@procedures" },
	{ "channel", 0, "CHANNEL", N_("and of this channel (default: counter)"),
	  "counter|online|post" },
	{ "unit", 0, "UNIT", N_("by this unit of time"), "working-day|day|same-day|working-hour" },
	{ "limit", 0, "N", N_("how many of that unit"), "" },
	{ "received", 0, "TIME", N_("when it was received (default: now)"), "" },
	OPTIONS_END,
};

enum status
dossier_due_verb(struct cli *cli)
{
	const char *procedure = cli_value(cli, "procedure"), *unit = cli_value(cli, "unit");
	const char *received = cli_value(cli, "received");
	const char *channel = cli_value(cli, "channel");
	int64_t limit = 0, at = cli->office.now, moment;
	char room[MOMENT_TEXT];
	enum status st;

	if (!procedure == !unit)
		return cli_usage(cli, _("give --procedure CODE, or --unit U --limit N"));
	if (channel && !procedure)
		return cli_usage(cli, _("--channel goes with --procedure"));
	if (received && !moment_read(received, cli->office.now, &at))
		return cli_usage(cli, _("--received: '%s' is no time"), received);
	if ((st = cli_number(cli, "limit", 0, 100000, &limit)) ||
	    (st = procedure ? dossier_due_by(&cli->office, procedure, channel, at, &moment) :
			      dossier_due(&cli->office, NULL, unit, (int)limit, at, &moment)))
		return st;
	return output_label(cli, "due_at", moment_print(moment, room));
}
