/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "form/common/cell.h"

#define LINE_HEIGHT 16.5
#define MOST_LINES  20

/*
 * Spreadsheets differ in whether they make wrapped rows high enough by themselves,
 * and none does it for merged cells: so the heights are set.  Text that may be
 * wrapped is kept until the widths are known.
 */
struct xlsx_wrap {
	lxw_row_t row;
	lxw_col_t column;
	char *text;
};

/* Excel's unit is a digit of its own font; letters of Times New Roman 12 take about
 * one, capitals more. */
static double
letter_width(const char *text)
{
	size_t capitals = 0, others = 0;

	for (; *text; text++) {
		capitals += *text >= 'A' && *text <= 'Z';
		others += *text >= 'a' && *text <= 'z';
	}
	return capitals > others ? 1.35 : 1.05;
}

double
xlsx_width(const char *text)
{
	return (double)text_width(text) * letter_width(text);
}

static double
word_width(const char *text, size_t n)
{
	char word[128];

	if (n >= sizeof(word))
		return (double)n; /* a word of that length is broken anyway */
	memcpy(word, text, n);
	word[n] = '\0';
	return (double)text_width(word);
}

int
xlsx_lines(const char *text, double width)
{
	double used = 0, letter = letter_width(text);
	int lines = 1;

	while (*text && lines < MOST_LINES) {
		size_t n = strcspn(text, " \n");
		double word = word_width(text, n) * letter;

		if (used > 0 && used + word > width) {
			lines++;
			used = 0;
		}
		for (used += word; used > width && lines < MOST_LINES; used -= width)
			lines++;
		used += letter;
		if (text[n] == '\n') {
			lines++;
			used = 0;
		}
		text += n + (text[n] != '\0');
	}
	return lines;
}

enum status
xlsx_set_lines(lxw_worksheet *sheet, lxw_row_t row, int lines)
{
	return xlsx_check(worksheet_set_row(sheet, row, lines * LINE_HEIGHT + 2, NULL));
}

void
xlsx_may_wrap(struct xlsx_writer *w, lxw_col_t column, const char *text)
{
	struct buf room = { 0 };

	if (w->wrap_count == w->wrap_room) {
		w->wrap_room = w->wrap_room ? w->wrap_room * 2 : 64;
		w->wraps = mem_grow(w->wraps, w->wrap_room * sizeof(*w->wraps));
	}
	w->wraps[w->wrap_count++] = (struct xlsx_wrap){
		w->row, column, mem_text(cell_sound(text, &room))
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
					       w->widths[wrap->column] - XLSX_PADDING);

			if (lines > most)
				most = lines;
		}
		status = xlsx_set_lines(w->sheet, row, most);
	}
	xlsx_forget_wraps(w);
	return status;
}

void
xlsx_forget_wraps(struct xlsx_writer *w)
{
	while (w->wrap_count)
		free(w->wraps[--w->wrap_count].text);
}
