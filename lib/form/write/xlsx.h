/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_XLSX_H
#define OSQ_FORM_WRITE_XLSX_H

#include <xlsxwriter.h>

#include "base/mem.h"
#include "form/common/replace.h"
#include "form/write/writer.h"

/* The insides of the XLSX module; nothing else includes this. */

/* What module_find() looks for by its name. */
extern const struct format format_xlsx;

/* Turn libxlsxwriter's error into a status with a message. */
enum status xlsx_check(lxw_error error);

enum xlsx_cell {
	CELL_TEXT,
	CELL_CENTRED, /* codes of one length */
	CELL_INT,
	CELL_MONEY,
	CELL_REAL,
	CELL_SHARE,
	CELL_TIME,
	CELL_SECOND, /* a moment to the second */
	CELL_DAY,
	CELL_DURATION,
	CELL_KINDS,
};

struct xlsx_styles {
	lxw_format *cells[CELL_KINDS][2]; /* [1]: of the row of totals */
	lxw_format *heading;
	lxw_format *section; /* title above a section */
	lxw_format *note;
	lxw_format *title;
	lxw_format *centred; /* 13 pt, the authority above */
	lxw_format *strong;  /* bold: our agency, the state's name, signers */
	lxw_format *motto;
	lxw_format *aside; /* italic and centred: place and date, period */
	lxw_format *left;
	lxw_format *right;
};

/* Create all styles in BOOK; INTERNAL when memory runs out. */
enum status xlsx_styles_make(struct xlsx_styles *styles, lxw_workbook *book,
			     bool official);

struct xlsx_writer {
	struct writer writer;
	struct document document;
	struct replacing file; /* a workbook is written to a temporary file first */
	struct xlsx_styles styles;
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_worksheet *first_sheet;
	lxw_row_t row; /* the next one */
	struct section section;
	size_t count;          /* its columns */
	size_t sections;       /* begun so far */
	int64_t measured;      /* rows of the section looked at for the widths */
	lxw_row_t heading;     /* first row of the last headings */
	lxw_row_t heading_end; /* the row after them */
	double *widths;
	size_t columns;     /* the most that a section had */
	int64_t bytes;      /* of text, roughly */
	struct value *held; /* the last row, not yet written: it may be the totals */
	char **held_texts;  /* its texts, to be freed; NULL for other values */
	bool holding;
	struct xlsx_wrap *wraps; /* texts of the sheet that may have to be wrapped */
	size_t wrap_count;
	size_t wrap_room;
	struct buf room;
};

/* Write TEXT into a cell, always as text, cut to what a cell can hold. */
enum status xlsx_text(struct xlsx_writer *w, lxw_row_t row, lxw_col_t column,
		      const char *text, lxw_format *format);

/* Write a value of the row in hand in the format of its column; TOTAL: it is in the row
 * of totals. */
enum status xlsx_value(struct xlsx_writer *w, lxw_col_t column, const struct column *type,
		       const struct value *value, bool total);

/* How many rows the head of an official report takes. */
lxw_row_t xlsx_head_rows(const struct document *document);

/* Write head and signatures.  Call them last, when the width of the sheet is known. */
enum status xlsx_head(struct xlsx_writer *w);
enum status xlsx_signatures(struct xlsx_writer *w);

/* Write a line of text over all columns, high enough for it. */
enum status xlsx_line(struct xlsx_writer *w, lxw_row_t row, const char *text,
		      lxw_format *format);

/* The width of TEXT in Excel's unit, in the font of our tables; a cell needs a little
 * more for its edges. */
double xlsx_width(const char *text);
#define XLSX_PADDING 3.0

/* How many lines TEXT takes in that width. */
int xlsx_lines(const char *text, double width);

/* Make column I at least as wide as TEXT, up to a limit. */
void xlsx_widen(struct xlsx_writer *w, size_t i, const char *text);

/* Write the headings of the section, from the current row on. */
enum status xlsx_headings(struct xlsx_writer *w);

/* Make a row high enough for so many lines. */
enum status xlsx_set_lines(lxw_worksheet *sheet, lxw_row_t row, int lines);

/* Keep the text of a cell in the row in hand until the widths are known; with the column
 * XLSX_WHOLE a note over the whole width, which is then written only by
 * xlsx_heights(). */
#define XLSX_WHOLE LXW_COL_MAX
void xlsx_may_wrap(struct xlsx_writer *w, lxw_col_t column, const char *text);

/* Set the heights of the sheet's rows, once its widths will change no more. */
enum status xlsx_heights(struct xlsx_writer *w);
void xlsx_forget_wraps(struct xlsx_writer *w);

/* Make the sheet wide enough for head and signatures. */
void xlsx_stretch(struct xlsx_writer *w);

/* Set paper, margins and page numbers. */
void xlsx_page(lxw_worksheet *sheet, bool official);

#endif
