/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_COMMON_CELL_H
#define OSQ_FORM_COMMON_CELL_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/row.h"

/* How the formats print a single value. */

/* True where people expect the column's values at its right edge. */
bool column_is_number(const struct column *column);

/* A value for programs: as value_print(), but the same in every locale.  Returns ROOM or
 * the value's own text. */
const char *cell_print(const struct column *column, const struct value *value,
		       char room[static 48]);

/* A value for people, in the language in force (base/show.h): days and moments, words of
 * a closed list, money in groups of three, durations as H:MM:SS, shares with their sign.
 * Returns ROOM or the value's own text. */
const char *cell_show(const struct column *column, const struct value *value,
		      char room[static 48]);

#endif
