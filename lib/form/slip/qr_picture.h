/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_QR_PICTURE_H
#define OSQ_FORM_SLIP_QR_PICTURE_H

#include "base/error.h"
#include "base/mem.h"

/* A QR code as a picture of its own.  The code that draws it lies in the module
 * form-slip. */
enum qr_kind {
	QR_SVG,    /* one <svg>, without a size of its own */
	QR_PNG,    /* 8 dots a module */
	QR_BLOCKS, /* UTF-8 lines for a terminal, with its colours */
};

/* Append TEXT as a QR code to OUT, with its quiet zone.  UNAVAILABLE without the module;
 * BAD_DATA for a text that is too long. */
enum status qr_picture(const char *text, enum qr_kind kind, struct buf *out);

#endif
