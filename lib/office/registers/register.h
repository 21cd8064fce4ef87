/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_REGISTER_H
#define OSQ_OFFICE_REGISTERS_REGISTER_H

#include "office/core/register.h"

/* What is done with any register. */

/* Send all rows of REG, under its columns, to SINK. */
enum status register_list(struct office *office, const struct reg *reg,
			  struct sink *sink);

/* Begin an import into REG; go on with import_headings() and so on. */
enum status register_import(struct office *office, const struct reg *reg,
			    struct import_listener *listener, struct import **import);

#endif
