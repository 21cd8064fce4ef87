/* SPDX-License-Identifier: MIT */
#include "base/text.h"
#include "form/write/xlsx.h"

#include <stdlib.h>

#include "form/common/cell.h"

/*
 * Spreadsheets differ in whether they make wrapped rows high enough by themselves,
 * and none does it for merged cells: so the heights are set.  Text that may be
 * wrapped is kept until the widths are known.
 */
struct xlsx_wrap {
	lxw_row_t row;
	lxw_col_t column;
	double edges;
	char *text;
};

void
xlsx_may_wrap(struct xlsx_writer *w, lxw_col_t column, const char *text, double edges)
{
	struct buf room = { 0 };

	if (w->wrap_count == w->wrap_room) {
		w->wrap_room = w->wrap_room ? w->wrap_room * 2 : 64;
		w->wraps = mem_grow(w->wraps, w->wrap_room * sizeof(*w->wraps));
	}
	w->wraps[w->wrap_count++] = (struct xlsx_wrap){
		w->row, column, edges, mem_text(text_sound(text, &room))
	};
	buf_free(&room);
}

enum status
xlsx_heights(struct xlsx_writer *w)
{
	enum status status = OK;
	size_t i, next;

	for (i = 0; i < w->wrap_count && !status; i = next) {
		lxw_row_t row = w->wraps[i].row;
		int most = 1;

		if (w->wraps[i].column == XLSX_WHOLE) {
			status = xlsx_line(w, row, w->wraps[i].text, w->styles.note);
			next = i + 1;
			continue;
		}
		for (next = i; next < w->wrap_count && w->wraps[next].row == row;
		     next++) {
			const struct xlsx_wrap *wrap = &w->wraps[next];
			int lines = xlsx_lines(wrap->text,
					       w->widths[wrap->column] - wrap->edges);

			if (lines > most)
				most = lines;
		}
		status = xlsx_set_lines(w, row, most);
	}
	xlsx_forget_wraps(w);
	return status;
}

enum status
xlsx_end_row(struct xlsx_writer *w)
{
	enum status status = w->document.official ? OK : xlsx_heights(w);

	w->row++;
	return status;
}

void
xlsx_forget_wraps(struct xlsx_writer *w)
{
	while (w->wrap_count)
		free(w->wraps[--w->wrap_count].text);
}
