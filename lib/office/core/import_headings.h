/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORT_HEADINGS_H
#define OSQ_OFFICE_CORE_IMPORT_HEADINGS_H

#include "office/core/import.h"

/* Follow PLAN, which stays valid to the end; before the headings.  USAGE when it maps to
 * a column that is none. */
enum status import_follow(struct import *import, struct import_plan *plan);

/* The headings of the file, at LINE: by the plan's mappings, then by key, heading, its
 * translation or alias; unknown ones and missing required ones are told as bad. */
enum status import_headings(struct import *import, long line, size_t count,
			    const char *const *headings);

#endif
