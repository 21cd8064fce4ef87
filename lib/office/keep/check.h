/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_CHECK_H
#define OSQ_OFFICE_KEEP_CHECK_H

#include "office/core/office.h"

/*
 * Check the whole store: SQLite's integrity, foreign keys, the journal's chain, and what
 * an office should have (hours, and a holiday table for each year in which dossiers are
 * due).  Each finding is a row: `ok`, `warning` or `error`.  BAD_DATA with the first
 * error's message when there was one.
 */
extern const struct column check_columns[];
enum status office_check(struct office *office, struct sink *sink);

#endif
