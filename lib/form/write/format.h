/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_FORMAT_H
#define OSQ_FORM_WRITE_FORMAT_H

#include "base/word.h"
#include "form/write/writer.h"

/*
 * The formats that go to a stream, with a sentence for each: -f and --NAME, --help and
 * completion are made from this list.
 *
 * table: aligned by display width, for people; harmless on a terminal.
 * csv: RFC 4180 but for its line ends, which are LF because this goes through pipes.  A
 * document of several sections becomes one table with a line for each cell,
 * `section,row,column,value`, so that it remains a CSV that can be read back.
 * excel: for a person's spreadsheet: BOM, ';', CRLF, translated headings, moments and
 * durations as spreadsheets know them, formulas guarded by an apostrophe; several
 * sections stand one under the other.
 * json: one row a line inside its array or object.
 * jsonl: one object a line; in a document of several sections each begins with the key
 * "section".
 */
#define FORMATS(FORMAT)                                                                  \
	FORMAT(table, N_("for people (the default)")),                                   \
		FORMAT(csv, N_("RFC 4180, as stored")),                                  \
		FORMAT(excel, N_("a CSV for spreadsheets")),                             \
		FORMAT(json, N_("an array or an object")),                               \
		FORMAT(jsonl, N_("an object a line"))

#define FORMAT_OBJECT(name, about) format_##name
extern const struct format FORMATS(FORMAT_OBJECT);

/* Their names. */
extern const struct word format_words[];

/* The format called NAME, or NULL.  xlsx is not among them: it lives in a module of its
 * own, loaded by xlsx_format(), since linking it would double the time that every command
 * takes to start. */
const struct format *format_find(const char *name);

/* The XLSX format, loaded on first use; UNAVAILABLE when it is not installed. */
enum status xlsx_format(const struct format **format);

#endif
