/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_DECODE_H
#define OSQ_FORM_READ_DECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/mem.h"
#include "form/read/reader.h"

/*
 * A stream as UTF-8, piece by piece, without its BOM.  Its encoding is the one that HOW
 * names, else recognised (form/recognise.h); as long as it is all ASCII the question
 * stays open, for then the answer makes no difference.  What is neither passes as it is,
 * so that the reader can say which of its cells are not UTF-8.
 */
struct decoder {
	FILE *stream;
	struct reader_how *how;
	bool decided; /* about the encoding */
	bool converts;
	bool capitals; /* TCVN3: raise them */
	size_t unit;   /* bytes to pass over where some make no sense */
	iconv_t iconv;
	char *raw;    /* as read */
	size_t first; /* what of RAW has not been handed out yet */
	size_t end;
	bool started;
	bool drained; /* iconv has given what it held back for combining marks */
	char *text;   /* as converted */
	struct buf raised;
};

/* Reads the first piece.  HOW stays valid; its FOUND is told once known.  USAGE when the
 * encoding that it names is none; IO_ERROR; close it in any case. */
enum status decoder_open(struct decoder *decoder, FILE *stream, struct reader_how *how);

/* The next piece, valid until the next call; *N is 0 at the end.  IO_ERROR. */
enum status decoder_next(struct decoder *decoder, const char **text, size_t *n);

/* Free what is in it; the stream stays open. */
void decoder_close(struct decoder *decoder);

#endif
