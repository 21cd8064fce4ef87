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
 * stays open, for then the answer makes no difference.  Text in none of the known
 * encodings passes unchanged, so that the reader can report which of its cells are not
 * UTF-8.
 */
struct decoder {
	FILE *stream;
	struct reader_how *how;
	bool decided; /* the encoding is known */
	bool converts;
	bool capitals; /* TCVN3: restore capitals, see capitals_raise() */
	size_t unit;   /* bytes to skip where some cannot be converted */
	iconv_t iconv;
	char *raw;    /* as read */
	size_t first; /* FIRST to END of RAW has not been handed out yet */
	size_t end;
	bool started;
	bool cut;     /* it ends within a letter of UTF-16, so more of it may lack */
	bool drained; /* iconv has given what it held back for combining marks */
	char *text;   /* as converted */
	struct buf raised;
};

/* Start, and read the first piece.  The caller keeps HOW valid; its FOUND is set once
 * known.  USAGE when it names an unknown encoding; IO_ERROR.  Close the decoder in any
 * case. */
enum status decoder_open(struct decoder *decoder, FILE *stream, struct reader_how *how);

/* The next piece, valid until the next call; *N is 0 at the end.  IO_ERROR; BAD_DATA for
 * a file of UTF-16 that ends within a letter. */
enum status decoder_next(struct decoder *decoder, const char **text, size_t *n);

/* Free what is in it; the stream stays open. */
void decoder_close(struct decoder *decoder);

#endif
