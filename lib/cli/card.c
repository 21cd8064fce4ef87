/* SPDX-License-Identifier: MIT */
#include "cli/card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "cli/complain.h"
#include "cli/values.h"

enum status
cli_card(struct cli *cli, struct person_card *card)
{
	const char *value = cli_value(cli, "card");
	char *line = NULL;
	size_t room = 0;
	int year, month, d;
	enum status st;

	*card = (struct person_card){ .line = NULL };
	if (!value)
		return OK;
	if (!strcmp(value, "-")) {
		if (getline(&line, &room, stdin) < 0) {
			free(line);
			return fail(BAD_DATA, _("--card: nothing came from the reader"));
		}
		value = line;
	}
	day_to_ymd(day_of(cli->office.now), &year, &month, &d);
	st = person_card_read(value, year, card);
	free(line);
	if (!st && person_card_doubt(card))
		cli_note(cli, "%s", _(person_card_doubt(card)));
	return st;
}
