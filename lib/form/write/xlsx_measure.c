/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <string.h>

#include <utf8proc.h>

#include "base/text.h"
#include "form/common/cell.h"

/* How much of a sheet texts take, in Excel's units. */
#define LINE_HEIGHT    15.0
#define MOST_LINES     20
#define WIDEST         48
#define WIDEST_WORD    16
#define NUMBER_PADDING 0.8

/* The letters of Times, blank to tilde, in thousandths of its size (Adobe's metrics of
 * Times-Roman, which Times New Roman has too). */
static const short widths[] = {
	250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278,
	500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
	921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
	556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
	333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
	500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

#define HORN           50  /* that o and u have in ơ and ư */
#define SMALL_LETTER   500 /* of another script, or đ */
#define CAPITAL_LETTER 722

/* 12 points are 16 pixels, of which Excel's unit, a digit of its own font, takes 7. */
#define UNITS (1.02 * 16 / 7 / 1000)

/* The width of a letter, without or with its accents, in thousandths. */
static int
letter_width(utf8proc_int32_t code)
{
	utf8proc_int32_t parts[8] = { code };
	int boundary = 0, horn;
	const utf8proc_ssize_t n = code < 128 ?
					   1 :
					   utf8proc_decompose_char(code, parts, 8,
								   UTF8PROC_DECOMPOSE,
								   &boundary);

	if (parts[0] >= ' ' && parts[0] <= '~') {
		horn = n > 1 && parts[1] == 0x31b ? HORN : 0;
		return widths[parts[0] - ' '] + horn;
	}
	if (utf8proc_charwidth(code) != 1)
		return utf8proc_charwidth(code) > 1 ? 1000 : 0;
	return utf8proc_tolower(code) == code ? SMALL_LETTER : CAPITAL_LETTER;
}

/* The width of the N bytes of TEXT, valid UTF-8, in Excel's units. */
static double
part_width(const char *text, size_t n)
{
	const char *const end = text + n;
	double width = 0;

	while (text < end) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text,
							 end - text, &code);

		if (used <= 0)
			break;
		width += letter_width(code);
		text += used;
	}
	return width * UNITS;
}

double
xlsx_width(const char *text)
{
	return part_width(text, strlen(text));
}

double
xlsx_longest_word(const char *text)
{
	double longest = 0;

	while (*text) {
		size_t n = strcspn(text, " \n");
		double width = part_width(text, n);

		if (width > longest)
			longest = width;
		text += n + (text[n] != '\0');
	}
	return longest < WIDEST_WORD ? longest : WIDEST_WORD;
}

void
xlsx_widen(struct xlsx_writer *w, size_t i, const char *text, bool wraps)
{
	double width, least;

	text = text_sound(text, &w->room);
	width = xlsx_width(text) + (wraps ? XLSX_PADDING : NUMBER_PADDING);
	if (width > WIDEST)
		width = WIDEST;
	least = wraps ? xlsx_longest_word(text) + XLSX_PADDING : width;
	if (width > w->widths[i])
		w->widths[i] = width;
	if (least > w->least[i])
		w->least[i] = least;
}

int
xlsx_lines(const char *text, double width)
{
	const double blank = part_width(" ", 1);
	double used = 0;
	int lines = 1;

	width += 0.01; /* a column may be just as wide as its text */
	while (*text && lines < MOST_LINES) {
		size_t n = strcspn(text, " \n");
		double word = part_width(text, n);

		if (used > 0 && used + word > width) {
			lines++;
			used = 0;
		}
		for (used += word; used > width && lines < MOST_LINES; used -= width)
			lines++;
		used += blank;
		if (text[n] == '\n') {
			lines++;
			used = 0;
		}
		text += n + (text[n] != '\0');
	}
	return lines;
}

double
xlsx_line_height(int lines)
{
	return lines * LINE_HEIGHT + 1.5;
}

static void
note_height(struct xlsx_writer *w, lxw_row_t row, double height)
{
	size_t room = w->height_room;

	while (w->height_room <= row)
		w->height_room = w->height_room ? 2 * w->height_room : 256;
	if (w->height_room > room) {
		w->heights = mem_grow(w->heights, w->height_room * sizeof(*w->heights));
		memset(w->heights + room, 0,
		       (w->height_room - room) * sizeof(*w->heights));
	}
	w->heights[row] = (float)height;
}

enum status
xlsx_set_height(struct xlsx_writer *w, lxw_row_t row, double height)
{
	if (w->document.official) /* whose pages are planned; a list may be long */
		note_height(w, row, height);
	return xlsx_check(worksheet_set_row(w->sheet, row, height, NULL));
}

enum status
xlsx_set_lines(struct xlsx_writer *w, lxw_row_t row, int lines)
{
	return xlsx_set_height(w, row, xlsx_line_height(lines));
}
