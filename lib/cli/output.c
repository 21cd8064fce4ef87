/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "office/setting.h"

#define COLUMNS_MAX 64

/* The document going out: a sink in front of the writer that picks columns. */
struct output {
	struct sink sink;
	const struct format *format;
	struct writer *writer;
	struct column columns[COLUMNS_MAX + 1]; /* shown */
	int place[COLUMNS_MAX];                 /* of each in the full row */
	size_t count;
};

bool
output_is_asked(const struct cli *cli)
{
	return cli->format || cli->columns || cli->xlsx;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && (!no || !*no) && term && strcmp(term, "dumb") != 0;
}

static enum status
pick_row(struct sink *sink, const struct value *values)
{
	struct output *out = (struct output *)sink;
	struct value picked[COLUMNS_MAX];
	size_t i;

	for (i = 0; i < out->count; i++)
		picked[i] = values[out->place[i]];
	return out->format->row(out->writer, picked);
}

enum status
output_open(struct cli *cli, const struct document *document)
{
	struct output *out = mem_alloc(sizeof(*out));
	struct document copy = *document;
	enum status st = OK;

	out->sink.row = pick_row;
	out->format = cli->format ? cli->format : &format_table;
	if (cli->xlsx)
		st = xlsx_format(&out->format);
	copy.header = cli->header;
	copy.colour = wants_colour();
	copy.created = cli->office.now;
	if (!st)
		st = out->format->open(&copy, cli->xlsx ? NULL : stdout, cli->xlsx,
				       &out->writer);
	if (st)
		free(out);
	else
		cli->output = out;
	return st;
}

static void
show(struct output *out, const struct column *columns, int place)
{
	out->columns[out->count] = columns[place];
	out->place[out->count++] = place;
}

/* The columns named by LIST, "a,b". */
static enum status
pick_columns(struct output *out, const struct column *columns, const char *list)
{
	char *copy = mem_text(list), *rest = copy, *name;
	enum status st = OK;

	while (!st && (name = strsep(&rest, ","))) {
		int place = column_find(columns, name);

		if (place < 0) {
			fail(USAGE, _("--columns: there is no column '%s'"), name);
			st = fail_hint(USAGE, _("--list-columns shows them"));
		} else if (out->count == COLUMNS_MAX) {
			st = fail(USAGE, _("--columns: too many"));
		} else {
			show(out, columns, place);
		}
	}
	free(copy);
	return st;
}

enum status
output_section(struct cli *cli, const struct section *section, struct sink **sink)
{
	struct output *out = cli->output;
	struct section shown = *section;
	enum status st = OK;
	int i;

	out->count = 0;
	if (cli->columns)
		st = pick_columns(out, section->columns, cli->columns);
	for (i = 0; !cli->columns && section->columns[i].key; i++)
		if (!(section->columns[i].flags & COLUMN_HIDDEN))
			show(out, section->columns, i);
	if (st)
		return st;
	out->columns[out->count] = (struct column){ .key = NULL };
	shown.columns = out->columns;
	*sink = &out->sink;
	return out->format->section(out->writer, &shown);
}

enum status
output_close(struct cli *cli, enum status st)
{
	struct output *out = cli->output;
	enum status end;

	if (!out)
		return st;
	cli->output = NULL;
	end = out->format->close(out->writer, st != OK);
	free(out);
	return st ? st : end;
}

static enum status
open_one(struct cli *cli, enum document_kind kind, const struct column *columns,
	 struct sink **sink)
{
	const struct document document = { .kind = kind };
	const struct section section = { .columns = columns,
					 .record = kind == DOCUMENT_RECORD };
	enum status st = output_open(cli, &document);

	if (!st && (st = output_section(cli, &section, sink)))
		output_close(cli, st);
	return st;
}

enum status
output_list(struct cli *cli, const struct column *columns, struct sink **sink)
{
	return open_one(cli, DOCUMENT_LIST, columns, sink);
}

enum status
output_record(struct cli *cli, const struct column *columns, struct sink **sink)
{
	return open_one(cli, DOCUMENT_RECORD, columns, sink);
}

enum status
output_label(const char *label)
{
	char *harmless = text_harmless(label);

	puts(harmless);
	free(harmless);
	return OK;
}
