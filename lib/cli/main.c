/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
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
	json_dumpf(error, stderr, JSON_COMPACT);
	fputc('\n', stderr);
	json_decref(error);
}

void
cli_problem(struct cli *cli, const char *line)
{
	char *harmless = text_harmless(line);

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
	char *line, *harmless;
	va_list args;

	va_start(args, format);
	line = mem_vprint(format, args);
	va_end(args);
	harmless = text_harmless(line);
	fflush(stdout);
	fprintf(stderr, "%s: %s\n", cli->command->name, harmless);
	free(harmless);
	free(line);
}

void
cli_complain(struct cli *cli, enum status status)
{
	/* A long message may be cut inside a letter; names in it may be anything. */
	struct buf sound = { 0 };
	char *message = text_harmless(cell_sound(error_message(), &sound));
	char *hint = text_harmless(cell_sound(error_hint(), &sound));

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

/* NULL, "" or digits: a counter that waits for another time than it was told is a riddle.
 */
static bool
is_timeout(const char *text)
{
	return !text || strspn(text, "0123456789") == strlen(text);
}

static enum status
run(struct cli *cli, int argc, char **argv)
{
	bool done = false;
	enum status st;

	if (cli->office.now < 0)
		return fail(USAGE, _("OSQ_NOW: '%s' is no time"), getenv("OSQ_NOW"));
	if (!is_timeout(getenv("OSQ_TIMEOUT")))
		return fail(USAGE, _("OSQ_TIMEOUT: '%s' is no number of seconds"),
			    getenv("OSQ_TIMEOUT"));
	if (argc > 1 && !strcmp(argv[1], "--complete"))
		return cli_complete(cli, argc - 2, argv + 2);
	if ((st = cli_parse(cli, argc, argv, &done)) || done)
		return st;
	if ((st = cli_check_identity(&cli->office.act)))
		return st;
	if (cli->verb->need != NEEDS_NOTHING &&
	    ((st = cli_open_store(cli, cli_writes(cli) ? STORE_WRITE : STORE_READ)) ||
	     (st = cli_look(cli))))
		return st;
	st = cli->verb->run(cli);
	cli_end_look(cli); /* whoever pages through a table takes his time */
	st = output_close(cli, st);
	/* Of several some may have failed, and were told; the others were tried. */
	if (cli->office.act.dry_run && (!st || cli->verb->most == OPERANDS_MANY))
		fprintf(stderr, "%s: %s\n", cli->command->name,
			_("a dry run: nothing was kept"));
	return st;
}

/* Where what was said did not arrive, what is stored all the same has to be named. */
static void
complain_of_end(struct cli *cli, enum status st)
{
	char *why;

	if (st == IO_ERROR && cli->stored) {
		why = mem_text(error_message());
		fail(st, _("%s is stored, but was not told: %s"), cli->stored, why);
		free(why);
	}
	cli_complain(cli, st);
}

/* What was said must have arrived: a full disk or a closed pipe behind a ticket's
 * number is an error like any other. */
static enum status
finish_output(struct cli *cli, enum status st)
{
	if (fflush(stdout) == 0 && !ferror(stdout) &&
	    (fclose(stdout) == 0 || errno == EBADF))
		return st;
	if (st == IO_ERROR)
		return st; /* told already */
	fail(IO_ERROR, _("the output could not be written: %s"), intl_error(errno));
	complain_of_end(cli, IO_ERROR);
	return worse(st, IO_ERROR);
}

void
cli_stored(struct cli *cli, const char *label)
{
	free(cli->stored);
	cli->stored = cli->office.act.dry_run ? NULL : mem_text(label);
}

int
cli_main(const struct cli_command *command, int argc, char **argv)
{
	static struct cli cli; /* lasts, as what it holds is left to the kernel */
	enum status st;

	cli.command = command;
	mem_start();
	signal(SIGXFSZ, SIG_IGN); /* a limit on files is told like a full disk */
	cli_read_environment(&cli);
	st = run(&cli, argc, argv);
	if (st && *error_message())
		complain_of_end(&cli, st);
	st = finish_output(&cli, st);
	store_leave(cli.office.store);
	return (int)st;
}

/* The next line of standard input, which may be long in coming; at its end *N is below
 * 1. */
static enum status
next_line(struct cli *cli, char **line, size_t *room, ssize_t *n)
{
	cli_end_look(cli);
	*n = getline(line, room, stdin);
	if (*n < 0 && ferror(stdin))
		return fail(IO_ERROR, "-: %s", intl_error(errno));
	return cli_look(cli);
}

/* Each line of standard input without its end. */
static enum status
each_line(struct cli *cli,
	  enum status (*each)(struct cli *cli, const char *operand, void *ctx), void *ctx)
{
	char *line = NULL;
	size_t room = 0;
	enum status st, worst = OK;
	ssize_t n;

	while (!(st = next_line(cli, &line, &room, &n)) && n > 0) {
		const char *operand = line + strspn(line, " \t");

		while (n && strchr("\r\n \t", line[n - 1]))
			line[--n] = '\0';
		if (!n)
			continue;
		if ((st = each(cli, operand, ctx)))
			cli_complain(cli, st);
		worst = worse(worst, st);
	}
	if (st)
		cli_complain(cli, st);
	free(line);
	return worse(worst, st);
}

enum status
cli_each(struct cli *cli,
	 enum status (*each)(struct cli *cli, const char *operand, void *ctx), void *ctx)
{
	enum status st = OK;
	int i;

	if (!cli->count)
		st = each_line(cli, each, ctx);
	for (i = 0; i < cli->count; i++) {
		enum status one;

		if (!strcmp(cli->operands[i], "-")) {
			st = worse(st, each_line(cli, each, ctx));
			continue;
		}
		if ((one = each(cli, cli->operands[i], ctx)))
			cli_complain(cli, one);
		st = worse(st, one);
	}
	fail(OK, "%s", ""); /* each was told */
	return st;
}

enum status
cli_open_file(const char *operand, FILE **file, const char **name)
{
	struct stat is;

	if (!operand || !strcmp(operand, "-")) {
		*file = stdin;
		*name = "-";
		return OK;
	}
	*name = operand;
	*file = fopen(operand, "r");
	if (!*file)
		return fail(errno == EACCES ? NOT_ALLOWED : NO_INPUT, "%s: %s", operand,
			    intl_error(errno));
	if (fstat(fileno(*file), &is) == 0 && S_ISDIR(is.st_mode)) {
		fclose(*file);
		*file = NULL;
		return fail(NO_INPUT, "%s: %s", operand, intl_error(EISDIR));
	}
	return OK;
}
