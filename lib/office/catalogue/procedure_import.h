/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_IMPORT_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_IMPORT_H

#include "office/core/import.h"

/*
 * Begin an import of a catalogue that holds from SINCE on (a day; NULL: today).  Where a
 * row says something else than what holds on that day, it makes a version; later
 * versions stay.  Times and fees may be published texts (published.h), rows that hold
 * only a field's name ("I. Lĩnh vực Hộ tịch") tell the field of those below them.  What
 * was read from the same text before stays, for somebody may have put it right.
 */
enum status procedure_import(struct office *office, const char *since,
			     struct import_listener *listener, struct import **import);

/*
 * The same, but nothing is stored, by a reader: what the import would change goes to
 * SINK, one row of procedure_diff_columns for each value; what the file does not have is
 * told as missing.
 */
extern const struct column procedure_diff_columns[];
enum status procedure_diff(struct office *office, const char *since, struct sink *sink,
			   struct import_listener *listener, struct import **import);

#endif
