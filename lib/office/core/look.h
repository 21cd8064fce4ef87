/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_LOOK_H
#define OSQ_OFFICE_CORE_LOOK_H

#include "office/core/office.h"

/*
 * Whoever sees personal data in full is in the journal (Law 91/2025/QH15; Decree
 * 356/2025), and before he sees it: to be called ahead of the first row.  The entry's
 * act is "look"; WHAT tells through which command ("dossier show"), SUBJECT whose it is
 * (a dossier's code, several parted by blanks, or NULL for a list), COUNT of how many
 * people (-1: not counted).  None of them is ever personal data itself, since the
 * journal keeps for good.
 *
 * A write transaction of its own, so not inside another and not between the rows of a
 * read one; where the office's store is open for reading only, through a connection of
 * its own.  Whoever may not write the journal gets NOT_ALLOWED, and must not show
 * anything.
 */
enum status office_look(struct office *office, const char *what, const char *subject,
			int64_t count);

#endif
