/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READING_H
#define OSQ_FORM_READING_H

#include "form/decode.h"
#include "form/reader.h"

/* The two readers behind reader_read().  TEXT, N is the first piece, which has told
 * them apart; the rest comes from DECODER. */
enum status read_csv(struct decoder *decoder, const char *text, size_t n,
		     struct reader_into *into);
enum status read_json(struct decoder *decoder, const char *text, size_t n,
		      struct reader_into *into);

#endif
