/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_SYLLABLE_H
#define OSQ_FORM_READ_SYLLABLE_H

#include "base/mem.h"

/* What Vietnamese words look like, by which recognise.c tells encodings apart. */

/* Of the words in the N bytes of UTF-8 that have letters beyond ASCII: how many, and how
 * many of them are shaped like a Vietnamese syllable. */
void syllables_count(const char *text, size_t n, size_t *words, size_t *syllables);

/*
 * TCVN3 has no capitals with tone marks: its fonts for capitals (.VnTimeH) show small
 * ones as capitals.  In UTF-8 text that came from it, a phrase (between commas, quotes,
 * line ends and so on) with no small ASCII letter, and with a word of two capitals and a
 * letter beyond ASCII, was set in such a font: its small letters become capitals.
 */
void capitals_raise(const char *text, size_t n, struct buf *out);

#endif
