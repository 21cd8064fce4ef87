/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_HOURS_REGISTER_H
#define OSQ_OFFICE_CORE_HOURS_REGISTER_H

#include "office/core/reg.h"

/* The week's open hours. */
extern const struct reg hours_register;

#endif
