/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"
#include "form/write/writer.h"

#include <libsmartcols/libsmartcols.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/common/stream.h"
#include "form/write/wrap.h"

#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

/* Where a table must be narrower, a column is wrapped to no less than the first of these
 * with which it fits; a word only where it is longer than the last. */
static const size_t floors[] = { 20, 12 };
#define WORD_WIDTH 30
#define GAP        "  "

struct extent {
	size_t width; /* of its widest cell, the heading among them */
	size_t body;  /* the same without the heading */
	size_t word;  /* of its longest word */
};

/* Widths are known only when all rows are, so a section is kept until it ends.
 * The headings are a row like the others: libsmartcols prints no headings above
 * an empty table, and people take those as the sign that the list is empty. */
struct table_writer {
	struct writer writer;
	struct document document;
	FILE *stream;
	struct section section;
	size_t count;    /* its columns */
	size_t sections; /* begun so far */
	struct libscols_table *table;
	struct libscols_line *last;
	bool heading;           /* what is being put is the headings */
	struct extent *extents; /* of the columns of the table on paper */
	struct buf sound;       /* room for cell_sound() */
};

static enum status
broken(void)
{
	return fail(INTERNAL, _("cannot make the table"));
}

/* TEXT on one line and harmless on a terminal.  To be freed. */
static char *
one_line(struct table_writer *w, const char *text)
{
	char *copy = mem_text(cell_sound(text, &w->sound));
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

static size_t
greater(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t
lesser(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
longest_word(const char *text)
{
	char *copy = mem_text(text), *rest = copy, *word;
	size_t longest = 0;

	while ((word = strsep(&rest, " ")))
		longest = greater(longest, text_width(word));
	free(copy);
	return longest;
}

static enum status
set_cell(struct table_writer *w, struct libscols_line *line, size_t i, const char *text)
{
	char *harmless = one_line(w, text);
	struct extent *extent = &w->extents[i];

	extent->width = greater(extent->width, text_width(harmless));
	extent->word = greater(extent->word, longest_word(harmless));
	if (!w->heading)
		extent->body = greater(extent->body, text_width(harmless));
	if (scols_line_refer_data(line, i, harmless) == 0)
		return OK; /* the line frees it */
	free(harmless);
	return broken();
}

static enum status
new_line(struct table_writer *w, bool bold)
{
	w->last = scols_table_new_line(w->table, NULL);
	if (!w->last || (bold && scols_line_set_color(w->last, BOLD) != 0))
		return broken();
	return OK;
}

static enum status
new_table(struct table_writer *w)
{
	w->table = scols_new_table();
	w->last = NULL;
	if (!w->table || scols_table_set_stream(w->table, w->stream) != 0 ||
	    scols_table_set_column_separator(w->table, GAP) != 0 ||
	    scols_table_set_termforce(w->table, SCOLS_TERMFORCE_NEVER) != 0)
		return broken();
	scols_table_enable_noheadings(w->table, 1);
	scols_table_enable_colors(w->table, w->document.colour);
	return OK;
}

static bool
is_record(const struct table_writer *w)
{
	return w->document.kind == DOCUMENT_RECORD || w->section.record;
}

static size_t
table_columns(const struct table_writer *w)
{
	return is_record(w) ? 2 : w->count;
}

static enum status
add_columns(struct table_writer *w)
{
	size_t i, n = table_columns(w);

	w->extents = mem_grow(w->extents, n * sizeof(*w->extents));
	for (i = 0; i < n; i++) {
		int flags = SCOLS_FL_STRICTWIDTH;

		w->extents[i] = (struct extent){ 0 };
		if (!is_record(w) && column_is_number(&w->section.columns[i]))
			flags |= SCOLS_FL_RIGHT;
		if (!scols_table_new_column(w->table, "", 0, flags))
			return broken();
	}
	return OK;
}

static size_t
terminal_width(FILE *stream)
{
	struct winsize size = { 0 };
	int fd = fileno(stream);

	if (fd < 0 || !isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

/* The texts of column I in lines of WIDTH; libsmartcols would cut words. */
static enum status
wrap_column(struct table_writer *w, size_t i, size_t width)
{
	struct libscols_column *column = scols_table_get_column(w->table, i);
	size_t n = scols_table_get_nlines(w->table), line;

	if (scols_column_set_flags(column,
				   scols_column_get_flags(column) | SCOLS_FL_WRAP) ||
	    scols_column_set_wrapfunc(column, scols_wrapnl_chunksize,
				      scols_wrapnl_nextchunk, NULL) != 0 ||
	    scols_column_set_safechars(column, "\n") != 0)
		return broken();
	for (line = 0; line < n; line++) {
		struct libscols_line *l = scols_table_get_line(w->table, line);
		const char *text = scols_cell_get_data(scols_line_get_cell(l, i));
		char *wrapped = wrap_text(text ? text : "", width);

		if (scols_line_refer_data(l, i, wrapped) != 0) {
			free(wrapped);
			return broken();
		}
	}
	return OK;
}

/* The least width at which a column is readable, where texts get FLOOR. */
static size_t
least_width(const struct extent *extent, size_t floor)
{
	size_t least = greater(lesser(extent->body, floor),
			       lesser(extent->word, WORD_WIDTH));

	return lesser(extent->width, least);
}

/* The widths of all columns and what is between them; FLOOR 0: as wide as they are. */
static size_t
table_width(const struct table_writer *w, size_t floor)
{
	size_t i, n = table_columns(w), width = (n - 1) * strlen(GAP);

	for (i = 0; i < n; i++)
		width += floor ? least_width(&w->extents[i], floor) : w->extents[i].width;
	return width;
}

/* On a terminal too narrow for the table, headings and long texts are wrapped within
 * their columns, if that leaves these a readable width; elsewhere a line is as long as
 * it is.  Nothing is ever cut. */
static enum status
fit_terminal(struct table_writer *w)
{
	size_t i, n = table_columns(w), full = table_width(w, 0), least = 0, floor = 0, k;
	size_t terminal = terminal_width(w->stream);
	enum status status = OK;

	if (full <= terminal)
		return OK;
	for (k = 0; k < sizeof(floors) / sizeof(*floors); k++) {
		floor = floors[k];
		if ((least = table_width(w, floor)) <= terminal)
			break;
	}
	if (least > terminal)
		return OK;
	/* Each gets of what is there in proportion to what it lacks. */
	for (i = 0; i < n && !status; i++) {
		size_t width = least_width(&w->extents[i], floor);
		size_t lacks = w->extents[i].width - width;

		if (lacks)
			status = wrap_column(w, i,
					     width + (terminal - least) * lacks /
							     (full - least));
	}
	return status;
}

static enum status
add_headings(struct table_writer *w)
{
	enum status status = new_line(w, w->document.colour);
	size_t i;

	w->heading = true;
	for (i = 0; i < w->count && !status; i++)
		status = set_cell(w, w->last, i, _(w->section.columns[i].heading));
	w->heading = false;
	return status;
}

static enum status
record_row(struct table_writer *w, const struct value *values)
{
	enum status status = OK;
	char room[48];
	size_t i;

	for (i = 0; i < w->count && !status; i++) {
		const struct column *column = &w->section.columns[i];

		if ((status = new_line(w, false)) ||
		    (status = set_cell(w, w->last, 0, _(column->heading))))
			break;
		status = set_cell(w, w->last, 1, cell_show(column, &values[i], room));
	}
	return status;
}

static enum status
row(struct writer *writer, const struct value *values)
{
	struct table_writer *w = (struct table_writer *)writer;
	enum status status;
	char room[48];
	size_t i;

	if (is_record(w))
		return record_row(w, values);
	status = new_line(w, false);
	for (i = 0; i < w->count && !status; i++)
		status = set_cell(w, w->last, i,
				  cell_show(&w->section.columns[i], &values[i], room));
	return status;
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return row((struct writer *)sink, values);
}

static void
drop_table(struct table_writer *w)
{
	scols_unref_table(w->table);
	w->table = NULL;
}

static enum status
end_section(struct table_writer *w)
{
	enum status status;

	if (!w->table)
		return OK;
	if (w->section.total && w->last && w->document.colour && !is_record(w))
		scols_line_set_color(w->last, BOLD);
	if ((status = fit_terminal(w)))
		return status;
	if (scols_print_table(w->table) != 0 && !ferror(w->stream))
		return broken();
	drop_table(w);
	put_line(w, w->section.note, false);
	return stream_check(w->stream);
}

static enum status
section(struct writer *writer, const struct section *next)
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
	if ((status = new_table(w)) || (status = add_columns(w)))
		return status;
	return w->document.header && !is_record(w) ? add_headings(w) : OK;
}

/* libsmartcols measures text by LC_CTYPE, and a cron job runs under LC_ALL=C. */
static enum status
open_table(const struct document *document, FILE *stream, const char *path,
	   struct writer **writer)
{
	struct table_writer *w = mem_alloc(sizeof(*w));

	(void)path;
	setlocale(LC_CTYPE, "C.UTF-8");
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
	if (w->table)
		drop_table(w);
	buf_free(&w->sound);
	free(w->extents);
	free(w);
	return status;
}

const struct format format_table = {
	.name = "table",
	.people = true,
	.open = open_table,
	.section = section,
	.row = row,
	.close = close_table,
};
