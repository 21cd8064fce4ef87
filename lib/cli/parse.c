/* SPDX-License-Identifier: MIT */
#include "cli/parse.h"

#include <assert.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/privilege.h"
#include "form/write/format.h"

/* What getopt_long() returns for an option: ANSWER_BASE plus its place, the common
 * options first, then the acting ones, then the verb's; beyond any letter. */
enum { ANSWER_BASE = 1000 };

struct parser {
	struct option long_options[COMMON_COUNT + ACTING_COUNT + 64 + 1];
	char letters[128];
	size_t count;
	const struct cli_option *specs[COMMON_COUNT + ACTING_COUNT + 64];
	bool list_columns, help, version;
};

static void
add_options(struct parser *p, const struct cli_option *options)
{
	size_t letters = strlen(p->letters);

	for (; options && options->name; options++) {
		assert(p->count + 1 < sizeof(p->long_options) / sizeof(*p->long_options));
		p->specs[p->count] = options;
		p->long_options[p->count] = (struct option){
			.name = options->name,
			.has_arg = options->argument ? required_argument : no_argument,
			.val = ANSWER_BASE + (int)p->count,
		};
		p->count++;
		if (options->letter) {
			p->letters[letters++] = options->letter;
			if (options->argument)
				p->letters[letters++] = ':';
		}
	}
	p->letters[letters] = '\0';
	p->long_options[p->count] = (struct option){ 0 };
}

/* The place of the option for which getopt_long() returned ANSWER, or -1. */
static int
place_of(const struct parser *p, int answer)
{
	size_t i;

	if (answer >= ANSWER_BASE)
		return answer - ANSWER_BASE;
	for (i = 0; i < p->count; i++)
		if (p->specs[i]->letter == answer)
			return (int)i;
	return -1;
}

/* USAGE where OPTION has a closed list and ARGUMENT is not in it. */
static enum status
check_words(struct cli *cli, const struct cli_option *option, const char *argument)
{
	const char *stranger = argument;
	size_t n = 0;
	char *codes;

	if (!argument || !option->words ||
	    (!option->several && word_find(option->words, argument)))
		return OK;
	if (!option->several)
		n = strlen(argument);
	else if (!(stranger = word_stranger(option->words, argument, &n)))
		return OK;
	codes = word_codes(option->words, " ");
	cli_usage(cli, _("--%s: '%.*s' is none of: %s"), option->name, (int)n, stranger,
		  codes);
	free(codes);
	return USAGE;
}

static enum status
take_common(struct cli *cli, struct parser *p, int place, const char *argument)
{
	if (place > OPT_FORMAT && place < OPT_XLSX) /* --csv */
		cli->format = format_find(common_options[place].name);
	switch (place) {
	case OPT_DB:
		cli->db = argument;
		break;
	case OPT_FORMAT:
		cli->format = format_find(argument);
		break;
	case OPT_XLSX:
		cli->xlsx = argument;
		break;
	case OPT_COLUMNS:
		cli->columns = argument;
		break;
	case OPT_LIST_COLUMNS:
		p->list_columns = true;
		break;
	case OPT_NO_HEADER:
		cli->header = false;
		break;
	case OPT_HELP:
		p->help = true;
		break;
	case OPT_VERSION:
		p->version = true;
		break;
	}
	return OK;
}

static enum status
take_acting(struct cli *cli, int place, const char *argument)
{
	struct act *act = &cli->office.act;

	switch (place) {
	case ACT_AT:
		if (!moment_or_day_read(argument, cli->office.now, &act->at,
					&act->day_alone)) {
			fail(USAGE, _("--at: '%s' is no time"), argument);
			return fail_hint(USAGE,
					 "2026-11-24T07:35, \"2026-11-24 07:35\", 07:35");
		}
		if (act->at > cli->office.now)
			return fail(BAD_DATA, _("--at: %s is still to come"), argument);
		break;
	case ACT_COUNTER:
		act->counter = argument;
		break;
	case ACT_OFFICER:
		act->officer = argument;
		cli->officer_named = true;
		break;
	case ACT_DRY_RUN:
		act->dry_run = true;
		break;
	}
	return OK;
}

static void
take_own(struct cli *cli, int option, const char *value)
{
	cli->values[option] = value;
	cli->given = mem_more(cli->given, cli->given_count, sizeof(*cli->given));
	cli->given[cli->given_count++] = (struct cli_given){ option, value };
}

/* One round of getopt_long() over ARGV from optind on. */
static enum status
take_options(struct cli *cli, struct parser *p, int argc, char **argv, bool stop_at_verb)
{
	char letters[sizeof(p->letters) + 2];
	bool acting = cli->verb && cli->verb->need == NEEDS_WRITE;
	enum status st = OK;
	int answer;

	/* '+': stop at the first word, which is the verb; ':': distinguish a missing
	 * argument from an unknown option. */
	snprintf(letters, sizeof(letters), "%s:%s", stop_at_verb ? "+" : "", p->letters);
	opterr = 0;
	while (!st &&
	       (answer = getopt_long(argc, argv, letters, p->long_options, NULL)) != -1) {
		int place = place_of(p, answer);

		if (answer == ':')
			return cli_usage(cli, _("%s wants an argument"),
					 argv[optind - 1]);
		if (answer == '?' || place < 0)
			return cli_usage(cli, _("there is no option %s here"),
					 optopt && optopt < 256 ?
						 (char[]){ '-', (char)optopt, 0 } :
						 argv[optind - 1]);
		if ((st = check_words(cli, p->specs[place], optarg)))
			return st;
		if (place < COMMON_COUNT)
			st = take_common(cli, p, place, optarg);
		else if (acting && place < COMMON_COUNT + ACTING_COUNT)
			st = take_acting(cli, place - COMMON_COUNT, optarg);
		else
			take_own(cli, place - COMMON_COUNT - (acting ? ACTING_COUNT : 0),
				 optarg ? optarg : "");
	}
	return st;
}

static const struct cli_verb *
find_verb(const struct cli *cli, const char *name)
{
	const struct cli_verb *verb;

	for (verb = cli->command->verbs; verb->run; verb++)
		if (verb->name && !strcmp(verb->name, name))
			return verb;
	return NULL;
}

static enum status
take_verb(struct cli *cli, int argc, char **argv)
{
	if (!cli->command->verbs->name) { /* a command without verbs */
		cli->verb = cli->command->verbs;
		return OK;
	}
	if (optind >= argc)
		return cli_usage(cli, _("what is to be done?"));
	cli->verb = find_verb(cli, argv[optind]);
	if (!cli->verb)
		return cli_usage(cli, _("there is no '%s' here"), argv[optind]);
	optind++;
	return OK;
}

const struct column *
cli_columns(const struct cli_command *command, const struct cli_verb *verb,
	    const char *operand)
{
	if (verb && !verb->columns && command->columns_of)
		return command->columns_of(verb, operand);
	return verb ? verb->columns : NULL;
}

static enum status
list_columns(const struct cli *cli)
{
	const struct column *column = cli_columns(cli->command, cli->verb,
						  cli->count ? cli->operands[0] : NULL);

	if (!column)
		return fail(USAGE, _("this has no columns"));
	for (; column->key; column++)
		printf("%s\n", column->key);
	return OK;
}

/* --help and the like.  False when none was asked. */
static bool
answer_at_once(struct cli *cli, const struct parser *p, enum status *st)
{
	*st = OK;
	if (!p->help && !p->version && !p->list_columns)
		return false;
	privilege_end();
	if (p->help)
		cli_print_help(cli, stdout);
	else if (p->version)
		printf("%s %s\n", cli->command->name, OSQ_VERSION);
	else
		*st = list_columns(cli);
	return true;
}

static enum status
check_operands(struct cli *cli)
{
	const struct cli_verb *verb = cli->verb;

	const char *missing = verb->operands;
	int i;

	if (cli->count < verb->least) {
		for (i = 0; i < cli->count && strchr(missing, ' '); i++)
			missing = strchr(missing, ' ') + 1;
		return cli_usage(cli, _("%.*s is missing"), (int)strcspn(missing, " "),
				 missing);
	}
	if (cli->count > verb->most)
		return cli_usage(cli, _("'%s' is too much"), cli->operands[verb->most]);
	return OK;
}

enum status
cli_parse(struct cli *cli, int argc, char **argv, bool *done)
{
	struct parser p = { .count = 0 };
	enum status st;

	cli->header = true;
	add_options(&p, common_options);
	optind = 0; /* makes glibc start from scratch */
	if (cli->command->verbs->name && (st = take_options(cli, &p, argc, argv, true)))
		return st;
	if (!cli->command->verbs->name)
		optind = 1;
	if ((p.help || p.version) && (optind >= argc || !find_verb(cli, argv[optind]))) {
		*done = answer_at_once(cli, &p, &st);
		return st;
	}
	if ((st = take_verb(cli, argc, argv)))
		return st;
	if (cli->verb->need == NEEDS_WRITE)
		add_options(&p, acting_options);
	add_options(&p, cli->verb->options);
	argv += optind - 1;
	argc -= optind - 1;
	optind = 0;
	if ((st = take_options(cli, &p, argc, argv, false)))
		return st;
	cli->operands = argv + optind;
	cli->count = argc - optind;
	if (answer_at_once(cli, &p, &st)) {
		*done = true;
		return st;
	}
	return check_operands(cli);
}
