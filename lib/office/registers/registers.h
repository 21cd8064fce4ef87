/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_REGISTERS_H
#define OSQ_OFFICE_REGISTERS_REGISTERS_H

#include "office/registers/register.h"

/* What the files of the table of registers share: registers.c has the table,
 * registers_catalogue.c what the catalogue's entries need. */

#define REQUIRED COLUMN_REQUIRED

extern const struct column procedure_columns[];
extern const struct column step_columns[], paper_columns[];
const char *check_step(const struct value *values, const char **column);
const char *check_paper(const struct value *values, const char **column);
extern const struct reg_reference step_references[], paper_references[];

/* The hooks of the register procedures. */
enum status list_procedures(struct office *office, struct sink *sink);
enum status import_procedures(struct office *office, struct import_listener *listener,
			      struct import **import);

#endif
