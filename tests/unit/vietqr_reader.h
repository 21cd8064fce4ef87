/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_UNIT_VIETQR_READER_H
#define OSQ_TESTS_UNIT_VIETQR_READER_H

#include <stdbool.h>

#include "form/slip/vietqr.h"

/* A reader of QR payments, as a bank has one, made from the standards' text alone: what
 * the product writes is read with it. */

/* Read PAYLOAD; fields that are not VietQR's are passed over.  False when it is none, or
 * its check sum is wrong: *QR is untouched then. */
bool vietqr_read(const char *payload, struct vietqr *qr);

/* CRC-16/CCITT-FALSE; of "123456789" it is 0x29b1. */
unsigned vietqr_sum(const char *bytes, size_t n);

#endif
