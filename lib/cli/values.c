/* SPDX-License-Identifier: MIT */
#include "cli/values.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/complain.h"

/* The values of a verb's options, read as what they should be. */

static int
option_of(const struct cli *cli, const char *name)
{
	int i;

	for (i = 0; cli->verb->options && cli->verb->options[i].name; i++)
		if (!strcmp(cli->verb->options[i].name, name))
			return i;
	assert(!"an option that the verb declares");
	return 0;
}

const char *
cli_value(const struct cli *cli, const char *name)
{
	return cli->values[option_of(cli, name)];
}

int
cli_choice(const struct cli *cli, const char *name, int otherwise)
{
	const struct word *words = cli->verb->options[option_of(cli, name)].words;
	const struct word *word = word_find(words, cli_value(cli, name));

	return word ? (int)(word - words) : otherwise;
}

const char *
cli_next(const struct cli *cli, const char *name, size_t *place)
{
	int option = option_of(cli, name);

	while (*place < cli->given_count) {
		const struct cli_given *given = &cli->given[(*place)++];

		if (given->option == option)
			return given->value;
	}
	return NULL;
}

/* Keep TEXT until the end of the process, in a list of CLI; NULL for "". */
static const char *
keep_text(struct cli *cli, char *text)
{
	cli->texts = mem_grow(cli->texts, (cli->text_count + 1) * sizeof(*cli->texts));
	cli->texts[cli->text_count++] = text;
	return *text ? text : NULL;
}

enum status
cli_text(struct cli *cli, const char *name, const char **text)
{
	const char *value = cli_value(cli, name);

	*text = NULL;
	if (!value)
		return OK;
	if (!text_valid(value, strlen(value)))
		return fail(BAD_DATA, _("--%s: is not UTF-8 text"), name);
	if (strlen(value) > TEXT_MAX)
		return fail(BAD_DATA, _("--%s: is longer than %d bytes"), name, TEXT_MAX);
	*text = keep_text(cli, text_tidied(value));
	return OK;
}

enum status
cli_column(struct cli *cli, const char *name, const struct column *column,
	   struct value *value)
{
	const char *text = NULL, *why;
	char room[48], *complaint;
	int64_t least, most;
	enum status st;

	*value = VALUE_NONE;
	if (column->type == COL_INT && cli_value(cli, name)) {
		column_bounds(column, &least, &most);
		*value = value_int(0);
		return cli_number(cli, name, least, most, &value->number);
	}
	if ((st = cli_text(cli, name, &text)) || !text)
		return st;
	if (value_read(column, text, cli->office.now, room, value, &why)) {
		complaint = value_complaint(column, text, why);
		fail(BAD_DATA, "--%s: %s", name, complaint);
		free(complaint);
		return BAD_DATA;
	}
	if (value->text == room) /* a day or a clock, rewritten */
		value->text = keep_text(cli, mem_text(room));
	return OK;
}

enum status
cli_day(struct cli *cli, const char *name, char room[static DAY_TEXT], const char **day)
{
	const char *value = cli_value(cli, name);
	int number;

	*day = NULL;
	if (!value)
		return OK;
	if (!day_read(value, cli->office.now, &number)) {
		fail(USAGE, _("--%s: '%s' is no day"), name, value);
		return fail_hint(USAGE, "2026-11-24, 24/11/2026, today, yesterday");
	}
	*day = day_print(number, room);
	return OK;
}

enum status
cli_number(struct cli *cli, const char *name, int64_t least, int64_t most,
	   int64_t *number)
{
	const char *value = cli_value(cli, name);
	char *end;
	long long n;

	if (!value)
		return OK;
	n = strtoll(value, &end, 10);
	if (!*value || *end || n < least || n > most)
		return fail(BAD_DATA,
			    _("--%s: '%s' is no whole number from %lld to %lld"), name,
			    value, (long long)least, (long long)most);
	*number = n;
	return OK;
}

/* --NAME as a day's number; *DAY is untouched when it was not given. */
static enum status
read_day_option(struct cli *cli, const char *name, int *day)
{
	char room[DAY_TEXT];
	const char *given;
	enum status st = cli_day(cli, name, room, &given);

	if (!st && given)
		day_read(given, cli->office.now, day);
	return st;
}

enum status
cli_days(struct cli *cli, struct period *days)
{
	const char *day = cli_value(cli, "day");
	enum status st;

	if (day && (cli_value(cli, "from") || cli_value(cli, "to")))
		return cli_usage(cli, _("--day goes with neither --from nor --to"));
	if (day) {
		st = read_day_option(cli, "day", &days->from);
		days->to = days->from;
		return st;
	}
	if (cli_value(cli, "from") || cli_value(cli, "to")) {
		*days = EVERY_DAY;
	}
	if ((st = read_day_option(cli, "from", &days->from)) ||
	    (st = read_day_option(cli, "to", &days->to)))
		return st;
	return days->to < days->from ? cli_usage(cli, _("--to is before --from")) : OK;
}
