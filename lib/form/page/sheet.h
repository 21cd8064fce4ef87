/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_PAGE_SHEET_H
#define OSQ_FORM_PAGE_SHEET_H

#include <jansson.h>
#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/row.h"

/*
 * The law's forms as a page to print: sheets, one after the other, each from a Mustache
 * template of share/osq/forms/SET, under one style sheet that is part of the page.
 *
 * A template is filled from rows.  A column becomes a name: text as it is; a moment an
 * object with `hour minute day month year`, `month_said` (without a 0 from March to
 * September, as Decree 30/2020/ND-CP writes it), `date` (24/11/2026) and `time` (07:35);
 * a word an object of which its own name is true, with '_' for '-':
 * {{#dossier.unit.working_day}}.  What is null is "".
 */
struct sheets {
	const char *title; /* of the page; not owned */
	uid_t owner;       /* whose own files are believed, as of template_read() */
	int paper;         /* PAPER_A4, PAPER_A5, or the width of a roll in mm */
	json_t *written;   /* the sheets so far */
};

#define PAPER_A4 210
#define PAPER_A5 148

/* Where the rows of one section go; begin with { .columns, .record }. */
struct sheet_rows {
	struct sink sink;
	const struct column *columns;
	bool record;  /* one row */
	json_t *json; /* an array; of a record an object, empty where no row came */
};

/* Prepare ROWS so that its sink takes rows; the caller frees its JSON. */
void sheet_rows_begin(struct sheet_rows *rows, const struct column *columns, bool record);

/*
 * Fill the form NAME ("01") of SET with DATA and add it to SHEETS.  A file of that name
 * ("01.html") in FOLDER is preferred to ours; "" or NULL: there is no such folder.  CODE,
 * or NULL, is the text of the sheet's QR code.  UNAVAILABLE where a template or the QR
 * code's module is not installed, BAD_DATA for a broken template.
 */
enum status sheet_add(struct sheets *sheets, const char *folder, const char *set,
		      const char *name, const char *code, json_t *data);

/* The page with all of SHEETS, appended to OUT; FOLDER as above, for its own page.html
 * and form.css. */
enum status sheets_page(const struct sheets *sheets, const char *folder, struct buf *out);

/* Free what is in SHEETS, which can then be used again. */
void sheets_free(struct sheets *sheets);

#endif
