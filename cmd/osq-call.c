/* SPDX-License-Identifier: MIT */
/* osq-call - call tickets to a counter and end them.  See osq-call(1). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/announce.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/say.h"
#include "office/queue.h"
#include "office/ticket.h"

#define OPTIONS_END { NULL, 0, NULL, NULL, NULL }
#define SAY_OPTION  { "say", 0, NULL, N_("print the sentence that calls it in the hall"), NULL }
#define LANG_OPTION { "lang", 0, "LANGUAGE", N_("vi or en"), "vi|en" }

/* The ticket that an act has moved: its label, or all of it when asked. */
static enum status
tell(struct cli *cli, enum status st, const struct visit *visit)
{
	struct ticket_filter filter = { .days = EVERY_DAY, .id = visit->id };
	struct sink *sink;

	if (st)
		return st;
	cli_stored(cli, visit->label);
	if (!output_is_asked(cli) || cli->office.act.dry_run) /* which is undone by now */
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

/* The ticket that an act has called: the sentence in LANG, or as tell() does. */
static enum status
tell_call(struct cli *cli, enum status st, const struct visit *visit, const char *lang)
{
	if (!st)
		cli_stored(cli, visit->label);
	return st || !lang ? tell(cli, st, visit) : cli_say(cli, visit, lang);
}

static enum status
open_counter(struct cli *cli)
{
	enum status st = queue_open_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static enum status
close_counter(struct cli *cli)
{
	enum status st = queue_close_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static enum status
back(struct cli *cli)
{
	enum status st = queue_resume_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static const struct cli_option next_options[] = {
	{ "why", 0, NULL, N_("tell the reason in a sentence"), NULL },
	SAY_OPTION,
	LANG_OPTION,
	OPTIONS_END,
};

static const struct column why_columns[] = {
	{ "ticket", N_("Ticket"), COL_TEXT, 0, NULL, NULL },
	{ "reason", N_("Reason"), COL_TEXT, 0, NULL, NULL },
	{ "why", N_("Why"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

/* Who is called and why, in a sentence that begins with him, or as a record. */
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
next(struct cli *cli)
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
	OPTIONS_END,
};

static const struct cli_option note_options[] = {
	{ "note", 0, "TEXT", N_("why"), "" },
	OPTIONS_END,
};

static const struct cli_option take_options[] = {
	{ "note", 0, "TEXT", N_("why"), "" },
	SAY_OPTION,
	LANG_OPTION,
	OPTIONS_END,
};

static enum status
pause_counter(struct cli *cli)
{
	const char *note;
	enum status st = cli_text(cli, "note", &note);

	if (!st)
		st = queue_pause_counter(&cli->office, note);
	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

static enum status
take(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *note, *lang;
	enum status st = wants_saying(cli, &lang);

	if (!st && !(st = cli_text(cli, "note", &note)))
		st = queue_take(&cli->office, cli->operands[0], note, &visit);
	return tell_call(cli, st, &visit, lang);
}

static enum status
recall(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *lang;
	enum status st = wants_saying(cli, &lang);

	if (!st)
		st = queue_recall(&cli->office, &visit);
	return tell_call(cli, st, &visit, lang);
}

static enum status
start(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_start(&cli->office, &visit);

	return tell(cli, st, &visit);
}

static const struct cli_option done_options[] = {
	{ "then", 0, "SERVICE", N_("the citizen goes on to this service, with the same number"),
	  "@services" },
	OPTIONS_END,
};

static enum status
done(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_done(&cli->office, cli_value(cli, "then"), &visit);

	return tell(cli, st, &visit);
}

static enum status
no_show(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_no_show(&cli->office, &visit);

	return tell(cli, st, &visit);
}

static enum status
hold(struct cli *cli)
{
	struct visit visit = { 0 };
	const char *note;
	enum status st = cli_text(cli, "note", &note);

	if (!st)
		st = queue_hold(&cli->office, note, &visit);
	return tell(cli, st, &visit);
}

static enum status
resume(struct cli *cli)
{
	struct visit visit = { 0 };
	enum status st = queue_resume(&cli->office, cli->operands[0], &visit);

	return tell(cli, st, &visit);
}

static const struct cli_option transfer_options[] = {
	{ "to", 0, "SERVICE", N_("to this service"), "@services" },
	{ "to-counter", 0, "COUNTER", N_("to this counter"), "@counters" },
	{ "note", 0, "TEXT", N_("what the next one should know"), "" },
	OPTIONS_END,
};

static enum status
transfer(struct cli *cli)
{
	const char *to = cli_value(cli, "to"), *counter = cli_value(cli, "to-counter");
	struct visit visit = { 0 };
	const char *note;
	enum status st;

	if (!to && !counter)
		return cli_usage(cli, _("where to? give --to SERVICE or --to-counter COUNTER"));
	if (to && counter)
		return cli_usage(cli, _("--to and --to-counter exclude each other"));
	if (!(st = cli_text(cli, "note", &note)))
		st = queue_transfer(&cli->office, cli->operands[0], to, counter, note, &visit);
	return tell(cli, st, &visit);
}

/* "call next A002": what was taken back, in the journal's words. */
static enum status
undo(struct cli *cli)
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
policies(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, policy_columns, &sink);

	return st ? st : queue_policies(&cli->office, sink);
}

static const struct cli_option status_options[] = {
	{ "counter", 'c', "COUNTER", N_("only this one, in a line (default: $OSQ_COUNTER)"),
	  "@counters" },
	{ "all", 'a', NULL, N_("all counters, whatever $OSQ_COUNTER says"), NULL },
	OPTIONS_END,
};

/* A counter in one line, for a prompt. */
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
		buf_print(&line, _(": paused since %.5s, waiting: %lld"), since + 11, waiting);
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
status(struct cli *cli)
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
	{ "counter", 'c', "COUNTER", N_("what is called there (default: $OSQ_COUNTER)"),
	  "@counters" },
	LANG_OPTION,
	OPTIONS_END,
};

/* The ticket to be announced: the operand, or what the counter has called. */
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
	return st == NO ? fail(NO, _("no ticket is at counter %s"), cli->office.act.counter) :
			  st;
}

static enum status
say(struct cli *cli)
{
	const char *lang;
	struct visit visit;
	enum status st = cli_say_language(cli, &lang);

	if (st || (st = find_called(cli, &visit)))
		return st;
	return cli_say(cli, &visit, lang);
}

static const struct cli_option announce_options[] = {
	{ "clips", 0, "FOLDER", N_("call with the clips recorded there, given as arguments"),
	  "@file" },
	{ "lang", 0, "LANGUAGES", N_("vi, en or both, one after the other"),
	  "vi|en|vi,en|en,vi" },
	{ "times", 0, "N", N_("say each call so often (default: the setting say_times)"), NULL },
	{ "stale", 0, "SECONDS",
	  N_("drop calls that are older (default: the setting say_stale)"), NULL },
	{ "once", 0, NULL, N_("end after the first call"), NULL },
	OPTIONS_END,
};

static const struct cli_verb verbs[] = {
	{ "open", "", 0, 0, N_("sit down at the counter"), NEEDS_WRITE, NULL, NULL, NULL,
	  open_counter },
	{ "close", "", 0, 0, N_("leave it"), NEEDS_WRITE, NULL, NULL, NULL, close_counter },
	{ "pause", "", 0, 0, N_("take a break"), NEEDS_WRITE, note_options, NULL, NULL,
	  pause_counter },
	{ "back", "", 0, 0, N_("come back from it"), NEEDS_WRITE, NULL, NULL, NULL, back },
	{ "next", "", 0, 0, N_("finish the present ticket and call the next"), NEEDS_WRITE,
	  next_options, ticket_columns, NULL, next },
	{ "take", "TICKET", 1, 1, N_("call this ticket out of order"), NEEDS_WRITE,
	  take_options, ticket_columns, "@tickets", take },
	{ "recall", "", 0, 0, N_("call the present ticket again"), NEEDS_WRITE, say_options,
	  ticket_columns, NULL, recall },
	{ "start", "", 0, 0, N_("the citizen is here: service begins"), NEEDS_WRITE, NULL,
	  ticket_columns, NULL, start },
	{ "done", "", 0, 0, N_("the citizen has been served"), NEEDS_WRITE, done_options,
	  ticket_columns, NULL, done },
	{ "no-show", "", 0, 0, N_("the citizen did not come"), NEEDS_WRITE, NULL, ticket_columns, NULL,
	  no_show },
	{ "hold", "", 0, 0, N_("put the present ticket aside"), NEEDS_WRITE, note_options,
	  ticket_columns, NULL, hold },
	{ "resume", "TICKET", 1, 1, N_("one on hold, or a no-show, is back"),
	  NEEDS_WRITE, NULL, ticket_columns, "@tickets", resume },
	{ "transfer", "[TICKET]", 0, 1, N_("send a ticket to another service or counter"),
	  NEEDS_WRITE, transfer_options, ticket_columns, "@tickets", transfer },
	{ "undo", "", 0, 0, N_("take back the last act at the counter"), NEEDS_WRITE, NULL,
	  NULL, NULL, undo },
	{ "policies", "", 0, 0, N_("who is called first, and the worst case, by service"),
	  NEEDS_READ, NULL, policy_columns, NULL, policies },
	{ "status", "", 0, 0, N_("the counters as they are"), NEEDS_READ, status_options,
	  counter_columns_now, NULL, status },
	{ "say", "[TICKET]", 0, 1, N_("the sentence that calls it in the hall"), NEEDS_READ,
	  called_options, NULL, "@tickets", say },
	{ "announce", "[COMMAND [ARGUMENT ...]]", 0, OPERANDS_MANY,
	  N_("follow the calls and say them in the hall, one at a time"), NEEDS_READ,
	  announce_options, NULL, "@file", cli_announce },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		"osq-call", N_("Call tickets to a counter and end them."), verbs, NULL
	};

	return cli_main(&command, argc, argv);
}
