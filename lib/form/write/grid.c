/* SPDX-License-Identifier: MIT */
#include "form/write/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "form/write/wrap.h"

/* Where a table must be narrower, a column is wrapped to no less than the first of these
 * with which it fits; a word is broken only where it is longer than the last of these. */
static const size_t floors[] = { 20, 12, 10 };
#define WORD_WIDTH 30
#define GAP        2 /* blanks between columns */

struct grid_column {
	size_t width; /* of its widest text, the heading among them */
	size_t body;  /* the same without the heading */
	size_t word;  /* of its longest word */
	bool right;
};

struct grid {
	struct grid_column *columns;
	size_t width; /* how many columns */
	char **texts; /* line by line */
	size_t count;
};

static size_t
greater_of(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t
lesser_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

struct grid *
grid_new(size_t columns)
{
	struct grid *grid = mem_alloc(sizeof(*grid));

	grid->columns = mem_alloc(columns * sizeof(*grid->columns));
	grid->width = columns;
	return grid;
}

void
grid_free(struct grid *grid)
{
	if (!grid)
		return;
	while (grid->count)
		free(grid->texts[--grid->count]);
	free(grid->texts);
	free(grid->columns);
	free(grid);
}

void
grid_align_right(struct grid *grid, size_t column)
{
	grid->columns[column].right = true;
}

static size_t
longest_word(const char *text)
{
	char *copy = mem_text(text), *rest = copy, *word;
	size_t longest = 0;

	while ((word = strsep(&rest, " ")))
		longest = greater_of(longest, text_width(word));
	free(copy);
	return longest;
}

void
grid_add(struct grid *grid, char *text, bool heading)
{
	struct grid_column *column = &grid->columns[grid->count % grid->width];
	size_t width = text_width(text);

	column->width = greater_of(column->width, width);
	column->word = greater_of(column->word, longest_word(text));
	if (!heading)
		column->body = greater_of(column->body, width);
	grid->texts = mem_more(grid->texts, grid->count, sizeof(*grid->texts));
	grid->texts[grid->count++] = text;
}

/* A line of a text, and how wide it is. */
struct line {
	const char *text;
	size_t bytes, width;
};

/* The first line of *REST, which goes on: NULL behind the last.  The blank at which a
 * text is wrapped stays at the end of the line and does not count. */
static struct line
take_line(const char **rest)
{
	struct line line = { .text = *rest, .bytes = strcspn(*rest, "\n") };
	char *part;

	*rest = line.text[line.bytes] ? line.text + line.bytes + 1 : NULL;
	while (line.bytes && line.text[line.bytes - 1] == ' ')
		line.bytes--;
	part = mem_print("%.*s", (int)line.bytes, line.text);
	line.width = text_width(part);
	free(part);
	return line;
}

/* Wrap the texts of column I into WIDTH; the column is then as wide as the widest line.
 */
static void
wrap_column(struct grid *grid, size_t i, size_t width)
{
	struct grid_column *column = &grid->columns[i];
	size_t k;

	column->width = 0;
	for (k = i; k < grid->count; k += grid->width) {
		char *wrapped = wrap_text(grid->texts[k], width);
		const char *rest = wrapped;

		while (rest)
			column->width = greater_of(column->width, take_line(&rest).width);
		free(grid->texts[k]);
		grid->texts[k] = wrapped;
	}
}

/* The least width at which a column is readable, where texts get FLOOR. */
static size_t
least_width(const struct grid_column *column, size_t floor)
{
	size_t least = greater_of(lesser_of(column->body, floor),
				  lesser_of(column->word, WORD_WIDTH));

	return lesser_of(column->width, least);
}

/* The widths of all columns and what is between them; FLOOR 0: as wide as they are. */
static size_t
table_width(const struct grid *grid, size_t floor)
{
	size_t i, width = (grid->width - 1) * GAP;

	for (i = 0; i < grid->width; i++)
		width += floor ? least_width(&grid->columns[i], floor) :
				 grid->columns[i].width;
	return width;
}

/* How wide the table is least, each column wrapped to no less than *FLOOR: the first of
 * floors[] with which it fits into WIDTH, else the last. */
static size_t
find_floor(const struct grid *grid, size_t width, size_t *floor)
{
	size_t least = 0, k;

	for (k = 0; k < sizeof(floors) / sizeof(*floors); k++) {
		*floor = floors[k];
		if ((least = table_width(grid, *floor)) <= width)
			break;
	}
	return least;
}

/* Take out the columns under whose heading no line has a text, unless that is all. */
static void
drop_empty(struct grid *grid)
{
	const size_t before = grid->width;
	size_t kept = 0, texts = 0, k;

	for (k = 0; k < before; k++)
		kept += grid->columns[k].body != 0;
	if (!kept)
		return;
	for (k = 0; k < grid->count; k++)
		if (grid->columns[k % before].body)
			grid->texts[texts++] = grid->texts[k];
		else
			free(grid->texts[k]);
	for (k = kept = 0; k < before; k++)
		if (grid->columns[k].body)
			grid->columns[kept++] = grid->columns[k];
	grid->width = kept;
	grid->count = texts;
}

void
grid_fit(struct grid *grid, size_t width)
{
	size_t i, full = table_width(grid, 0), least, floor;

	if (full <= width)
		return;
	if (find_floor(grid, width, &floor) > width) {
		drop_empty(grid);
		full = table_width(grid, 0);
	}
	least = find_floor(grid, width, &floor);
	if (full <= width || least > width)
		return;
	/* Each column gets a share of the width left over in proportion to what it
	 * lacks. */
	for (i = 0; i < grid->width; i++) {
		size_t needs = least_width(&grid->columns[i], floor);
		size_t lacks = grid->columns[i].width - needs;

		if (lacks)
			wrap_column(grid, i,
				    needs + (width - least) * lacks / (full - least));
	}
}

/* The next line of *REST (NULL: there is none) under COLUMN.  *BLANKS is how many are due
 * before the next text; they are printed only then, so that none stand at the end of a
 * line. */
static void
print_cell(const struct grid_column *column, FILE *stream, const char **rest,
	   size_t *blanks)
{
	const struct line line = *rest ? take_line(rest) : (struct line){ .text = "" };
	const size_t spare = column->width - lesser_of(line.width, column->width);

	if (column->right)
		*blanks += spare;
	if (line.bytes) {
		fprintf(stream, "%*s%.*s", (int)*blanks, "", (int)line.bytes, line.text);
		*blanks = 0;
	}
	*blanks += GAP + (column->right ? 0 : spare);
}

/* Print TEXTS side by side, in as many lines as the longest of them has. */
static void
print_line(const struct grid *grid, FILE *stream, const char **texts, bool bold)
{
	bool more = true;

	while (more) {
		size_t i, blanks = 0;

		more = false;
		fputs(bold ? BOLD : "", stream);
		for (i = 0; i < grid->width; i++) {
			print_cell(&grid->columns[i], stream, &texts[i], &blanks);
			more = more || texts[i];
		}
		fputs(bold ? PLAIN "\n" : "\n", stream);
	}
}

void
grid_print(const struct grid *grid, FILE *stream, unsigned bold)
{
	const char **texts = mem_alloc(grid->width * sizeof(*texts));
	size_t line, lines = grid->count / grid->width;

	for (line = 0; line < lines && !ferror(stream); line++) {
		memcpy(texts, grid->texts + line * grid->width,
		       grid->width * sizeof(*texts));
		print_line(grid, stream, texts,
			   (line == 0 && bold & GRID_BOLD_FIRST) ||
				   (line + 1 == lines && bold & GRID_BOLD_LAST));
	}
	free(texts);
}
