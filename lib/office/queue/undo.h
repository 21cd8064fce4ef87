/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_UNDO_H
#define OSQ_OFFICE_QUEUE_UNDO_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Undo the last act at the counter: the periods that it began are deleted, those that it
 * ended go on.  NO when there was no act today, or something has followed it.  ACT gets
 * the act as the journal calls it, SUBJECT the ticket or the counter.
 */
enum status queue_undo(struct office *office, struct buf *act, struct buf *subject);

#endif
