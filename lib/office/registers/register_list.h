/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_REGISTER_LIST_H
#define OSQ_OFFICE_REGISTERS_REGISTER_LIST_H

#include "office/core/reg.h"

/* Listing any register.  An entry that the office no longer has is ended by its column
 * `until`, not erased. */

/* Whether the entry of REG in VALUES is in force on DAY, a text YYYY-MM-DD; what has no
 * such column always is. */
bool register_in_force(const struct reg *reg, const struct value *values,
		       const char *day);

/* Send all rows of REG to SINK, under its columns. */
enum status register_list(struct office *office, const struct reg *reg,
			  struct sink *sink);

/* The same without the entries that have ended before today. */
enum status register_list_in_force(struct office *office, const struct reg *reg,
				   struct sink *sink);

#endif
