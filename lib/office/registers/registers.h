/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REGISTERS_REGISTERS_H
#define OSQ_OFFICE_REGISTERS_REGISTERS_H

#include "office/core/reg.h"

/* All registers, in the order in which a new office fills them; ends with NULL. */
extern const struct reg *const registers[];

/* The register called KIND ("services"); NULL where there is none. */
const struct reg *register_find(const char *kind);

#endif
