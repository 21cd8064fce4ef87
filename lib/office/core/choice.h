/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_CHOICE_H
#define OSQ_OFFICE_CORE_CHOICE_H

#include "office/core/office.h"

/*
 * A list from which a person chooses while typing: codes, each with a few words about it.
 * The list is read again at every key press, so it is kept short enough to look through
 * and is read in the order of an index.
 */

/*
 * Send a list to SINK.  Each row has two texts: the code, and the words about it.  A long
 * list sends only the rows whose code begins with BEGINS ("": all rows).
 */
typedef enum status choice_list(struct office *office, const char *begins,
				struct sink *sink);

/*
 * Answer such a list with the rows of SQL, which may use the parameters :begins, :day
 * (today) and :now.
 */
enum status choice_send(struct office *office, const char *sql, const char *begins,
			struct sink *sink);

#endif
