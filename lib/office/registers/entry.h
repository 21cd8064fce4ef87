/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_ENTRY_H
#define OSQ_OFFICE_REGISTERS_ENTRY_H

#include "office/core/reg.h"

/*
 * One entry of a register, given without a file.  CELLS has a text for each column of
 * REG, as an import would have it; NULL: the column is not given.  The columns of the key
 * must be given.  Where the register has an entry of that key, the columns that an import
 * must have and that are not given are filled with what stands there; the caller frees
 * these, of which FILLED is true.  For the others an import keeps what stands there.
 */
enum status entry_fill(struct office *office, const struct reg *reg, char **cells,
		       bool *filled);

#endif
