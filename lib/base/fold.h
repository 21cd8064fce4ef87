/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_FOLD_H
#define OSQ_BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* Finding what is typed without accents; telling whether two texts mean the same. */

/*
 * The key under which people find things: case folded, accents off, đ to d, runs
 * of anything but letters and digits as one blank.  "Đăng ký khai sinh" is "dang
 * ky khai sinh".  Writes at most SIZE bytes with the NUL; returns the length it
 * would have needed, like snprintf().
 */
size_t fold_text(const char *s, char *out, size_t size);

/* True when every word of the folded QUERY begins a word of folded TEXT, or
 * when the query without its blanks stands in the text without its own
 * (`khaisinh`). */
bool fold_matches(const char *folded_text, const char *folded_query);

/* True when the folded QUERY stands in the folded TEXT from the start of a word on, with
 * WHOLE also to the end of one, blanks ignored: "dang ky khai sinh" has `khaisinh` and
 * `sinh`, and has `khais` only where it need not be WHOLE. */
bool fold_has(const char *folded_text, const char *folded_query, bool whole);

/* True when each word of QUERY that has letters beyond ASCII begins a word of TEXT as it
 * is written; only case does not matter.  Among texts that match, such a one is the
 * better match. */
bool fold_accents(const char *text, const char *query);

/* True when A and B are the same once folded: for the headings and words of imports. */
bool fold_same(const char *a, const char *b);

/* True when S equals, folded, one of LIST, which is separated by '|'; false for a NULL
 * LIST. */
bool fold_listed(const char *list, const char *s);

#endif
