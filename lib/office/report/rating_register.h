/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_RATING_REGISTER_H
#define OSQ_OFFICE_REPORT_RATING_REGISTER_H

#include "office/core/reg.h"

/* Why people are dissatisfied: what a rating of 1 or 2 is given for. */
extern const struct reg reason_register;

#endif
