/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/options.h"

/* Print NAME, blanks up to WIDTH columns, HELP, and the WORDS that may be given (or
 * NULL). */
static void
print_line(FILE *out, const char *name, int width, const char *help,
	   const struct word *words)
{
	int pad = width - (int)text_width(name);
	char *codes = words ? word_codes(words, ", ") : NULL;

	fprintf(out, "  %s%*s  %s%s%s\n", name, pad > 0 ? pad : 0, "", help,
		codes ? ": " : "", codes ? codes : "");
	free(codes);
}

static void
print_options(FILE *out, const struct cli_option *options)
{
	for (; options && options->name; options++) {
		char name[64];

		snprintf(name, sizeof(name), "%c%c%c --%s%s%s",
			 options->letter ? '-' : ' ',
			 options->letter ? options->letter : ' ',
			 options->letter ? ',' : ' ', options->name,
			 options->argument ? " " : "",
			 options->argument ? options->argument : "");
		print_line(out, name, 26, _(options->help), options->words);
	}
}

static void
print_verb_usage(const struct cli *cli, const struct cli_verb *verb, FILE *out)
{
	fprintf(out, "%s", cli->command->name);
	if (verb->name)
		fprintf(out, " %s", verb->name);
	if (verb->options || verb->need == NEEDS_WRITE)
		fprintf(out, " [%s]", _("OPTIONS"));
	if (*verb->operands)
		fprintf(out, " %s", verb->operands);
	fputc('\n', out);
}

static void
cli_print_usage(const struct cli *cli, FILE *out)
{
	const struct cli_verb *verb;

	if (cli->verb) {
		fprintf(out, "%s: ", _("usage"));
		print_verb_usage(cli, cli->verb, out);
		return;
	}
	fprintf(out, "%s: %s %s\n", _("usage"), cli->command->name,
		_("VERB [OPTIONS] ..."));
	fprintf(out, "%s\n\n", _(cli->command->about));
	for (verb = cli->command->verbs; verb->run; verb++) {
		char name[80];

		snprintf(name, sizeof(name), "%s %s", verb->name, verb->operands);
		print_line(out, name, 28, _(verb->help), NULL);
	}
}

void
cli_print_help(const struct cli *cli, FILE *out)
{
	cli_print_usage(cli, out);
	if (cli->verb) {
		fprintf(out, "%s\n", _(cli->verb->help));
		if (cli->verb->options) {
			fprintf(out, "\n");
			print_options(out, cli->verb->options);
		}
		if (cli->verb->need == NEEDS_WRITE) {
			fprintf(out, "\n%s\n", _("Recording:"));
			print_options(out, acting_options);
		}
	}
	fprintf(out, "\n%s\n", _("Everywhere:"));
	print_options(out, common_options);
	fprintf(out, "\n");
	if (!cli->verb)
		fprintf(out, _("%s VERB --help tells about one verb; "),
			cli->command->name);
	fprintf(out, _("the manual is %s(1), the tour osq(7)\n"), cli->command->name);
}
