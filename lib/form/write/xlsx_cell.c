/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "form/common/cell.h"

/* Excel's limit for a cell, in UTF-16 units. */
#define CELL_UNITS 32767

/* Day 0 of Excel is 1899-12-30; before 1900-03-01 its calendar is wrong. */
#define EXCEL_EPOCH 25569
#define EXCEL_FIRST 61

/* Where TEXT has to be cut so that an ellipsis fits; its length when it fits. */
static size_t
measure_fitting(const char *text)
{
	size_t n = strlen(text), i, units = 0, cut = 0;

	if (n <= CELL_UNITS)
		return n;
	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];

		if ((c & 0xc0) == 0x80)
			continue;
		if (units <= CELL_UNITS - 1)
			cut = i;
		units += c >= 0xf0 ? 2 : 1;
	}
	return units <= CELL_UNITS ? n : cut;
}

/* Excel reads _x0041_ as the letter A; an escaped underscore keeps it as it is. */
static bool
is_escape(const char *text)
{
	return !strncmp(text, "_x", 2) &&
	       strspn(text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_';
}

/* XML has no way to write most control characters and U+FFFE and U+FFFF; and characters
 * that reverse the reading order would mislead in a cell. */
static bool
may_be_harmful(const char *text)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c < ' ' && c != '\n') || c == 0x7f || c == 0xc2 || c == 0xe2 ||
		    c == 0xef || (c == '_' && is_escape(text)))
			return true;
	}
	return false;
}

static void
put_line(struct buf *room, const char *line)
{
	for (; *line; line++) {
		if (is_escape(line))
			buf_text(room, "_x005F");
		buf_add(room, line, 1);
	}
}

/* TEXT made harmless, with its line ends kept, in ROOM. */
static const char *
guard_cell(const char *text, struct buf *room)
{
	char *lines = mem_text(text), *rest = lines, *line, *p;

	buf_clear(room);
	while ((line = strsep(&rest, "\n"))) {
		char *clean = text_harmless(line);

		put_line(room, clean);
		if (rest)
			buf_text(room, "\n");
		free(clean);
	}
	free(lines);
	for (p = room->text; (p = strstr(p, "\xef\xbf")); p += 3)
		if ((unsigned char)p[2] >= 0xbe)
			p[2] = '\xbd';
	return room->text;
}

enum status
xlsx_text(struct xlsx_writer *w, lxw_row_t row, lxw_col_t column, const char *text,
	  lxw_format *format)
{
	size_t fits;
	struct buf room = { 0 };
	enum status status;

	text = text_sound(text, &w->room);
	if (may_be_harmful(text))
		text = guard_cell(text, &room);
	fits = measure_fitting(text);
	if (text[fits]) {
		struct buf cut = { 0 };

		if (w->document.cut)
			++*w->document.cut;

		buf_add(&cut, text, fits);
		buf_text(&cut, "…");
		status = xlsx_check(
			worksheet_write_string(w->sheet, row, column, cut.text, format));
		buf_free(&cut);
	} else {
		status = xlsx_check(
			worksheet_write_string(w->sheet, row, column, text, format));
	}
	buf_free(&room);
	w->bytes += (int64_t)fits + 64;
	return status;
}

static enum xlsx_cell
kind_of(const struct column *column)
{
	switch (column->type) {
	case COL_INT:
		return CELL_INT;
	case COL_MONEY:
		return CELL_MONEY;
	case COL_TIME:
		if (column->flags & COLUMN_CLOCK)
			return CELL_CLOCK;
		return column->flags & COLUMN_SECONDS ? CELL_SECOND : CELL_TIME;
	case COL_DAY:
		return CELL_DAY;
	case COL_DURATION:
		return CELL_DURATION;
	case COL_REAL:
		return CELL_REAL;
	case COL_SHARE:
		return CELL_SHARE;
	case COL_CLOCK:
		return CELL_CENTRED;
	case COL_TEXT:
	case COL_WORD:
		break;
	}
	return CELL_TEXT;
}

/* Excel keeps 15 digits of a number. */
#define EXCEL_MOST INT64_C(999999999999999)

/* Put VALUE as a number of Excel's into *NUMBER.  False when it has to be written as
 * text. */
static bool
as_number(const struct column *column, const struct value *value, double *number)
{
	int day;

	if (value->kind == VALUE_TEXT) {
		if (column->type != COL_DAY || strlen(value->text) != 10 ||
		    !day_read(value->text, 0, &day))
			return false;
		*number = day + EXCEL_EPOCH;
		return *number >= EXCEL_FIRST;
	}
	if (value->kind == VALUE_REAL) {
		*number = column->type == COL_SHARE ? value->real / 100 : value->real;
		return isfinite(*number);
	}
	*number = (double)value->number;
	if (column->type == COL_DURATION) {
		*number /= DAY_SECONDS;
		return *number >= 0; /* Excel shows a negative time as ##### */
	}
	if (column->type == COL_TIME) {
		*number = (*number + LOCAL_OFFSET) / DAY_SECONDS + EXCEL_EPOCH;
		return *number >= EXCEL_FIRST;
	}
	return value->number >= -EXCEL_MOST && value->number <= EXCEL_MOST;
}

const char *
xlsx_show(const struct column *column, const struct value *value, char room[static 48])
{
	const int64_t s = value->number;

	if (value->kind != VALUE_INT || column->type != COL_DURATION || s < 0)
		return cell_show(column, value, room);
	snprintf(room, 48, "%lld:%02d:%02d", (long long)(s / 3600), (int)(s / 60 % 60),
		 (int)(s % 60));
	return room;
}

enum status
xlsx_value(struct xlsx_writer *w, lxw_col_t column, const struct column *type,
	   const struct value *value, bool total)
{
	lxw_format *format = w->styles.cells[kind_of(type)][total];
	double number;
	char room[48];

	if (value->kind == VALUE_NULL)
		return xlsx_check(
			worksheet_write_blank(w->sheet, w->row, column, format));
	if (as_number(type, value, &number)) {
		w->bytes += 64;
		return xlsx_check(
			worksheet_write_number(w->sheet, w->row, column, number, format));
	}
	return xlsx_text(w, w->row, column, cell_show(type, value, room), format);
}
