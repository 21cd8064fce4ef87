/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

/*
 * The head of an official report, after Decree 30/2020, annex I: the agencies on
 * the left, the state's name and motto on the right, place and date below, then
 * title and period over the whole width.
 */
#define STATE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO "Độc lập - Tự do - Hạnh phúc"
#define RULE  "─────────"

/* Two blocks side by side need this much, in Excel's widths. */
#define LEAST_WIDTH 116.0
#define LEAST_LEFT  46.0
#define LEAST_RIGHT 58.0

/* How much larger title (14 points) and head are than the letters of the tables (12). */
#define LARGER       1.2
#define SIGNING_ROWS 3

/* The columns FIRST to LAST of a block, and how wide they are together. */
struct block {
	lxw_col_t first;
	lxw_col_t last;
	double width;
};

static struct block
block_of(const struct xlsx_writer *w, size_t first, size_t end)
{
	struct block block = { (lxw_col_t)first, (lxw_col_t)(end - 1), 0 };

	for (; first < end; first++)
		block.width += w->widths[first];
	return block;
}

static struct block
whole_width(const struct xlsx_writer *w)
{
	return block_of(w, 0, w->columns);
}

/* Split the sheet into two halves, at the edge of a column. */
static void
split_halves(const struct xlsx_writer *w, struct block *left, struct block *right)
{
	double middle = whole_width(w).width / 2;
	size_t edge = 1;

	while (edge + 1 < w->columns && block_of(w, 0, edge + 1).width - middle <
						middle - block_of(w, 0, edge).width)
		edge++;
	while (edge > 1 && block_of(w, edge, w->columns).width < LEAST_RIGHT)
		edge--;
	*left = block_of(w, 0, edge);
	*right = block_of(w, edge, w->columns);
}

static enum status
put_block(struct xlsx_writer *w, lxw_row_t row, const struct block *block,
	  const char *text, lxw_format *format)
{
	enum status status = OK;

	if (!text)
		return OK;
	if (block->first < block->last)
		status = xlsx_check(worksheet_merge_range(w->sheet, row, block->first,
							  row, block->last, "", format));
	return status ? status : xlsx_text(w, row, block->first, text, format);
}

enum status
xlsx_line(struct xlsx_writer *w, lxw_row_t row, const char *text, lxw_format *format)
{
	struct block all = whole_width(w);
	enum status status;

	if (!text)
		return OK;
	if ((status = put_block(w, row, &all, text, format)))
		return status;
	return xlsx_set_lines(w, row, xlsx_lines(text, all.width / LARGER));
}

/* Write a row of the head: one text on either side. */
static enum status
put_pair(struct xlsx_writer *w, lxw_row_t row, const char *left, lxw_format *left_format,
	 const char *right, lxw_format *right_format)
{
	struct block a, b;
	enum status status;
	int lines = 1, other;

	split_halves(w, &a, &b);
	if ((status = put_block(w, row, &a, left, left_format)) ||
	    (status = put_block(w, row, &b, right, right_format)))
		return status;
	if (left)
		lines = xlsx_lines(left, a.width / LARGER);
	if (right && (other = xlsx_lines(right, b.width / LARGER)) > lines)
		lines = other;
	return xlsx_set_lines(w, row, lines);
}

static void
scale_block(struct xlsx_writer *w, const struct block *block, double least)
{
	lxw_col_t i;

	if (block->width >= least)
		return;
	for (i = block->first; i <= block->last; i++)
		w->widths[i] *= least / block->width;
}

/* For tables with few columns: widen them until head and signatures fit. */
void
xlsx_stretch(struct xlsx_writer *w)
{
	struct block all, left, right;

	if (w->columns < 2) {
		w->widths = mem_grow(w->widths, 2 * sizeof(*w->widths));
		w->least = mem_grow(w->least, 2 * sizeof(*w->least));
		for (; w->columns < 2; w->columns++)
			w->least[w->columns] = w->widths[w->columns] = LEAST_WIDTH / 2;
	}
	all = whole_width(w);
	scale_block(w, &all, LEAST_WIDTH);
	split_halves(w, &left, &right);
	scale_block(w, &left, LEAST_LEFT);
	scale_block(w, &right, LEAST_RIGHT);
}

static const char *
name_of_state(const struct document *document)
{
	return document->authority || document->agency ? STATE : NULL;
}

/* Where the form has no number, place and date stand beside the rule. */
static bool
has_number_row(const struct document *d)
{
	return d->number || (d->place_date && !name_of_state(d));
}

lxw_row_t
xlsx_head_rows(const struct document *d)
{
	lxw_row_t rows = 0;

	if (name_of_state(d))
		rows += 3;
	rows += has_number_row(d);
	rows += 1 + (d->title != NULL) + (d->period != NULL) + (d->receiver != NULL) +
		(d->unit != NULL);
	return rows + 1;
}

enum status
xlsx_head(struct xlsx_writer *w)
{
	const struct document *d = &w->document;
	const struct xlsx_styles *s = &w->styles;
	enum status status = OK;
	lxw_row_t row = 0;

	if (name_of_state(d)) {
		/* A People's Committee has nobody above it in the head. */
		const char *lines[] = { d->authority, d->agency, RULE };
		const size_t from = !d->authority || !*d->authority;
		const char *third = from ? NULL : lines[2];

		if ((status = put_pair(w, row, lines[from], from ? s->strong : s->centred,
				       STATE, s->strong)) ||
		    (status = put_pair(w, row + 1, lines[from + 1],
				       from ? s->centred : s->strong, MOTTO, s->motto)) ||
		    (status = put_pair(w, row + 2, third, s->centred,
				       has_number_row(d) ? NULL : d->place_date,
				       s->aside)))
			return status;
		row += 3;
	}
	if (has_number_row(d))
		status = put_pair(w, row++, d->number, s->centred, d->place_date,
				  s->aside);
	if (!status)
		status = xlsx_set_height(w, row++, XLSX_GAP);
	if (!status && d->title)
		status = xlsx_line(w, row++, d->title, s->title);
	if (!status && d->period)
		status = xlsx_line(w, row++, d->period, s->aside);
	if (!status && d->receiver)
		status = xlsx_line(w, row++, d->receiver, s->centred);
	if (!status && d->unit)
		status = xlsx_line(w, row++, d->unit, s->right);
	return status ? status : xlsx_set_height(w, row, XLSX_GAP);
}

/* The lines of a signer's title, a new text; NULL of NULL. */
static char *
break_lines(const char *signer)
{
	char *lines = mem_text(signer), *bar = lines;

	while (bar && (bar = strchr(bar, '|')))
		*bar = '\n';
	return lines;
}

enum status
xlsx_signatures(struct xlsx_writer *w)
{
	const struct document *d = &w->document;
	const struct xlsx_styles *s = &w->styles;
	char *left, *right;
	enum status status;

	if (!d->left_signer && !d->right_signer)
		return OK;
	w->row++;
	left = break_lines(d->left_signer);
	right = break_lines(d->right_signer);
	status = put_pair(w, w->row, left, s->strong, right, s->strong);
	free(left);
	free(right);
	if (status)
		return status;
	status = put_pair(w, w->row + 1,
			  d->left_signer ? _("(signature and full name)") : NULL,
			  s->aside, d->right_signer ? _("(signature and seal)") : NULL,
			  s->aside);
	w->row += 2 + SIGNING_ROWS;
	return status;
}
