/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_REFUSE_H
#define OSQ_OFFICE_CORE_IMPORT_REFUSE_H

#include "base/error.h"

/* What is wrong with a file that is imported, told with its line. */
struct import;

/*
 * Report something else that is wrong with LINE, in COLUMN (may be NULL).  Returns OK, or
 * the error with which the import has to end.
 */
enum status import_bad(struct import *import, long line, const char *column,
		       const char *why);

/*
 * For put(): refuse the present row because of COLUMN, which makes it a bad line.
 * Returns what the listener returned: OK, or the error with which the import has to end.
 */
enum status import_refuse(struct import *import, const char *column, const char *why);

/*
 * The same, with the cell's TEXT in the message: "'9.99' is no procedure of the
 * catalogue", where WHY, marked for translation, is "is no procedure of the catalogue".
 */
enum status import_refuse_cell(struct import *import, const char *column,
			       const char *text, const char *why);

#endif
