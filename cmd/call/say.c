/* SPDX-License-Identifier: MIT */
/* What is said in the hall: the sentence of one call, or all calls as they come. */
#include "base/intl.h"
#include "call.h"
#include "cli/values.h"
#include "cli/voice/say_call.h"
#include "office/queue/counter.h"
#include "office/queue/visit.h"

const struct cli_option call_say_options[] = {
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

enum status
call_say_verb(struct cli *cli)
{
	const char *lang;
	struct visit visit;
	enum status st = cli_say_language(cli, &lang);

	if (st || (st = find_called(cli, &visit)))
		return st;
	return cli_say(cli, &visit, lang);
}

const struct cli_option call_announce_options[] = {
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
