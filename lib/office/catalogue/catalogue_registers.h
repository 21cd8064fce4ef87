/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_CATALOGUE_REGISTERS_H
#define OSQ_OFFICE_CATALOGUE_CATALOGUE_REGISTERS_H

#include "office/core/reg.h"

/* The registers of the catalogue: procedures, their steps, what is handed in for them. */
extern const struct reg procedure_register, step_register, paper_register;

#endif
