/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_NOTICE_H
#define OSQ_OFFICE_CORE_IMPORT_NOTICE_H

#include "office/core/import.h"

/*
 * What an import reads otherwise than it stands in the file: never in silence, and once a
 * reason, however many cells have it.  Where the plan is strict, each such cell is a bad
 * line instead.
 */

/*
 * Note that CELL, in COLUMN (may be NULL) of the present row, is read otherwise than it
 * stands there.  WHY is a constant, marked for translation: "is taken without ...".
 * Returns OK, or the error that ends the import.
 */
enum status import_note(struct import *import, const char *column, const char *cell,
			const char *why);

/* The same of a row at LINE that is no record, by its first CELL. */
enum status import_note_line(struct import *import, long line, const char *cell,
			     const char *why);

/* Tell the listener all that was noted, at the end of the file. */
enum status import_tell_notices(struct import *import);

#endif
