/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_READING_H
#define OSQ_FORM_READ_READING_H

#include "form/read/decode.h"
#include "form/read/reader.h"

/* The two readers behind reader_read().  TEXT, of N bytes, is the first piece, from which
 * the format was recognised; the rest comes from DECODER. */
enum status read_csv(struct decoder *decoder, const char *text, size_t n,
		     struct reader_into *into);
enum status read_json(struct decoder *decoder, const char *text, size_t n,
		      struct reader_into *into);

#endif
