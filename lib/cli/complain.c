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

/* What was kept, in ROOM, for a message; false where nothing was. */
static bool
print_kept(const struct cli *cli, char *room, size_t size)
{
	int64_t count = 0;
	const char *what = cli->office.store ? store_kept(cli->office.store, &count) :
					       NULL;

	if (!what)
		return false;
	if (count > 1)
		snprintf(room, size, _("%s (the last of %lld)"), what, (long long)count);
	else
		snprintf(room, size, "%s", what);
	return true;
}

/* Answers that a verb gives on purpose, some after an act, end otherwise. */
static bool
is_trouble(enum status status)
{
	return status == IO_ERROR || status == INTERNAL || status == CANT_CREATE ||
	       status == BUSY || status == NOT_ALLOWED;
}

enum status
cli_complain_of_end(struct cli *cli, enum status status)
{
	char kept[160], *why, *hint;

	if (is_trouble(status) && print_kept(cli, kept, sizeof(kept))) {
		why = mem_text(error_message());
		hint = mem_text(error_hint());
		status = fail(IO_ERROR, _("%s is stored, but was not told: %s"), kept,
			      why);
		if (*hint)
			fail_hint(status, "%s", hint);
		free(why);
		free(hint);
	}
	cli_complain(cli, status);
	return status;
}

static struct cli *ending;

/* As cli_complain() does, with no memory.  A label has letters and digits; whatever else
 * it has would be no JSON. */
static int
tell_end_of_memory(void)
{
	char kept[160], text[512], *at;
	const char *why = _("out of memory");
	bool stands;

	store_die(ending->office.store);
	stands = print_kept(ending, kept, sizeof(kept));
	if (stands)
		snprintf(text, sizeof(text), _("%s is stored, but was not told: %s"),
			 kept, why);
	else
		snprintf(text, sizeof(text), "%s", why);
	for (at = text; *at; at++)
		if ((unsigned char)*at < ' ' || *at == '"' || *at == '\\' || *at == 127)
			*at = '?';
	fprintf(stderr,
		wants_json(ending) ?
			"{\"error\":\"%s\",\"message\":\"%s\",\"hint\":null}\n" :
			"%s: %s\n",
		wants_json(ending) ? status_word(stands ? IO_ERROR : INTERNAL) :
				     ending->command->name,
		text);
	return stands ? IO_ERROR : INTERNAL;
}

void
cli_tell_end_of_memory(struct cli *cli)
{
	ending = cli;
	mem_at_end(tell_end_of_memory);
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
