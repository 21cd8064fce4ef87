/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/names.h"
#include "form/write/format.h"
#include "office/core/caller.h"
#include "office/core/setting.h"

#define COLUMNS_MAX 64

/* The document being written: a sink in front of the writer that picks the columns asked
 * for.  Nothing is written before the first row or the end, so that a query that fails
 * leaves no headings behind. */
struct output {
	struct sink sink;
	const struct format *format;
	struct document document;
	char *sheet;           /* the document's, with a capital letter */
	const char *path;      /* of formats that need a file */
	struct writer *writer; /* NULL: not opened yet */
	struct section section;
	bool begun;  /* the writer knows the section */
	int64_t cut; /* texts that the format had no room for */
	bool whole;  /* what is written is valid, whatever else failed */
	/* The columns shown; two sets, since the writer uses those of a section until the
	 * next has begun. */
	struct column columns[2][COLUMNS_MAX + 1];
	char *notes[2];
	int turn;
	int place[COLUMNS_MAX]; /* of each shown column in the full row */
	size_t count;
	bool nameless; /* personal columns stay empty */
	struct office *office;
	struct names *names; /* behind codes, as far as they were asked for */
};

bool
output_is_asked(const struct cli *cli)
{
	return cli->format || cli->columns || cli->xlsx;
}

bool
output_for_people(const struct cli *cli)
{
	return cli->xlsx || !cli->format || cli->format->people;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && (!no || !*no) && term &&
	       strcmp(term, "dumb") != 0;
}

/* Open the document and begin the section, where that is still to be done. */
static enum status
catch_up(struct output *out)
{
	enum status st = OK;

	if (!out->writer)
		st = out->format->open(&out->document, out->path ? NULL : stdout,
				       out->path, &out->writer);
	if (!st && !out->begun && out->section.columns)
		st = out->format->section(out->writer, &out->section);
	out->begun = true;
	return st;
}

static struct value
shown_value(struct output *out, const struct column *column, const struct value *value)
{
	if (out->nameless && column->flags & COLUMN_PERSONAL)
		return VALUE_NONE;
	if (out->format->people && column->named_in && value->kind == VALUE_TEXT)
		return value_text(names_find(&out->names, out->office, column->named_in,
					     value->text));
	return *value;
}

static enum status
pick_row(struct sink *sink, const struct value *values)
{
	struct output *out = (struct output *)sink;
	struct value picked[COLUMNS_MAX];
	enum status st;
	size_t i;

	if (!out->begun && (st = catch_up(out)))
		return st;
	for (i = 0; i < out->count; i++)
		picked[i] = shown_value(out, &out->columns[out->turn][i],
					&values[out->place[i]]);
	if (out->document.kind == DOCUMENT_RECORD)
		out->whole = true;
	return out->format->row(out->writer, picked);
}

/* Forget the output, written or not. */
static void
drop_output(struct cli *cli)
{
	struct output *out = cli->output;

	cli->output = NULL;
	free(out->sheet);
	free(out->notes[0]);
	free(out->notes[1]);
	names_free(out->names);
	free(out);
}

enum status
output_open(struct cli *cli, const struct document *document)
{
	struct output *out = mem_alloc(sizeof(*out));
	enum status st = OK;

	out->sink.row = pick_row;
	out->format = cli->format ? cli->format : &format_table;
	out->path = cli->xlsx;
	if (cli->xlsx && !strcmp(cli->xlsx, "-"))
		st = cli_usage(cli, _("--xlsx wants the name of a file"));
	else if (cli->xlsx)
		st = xlsx_format(&out->format);
	out->document = *document;
	if (document->sheet)
		out->document.sheet = out->sheet = text_capitalised(document->sheet);
	out->document.header = cli->header;
	out->document.cut = &out->cut;
	out->document.colour = wants_colour();
	out->document.created = cli->office.now;
	out->office = &cli->office;
	out->nameless = !caller_has(&cli->office, FOR_CLERK);
	cli->output = out;
	if (st)
		drop_output(cli);
	return st;
}

static void
show_column(struct output *out, const struct column *columns, int place)
{
	out->columns[out->turn][out->count] = columns[place];
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
			show_column(out, columns, place);
		}
	}
	free(copy);
	return st;
}

enum status
output_section(struct cli *cli, const struct section *section, struct sink **sink)
{
	struct output *out = cli->output;
	const unsigned hidden = out->format->people ? COLUMN_HIDDEN | COLUMN_CODE :
						      COLUMN_HIDDEN;
	enum status st = OK;
	int i;

	if (out->section.columns && (st = catch_up(out)))
		return st;
	out->count = 0;
	out->turn = !out->turn;
	if (cli->columns)
		st = pick_columns(out, section->columns, cli->columns);
	for (i = 0; !cli->columns && section->columns[i].key; i++)
		if (!(section->columns[i].flags & hidden))
			show_column(out, section->columns, i);
	if (st)
		return st;
	out->columns[out->turn][out->count] = (struct column){ 0 };
	out->section = *section;
	out->section.columns = out->columns[out->turn];
	free(out->notes[out->turn]);
	out->section.note = out->notes[out->turn] = mem_text(section->note);
	out->begun = false;
	*sink = &out->sink;
	return OK;
}

enum status
output_close(struct cli *cli, enum status st)
{
	struct output *out = cli->output;
	enum status end = OK;

	if (!out)
		return st;
	if (!st)
		st = catch_up(out);
	if (out->writer)
		end = out->format->close(out->writer, st && !out->whole);
	if (out->cut)
		cli_note(
			cli,
			_("cells cut to the %d characters that a spreadsheet's cell holds: "
			  "%lld"),
			32767, (long long)out->cut);
	drop_output(cli);
	return st ? st : end;
}

static enum status
open_one(struct cli *cli, enum document_kind kind, const struct column *columns,
	 struct sink **sink)
{
	const char *title = _(cli->verb->title ? cli->verb->title : cli->verb->help);
	const struct document document = { .kind = kind,
					   .sheet = cli->title ? cli->title : title };
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
output_label(struct cli *cli, const char *key, const char *label)
{
	static struct column column[2];
	const bool many = cli->verb->most == OPERANDS_MANY;
	const struct value value = value_text(label);
	char *harmless;
	enum status st = OK;

	if (!cli->format || cli->format == &format_table || cli->xlsx) {
		harmless = text_harmless(label);
		puts(harmless);
		free(harmless);
		return OK;
	}
	column[0] = (struct column){ .key = key, .heading = key, .type = COL_TEXT };
	if (!cli->output)
		st = many ? output_list(cli, column, &cli->labels) :
			    output_record(cli, column, &cli->labels);
	if (st)
		return st;
	/* Of several operands each succeeds or fails by itself. */
	cli->output->whole = true;
	return cli->labels->row(cli->labels, &value);
}
