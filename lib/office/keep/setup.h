/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_SETUP_H
#define OSQ_OFFICE_KEEP_SETUP_H

#include "office/core/office.h"

/*
 * What the office still lacks to work or to be paid, one row each under setup_columns:
 * the setting or register, what of it, and the command that mends it.  `needed` is "yes"
 * where work goes wrong without it, so that office_check() repeats it.  BAD_DATA when the
 * hours cannot be read.
 */
extern const struct column setup_columns[];
enum status setup_list(struct office *office, struct sink *sink);

#endif
