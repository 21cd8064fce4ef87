/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_LOOK_H
#define OSQ_OFFICE_CORE_LOOK_H

#include "office/core/office.h"

/*
 * Journal that somebody is about to see personal data in full (Law 91/2025/QH15; Decree
 * 356/2025).  Call this before the first row is shown.  The entry's act is "look".  WHAT
 * is the command ("dossier show"); SUBJECT is whose data it is (a dossier's code, several
 * separated by blanks, or NULL for a list); COUNT is the number of people (-1: not
 * counted). None of them may hold personal data itself, since the journal is kept
 * forever.
 *
 * This is a write transaction of its own, so do not call it inside another one or between
 * the rows of a read.  Where the office's store is open for reading only, it opens a
 * connection of its own.  NOT_ALLOWED when the caller may not write the journal; the data
 * must then not be shown.
 */
enum status office_look(struct office *office, const char *what, const char *subject,
			int64_t count);

#endif
