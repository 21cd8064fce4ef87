/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_IMPORT_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_IMPORT_H

#include "office/core/import.h"

/*
 * Begin an import of a catalogue that holds from SINCE on (a day; NULL: today).  A row
 * that differs from what holds on that day makes a version; later versions stay.  Times
 * and fees may be published texts (published.h).  A row that holds only a field's name
 * ("I. Lĩnh vực Hộ tịch") gives the field of the rows below it.  Values once read from
 * the same text stay, since somebody may have corrected them.
 */
enum status procedure_import(struct office *office, const char *since,
			     struct import_listener *listener, struct import **import);

/* The same for all procedures that hold from SINCE on: of any other that is in force, the
 * day before is the last; each is told to the listener. */
enum status procedure_import_whole(struct office *office, const char *since,
				   struct import_listener *listener,
				   struct import **import);

/*
 * The same, but nothing is stored.  What the import would change goes to SINK, one row of
 * procedure_diff_columns for each value; what the file does not have is reported as
 * missing.
 */
extern const struct column procedure_diff_columns[];
enum status procedure_diff(struct office *office, const char *since, struct sink *sink,
			   struct import_listener *listener, struct import **import);

#endif
