/* SPDX-License-Identifier: MIT */
#include "form/read/reading.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/read/cells.h"
#include "form/read/delimiter.h"

/* Of a cell under no heading so much is shown. */
#define BEYOND_COLUMNS 40

/* So many rows at the top are looked at for the headings. */
#define TITLES_MOST 30

struct csv_reading {
	struct reader_into *into;
	struct csv_parser parser;
	enum status status; /* the first that is not OK ends the reading */
	long line;          /* where the parser is */
	long row_line;      /* where the row in hand begins */
	int last_end;       /* '\r' just after one, whose '\n' is no line of its own */
	struct cells cells;
	struct cells headings;
	struct cells titles[TITLES_MOST]; /* rows above the headings */
	long title_lines[TITLES_MOST];
	size_t title_count;
	bool begun;    /* the headings are known */
	bool bad;      /* a trouble was reported for the row in hand */
	bool skipping; /* dropping the rest of a line that cannot be parsed */
	bool formula;  /* the cell in hand stands as ="..." */
	bool too_long; /* the cell in hand is over the limit */
};

/* Line ends within a cell. */
static long
count_lines(const char *s, size_t n)
{
	long lines = 0;
	size_t i;

	if (!memchr(s, '\n', n) && !memchr(s, '\r', n))
		return 0;
	for (i = 0; i < n; i++)
		if (s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n')))
			lines++;
	return lines;
}

static void
keep_trouble(struct csv_reading *r, const char *column, const char *why)
{
	r->bad = true;
	if (!r->status && r->begun) {
		r->status = r->into->trouble(r->into, r->row_line, column, why);
	} else if (!r->status) {
		fail(BAD_DATA, _("line %ld is no line of headings: %s"), r->row_line,
		     why);
		r->status = fail_hint(BAD_DATA, _("save the sheet as \"CSV UTF-8\""));
	}
}

/* The heading of the cell at PLACE, or NULL. */
static const char *
heading_at(struct csv_reading *r, size_t place)
{
	if (!r->begun || place >= r->headings.count)
		return NULL;
	return cells_list(&r->headings)[place];
}

/* A cell that stood as ="...": as it stood, since whoever takes it tells of it. */
static const char *
keep_formula(struct csv_reading *r, const char *bytes, size_t n)
{
	struct buf cell = { 0 };
	const char *why;

	r->formula = false;
	r->line += count_lines(bytes, n);
	buf_text(&cell, "=\"");
	buf_add(&cell, bytes, n);
	buf_text(&cell, "\"");
	why = cells_add(&r->cells, cell.text, cell.length);
	buf_free(&cell);
	return why;
}

static void
on_cell(void *bytes, size_t n, void *data)
{
	struct csv_reading *r = data;
	size_t place = r->cells.count;
	const char *why = NULL;

	r->last_end = 0;
	if (r->status || place > CELLS_MAX)
		return;
	if (r->formula) {
		why = keep_formula(r, bytes, n);
	} else if (!cells_add_simple(&r->cells, bytes, n)) {
		r->line += count_lines(bytes, n);
		why = cells_add(&r->cells, bytes, n);
	}
	if (r->too_long)
		why = _("is too long (more than 65,536 bytes)");
	r->too_long = false;
	if (why)
		keep_trouble(r, heading_at(r, place), why);
}

/* Whether the row in hand can be the headings. */
static bool
can_head(struct csv_reading *r)
{
	const struct reader_row row = { .line = r->row_line,
					.count = r->cells.count,
					.cells = cells_list(&r->cells) };

	return !r->into->can_head || r->into->can_head(r->into, &row);
}

/* Hand on a row that may be none of the table's; true when it was passed over. */
static bool
pass_aside(struct csv_reading *r, struct cells *cells, long line, bool above)
{
	const struct reader_row row = { .line = line,
					.count = cells->count,
					.cells = cells_list(cells) };
	bool passed = false;

	if (!r->status && r->into->aside)
		r->status = r->into->aside(r->into, &row, above, &passed);
	return passed;
}

static void
keep_title(struct csv_reading *r)
{
	struct cells swap = r->titles[r->title_count];

	r->titles[r->title_count] = r->cells;
	r->title_lines[r->title_count++] = r->row_line;
	r->cells = swap;
}

/* The row in CELLS is the headings: drop the empty columns that spreadsheets leave on the
 * right. */
static void
take_headings(struct csv_reading *r, struct cells *cells, long line)
{
	struct cells swap = r->headings;

	while (cells->count && cells_empty_from(cells, cells->count - 1))
		cells->count--;
	r->headings = *cells;
	*cells = swap;
	r->begun = true;
	if (!r->status)
		r->status = r->into->headings(r->into, line, r->headings.count,
					      cells_list(&r->headings));
}

/* No row at the top could be the headings: so the first is, and what is wrong with it is
 * told. */
static void
take_first(struct csv_reading *r)
{
	if (!r->begun && r->title_count)
		take_headings(r, &r->titles[0], r->title_lines[0]);
}

static void
take_top(struct csv_reading *r)
{
	size_t i;

	if (!can_head(r)) {
		if (r->title_count == TITLES_MOST)
			take_first(r);
		else
			keep_title(r);
		return;
	}
	take_headings(r, &r->cells, r->row_line);
	for (i = 0; i < r->title_count; i++)
		pass_aside(r, &r->titles[i], r->title_lines[i], true);
}

/* The row has not as many cells as the headings: which is too many, or how many lack. */
static void
tell_count(struct csv_reading *r)
{
	const size_t count = r->headings.count;
	const char *const *cells = cells_list(&r->cells);
	size_t i = count, width, n;
	char *why;

	while (i < r->cells.count && !*cells[i])
		i++;
	if (i < r->cells.count) {
		n = text_cut(cells[i], BEYOND_COLUMNS, &width);
		why = mem_print(
			_("'%.*s' stands under no heading: cells %zu, headings %zu"),
			(int)n, cells[i], r->cells.count, count);
	} else {
		why = mem_print(_("the number of cells is %zu, of headings %zu"),
				r->cells.count, count);
	}
	keep_trouble(r, NULL, why);
	free(why);
}

static void
take_row(struct csv_reading *r)
{
	struct reader_row row = { .line = r->row_line, .count = r->headings.count };

	if (r->cells.count > CELLS_MAX) {
		keep_trouble(r, NULL, _("has more than 1,000 cells"));
	} else if (pass_aside(r, &r->cells, r->row_line, false)) {
		return;
	} else if (r->cells.count < row.count ||
		   !cells_empty_from(&r->cells, row.count)) {
		tell_count(r);
	} else {
		row.cells = cells_list(&r->cells);
		r->status = r->into->row(r->into, &row);
	}
}

static void
on_row(int end, void *data)
{
	struct csv_reading *r = data;

	if (!r->status && !r->bad && !cells_empty_from(&r->cells, 0)) {
		if (!r->begun)
			take_top(r);
		else
			take_row(r);
	}
	if (end == '\r' || (end == '\n' && r->last_end != '\r'))
		r->line++;
	r->last_end = end;
	r->row_line = r->line;
	r->bad = false;
	cells_clear(&r->cells);
}

static void
begin_parser(struct csv_reading *r, char delimiter)
{
	/* Without REPALL_NL empty lines would not be counted. */
	if (csv_init(&r->parser,
		     CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL) != 0)
		r->status = fail(INTERNAL, _("cannot read CSV"));
	csv_set_delim(&r->parser, (unsigned char)delimiter);
	csv_set_blk_size(&r->parser, 4096);
}

/* The cell in hand is over the limit: keep counting its lines, drop its bytes. */
static void
shorten_row(struct csv_reading *r)
{
	char *bytes = (char *)r->parser.entry_buf;
	size_t last = r->parser.entry_pos - 1;

	/* The last byte stays: it may be a CR whose LF comes next, or the quote that
	 * the parser will take away again. */
	r->line += count_lines(bytes, last + 1) - count_lines(bytes + last, 1);
	bytes[0] = bytes[last];
	r->parser.entry_pos = 1;
	r->parser.spaces = 0;
	r->too_long = true;
}

/* ="0912345678" is how some programs write a number that spreadsheets are to leave as it
 * is.  To libcsv the quote stands in the wrong place; the cell is read from there on as
 * one in quotes, and keep_formula() gives it back what was around it. */
static bool
begin_formula(struct csv_reading *r)
{
	enum { FIELD_NOT_BEGUN = 1 }; /* libcsv's name for it */

	if (r->parser.entry_pos != 1 || r->parser.entry_buf[0] != '=')
		return false;
	r->parser.entry_pos = 0;
	r->parser.pstate = FIELD_NOT_BEGUN;
	r->formula = true;
	return true;
}

/* A quote stands where none is allowed: report it and go on with the next line. */
static void
recover_row(struct csv_reading *r)
{
	char delimiter = (char)csv_get_delim(&r->parser);

	r->line += count_lines((const char *)r->parser.entry_buf, r->parser.entry_pos);
	keep_trouble(r, heading_at(r, r->cells.count),
		     _("has a quote in the wrong place"));
	r->too_long = r->formula = false;
	csv_free(&r->parser);
	begin_parser(r, delimiter);
	r->skipping = true;
}

static void
parse_bytes(struct csv_reading *r, const char *text, size_t n)
{
	while (n && !r->status) {
		size_t used = 0;

		while (r->skipping && used < n && text[used] != '\r' &&
		       text[used] != '\n')
			used++;
		text += used;
		n -= used;
		if (!n)
			break;
		r->skipping = false;
		used = csv_parse(&r->parser, text, n, on_cell, on_row, r);
		text += used;
		n -= used;
		if (n && !r->status && !begin_formula(r))
			recover_row(r);
	}
	if (!r->status && r->parser.entry_pos > TEXT_MAX)
		shorten_row(r);
}

static void
finish_file(struct csv_reading *r)
{
	if (csv_fini(&r->parser, on_cell, on_row, r) != 0)
		keep_trouble(r, heading_at(r, r->cells.count),
			     _("has a quote that is never closed"));
	take_first(r);
	if (!r->status && !r->begun)
		r->status = fail(BAD_DATA, _("there is nothing in it"));
}

enum status
read_csv(struct decoder *decoder, const char *text, size_t n, struct reader_into *into)
{
	struct csv_reading r = { .into = into, .line = 1, .row_line = 1 };
	size_t skipped, i;
	char delimiter = delimiter_find(text, n, &skipped);

	if (skipped)
		r.line = r.row_line = 1;
	decoder->how->separator = delimiter;
	begin_parser(&r, delimiter);
	text += skipped;
	n -= skipped;
	while (!r.status && n) {
		parse_bytes(&r, text, n);
		if (!r.status)
			r.status = decoder_next(decoder, &text, &n);
	}
	if (!r.status)
		finish_file(&r);
	csv_free(&r.parser);
	cells_free(&r.cells);
	cells_free(&r.headings);
	for (i = 0; i < TITLES_MOST; i++)
		cells_free(&r.titles[i]);
	return r.status;
}
