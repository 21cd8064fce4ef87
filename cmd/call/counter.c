/* SPDX-License-Identifier: MIT */
/* The counters themselves: opening and leaving them, what they are now, whom they call
 * first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "call.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/queue/counter.h"
#include "office/queue/counters.h"

enum status
call_open_verb(struct cli *cli)
{
	enum status st = queue_open_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

enum status
call_close_verb(struct cli *cli)
{
	enum status st = queue_close_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

enum status
call_back_verb(struct cli *cli)
{
	enum status st = queue_resume_counter(&cli->office);

	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

enum status
call_pause_verb(struct cli *cli)
{
	const char *note;
	enum status st = cli_text(cli, "note", &note);

	if (!st)
		st = queue_pause_counter(&cli->office, note);
	return st ? st : output_label(cli, "counter", cli->office.act.counter);
}

enum status
call_policies_verb(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, policy_columns, &sink);

	return st ? st : queue_policies(&cli->office, sink);
}

const struct cli_option call_status_options[] = {
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

enum status
call_status_verb(struct cli *cli)
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
