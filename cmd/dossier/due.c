/* SPDX-License-Identifier: MIT */
/* osq-dossier due: when one would be due, and which are due soon. */
#include <stdio.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_delay.h"
#include "office/dossier/dossier_promise.h"
#include "office/rules/calendar.h"

const struct cli_option dossier_due_options[] = {
	{ .name = "procedure",
	  .letter = 'p',
	  .argument = "CODE",
	  .help = N_("by the rule of this procedure"),
	  .suggest = "@procedures" },
	{ .name = "channel",
	  .argument = "CHANNEL",
	  .help = N_("and of this channel (default: counter)"),
	  .words = procedure_channels },
	{ .name = "unit",
	  .argument = "UNIT",
	  .help = N_("by this unit of time"),
	  .words = time_units },
	{ .name = "limit", .argument = "N", .help = N_("how many of that unit") },
	{ .name = "received",
	  .argument = "TIME",
	  .help = N_("when it was received (default: now)") },
	{ .name = "within",
	  .argument = "SPAN",
	  .help = N_(
		  "list what is promised within 1d or 4h of working time, or late, and what else is late"),
	  .suggest = "1d|2d|4h" },
	{ .name = "check", .help = N_("only count them; exit 1 where some are late") },
	{ 0 },
};

/* Print one line for a monitoring program, and return its exit code. */
static enum status
check_due(struct cli *cli, int64_t until)
{
	static const struct column columns[] = {
		{ .key = "late", .heading = NC_("count", "Late"), .type = COL_INT },
		{ .key = "due", .heading = NC_("count", "Due"), .type = COL_INT },
		{ 0 },
	};
	struct promise_count count;
	struct sink *sink;
	enum status st = dossier_promises(&cli->office, until, NULL, &count);

	if (st)
		return st;
	if (output_is_asked(cli)) {
		const struct value row[] = { value_int(count.late),
					     value_int(count.all - count.late) };

		if ((st = output_record(cli, columns, &sink)) ||
		    (st = sink->row(sink, row)))
			return st;
	} else {
		printf(_("late: %lld, due: %lld\n"), (long long)count.late,
		       (long long)(count.all - count.late));
	}
	return count.late ? NO : OK;
}

static enum status
list_within(struct cli *cli, const char *span)
{
	struct promise_count count;
	struct sink *sink;
	int64_t until;
	enum status st = promise_span(&cli->office, span, &until);

	if (st)
		return st;
	if (cli_value(cli, "check"))
		return check_due(cli, until);
	if ((st = output_list(cli, promised_columns, &sink)))
		return st;
	if ((st = dossier_promises(&cli->office, until, sink, &count)))
		return st;
	return dossier_delays(&cli->office, sink);
}

static enum status
tell_due(struct cli *cli, const struct dossier_question *question)
{
	struct dossier_term term;
	char room[MOMENT_TEXT];
	enum status st = dossier_due(&cli->office, question, &term);

	if (st || (st = output_label(cli, "due_at", moment_print(term.due, room))))
		return st;
	fflush(stdout); /* ahead of the note */
	dossier_tell_unsettled(cli, NULL, term.unsettled);
	return OK;
}

enum status
dossier_due_verb(struct cli *cli)
{
	const char *procedure = cli_value(cli, "procedure"),
		   *unit = cli_value(cli, "unit");
	const char *received = cli_value(cli, "received");
	const char *channel = cli_value(cli, "channel");
	struct dossier_question question = { .procedure = procedure,
					     .channel = channel,
					     .unit = unit,
					     .received = cli->office.now };
	int64_t limit = 0;
	const char *span = cli_value(cli, "within");
	enum status st;

	if (span && !procedure && !unit)
		return list_within(cli, span);
	if (span || !procedure == !unit)
		return cli_usage(
			cli,
			_("give --procedure CODE, or --unit U --limit N, or --within SPAN"));
	if (cli_value(cli, "check"))
		return cli_usage(cli, _("--check goes with --within"));
	if (channel && !procedure)
		return cli_usage(cli, _("--channel goes with --procedure"));
	if (received && !moment_read(received, cli->office.now, &question.received))
		return cli_usage(cli, _("--received: '%s' is no time"), received);
	if ((st = cli_number(cli, "limit", 0, TIME_LIMIT_MOST, &limit)))
		return st;
	question.limit = (int)limit;
	return tell_due(cli, &question);
}
