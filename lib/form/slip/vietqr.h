/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_VIETQR_H
#define OSQ_FORM_SLIP_VIETQR_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

/*
 * VietQR: what a banking app reads from a QR code to fill in a transfer.  It is an EMVCo
 * merchant-presented code (EMV QRCPS, 1.1) with NAPAS' own account information in field
 * 38.  Fields are two digits of tag, two of length in bytes, and so many bytes.
 */
#define VIETQR_FIELD   25 /* bytes that bill number and purpose hold */
#define VIETQR_ACCOUNT 19
#define VIETQR_AMOUNT  INT64_C(9999999999999) /* 13 digits */

/* A text that is "" is left out of the payload. */
struct vietqr {
	char bin[7];                      /* the bank: 6 digits */
	char account[VIETQR_ACCOUNT + 1]; /* letters and digits */
	int64_t amount;                   /* whole đồng; 0: the payer fills it in */
	char bill[VIETQR_FIELD + 1];
	char purpose[VIETQR_FIELD + 1];
};

/* Append the payload: static (11) without an amount, to be paid again and again, else
 * dynamic (12).  BAD_DATA when a member is not as described above or has other bytes than
 * printable ASCII. */
enum status vietqr_write(const struct vietqr *qr, struct buf *out);

/*
 * A dossier's code as the purpose of its payment: letters without accents, digits,
 * blanks, '.' and '-', which banks pass on; anything else becomes a blank.  A code that
 * is too long loses its dots and dashes, then its beginning, since the number of the day
 * stands at the end.  "" when nothing is left.
 */
void vietqr_purpose(const char *code, char purpose[static VIETQR_FIELD + 1]);

#endif
