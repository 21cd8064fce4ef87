/* SPDX-License-Identifier: MIT */
#include "cli/operands.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/session.h"

/* The next line of standard input, which may take long to come; *N is below 1 at the end
 * of the input. */
static enum status
next_line(struct cli *cli, char **line, size_t *room, ssize_t *n)
{
	cli_end_look(cli);
	*n = getline(line, room, stdin);
	if (*n < 0 && ferror(stdin))
		return fail(IO_ERROR, "-: %s", intl_error(errno));
	return cli_look(cli);
}

/* LINE, of N bytes, into OPERAND without the blanks around it, a byte order mark (which
 * some scanners and editors put first) and its line end. */
static void
tidy_operand(const char *line, size_t n, struct buf *operand)
{
	while (n && text_is_blank(line[n - 1]))
		n--;
	buf_clear(operand);
	buf_add(operand, line, n);
	if (text_valid(operand->text, operand->length))
		text_tidy(operand);
}

/* Call EACH for each line of standard input that is not blank. */
static enum status
each_line(struct cli *cli,
	  enum status (*each)(struct cli *cli, const char *operand, void *ctx), void *ctx)
{
	struct buf operand = { 0 };
	char *line = NULL;
	size_t room = 0;
	enum status st, worst = OK;
	ssize_t n;

	while (!(st = next_line(cli, &line, &room, &n)) && n > 0) {
		tidy_operand(line, (size_t)n, &operand);
		if (!operand.length)
			continue;
		if ((st = each(cli, operand.text, ctx)))
			cli_complain(cli, st);
		worst = worse(worst, st);
	}
	if (st)
		cli_complain(cli, st);
	buf_free(&operand);
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
	fail(OK, "%s", ""); /* each was reported */
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
