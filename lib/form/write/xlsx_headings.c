/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"

/* A table's headings: one row, or, as on an official form, several levels with a row of
 * numbers below. */

/* How much wider the letters of Times are in bold. */
#define BOLD 1.1

/* Headings are wrapped: their width is that of the longest word, or a part of the whole
 * text's, so that none takes more than four lines.  They have no indent. */
static void
widen_for_heading(struct xlsx_writer *w, size_t i, const char *heading)
{
	double word = BOLD * xlsx_longest_word(heading) + XLSX_EDGES;
	double part = xlsx_width(heading) * 0.4 + XLSX_EDGES;

	if (word > w->least[i])
		w->least[i] = word;
	if (part < word)
		part = word;
	if (part > w->widths[i])
		w->widths[i] = part;
}

void
xlsx_heading_widths(struct xlsx_writer *w)
{
	size_t i;

	for (i = 0; i < w->count; i++)
		widen_for_heading(w, i, _(w->section.columns[i].heading));
}

static enum status
flat_headings(struct xlsx_writer *w)
{
	enum status status = OK;
	size_t i;

	for (i = 0; i < w->count && !status; i++) {
		const char *heading = _(w->section.columns[i].heading);

		if (w->document.official)
			widen_for_heading(w, i, heading);
		xlsx_may_wrap(w, (lxw_col_t)i, heading, XLSX_EDGES);
		status = xlsx_text(w, w->row, (lxw_col_t)i, heading, w->styles.heading);
	}
	return status ? status : xlsx_end_row(w);
}

/* The entry of column I; an empty one where the form has none for it. */
static struct heading
heading_of(const struct xlsx_writer *w, size_t i)
{
	const struct column *column = &w->section.columns[i];
	const struct heading *h;

	for (h = w->section.headings; h->key; h++)
		if (!strcmp(h->key, column->key))
			return *h;
	return (struct heading){ .key = column->key };
}

static int
depth_of(const struct heading *h)
{
	return !h->above[0] ? 0 : !h->above[1] ? 1 : 2;
}

/* True when columns I and J stand under the same headings down to LEVEL. */
static bool
share_heading(const struct heading *a, const struct heading *b, int level)
{
	int l;

	for (l = 0; l <= level; l++)
		if (!a->above[l] || !b->above[l] || strcmp(a->above[l], b->above[l]) != 0)
			return false;
	return true;
}

/* Write TEXT over the given rows and columns, as one cell. */
static enum status
put_cell(struct xlsx_writer *w, lxw_row_t top, lxw_row_t bottom, size_t left,
	 size_t right, const char *text)
{
	enum status status = OK;

	if (top < bottom || left < right)
		status = xlsx_check(worksheet_merge_range(w->sheet, top, (lxw_col_t)left,
							  bottom, (lxw_col_t)right, "",
							  w->styles.heading));
	return status ? status :
			xlsx_text(w, top, (lxw_col_t)left, text, w->styles.heading);
}

/* Write the headings of a level, which may stand over several columns each. */
static enum status
put_groups(struct xlsx_writer *w, int level)
{
	enum status status = OK;
	size_t i, end;

	for (i = 0; i < w->count && !status; i = end) {
		struct heading first = heading_of(w, i), next;

		for (end = i + 1; end < w->count; end++) {
			next = heading_of(w, end);
			if (!share_heading(&first, &next, level))
				break;
		}
		if (depth_of(&first) > level)
			status = put_cell(w, w->row + (lxw_row_t)level,
					  w->row + (lxw_row_t)level, i, end - 1,
					  _(first.above[level]));
	}
	return status;
}

static enum status
levelled_headings(struct xlsx_writer *w)
{
	enum status status = OK;
	int levels = 0, level;
	bool numbered = false;
	lxw_row_t last;
	size_t i;

	for (i = 0; i < w->count; i++) {
		struct heading h = heading_of(w, i);

		levels = depth_of(&h) > levels ? depth_of(&h) : levels;
		numbered = numbered || h.number;
	}
	for (level = 0; level < levels && !status; level++)
		status = put_groups(w, level);
	last = w->row + (lxw_row_t)levels;
	for (i = 0; i < w->count && !status; i++) {
		struct heading h = heading_of(w, i);
		const char *own = _(h.own ? h.own : w->section.columns[i].heading);
		lxw_row_t first = w->row + (lxw_row_t)depth_of(&h);

		widen_for_heading(w, i, own);
		status = put_cell(w, first, last, i, i, own);
		if (!status && numbered)
			status = xlsx_text(w, last + 1, (lxw_col_t)i,
					   h.number ? h.number : "", w->styles.heading);
		if (h.number)
			xlsx_widen(w, i, h.number, false);
	}
	w->row = last;
	for (i = 0; i < w->count; i++) {
		struct heading h = heading_of(w, i);

		xlsx_may_wrap(w, (lxw_col_t)i,
			      _(h.own ? h.own : w->section.columns[i].heading),
			      XLSX_EDGES);
	}
	w->row = last + 1 + numbered;
	return status;
}

enum status
xlsx_headings(struct xlsx_writer *w)
{
	enum status status;

	w->heading = w->row;
	status = w->section.headings && w->document.official ? levelled_headings(w) :
							       flat_headings(w);
	w->heading_end = w->row;
	return status;
}
