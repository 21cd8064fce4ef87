/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PUBLISHED_PLAIN_H
#define OSQ_OFFICE_RULES_PUBLISHED_PLAIN_H

#include <stdbool.h>

#include "office/rules/published.h"

/* Published times before and after they are read; private to published.c. */

/*
 * TEXT with its half days in working hours, as which they are kept ("0,5 ngày làm việc"
 * and "½ ngày" are "4 giờ làm việc", "1,5 ngày" is "12 giờ làm việc"), and a blank
 * between a number and its unit ("15ngày").  To be freed.
 */
char *published_spelt(const char *text);

/*
 * Whether all words of TEXT are those with which times are published, so that the TIMES
 * read from it are all that it says: no exception, no case, no span.
 */
bool published_is_plain(const char *text, const struct published_times *times);

#endif
