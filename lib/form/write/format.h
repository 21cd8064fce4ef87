/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_FORMAT_H
#define OSQ_FORM_WRITE_FORMAT_H

#include "form/write/writer.h"

/* The formats by name.  Each is an object of its own file, csv and excel of one. */

/* table: aligned by display width, for people; harmless on a terminal. */
extern const struct format format_table;

/* csv: RFC 4180 but for its line ends, which are LF because this goes through
 * pipes.  A document of several sections becomes one table of a line a cell,
 * `section,row,column,value`, so that it stays a CSV that reads back. */
extern const struct format format_csv;

/* excel: for a person's spreadsheet: BOM, ';', CRLF, translated headings, moments
 * and durations as spreadsheets know them, formulas guarded by an apostrophe;
 * several sections stand one under the other. */
extern const struct format format_excel;

/* json: one row a line inside its array or object. */
extern const struct format format_json;

/* jsonl: one object a line; in a document of several sections each begins with
 * the key "section". */
extern const struct format format_jsonl;

/* The format called NAME, or NULL.  xlsx is not among them: it lives in a module
 * of its own, loaded by xlsx_format(), since linking it doubles the start of a
 * command. */
const struct format *format_find(const char *name);

/* The XLSX format, loaded on first use; UNAVAILABLE when it is not installed. */
enum status xlsx_format(const struct format **format);

#endif
