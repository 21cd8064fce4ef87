/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_OFFICE_REGISTERS_H
#define OSQ_OFFICE_CORE_OFFICE_REGISTERS_H

#include "office/core/register.h"

/* The registers of the office itself: its officials, its days off, the week's hours, the
 * targets of its reform. */
extern const struct reg officer_register, holiday_register, hours_register,
	target_register;

#endif
