/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_RECOGNISE_H
#define OSQ_FORM_READ_RECOGNISE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/word.h"

/*
 * Which encoding a Vietnamese text is in.  The names are those of iconv, or of ours for
 * what it calls otherwise: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1258", "TCVN3".
 *
 * In this order: a BOM; valid UTF-8; NULs where UTF-16 has them; then whichever of
 * Windows-1258 and TCVN3 gives more Vietnamese syllables.  Text in which only some bytes
 * are not UTF-8 counts as UTF-8, so that its bad cells are reported; so does text in none
 * of these.
 */

extern const struct word encodings[];

/* The encoding of the N bytes at the start of a file by its BOM, whose length goes into
 * *BOM, or by its NULs; NULL when it has neither. */
const char *encoding_of_start(const char *bytes, size_t n, size_t *bom);

/* The encoding of N bytes of which at least one is beyond ASCII. */
const char *encoding_of(const char *bytes, size_t n);

/* The encoding that a person calls NAME (utf8, cp1258, abc ...): one of the above, or
 * NAME itself, which iconv may know.  Not to be freed. */
const char *encoding_called(const char *name);

/* What iconv calls ENCODING. */
const char *encoding_for_iconv(const char *encoding);

#endif
