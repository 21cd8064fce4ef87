/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_BESIDE_H
#define OSQ_OFFICE_CORE_BESIDE_H

#include "office/core/office.h"

/*
 * Write what a command that only reads must leave behind (that somebody looked, a form's
 * number): one transaction of its own, in which WRITE gets an office that may write, CTX,
 * and how many acts were DONE, 0 so far; where that stays 0, nothing is kept.  Where the
 * store of OFFICE is open for reading only, that is another connection.  A dry run writes
 * too, since it shows the same.  Do not call this inside another transaction that writes.
 * NOT_ALLOWED when the caller may not write.
 */
typedef enum status office_write(struct office *writer, void *ctx, int64_t *done);
enum status office_beside(struct office *office, office_write *write, void *ctx);

#endif
