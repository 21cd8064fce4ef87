/* SPDX-License-Identifier: MIT */
/* osq-call - call tickets to a counter and end them.  See osq-call(1). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/language.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/output.h"
#include "cli/values.h"
#include "cli/voice/announcer.h"
#include "cli/voice/say_call.h"
#include "office/queue/counter.h"
#include "office/queue/counters.h"
#include "office/queue/queue.h"
#include "office/queue/step.h"
#include "office/queue/ticket.h"
#include "office/queue/undo.h"

#define SAY_OPTION                                                                       \
	{                                                                                \
		.name = "say",                                                           \
		.help = N_("print the sentence that calls it in the hall")               \
	}
#define LANG_OPTION                                                                      \
	{                                                                                \
		.name = "lang", .argument = "LANGUAGE", .help = N_("in this language"),  \
		.words = language_words                                                  \
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
	cli_stored(cli, visit->label);
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
	if (!st)
		cli_stored(cli, visit->label);
	return st || !lang ? print_visit(cli, st, visit) : cli_say(cli, visit, lang);
}

static enum status
run_open(struct cli *cli)
{
	enum status st = queue_open_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static enum status
run_close(struct cli *cli)
{
	enum status st = queue_close_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static enum status
run_back(struct cli *cli)
{
	enum status st = queue_resume_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
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
run_pause(struct cli *cli)
{
	const char *note;
	enum status st = cli_text(cli, "note", &note);

	if (!st)
		st = queue_pause_counter(&cli->office, note);
	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

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

static enum status
run_policies(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, policy_columns, &sink);

	return st ? st : queue_policies(&cli->office, sink);
}

static const struct cli_option status_options[] = {
	{ .name = "counter",
	  .letter = 'c',
	  .argument = "COUNTER",
	  .help = N_("only this one, in a line (default: $OSQ_COUNTER)"),
	  .suggest = "@counters" },
	{ .name = "all",
	  .letter = 'a',
	  .help = N_("all counters, whatever $OSQ_COUNTER says") },
	{ 0 },
};

/* Print a counter in one line, for a shell's prompt. */
static enum status
print_line(struct sink *sink, const struct value *row)
{
	enum { COUNTER, NAME, STATE, OFFICER, FULL_NAME, TICKET, STATUS, SINCE, WAITING };
	const long long waiting = (long long)row[WAITING].number;
	char since[MOMENT_TEXT] = "";
	struct buf line = { 0 };
	char *harmless;

	(void)sink;
	if (row[SINCE].kind == VALUE_INT)
		moment_print(row[SINCE].number, since);
	buf_print(&line, "%s", row[COUNTER].text);
	if (row[OFFICER].kind == VALUE_TEXT)
		buf_print(&line, " %s", row[OFFICER].text);
	if (row[TICKET].kind == VALUE_TEXT)
		buf_print(&line,
			  strcmp(row[STATUS].text, "called") ?
				  _(": %s being served since %.5s, waiting: %lld") :
				  _(": %s called at %.5s, waiting: %lld"),
			  row[TICKET].text, since + 11, waiting);
	else if (!strcmp(row[STATE].text, "paused"))
		buf_print(&line, _(": paused since %.5s, waiting: %lld"), since + 11,
			  waiting);
	else if (!strcmp(row[STATE].text, "open"))
		buf_print(&line, _(": free, waiting: %lld"), waiting);
	else
		buf_print(&line, _(": closed, waiting: %lld"), waiting);
	harmless = text_harmless(line.text);
	puts(harmless);
	free(harmless);
	buf_free(&line);
	return OK;
}

static enum status
run_status(struct cli *cli)
{
	const char *counter = cli_value(cli, "counter");
	struct sink line = { print_line }, *sink = &line;
	enum status st = OK;

	if (!counter && !cli_value(cli, "all"))
		counter = cli->office.act.counter;
	if (!counter || output_is_asked(cli))
		st = output_list(cli, counter_columns_now, &sink);
	return st ? st : queue_status(&cli->office, counter, sink);
}

static const struct cli_option called_options[] = {
	{ .name = "counter",
	  .letter = 'c',
	  .argument = "COUNTER",
	  .help = N_("what is called there (default: $OSQ_COUNTER)"),
	  .suggest = "@counters" },
	LANG_OPTION,
	{ 0 },
};

/* Find the ticket to be announced: the operand, or the one that the counter has
 * called. */
static enum status
find_called(struct cli *cli, struct visit *visit)
{
	int64_t counter;
	enum status st;

	if (cli->count) {
		if ((st = visit_find(&cli->office, cli->operands[0], NULL, visit)))
			return st;
		return visit_may_leave(&cli->office, visit, VISIT_CALLED | VISIT_SERVING);
	}
	if (cli_value(cli, "counter"))
		cli->office.act.counter = cli_value(cli, "counter");
	if ((st = acting_counter(&cli->office, &counter)))
		return st;
	st = visit_at_counter(&cli->office, counter, visit);
	return st == NO ? fail(NO, _("no ticket is at counter %s"),
			       cli->office.act.counter) :
			  st;
}

static enum status
run_say(struct cli *cli)
{
	const char *lang;
	struct visit visit;
	enum status st = cli_say_language(cli, &lang);

	if (st || (st = find_called(cli, &visit)))
		return st;
	return cli_say(cli, &visit, lang);
}

static const struct cli_option announce_options[] = {
	{ .name = "clips",
	  .argument = "FOLDER",
	  .help = N_("call with the clips recorded there, given as arguments"),
	  .suggest = "@file" },
	{ .name = "lang",
	  .argument = "LANGUAGES",
	  .help = N_("in these languages, one after the other"),
	  .words = language_words,
	  .several = true },
	{ .name = "times",
	  .argument = "N",
	  .help = N_("say each call so often (default: the setting say_times)") },
	{ .name = "stale",
	  .argument = "SECONDS",
	  .help = N_("drop calls that are older (default: the setting say_stale)") },
	{ .name = "once", .help = N_("end after the first call") },
	{ 0 },
};

static const struct cli_verb verbs[] = {
	{ .name = "open",
	  .operands = "",
	  .help = N_("sit down at the counter"),
	  .need = NEEDS_WRITE,
	  .run = run_open },
	{ .name = "close",
	  .operands = "",
	  .help = N_("leave it"),
	  .need = NEEDS_WRITE,
	  .run = run_close },
	{ .name = "pause",
	  .operands = "",
	  .help = N_("take a break"),
	  .need = NEEDS_WRITE,
	  .options = note_options,
	  .run = run_pause },
	{ .name = "back",
	  .operands = "",
	  .help = N_("come back from it"),
	  .need = NEEDS_WRITE,
	  .run = run_back },
	{ .name = "next",
	  .operands = "",
	  .help = N_("finish the present ticket and call the next"),
	  .need = NEEDS_WRITE,
	  .options = next_options,
	  .columns = ticket_columns,
	  .run = run_next },
	{ .name = "take",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("call this ticket out of order"),
	  .need = NEEDS_WRITE,
	  .options = take_options,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_take },
	{ .name = "recall",
	  .operands = "",
	  .help = N_("call the present ticket again"),
	  .need = NEEDS_WRITE,
	  .options = say_options,
	  .columns = ticket_columns,
	  .run = run_recall },
	{ .name = "start",
	  .operands = "",
	  .help = N_("the citizen is here: service begins"),
	  .need = NEEDS_WRITE,
	  .columns = ticket_columns,
	  .run = run_start },
	{ .name = "done",
	  .operands = "",
	  .help = N_("the citizen has been served"),
	  .need = NEEDS_WRITE,
	  .options = done_options,
	  .columns = ticket_columns,
	  .run = run_done },
	{ .name = "no-show",
	  .operands = "",
	  .help = N_("the citizen did not come"),
	  .need = NEEDS_WRITE,
	  .columns = ticket_columns,
	  .run = run_no_show },
	{ .name = "hold",
	  .operands = "",
	  .help = N_("put the present ticket aside"),
	  .need = NEEDS_WRITE,
	  .options = note_options,
	  .columns = ticket_columns,
	  .run = run_hold },
	{ .name = "resume",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("one on hold, or a no-show, is back"),
	  .need = NEEDS_WRITE,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_resume },
	{ .name = "transfer",
	  .operands = "[TICKET]",
	  .most = 1,
	  .help = N_("send a ticket to another service or counter"),
	  .need = NEEDS_WRITE,
	  .options = transfer_options,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = run_transfer },
	{ .name = "undo",
	  .operands = "",
	  .help = N_("take back the last act at the counter"),
	  .need = NEEDS_WRITE,
	  .run = run_undo },
	{ .name = "policies",
	  .operands = "",
	  .help = N_("who is called first, and the worst case, by service"),
	  .need = NEEDS_READ,
	  .columns = policy_columns,
	  .run = run_policies },
	{ .name = "status",
	  .operands = "",
	  .help = N_("the counters as they are"),
	  .need = NEEDS_READ,
	  .options = status_options,
	  .columns = counter_columns_now,
	  .run = run_status },
	{ .name = "say",
	  .operands = "[TICKET]",
	  .most = 1,
	  .help = N_("the sentence that calls it in the hall"),
	  .need = NEEDS_READ,
	  .options = called_options,
	  .suggest = "@tickets",
	  .run = run_say },
	{ .name = "announce",
	  .operands = "[COMMAND [ARGUMENT ...]]",
	  .most = OPERANDS_MANY,
	  .help = N_("follow the calls and say them in the hall, one at a time"),
	  .need = NEEDS_READ,
	  .options = announce_options,
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
