/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_UNDO_H
#define OSQ_OFFICE_QUEUE_UNDO_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Take back the last act at the counter: the periods that it began go, those that it
 * ended go on.  NO when there was none today, or when something followed.  ACT gets
 * what was taken back, as the journal calls it, SUBJECT the ticket or the counter.
 */
enum status queue_undo(struct office *office, struct buf *act, struct buf *subject);

#endif
