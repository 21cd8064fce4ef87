/* SPDX-License-Identifier: MIT */
/* osq-call - call tickets to a counter and end them.  See osq-call(1). */

#include "base/intl.h"
#include "call.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/output.h"
#include "cli/values.h"
#include "cli/voice/announcer.h"
#include "cli/voice/say_call.h"
#include "office/queue/counters.h"
#include "office/queue/queue.h"
#include "office/queue/step.h"
#include "office/queue/ticket_told.h"
#include "office/queue/undo.h"

#define SAY_OPTION                                                                       \
	{                                                                                \
		.name = "say",                                                           \
		.help = N_("print the sentence that calls it in the hall")               \
	}

/* Print the ticket that an act has moved: its label, or the whole record where a format
 * or columns were named. */
static enum status
print_visit(struct cli *cli, enum status st, const struct visit *visit)
{
	struct ticket_filter filter = { .days = EVERY_DAY, .id = visit->id };
	struct sink *sink;

	if (st)
		return st;
	/* After a dry run the record is gone. */
	if (!output_is_asked(cli) || cli->office.act.dry_run)
		return output_label(cli, "ticket", visit->label);
	if ((st = output_record(cli, ticket_columns, &sink)))
		return st;
	return ticket_list(&cli->office, &filter, sink);
}

/* The language for --say, NULL without it. */
static enum status
wants_saying(struct cli *cli, const char **lang)
{
	*lang = NULL;
	if (cli_value(cli, "say"))
		return cli_say_language(cli, lang);
	return cli_value(cli, "lang") ? cli_usage(cli, _("--lang goes with --say")) : OK;
}

/* The ticket that an act has called: the sentence in LANG, or as print_visit() does. */
static enum status
tell_call(struct cli *cli, enum status st, const struct visit *visit, const char *lang)
{
	return st || !lang ? print_visit(cli, st, visit) : cli_say(cli, visit, lang);
}

static const struct cli_option next_options[] = {
	{ .name = "why", .help = N_("tell the reason in a sentence") },
	SAY_OPTION,
	LANG_OPTION,
	{ 0 },
};

static const struct column why_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "reason", .heading = N_("Reason"), .type = COL_TEXT },
	{ .key = "why", .heading = N_("Why"), .type = COL_TEXT },
	{ 0 },
};

/* Print who is called and why: a sentence that begins with the ticket, or a record. */
static enum status
tell_why(struct cli *cli, const struct visit *visit, const struct next_reason *why)
{
	const struct value row[] = { value_text(visit->label), value_text(why->word),
				     value_text(why->sentence.text) };
	struct sink *sink;
	enum status st;

	if (!output_is_asked(cli))
		return output_label(cli, "why", why->sentence.text);
	st = output_record(cli, why_columns, &sink);
	return st ? st : sink->row(sink, row);
}

static enum status
run_next(struct cli *cli)
{
	struct visit visit = { 0 };
	struct next_reason why = { 0 };
	const char *lang;
	enum status st = wants_saying(cli, &lang);

	if (!st && lang && cli_value(cli, "why"))
		st = cli_usage(cli, _("--say and --why exclude each other"));
	if (!st)
		st = queue_next(&cli->office, &visit, &why);
	if (!st && cli_value(cli, "why"))
		st = tell_why(cli, &visit, &why);
	else
		st = tell_call(cli, st, &visit, lang);
	buf_free(&why.sentence);
	return st;
}

static const struct cli_option say_options[] = {
	SAY_OPTION,
	LANG_OPTION,
	{ 0 },
};

static const struct cli_option note_options[] = {
	{ .name = "note", .argument = "TEXT", .help = N_("why") },
	{ 0 },
};

static const struct cli_option take_options[] = {
	{ .name = "note", .argument = "TEXT", .help = N_("why") },
	SAY_OPTION,
	LANG_OPTION,
	{ 0 },
};

static enum status
run_take(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *note, *lang;
	enum status st = wants_saying(cli, &lang);

	if (!st && !(st = cli_text(cli, "note", &note)))
		st = queue_take(&cli->office, cli->operands[0], note, &visit);
	return tell_call(cli, st, &visit, lang);
}

static enum status
run_recall(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *lang;
	enum status st = wants_saying(cli, &lang);

	if (!st)
		st = queue_recall(&cli->office, &visit);
	return tell_call(cli, st, &visit, lang);
}

static enum status
run_start(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_start(&cli->office, &visit);

	return print_visit(cli, st, &visit);
}

static const struct cli_option done_options[] = {
	{ .name = "then",
	  .argument = "SERVICE",
	  .help = N_("the citizen goes on to this service, with the same number"),
	  .suggest = "@services" },
	{ 0 },
};

static enum status
run_done(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_done(&cli->office, cli_value(cli, "then"), &visit);

	return print_visit(cli, st, &visit);
}

static enum status
run_no_show(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_no_show(&cli->office, &visit);

	return print_visit(cli, st, &visit);
}

static enum status
run_hold(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *note;
	enum status st = cli_text(cli, "note", &note);

	if (!st)
		st = queue_hold(&cli->office, note, &visit);
	return print_visit(cli, st, &visit);
}

static enum status
run_resume(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_resume(&cli->office, cli->operands[0], &visit);

	return print_visit(cli, st, &visit);
}

static const struct cli_option transfer_options[] = {
	{ .name = "to",
	  .argument = "SERVICE",
	  .help = N_("to this service"),
	  .suggest = "@services" },
	{ .name = "to-counter",
	  .argument = "COUNTER",
	  .help = N_("to this counter"),
	  .suggest = "@counters" },
	{ .name = "note",
	  .argument = "TEXT",
	  .help = N_("what the next one should know") },
	{ 0 },
};

static enum status
run_transfer(struct cli *cli)
{
	const char *to = cli_value(cli, "to"), *counter = cli_value(cli, "to-counter");
	struct visit visit = { 0 };
	const char *note;
	enum status st;

	if (!to && !counter)
		return cli_usage(
			cli, _("where to? give --to SERVICE or --to-counter COUNTER"));
	if (to && counter)
		return cli_usage(cli, _("--to and --to-counter exclude each other"));
	if (!(st = cli_text(cli, "note", &note)))
		st = queue_transfer(&cli->office, cli->operands[0], to, counter, note,
				    &visit);
	return print_visit(cli, st, &visit);
}

/* Print what was taken back, in the journal's words: "call next A002". */
static enum status
run_undo(struct cli *cli)
{
	struct buf act = { 0 }, subject = { 0 };
	enum status st = queue_undo(&cli->office, &act, &subject);

	if (!st)
		buf_print(&act, " %s", subject.text ? subject.text : "");
	if (!st)
		st = output_label(cli, "undone", act.text);
	buf_free(&act);
	buf_free(&subject);
	return st;
}

static const struct cli_verb verbs[] = {
	{ .name = "open",
	  .operands = "",
	  .help = N_("sit down at the counter"),
	  .need = NEEDS_WRITE,
	  .sits = true,
	  .roles = FOR_CLERK,
	  .run = call_open_verb },
	{ .name = "close",
	  .operands = "",
	  .help = N_("leave it"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .ends_day = true,
	  .run = call_close_verb },
	{ .name = "pause",
	  .operands = "",
	  .help = N_("take a break"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = note_options,
	  .run = call_pause_verb },
	{ .name = "back",
	  .operands = "",
	  .help = N_("come back from it"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .run = call_back_verb },
	{ .name = "next",
	  .operands = "",
	  .help = N_("finish the present ticket and call the next"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = next_options,
	  .columns = ticket_columns,
	  .run = run_next },
	{ .name = "take",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("call this ticket out of order"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = take_options,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_take },
	{ .name = "recall",
	  .operands = "",
	  .help = N_("call the present ticket again"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = say_options,
	  .columns = ticket_columns,
	  .run = run_recall },
	{ .name = "start",
	  .operands = "",
	  .help = N_("the citizen is here: service begins"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .columns = ticket_columns,
	  .run = run_start },
	{ .name = "done",
	  .operands = "",
	  .help = N_("the citizen has been served"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = done_options,
	  .columns = ticket_columns,
	  .run = run_done },
	{ .name = "no-show",
	  .operands = "",
	  .help = N_("the citizen did not come"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .columns = ticket_columns,
	  .run = run_no_show },
	{ .name = "hold",
	  .operands = "",
	  .help = N_("put the present ticket aside"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = note_options,
	  .columns = ticket_columns,
	  .run = run_hold },
	{ .name = "resume",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("one on hold, or a no-show, is back"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_resume },
	{ .name = "transfer",
	  .operands = "[TICKET]",
	  .most = 1,
	  .help = N_("send a ticket to another service or counter"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = transfer_options,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_transfer },
	{ .name = "undo",
	  .operands = "",
	  .help = N_("take back the last act at the counter"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .run = run_undo },
	{ .name = "policies",
	  .operands = "",
	  .title = N_("Order of calls by service"),
	  .help = N_("who is called first, and the worst case, by service"),
	  .need = NEEDS_READ,
	  .roles = FOR_PUBLIC,
	  .columns = policy_columns,
	  .run = call_policies_verb },
	{ .name = "status",
	  .operands = "",
	  .title = N_("Counters"),
	  .help = N_("the counters as they are"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK | ROLE_AUDITOR,
	  .options = call_status_options,
	  .columns = counter_columns_now,
	  .run = call_status_verb },
	{ .name = "say",
	  .operands = "[TICKET]",
	  .most = 1,
	  .help = N_("the sentence that calls it in the hall"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK,
	  .options = call_say_options,
	  .suggest = "@tickets",
	  .run = call_say_verb },
	{ .name = "announce",
	  .operands = "[COMMAND [ARGUMENT ...]]",
	  .most = OPERANDS_MANY,
	  .help = N_("follow the calls and say them in the hall, one at a time"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK,
	  .later = ANNOUNCER_LATER,
	  .options = call_announce_options,
	  .suggest = "@file",
	  .run = cli_announce },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		.name = "osq-call",
		.about = N_("Call tickets to a counter and end them."),
		.verbs = verbs
	};

	return cli_main(&command, argc, argv);
}
