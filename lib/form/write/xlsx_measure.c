/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <string.h>

#include "base/text.h"
#include "form/common/cell.h"

/* How much of a sheet texts take, in Excel's units. */
#define LINE_HEIGHT 16.5
#define MOST_LINES  20
#define WIDEST      48

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

void
xlsx_widen(struct xlsx_writer *w, size_t i, const char *text)
{
	double width = xlsx_width(text_sound(text, &w->room)) + XLSX_PADDING;

	if (width > WIDEST)
		width = WIDEST;
	if (width > w->widths[i])
		w->widths[i] = width;
}

static double
word_width(const char *text, size_t n)
{
	char word[128];

	if (n >= sizeof(word))
		return (double)n; /* a word of that length is broken up anyway */
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
