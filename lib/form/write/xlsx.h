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
	CELL_CLOCK,  /* its time of day alone */
	CELL_DAY,
	CELL_DURATION,
	CELL_KINDS,
};

struct xlsx_styles {
	lxw_format *cells[CELL_KINDS][2]; /* [1]: of the row of totals */
	lxw_format *heading;
	lxw_format *section; /* title above a section */
	lxw_format *note;
	lxw_format *plain; /* a line of a list outside its table */
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
	lxw_row_t heading;     /* first row of the last headings */
	lxw_row_t heading_end; /* the row after them */
	/* Of the sheet in hand. */
	double *widths;     /* of its columns */
	double *least;      /* what they need at least, with all text wrapped */
	size_t columns;     /* the most that a section had */
	lxw_row_t *begins;  /* the rows with which its sections begin */
	size_t begun;       /* how many sections have */
	float *heights;     /* of its rows, as far as they are set; 0: as all are */
	size_t height_room; /* how many rows HEIGHTS has */
	size_t parts;       /* the how manieth sheet of the section it is, from 1 */
	int64_t bytes;      /* of text, roughly */
	struct value *kept; /* rows of the section that are not written yet */
	char **kept_texts;  /* their texts, to be freed; NULL for other values */
	size_t kept_count;
	bool settled;            /* the section's widths are known */
	struct xlsx_wrap *wraps; /* texts of the sheet that may have to be wrapped */
	size_t wrap_count;
	size_t wrap_room;
	struct buf room;
};

/* Write TEXT into a cell, always as text, cut to what a cell can hold. */
enum status xlsx_text(struct xlsx_writer *w, lxw_row_t row, lxw_col_t column,
		      const char *text, lxw_format *format);

/* The text by which VALUE is measured: as people read it, but a duration always with its
 * hours, as sheets show it.  Returns ROOM or the value's own text. */
const char *xlsx_show(const struct column *column, const struct value *value,
		      char room[static 48]);

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
#define XLSX_PADDING 1.5
#define XLSX_EDGES   0.5 /* of a heading, which has no indent */

/* The width of its longest word, which is as narrow as it can be wrapped; a code is
 * broken up rather than let to widen a column. */
double xlsx_longest_word(const char *text);

/* How many lines TEXT takes in that width. */
int xlsx_lines(const char *text, double width);

/* Make column I as wide as TEXT, up to a limit.  WRAPS: it may be broken at its blanks,
 * where the sheet would not fit the paper otherwise. */
void xlsx_widen(struct xlsx_writer *w, size_t i, const char *text, bool wraps);

/* Write the headings of the section, from the current row on; those of a list once it
 * is known by xlsx_heading_widths() and xlsx_fit() how wide it is. */
enum status xlsx_headings(struct xlsx_writer *w);
void xlsx_heading_widths(struct xlsx_writer *w);

/* The height of an empty row between two parts of a report, in points. */
#define XLSX_GAP 7.0

/* Make a row so many points high; high enough for so many lines; how high that is. */
enum status xlsx_set_height(struct xlsx_writer *w, lxw_row_t row, double height);
enum status xlsx_set_lines(struct xlsx_writer *w, lxw_row_t row, int lines);
double xlsx_line_height(int lines);

/* Keep the text of a cell in the row in hand, with what its EDGES take of the width,
 * until the widths are known; with the column XLSX_WHOLE a note over the whole width,
 * which is then written only by xlsx_heights(). */
#define XLSX_WHOLE LXW_COL_MAX
void xlsx_may_wrap(struct xlsx_writer *w, lxw_col_t column, const char *text,
		   double edges);

/* End the row in hand.  Rows of a report get their heights at the end (xlsx_heights()); a
 * list is written as it comes, so its row gets it now, from widths that are known. */
enum status xlsx_end_row(struct xlsx_writer *w);

/* Set the heights of the sheet's rows, once its widths will change no more. */
enum status xlsx_heights(struct xlsx_writer *w);
void xlsx_forget_wraps(struct xlsx_writer *w);

/* Make the sheet wide enough for head and signatures. */
void xlsx_stretch(struct xlsx_writer *w);

/*
 * A sheet of paper is A4, and no letter on it smaller than 9 points: what is too wide has
 * its texts wrapped, and what is still too wide goes on beside its first column on
 * further pages.  xlsx_sheet_begin() makes the next sheet and calls it NAME, cut and, for
 * a further one of the same section (w->parts), numbered; xlsx_sheet_end() sets what is
 * known only when all its rows are written: widths, heights, head and signatures (LAST:
 * these), pages.
 */
enum status xlsx_sheet_begin(struct xlsx_writer *w, const char *name);
enum status xlsx_sheet_end(struct xlsx_writer *w, bool last);

/* Shrink the widths until the sheet fits the paper, as far as its texts can be wrapped.
 */
void xlsx_fit(struct xlsx_writer *w);

#endif
