/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"
#include "form/write/writer.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/common/stream.h"

struct csv_writer {
	struct writer writer;
	struct document document;
	FILE *stream;
	bool excel;
	char delimiter;
	struct section section;
	size_t count;  /* its columns */
	long sections; /* begun so far */
	long row;      /* of the section, from 1 */
	char *quoted;  /* buffer for a cell in quotes */
	size_t room;
};

/* Blanks at the ends are quoted too: many readers, libcsv among them, drop them
 * from a cell without quotes. */
static bool
needs_quotes(const struct csv_writer *w, const char *text, size_t n)
{
	if (!n)
		return false;
	return text[0] == ' ' || text[n - 1] == ' ' || text[0] == '\t' ||
	       text[n - 1] == '\t' || strcspn(text, w->excel ? ";\"\r\n" : ",\"\r\n") < n;
}

static void
put_text(struct csv_writer *w, const char *text)
{
	size_t n = strlen(text);

	if (!needs_quotes(w, text, n)) {
		fwrite(text, 1, n, w->stream);
		return;
	}
	if (w->room < 2 * n + 2) {
		w->room = 2 * n + 2;
		w->quoted = mem_grow(w->quoted, w->room);
	}
	n = csv_write2(w->quoted, w->room, text, n, '"');
	fwrite(w->quoted, 1, n, w->stream);
}

/* TEXT, which may come from outside, without anything that a terminal or a reader would
 * act on; its line ends stay.  To be freed. */
static char *
guard_cell(const char *text)
{
	struct buf out = { 0 }, sound = { 0 };

	text = text_sound(text, &sound);
	while (*text) {
		size_t n = strcspn(text, "\t\r\n");
		char *part = mem_print("%.*s", (int)n, text),
		     *clean = text_harmless(part);

		buf_text(&out, clean);
		free(part);
		free(clean);
		text += n;
		if (*text)
			buf_add(&out, text++, 1);
	}
	buf_free(&sound);
	return out.text ? out.text : mem_text("");
}

/* Whether a spreadsheet would take TEXT for a formula, or an import the apostrophe at its
 * beginning for ours (rules/spoiled.c takes one away). */
static bool
is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r\n", *text);
}

static void
put_foreign(struct csv_writer *w, const char *text)
{
	char *clean, *guarded;

	if (!w->excel) {
		put_text(w, text);
		return;
	}
	clean = guard_cell(text);
	guarded = mem_print("%s%s", is_formula(clean) ? "'" : "", clean);
	put_text(w, guarded);
	free(guarded);
	free(clean);
}

/* Numbers, moments and durations as spreadsheets know them: with a T or an offset a
 * moment would be taken for text, M:SS for hours and minutes, 05/11/2026 for the 11th of
 * May where the machine is set to American.  A spreadsheet shows them as its country
 * writes them. Words as people read them. */
static const char *
excel_print(const struct column *column, const struct value *value, char room[static 48])
{
	int64_t s = value->number;

	if (column->type == COL_WORD || value->kind == VALUE_REAL)
		return cell_show(column, value, room);
	if (value->kind != VALUE_INT)
		return cell_print(column, value, room);
	if (column->type == COL_TIME) {
		moment_print(s, room);
		room[10] = ' ';
		room[19] = '\0';
	} else if (column->type == COL_DURATION && s >= 0) {
		snprintf(room, 48, "%lld:%02d:%02d", (long long)(s / 3600),
			 (int)(s / 60 % 60), (int)(s % 60));
	} else {
		return cell_print(column, value, room);
	}
	return room;
}

static void
put_value(struct csv_writer *w, const struct column *column, const struct value *value)
{
	char room[48];
	const char *text = w->excel ? excel_print(column, value, room) :
				      cell_print(column, value, room);

	if (value->kind == VALUE_TEXT)
		put_foreign(w, text);
	else
		put_text(w, text);
}

static void
end_line(struct csv_writer *w)
{
	fputs(w->excel ? "\r\n" : "\n", w->stream);
}

static void
put_headings(struct csv_writer *w)
{
	size_t i;

	for (i = 0; i < w->count; i++) {
		const struct column *column = &w->section.columns[i];

		if (i)
			putc_unlocked(w->delimiter, w->stream);
		if (w->excel)
			put_foreign(w, _(column->heading));
		else
			put_text(w, column->key);
	}
	end_line(w);
}

static void
put_line(struct csv_writer *w, const char *text)
{
	if (!text)
		return;
	put_foreign(w, text);
	end_line(w);
}

/* Whether each cell gets a line of its own, see format.h. */
static bool
is_melted(const struct csv_writer *w)
{
	return !w->excel && w->document.kind == DOCUMENT_SECTIONS;
}

static enum status
write_row(struct writer *writer, const struct value *values)
{
	struct csv_writer *w = (struct csv_writer *)writer;
	size_t i;

	w->row++;
	for (i = 0; i < w->count; i++) {
		if (is_melted(w))
			fprintf(w->stream, "%s,%ld,%s,", w->section.key, w->row,
				w->section.columns[i].key);
		else if (i)
			putc_unlocked(w->delimiter, w->stream);
		put_value(w, &w->section.columns[i], &values[i]);
		if (is_melted(w))
			putc_unlocked('\n', w->stream);
	}
	if (is_melted(w))
		return stream_check(w->stream);
	if (w->count == 1 && values[0].kind == VALUE_NULL)
		fputs("\"\"", w->stream); /* a blank line would not count as a row */
	end_line(w);
	return stream_check(w->stream);
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return write_row((struct writer *)sink, values);
}

static void
end_section(struct csv_writer *w)
{
	if (w->excel && w->sections && w->document.kind == DOCUMENT_SECTIONS)
		put_line(w, w->section.note);
}

static enum status
write_section(struct writer *writer, const struct section *next)
{
	struct csv_writer *w = (struct csv_writer *)writer;

	end_section(w);
	w->section = *next;
	w->count = column_count(next->columns);
	w->row = 0;
	if (w->excel && w->document.kind == DOCUMENT_SECTIONS) {
		if (w->sections || w->document.title || w->document.period)
			end_line(w);
		put_line(w, next->title);
	}
	if (w->document.header && !is_melted(w))
		put_headings(w);
	w->sections++;
	return stream_check(w->stream);
}

static enum status
open_as(bool excel, const struct document *document, FILE *stream, struct writer **writer)
{
	struct csv_writer *w = mem_alloc(sizeof(*w));

	w->writer.sink.row = sink_row;
	w->document = *document;
	w->stream = stream;
	w->excel = excel;
	w->delimiter = excel ? ';' : ',';
	if (excel)
		fputs("\xef\xbb\xbf", stream);
	if (excel && document->kind == DOCUMENT_SECTIONS) {
		put_line(w, document->title);
		put_line(w, document->period);
	}
	if (is_melted(w) && document->header)
		fputs("section,row,column,value\n", stream);
	*writer = &w->writer;
	return OK;
}

static enum status
open_csv(const struct document *document, FILE *stream, const char *path,
	 struct writer **writer)
{
	(void)path;
	return open_as(false, document, stream, writer);
}

static enum status
open_excel(const struct document *document, FILE *stream, const char *path,
	   struct writer **writer)
{
	(void)path;
	return open_as(true, document, stream, writer);
}

static enum status
close_csv(struct writer *writer, bool discard)
{
	struct csv_writer *w = (struct csv_writer *)writer;
	enum status status = OK;

	if (!discard) {
		end_section(w);
		status = stream_flush(w->stream);
	}
	free(w->quoted);
	free(w);
	return status;
}

const struct format format_csv = {
	.name = "csv",
	.open = open_csv,
	.section = write_section,
	.row = write_row,
	.close = close_csv,
};
const struct format format_excel = {
	.name = "excel",
	.people = true,
	.open = open_excel,
	.section = write_section,
	.row = write_row,
	.close = close_csv,
};
