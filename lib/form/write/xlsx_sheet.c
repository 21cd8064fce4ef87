/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"

/* A sheet: its name, its widths, its paper. */

/* Excel's limits for the name of a sheet. */
#define NAME_LETTERS 31
#define NAME_SIGNS   "[]:*?/\\"

/* A4 within its margins, in inches: Decree 30/2020, annex I, has 20 to 25 mm above and
 * below; a list may come nearer to the edge. */
#define LONG_SIDE      11.69
#define SHORT_SIDE     8.27
#define SIDE_MARGIN    0.5
#define OFFICIAL_INNER 0.7 /* where it is bound */
#define OFFICIAL_EDGE  0.8 /* above and below */
#define PLAIN_EDGE     0.5

/* 12 points shrunk to this many hundredths are 9. */
#define LEAST_SCALE 75
#define ROUNDING    0.1

/* Fonts differ a little in what a spreadsheet makes of a width. */
#define SAFETY 0.98

static double
page_width(const struct xlsx_writer *w)
{
	const double margins = SIDE_MARGIN +
			       (w->document.official ? OFFICIAL_INNER : SIDE_MARGIN);

	return (w->document.one_page ? SHORT_SIDE : LONG_SIDE) - margins;
}

/* In points. */
static double
page_height(const struct xlsx_writer *w)
{
	const double edge = w->document.official ? OFFICIAL_EDGE : PLAIN_EDGE;

	return ((w->document.one_page ? LONG_SIDE : SHORT_SIDE) - 2 * edge) * 72;
}

/* How wide the sheet is, in inches: Excel's unit is 7 pixels of 1/96 inch. */
static double
sheet_width(const struct xlsx_writer *w)
{
	double pixels = 0;
	size_t i;

	for (i = 0; i < w->columns; i++)
		pixels += w->widths[i] * 7 + 5;
	return pixels / 96;
}

/* The scale at which the sheet's width fits, in hundredths, were it any. */
static double
width_scale(const struct xlsx_writer *w)
{
	return 100 * SAFETY * page_width(w) / sheet_width(w);
}

/* Narrow the columns from FIRST on by EXCESS, or as far as their words allow. */
static double
narrow_from(struct xlsx_writer *w, size_t first, double excess)
{
	double slack = 0;
	size_t i;

	for (i = first; i < w->columns; i++)
		slack += w->widths[i] - w->least[i];
	if (excess <= 0 || slack <= 0)
		return excess;
	for (i = first; i < w->columns; i++)
		w->widths[i] -= (w->widths[i] - w->least[i]) *
				(excess < slack ? excess / slack : 1);
	return excess - slack;
}

/* The first column last: a heading that wraps is one row higher, a name each its own. */
void
xlsx_fit(struct xlsx_writer *w)
{
	const double most = SAFETY * page_width(w) * 100 / LEAST_SCALE;

	narrow_from(w, 0, narrow_from(w, 1, (sheet_width(w) - most) * 96 / 7));
}

static double
row_height(const struct xlsx_writer *w, lxw_row_t row)
{
	return row < w->height_room && w->heights[row] > 0 ? (double)w->heights[row] :
							     xlsx_line_height(1);
}

static double
rows_height(const struct xlsx_writer *w, lxw_row_t from, lxw_row_t end)
{
	double height = 0;

	while (from < end)
		height += row_height(w, from++);
	return height;
}

/* Begin a page with each section that would be cut otherwise and fits on one. */
static void
break_pages(struct xlsx_writer *w)
{
	const double page = SAFETY * page_height(w) * 100 / LEAST_SCALE;
	double used = rows_height(w, 0, w->begun ? w->begins[0] : 0);
	lxw_row_t *breaks = mem_alloc((w->begun + 1) * sizeof(*breaks));
	size_t i, n = 0;

	for (i = 0; i < w->begun; i++) {
		const lxw_row_t end = i + 1 < w->begun ? w->begins[i + 1] : w->row;
		double height = rows_height(w, w->begins[i], end);

		if (i > 0 && used + height > page) {
			breaks[n++] = w->begins[i];
			used = 0;
		}
		used += height;
		while (used > page)
			used -= page;
	}
	breaks[n] = 0;
	worksheet_set_h_pagebreaks(w->sheet, breaks);
	free(breaks);
}

/* The scale at which all rows stand on one page, in hundredths. */
static double
height_scale(const struct xlsx_writer *w)
{
	return 100 * SAFETY * page_height(w) / rows_height(w, 0, w->row);
}

/*
 * What fits is told to fit, so that a spreadsheet which takes another font's digit for
 * its unit of width makes no further page for a few letters.  Excel has no breaks of ours
 * in a sheet that is fitted, so what does not fit gets the least scale, and them.
 */
static void
fit_pages(struct xlsx_writer *w)
{
	const bool wide = width_scale(w) < LEAST_SCALE - ROUNDING;
	const bool high = w->document.one_page &&
			  height_scale(w) < LEAST_SCALE - ROUNDING;

	if (!wide && !high) {
		worksheet_fit_to_pages(w->sheet, 1, w->document.one_page);
		return;
	}
	worksheet_set_print_scale(w->sheet, LEAST_SCALE);
	if (wide)
		worksheet_repeat_columns(w->sheet, 0, 0);
	if (high)
		break_pages(w);
}

/* Paper, orientation, margins, scale, page numbers and breaks. */
static void
set_page(struct xlsx_writer *w)
{
	const bool official = w->document.official;

	worksheet_set_paper(w->sheet, 9); /* A4 */
	if (!w->document.one_page)
		worksheet_set_landscape(w->sheet);
	fit_pages(w);
	worksheet_set_footer(w->sheet, "&C&\"Times New Roman,Regular\"&11&P/&N");
	if (!official) {
		worksheet_set_margins(w->sheet, SIDE_MARGIN, SIDE_MARGIN, PLAIN_EDGE,
				      PLAIN_EDGE + 0.1);
		return;
	}
	worksheet_set_margins(w->sheet, OFFICIAL_INNER, SIDE_MARGIN, OFFICIAL_EDGE,
			      OFFICIAL_EDGE);
	worksheet_center_horizontally(w->sheet);
}

/* NAME as Excel takes it, numbered where the section has further sheets: the names of a
 * workbook differ.  To be freed. */
static char *
fit_name(const struct xlsx_writer *w, const char *name)
{
	char number[24] = "", *fit, *p;
	size_t width, n;

	if (w->parts > 1)
		snprintf(number, sizeof(number), " %zu", w->parts);
	n = text_cut(name, NAME_LETTERS - strlen(number), &width);
	while (name[n] && n && name[n] != ' ' && memchr(name, ' ', n))
		n--; /* no half word */
	fit = mem_print("%.*s%s", (int)n, name, number);
	for (p = fit; (p = strpbrk(p, NAME_SIGNS)); p++)
		*p = ' ';
	return fit;
}

/* Text for a header of Excel's, which takes & for a sign of its own.  To be freed. */
static char *
header_text(const char *text)
{
	struct buf out = { 0 };

	for (; text && *text; text++)
		buf_add(&out, *text == '&' ? "&&" : text, *text == '&' ? 2 : 1);
	return out.text ? out.text : mem_text("");
}

/* A further sheet of a report says on paper what it belongs to. */
static void
name_report(struct xlsx_writer *w)
{
	char *title = header_text(w->document.title),
	     *period = header_text(w->document.period);
	char *header = mem_print("&C&\"Times New Roman,Regular\"&11%s  ·  %s", title,
				 period);

	if (strlen(header) < 255) /* Excel takes no more */
		worksheet_set_header(w->sheet, header);
	free(header);
	free(title);
	free(period);
}

enum status
xlsx_sheet_begin(struct xlsx_writer *w, const char *name)
{
	char *fit;

	fit = name && *name ? fit_name(w, name) : NULL;
	w->sheet = workbook_add_worksheet(w->book, fit);
	free(fit);
	if (!w->sheet)
		return fail(INTERNAL, _("cannot make the workbook: %s"), "worksheet");
	if (!w->first_sheet)
		w->first_sheet = w->sheet;
	else if (w->document.official)
		name_report(w);
	worksheet_set_default_row(w->sheet, xlsx_line_height(1), LXW_FALSE);
	w->row = 0;
	w->begun = 0;
	if (w->heights)
		memset(w->heights, 0, w->height_room * sizeof(*w->heights));
	return OK;
}

/* A sheet with one table: its headings stay in sight and come again on each page, and a
 * list can be filtered by them. */
static enum status
hold_headings(struct xlsx_writer *w)
{
	enum status status = OK;

	worksheet_freeze_panes(w->sheet, w->heading_end, 0);
	if (!w->document.official && w->row > w->heading_end)
		status = xlsx_check(worksheet_autofilter(w->sheet, w->heading_end - 1, 0,
							 w->row - 1,
							 (lxw_col_t)(w->count - 1)));
	return status ? status :
			xlsx_check(worksheet_repeat_rows(w->sheet, w->heading,
							 w->heading_end - 1));
}

enum status
xlsx_sheet_end(struct xlsx_writer *w, bool last)
{
	enum status status = OK;
	size_t i;

	xlsx_fit(w);
	if (w->document.official) {
		xlsx_stretch(w);
		if ((status = xlsx_heights(w)) ||
		    (w->sheet == w->first_sheet && (status = xlsx_head(w))) ||
		    (last && (status = xlsx_signatures(w))))
			return status;
	}
	for (i = 0; i < w->columns && !status; i++)
		status = xlsx_check(worksheet_set_column(w->sheet, (lxw_col_t)i,
							 (lxw_col_t)i, w->widths[i],
							 NULL));
	if (!status && w->begun <= 1 && w->count)
		status = hold_headings(w);
	if (!status)
		set_page(w);
	return status;
}
