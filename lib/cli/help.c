/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/permission.h"

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

/* What options and operands are called in their tables; hints use the translations too.
 */
static const char *const names[] = {
	N_("ADDRESS"), N_("AGENCY"), N_("AMOUNT"),   N_("ARGUMENT"), N_("BOOKING"),
	N_("CHANNEL"), N_("CLASS"),  N_("CODE"),     N_("COMMAND"),  N_("COUNTER"),
	N_("DAY"),     N_("DESK"),   N_("FILE"),     N_("FOLDER"),   N_("FORMAT"),
	N_("ID"),      N_("KEY"),    N_("KIND"),     N_("LANGUAGE"), N_("LANGUAGES"),
	N_("LINE"),    N_("LIST"),   N_("METHOD"),   N_("MM"),       N_("MOMENT"),
	N_("N"),       N_("NAME"),   N_("NN"),       N_("OFFICER"),  N_("OUR"),
	N_("PAPER"),   N_("PERIOD"), N_("PHONE"),    N_("REASON"),   N_("SECONDS"),
	N_("SERVICE"), N_("SPAN"),   N_("STANDING"), N_("STATE"),    N_("STATUS"),
	N_("TEXT"),    N_("THEIRS"), N_("TICKET"),   N_("TIME"),     N_("UNIT"),
	N_("VALUE"),   N_("WAY"),    N_("WHAT"),     N_("WORDS"),
};

/* The name that N letters at TEXT are, translated; NULL where they are none. */
static const char *
name_called(const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == n && !memcmp(names[i], text, n))
			return _(names[i]);
	return NULL;
}

/* Add PATTERN, "[KEY [VALUE]]", to BUF with its names translated. */
static void
put_names(struct buf *buf, const char *pattern)
{
	while (*pattern) {
		size_t n = strspn(pattern, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
		const char *name = name_called(pattern, n);

		if (!n)
			n = 1;
		if (name)
			buf_text(buf, name);
		else
			buf_add(buf, pattern, n);
		pattern += n;
	}
}

static void
print_options(FILE *out, const struct cli_option *options)
{
	for (; options && options->name; options++) {
		struct buf name = { 0 };

		buf_print(&name, "%c%c%c --%s%s", options->letter ? '-' : ' ',
			  options->letter ? options->letter : ' ',
			  options->letter ? ',' : ' ', options->name,
			  options->argument ? " " : "");
		put_names(&name, options->argument ? options->argument : "");
		print_line(out, name.text, 26, _(options->help), options->words);
		buf_free(&name);
	}
}

static void
print_verb_usage(const struct cli *cli, const struct cli_verb *verb, FILE *out)
{
	struct buf operands = { 0 };

	fprintf(out, "%s", cli->command->name);
	if (verb->name)
		fprintf(out, " %s", verb->name);
	if (verb->options || verb->need == NEEDS_WRITE)
		fprintf(out, " [%s]", _("OPTIONS"));
	put_names(&operands, verb->operands);
	if (operands.length)
		fprintf(out, " %s", operands.text);
	buf_free(&operands);
	fputc('\n', out);
}

/* For whom it is; where it only shows something it may be for others too. */
static void
print_roles(FILE *out, const struct cli_verb *verb)
{
	char *roles = roles_print(permission_roles(verb, false));
	char *reading = roles_print(permission_roles(verb, true));

	fprintf(out, _("For: %s"), roles);
	if (verb->only_reads)
		fprintf(out, _("; to look: %s"), reading);
	fputc('\n', out);
	free(roles);
	free(reading);
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
		struct buf name = { 0 };

		buf_print(&name, "%s ", verb->name);
		put_names(&name, verb->operands);
		print_line(out, name.text, 28, _(verb->help), NULL);
		buf_free(&name);
	}
}

void
cli_print_help(const struct cli *cli, FILE *out)
{
	cli_print_usage(cli, out);
	if (cli->verb) {
		fprintf(out, "%s\n", _(cli->verb->help));
		print_roles(out, cli->verb);
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
