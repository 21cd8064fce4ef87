/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_OFFICE_REGISTERS_H
#define OSQ_OFFICE_CORE_OFFICE_REGISTERS_H

#include "office/core/reg.h"

/* The registers of the office itself: its officials, its days off, the targets of its
 * reform; the week's hours have a file of their own. */
extern const struct reg officer_register, holiday_register, target_register;

#endif
