/* SPDX-License-Identifier: MIT */
#include "cli/complain.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/write/format.h"

static bool
wants_json(const struct cli *cli)
{
	return cli->format == &format_json || cli->format == &format_jsonl;
}

static void
complain_json(struct cli *cli, const char *message, const char *hint, enum status status)
{
	json_t *error = json_object();

	json_object_set_new(error, "error", json_string(status_word(status)));
	json_object_set_new(error, "message", json_string(message));
	json_object_set_new(error, "hint", *hint ? json_string(hint) : json_null());
	if (cli->problems)
		json_object_set_new(error, "problems", cli->problems);
	cli->problems = NULL;
	if (json_dumpf(error, stderr, JSON_COMPACT) !=
	    0) /* no memory: print the message at least */
		fputs(message, stderr);
	fputc('\n', stderr);
	json_decref(error);
}

void
cli_problem(struct cli *cli, const char *line)
{
	struct buf sound = { 0 }; /* names of files may be anything */
	char *harmless = text_harmless(text_sound(line, &sound));

	buf_free(&sound);
	if (!wants_json(cli)) {
		fprintf(stderr, "%s\n", harmless);
	} else {
		if (!cli->problems)
			cli->problems = json_array();
		json_array_append_new(cli->problems, json_string(harmless));
	}
	free(harmless);
}

void
cli_note(struct cli *cli, const char *format, ...)
{
	struct buf sound = { 0 };
	char *line, *harmless;
	va_list args;

	va_start(args, format);
	line = mem_vprint(format, args);
	va_end(args);
	harmless = text_harmless(text_sound(line, &sound));
	buf_free(&sound);
	fflush(stdout);
	fprintf(stderr, "%s: %s\n", cli->command->name, harmless);
	free(harmless);
	free(line);
}

void
cli_complain(struct cli *cli, enum status status)
{
	struct buf sound = { 0 };
	char *message = text_harmless(text_sound(error_message(), &sound));
	char *hint = text_harmless(text_sound(error_hint(), &sound));

	fflush(stdout);
	if (wants_json(cli)) {
		complain_json(cli, message, hint, status);
	} else {
		fprintf(stderr, "%s: %s\n", cli->command->name, message);
		if (*hint)
			fprintf(stderr, "%s: %s\n", cli->command->name, hint);
	}
	free(message);
	free(hint);
	buf_free(&sound);
}

void
cli_stored(struct cli *cli, const char *label)
{
	free(cli->stored);
	cli->stored = cli->office.act.dry_run ? NULL : mem_text(label);
}

enum status
cli_usage(struct cli *cli, const char *format, ...)
{
	char *message;
	va_list ap;

	va_start(ap, format);
	message = mem_vprint(format, ap);
	va_end(ap);
	fail(USAGE, "%s", message);
	free(message);
	if (cli->verb && cli->verb->name)
		return fail_hint(USAGE, _("see: %s %s --help"), cli->command->name,
				 cli->verb->name);
	return fail_hint(USAGE, _("see: %s --help"), cli->command->name);
}
