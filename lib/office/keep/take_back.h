/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_TAKE_BACK_H
#define OSQ_OFFICE_KEEP_TAKE_BACK_H

#include "office/core/office.h"

/*
 * What a clock that was ahead has left: records of what happened at moments that are
 * still to come, which lock counters and dossiers until then.  (Promises and slots are to
 * come by nature; the journal cannot be changed.)
 */

/* Count those behind NOW. */
enum status take_back_count(struct office *office, int64_t now, int64_t *count);

/* Let them have happened NOW, inside the write transaction; *COUNT of them. */
enum status take_back_to(struct office *office, int64_t now, int64_t *count);

#endif
