/* SPDX-License-Identifier: MIT */
#include "form/write/xlsx.h"

#include "base/intl.h"

/* Decree 30/2020, annex I: Times New Roman, text 13 to 14 points. */
#define FONT       "Times New Roman"
#define TEXT_SIZE  13
#define TITLE_SIZE 14
#define TABLE_SIZE 12
#define FILL       0xEDF1F7

/* Numbers keep the width of a parenthesis from the cell's border: an indent is lost in
 * LibreOffice where kinds of numbers stand beside each other. */
static const char *const number_formats[CELL_KINDS] = {
	[CELL_INT] = "#,##0_)",           [CELL_MONEY] = "#,##0_)",
	[CELL_REAL] = "0.00_)",           [CELL_SHARE] = "0.00%_)",
	[CELL_TIME] = "dd/mm/yyyy hh:mm", [CELL_SECOND] = "dd/mm/yyyy hh:mm:ss",
	[CELL_CLOCK] = "hh:mm:ss",        [CELL_DAY] = "dd/mm/yyyy",
	[CELL_DURATION] = "[h]:mm:ss_)",
};

static lxw_format *
make_style(lxw_workbook *book, double size)
{
	lxw_format *format = workbook_add_format(book);

	if (format) {
		format_set_font_name(format, FONT);
		format_set_font_size(format, size);
		format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
	}
	return format;
}

static lxw_format *
make_cell(lxw_workbook *book, enum xlsx_cell kind, bool total)
{
	lxw_format *format = make_style(book, TABLE_SIZE);

	if (!format)
		return NULL;
	if (number_formats[kind])
		format_set_num_format(format, number_formats[kind]);
	if (total)
		format_set_bold(format);
	if (kind == CELL_CENTRED || kind == CELL_TIME || kind == CELL_SECOND ||
	    kind == CELL_CLOCK || kind == CELL_DAY) {
		format_set_align(format, LXW_ALIGN_CENTER);
	} else if (kind != CELL_TEXT) {
		format_set_align(format, LXW_ALIGN_RIGHT);
	} else { /* keep the text away from the cell's borders */
		format_set_align(format, LXW_ALIGN_LEFT);
		format_set_indent(format, 1);
	}
	format_set_border(format, LXW_BORDER_THIN);
	if (kind == CELL_TEXT)
		format_set_text_wrap(format);
	return format;
}

static lxw_format *
make_heading(lxw_workbook *book)
{
	lxw_format *format = make_style(book, TABLE_SIZE);

	if (!format)
		return NULL;
	format_set_bold(format);
	format_set_border(format, LXW_BORDER_THIN);
	format_set_bg_color(format, FILL);
	format_set_align(format, LXW_ALIGN_CENTER);
	format_set_text_wrap(format);
	return format;
}

/* The style of a text of the report outside its tables. */
static lxw_format *
make_text(lxw_workbook *book, double size, int align, bool bold, bool italic)
{
	lxw_format *format = make_style(book, size);

	if (!format)
		return NULL;
	format_set_align(format, (uint8_t)align);
	format_set_text_wrap(format);
	if (bold)
		format_set_bold(format);
	if (italic)
		format_set_italic(format);
	return format;
}

static bool
make_report(struct xlsx_styles *s, lxw_workbook *book)
{
	s->note = make_text(book, TABLE_SIZE, LXW_ALIGN_LEFT, false, true);
	s->title = make_text(book, TITLE_SIZE, LXW_ALIGN_CENTER, true, false);
	s->centred = make_text(book, TEXT_SIZE, LXW_ALIGN_CENTER, false, false);
	s->strong = make_text(book, TEXT_SIZE, LXW_ALIGN_CENTER, true, false);
	s->motto = make_text(book, TEXT_SIZE, LXW_ALIGN_CENTER, true, false);
	s->aside = make_text(book, TEXT_SIZE, LXW_ALIGN_CENTER, false, true);
	s->left = make_text(book, TEXT_SIZE, LXW_ALIGN_LEFT, false, false);
	s->right = make_text(book, TABLE_SIZE, LXW_ALIGN_RIGHT, false, true);
	if (s->motto)
		format_set_underline(s->motto, LXW_UNDERLINE_SINGLE);
	return s->note && s->title && s->centred && s->strong && s->motto && s->aside &&
	       s->left && s->right;
}

enum status
xlsx_styles_make(struct xlsx_styles *s, lxw_workbook *book, bool official)
{
	bool made;
	int kind, total;

	s->heading = make_heading(book);
	s->section = make_style(book, TEXT_SIZE);
	s->plain = make_style(book, TABLE_SIZE);
	made = s->heading && s->section && s->plain;
	for (kind = 0; kind < CELL_KINDS; kind++) {
		for (total = 0; total < 2; total++) {
			s->cells[kind][total] = make_cell(book, (enum xlsx_cell)kind,
							  total);
			made = made && s->cells[kind][total];
		}
	}
	if (made)
		format_set_bold(s->section);
	if (made && official)
		made = make_report(s, book);
	return made ? OK : fail(INTERNAL, _("out of memory"));
}
