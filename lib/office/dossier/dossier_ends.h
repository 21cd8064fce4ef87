/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_ENDS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_ENDS_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Append to RULES how ends without a result count, from the settings count_withdrawn and
 * late_ends, as standing_no_result() reads it.
 */
enum status dossier_ends(struct office *office, struct buf *rules);

#endif
