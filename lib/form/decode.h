/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_DECODE_H
#define OSQ_FORM_DECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"

/*
 * A stream as UTF-8, piece by piece, without its BOM.  UTF-16 is known by its BOM
 * or by where its NULs lie, and converted; anything else passes as it is, so that
 * the reader can say which of its cells are not UTF-8.
 */
struct decoder {
	FILE *stream;
	bool utf16;
	iconv_t iconv;
	char *raw;    /* as read */
	size_t first; /* what of RAW has not been handed out yet */
	size_t end;
	bool started;
	char *text; /* as converted */
};

/* Reads the first piece.  IO_ERROR; close it in any case. */
enum status decoder_open(struct decoder *decoder, FILE *stream);

/* The next piece, valid until the next call; *N is 0 at the end.  IO_ERROR. */
enum status decoder_next(struct decoder *decoder, const char **text, size_t *n);

void decoder_close(struct decoder *decoder);

#endif
