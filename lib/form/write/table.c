/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"
#include "form/write/writer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/common/stream.h"
#include "form/write/grid.h"

/* A section is kept as a grid until it ends; a record lies in it as one line for each of
 * its columns.  The headings stand above an empty list too: they show people that it is
 * empty. */
struct table_writer {
	struct writer writer;
	struct document document;
	FILE *stream;
	struct section section;
	size_t count;    /* its columns */
	size_t sections; /* begun so far */
	struct grid *grid;
	struct buf sound; /* room for text_sound() */
};

/* TEXT on one line and harmless on a terminal.  To be freed. */
static char *
one_line(struct table_writer *w, const char *text)
{
	char *copy = mem_text(text_sound(text, &w->sound));
	char *p, *harmless;

	for (p = copy; *p; p++)
		if (*p == '\n' || *p == '\r' || *p == '\t')
			*p = ' ';
	harmless = text_harmless(copy);
	free(copy);
	return harmless;
}

static void
put_line(struct table_writer *w, const char *text, bool bold)
{
	char *line;

	if (!text)
		return;
	line = one_line(w, text);
	bold = bold && w->document.colour;
	fprintf(w->stream, "%s%s%s\n", bold ? BOLD : "", line, bold ? PLAIN : "");
	free(line);
}

static bool
is_record(const struct table_writer *w)
{
	return w->document.kind == DOCUMENT_RECORD || w->section.record;
}

static bool
has_headings(const struct table_writer *w)
{
	return w->document.header && !is_record(w);
}

static void
add_heading(struct table_writer *w, size_t i)
{
	grid_add(w->grid, one_line(w, _(w->section.columns[i].heading)), !is_record(w));
}

static void
add_value(struct table_writer *w, size_t i, const struct value *value)
{
	char room[48];

	grid_add(w->grid, one_line(w, cell_show(&w->section.columns[i], value, room)),
		 false);
}

static void
begin_grid(struct table_writer *w)
{
	size_t i;

	w->grid = grid_new(is_record(w) ? 2 : w->count);
	for (i = 0; i < w->count && !is_record(w); i++) {
		if (column_is_number(&w->section.columns[i]))
			grid_align_right(w->grid, i);
		if (has_headings(w))
			add_heading(w, i);
	}
}

static enum status
add_row(struct writer *writer, const struct value *values)
{
	struct table_writer *w = (struct table_writer *)writer;
	size_t i;

	for (i = 0; i < w->count; i++) {
		if (is_record(w))
			add_heading(w, i);
		add_value(w, i, &values[i]);
	}
	return OK;
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return add_row((struct writer *)sink, values);
}

/* Whether STREAM is a terminal, and then how wide. */
static bool
terminal_width(FILE *stream, size_t *width)
{
	struct winsize size = { 0 };
	int fd = fileno(stream);

	if (fd < 0 || !isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0)
		return false;
	*width = size.ws_col;
	return true;
}

static unsigned
bold_lines(const struct table_writer *w)
{
	if (!w->document.colour || is_record(w))
		return 0;
	return (has_headings(w) ? GRID_BOLD_FIRST : 0) |
	       (w->section.total ? GRID_BOLD_LAST : 0);
}

static enum status
end_section(struct table_writer *w)
{
	size_t width;

	if (!w->grid)
		return OK;
	if (terminal_width(w->stream, &width))
		grid_fit(w->grid, width);
	grid_print(w->grid, w->stream, bold_lines(w));
	grid_free(w->grid);
	w->grid = NULL;
	put_line(w, w->section.note, false);
	return stream_check(w->stream);
}

static enum status
begin_section(struct writer *writer, const struct section *next)
{
	struct table_writer *w = (struct table_writer *)writer;
	enum status status = end_section(w);

	if (status)
		return status;
	if (w->sections++)
		putc('\n', w->stream);
	w->section = *next;
	w->count = column_count(next->columns);
	put_line(w, next->title, true);
	begin_grid(w);
	return OK;
}

static enum status
open_table(const struct document *document, FILE *stream, const char *path,
	   struct writer **writer)
{
	struct table_writer *w = mem_alloc(sizeof(*w));

	(void)path;
	w->writer.sink.row = sink_row;
	w->document = *document;
	w->stream = stream;
	put_line(w, document->title, true);
	put_line(w, document->period, false);
	if (document->title || document->period)
		putc('\n', stream);
	*writer = &w->writer;
	return OK;
}

static enum status
close_table(struct writer *writer, bool discard)
{
	struct table_writer *w = (struct table_writer *)writer;
	enum status status = OK;

	if (!discard && !(status = end_section(w)))
		status = stream_flush(w->stream);
	grid_free(w->grid);
	buf_free(&w->sound);
	free(w);
	return status;
}
const struct format format_table = {
	.name = "table",
	.people = true,
	.open = open_table,
	.section = begin_section,
	.row = add_row,
	.close = close_table,
};
