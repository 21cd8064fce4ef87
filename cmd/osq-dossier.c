/* SPDX-License-Identifier: MIT */
/* osq-dossier - take dossiers in, finish and return them.  See osq-dossier(1). */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/command.h"
#include "cli/import.h"
#include "cli/output.h"
#include "office/dossier.h"

#define OPTIONS_END { NULL, 0, NULL, NULL, NULL }

static const struct cli_option receive_options[] = {
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

static enum status
receive(struct cli *cli)
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

static const struct cli_option finish_options[] = {
	{ "result", 0, "TEXT", N_("what the result is"), "" },
	OPTIONS_END,
};

static enum status
finish_one(struct cli *cli, const char *code, void *ctx)
{
	enum status st = dossier_finish(&cli->office, code, ctx);

	return st ? st : output_label(cli, "code", code);
}

static enum status
finish(struct cli *cli)
{
	const char *result;
	enum status st = cli_text(cli, "result", &result);

	return st ? st : cli_each(cli, finish_one, (void *)(uintptr_t)result);
}

static enum status
return_one(struct cli *cli, const char *code, void *ctx)
{
	enum status st = dossier_return(&cli->office, code);

	(void)ctx;
	return st ? st : output_label(cli, "code", code);
}

static enum status
give_back(struct cli *cli)
{
	return cli_each(cli, return_one, NULL);
}

static const struct cli_option list_options[] = {
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

static enum status
list(struct cli *cli)
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

static enum status
show(struct cli *cli)
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

static const struct cli_option due_options[] = {
	{ "procedure", 'p', "CODE", N_("by the rule of this procedure"), "@procedures" },
	{ "unit", 0, "UNIT", N_("by this unit of time"), "working-day|day|same-day|working-hour" },
	{ "limit", 0, "N", N_("how many of that unit"), "" },
	{ "received", 0, "TIME", N_("when it was received (default: now)"), "" },
	OPTIONS_END,
};

static enum status
due(struct cli *cli)
{
	const char *procedure = cli_value(cli, "procedure"), *unit = cli_value(cli, "unit");
	const char *received = cli_value(cli, "received");
	int64_t limit = 0, at = cli->office.now, moment;
	char room[MOMENT_TEXT];
	enum status st;

	if (!procedure == !unit)
		return cli_usage(cli, _("give --procedure CODE, or --unit U --limit N"));
	if (received && !moment_read(received, cli->office.now, &at))
		return cli_usage(cli, _("--received: '%s' is no time"), received);
	if ((st = cli_number(cli, "limit", 0, 100000, &limit)) ||
	    (st = dossier_due(&cli->office, procedure, unit, (int)limit, at, &moment)))
		return st;
	return output_label(cli, "due_at", moment_print(moment, room));
}

static enum status
import(struct cli *cli)
{
	return cli_import(cli, cli->operands[0], dossier_import, NULL);
}

static const struct cli_verb verbs[] = {
	{ "receive", "", 0, 0, N_("take a dossier in"), NEEDS_WRITE, receive_options,
	  dossier_columns, NULL, receive },
	{ "finish", "CODE...", 0, OPERANDS_MANY, N_("the result is ready"), NEEDS_WRITE,
	  finish_options, NULL, "@open-dossiers", finish },
	{ "return", "CODE...", 0, OPERANDS_MANY, N_("the citizen has the result"), NEEDS_WRITE,
	  NULL, NULL, "@finished-dossiers", give_back },
	{ "list", "", 0, 0, N_("list dossiers"), NEEDS_READ, list_options, dossier_columns,
	  NULL, list },
	{ "show", "CODE", 1, 1, N_("show one dossier"), NEEDS_READ, NULL, dossier_columns,
	  "@dossiers", show },
	{ "due", "", 0, 0, N_("when would it be due? nothing is stored"), NEEDS_READ,
	  due_options, NULL, NULL, due },
	{ "import", "[FILE]", 0, 1, N_("import dossiers from CSV or JSON"), NEEDS_WRITE, NULL,
	  import_columns, "@file", import },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		"osq-dossier", N_("Take dossiers in, finish and return them."), verbs, NULL
	};

	return cli_main(&command, argc, argv);
}
