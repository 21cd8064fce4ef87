/* SPDX-License-Identifier: MIT */
#include "cli/card.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/values.h"

/* A line of a card is shorter by far; so long a one is none. */
#define LINE_MOST 4096

/* Whether standard input has something more by now: nobody waits for its end, since a
 * reader device keeps it open. */
static bool
has_more(void)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

	return poll(&input, 1, 0) == 1 && input.revents & POLLIN;
}

/* What the reader types: to the end of its first line, and what has come behind it. */
static enum status
read_input(struct buf *text)
{
	ssize_t n = 1;

	while (n > 0 && text->length < LINE_MOST &&
	       (!text->text || !strchr(text->text, '\n') || has_more())) {
		char piece[512];

		n = read(STDIN_FILENO, piece, sizeof(piece));
		if (n < 0 && errno == EINTR)
			n = 1;
		else if (n < 0)
			return fail(IO_ERROR, "-: %s", intl_error(errno));
		else
			buf_add(text, piece, (size_t)n);
	}
	if (!text->text || !*text->text)
		return fail(BAD_DATA, _("--card: nothing came from the reader"));
	return OK;
}

/* Of the first line alone; what is behind it is another card's. */
static enum status
take_first_line(struct buf *text)
{
	char *end = text->text ? strpbrk(text->text, "\r\n") : NULL;

	if (end && end[strspn(end, TEXT_BLANKS)])
		return fail(BAD_DATA, _("--card: two lines came from the reader: one "
					"card at a time"));
	return OK;
}

static enum status
read_line(struct buf *text)
{
	enum status st = read_input(text);

	return st ? st : take_first_line(text);
}

enum status
cli_card(struct cli *cli, struct person_card *card)
{
	const char *value = cli_value(cli, "card");
	struct buf text = { 0 };
	enum status st = OK;

	*card = (struct person_card){ .line = NULL };
	if (!value)
		return OK;
	if (!strcmp(value, "-") && !(st = read_line(&text)))
		value = text.text;
	if (!st)
		st = person_card_read(value, card);
	buf_free(&text);
	if (st)
		return st;
	if (person_card_doubt(card))
		cli_note(cli, "%s", _(person_card_doubt(card)));
	if (card->beyond)
		cli_note(cli,
			 _("the card's fields behind the seventh were passed over: %d"),
			 card->beyond);
	return OK;
}
