/* SPDX-License-Identifier: MIT */
#include "cli/import_plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/values.h"

/* The comma in S behind which another OUR= begins; a comma within a heading ("Phí, lệ
 * phí") does not count.  NULL when there is none. */
static char *
next_mapping(char *s)
{
	for (s = strchr(s, ','); s; s = strchr(s + 1, ',')) {
		size_t key = strspn(s + 1, "abcdefghijklmnopqrstuvwxyz_");

		if (key && s[1 + key] == '=')
			return s;
	}
	return NULL;
}

/* Add VALUE, "our=theirs,our=theirs ...", to the plan, which owns it from then on. */
static enum status
take_mappings(struct cli *cli, struct import_plan *plan, char *value)
{
	bool first = true;

	while (value) {
		char *next = next_mapping(value), *theirs = strchr(value, '=');
		struct import_mapping mapping = { .ours = value,
						  .owned = first ? value : NULL };
		enum status st = OK;

		if (next)
			*next++ = '\0';
		if (!theirs || (theirs == value && !theirs[1]))
			st = cli_usage(cli, _("--map: '%s' is not OUR=THEIRS"), value);
		else
			*theirs++ = '\0';
		mapping.theirs = theirs ? theirs : "";
		plan->mappings = mem_more(plan->mappings, plan->mapping_count,
					  sizeof(*plan->mappings));
		plan->mappings[plan->mapping_count++] = mapping;
		if (st)
			return st;
		first = false;
		value = next;
	}
	return OK;
}

enum status
plan_read(struct cli *cli, struct import_plan *plan)
{
	const char *value;
	size_t place = 0;
	enum status st = OK;

	plan->strict = cli_value(cli, "strict") != NULL;
	plan->ignore_others = cli_value(cli, "ignore-others") != NULL;
	while (!st && (value = cli_next(cli, "map", &place)))
		st = take_mappings(cli, plan, mem_text(value));
	return st;
}

void
plan_free(struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->mapping_count; i++)
		free(plan->mappings[i].owned);
	free(plan->mappings);
}

static void
add_line(struct buf *buf, const char *key, const char *text)
{
	char *harmless = text_harmless(text);

	buf_print(buf, "  %-16s %s\n", key, harmless);
	free(harmless);
}

void
summary_heading(struct import_summary *summary, const char *heading,
		const struct column *column)
{
	add_line(&summary->headings, column ? column->key : "-", heading);
}

void
summary_row(struct import_summary *summary, long line, const struct column *columns,
	    const struct value *values)
{
	char room[48];
	size_t i;

	buf_print(&summary->rows, _("line %ld:\n"), line);
	for (i = 0; columns[i].key; i++)
		if (values[i].kind != VALUE_NULL)
			add_line(&summary->rows, columns[i].key,
				 value_print(&columns[i], &values[i], room));
}

void
summary_end(struct import_summary *summary, const char *encoding, char separator)
{
	fflush(stdout);
	fprintf(stderr, _("encoding: %s\n"), encoding);
	if (separator == '\t')
		fprintf(stderr, "%s\n", _("separator: tab"));
	else if (separator)
		fprintf(stderr, _("separator: %c\n"), separator);
	if (summary->headings.length)
		fprintf(stderr, "%s\n%s", _("columns:"), summary->headings.text);
	if (summary->rows.length)
		fputs(summary->rows.text, stderr);
	buf_free(&summary->headings);
	buf_free(&summary->rows);
}
