/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_CHOICE_H
#define OSQ_OFFICE_CORE_CHOICE_H

#include "office/core/office.h"

/*
 * A list from which one chooses while typing: codes, and a few words about each.  It is
 * asked for at every key press, so it holds no more than one looks through, in the order
 * of an index.
 */

/* Send a list to SINK, a row two texts: the code, and about it; a long one only those
 * whose code begins with BEGINS ("": all). */
typedef enum status choice_list(struct office *office, const char *begins,
				struct sink *sink);

/* Answer such a list by SQL, which may ask for :begins, :day (today) and :now. */
enum status choice_send(struct office *office, const char *sql, const char *begins,
			struct sink *sink);

#endif
