/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_TEXT_H
#define OSQ_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/* Longest text that a field may hold, in bytes: the longest published name of
 * a procedure has under 1,000; 64 KiB leaves room for a complaint. */
#define TEXT_MAX 65536

/*
 * What a blank is in a number, a time, an identifier or at the end of a cell.  These are
 * all that is left once a text is tidy: text_tidy() makes of every other blank of Unicode
 * (no-break, thin, ideographic ...) a plain one, and drops those that take no room (zero
 * width space, word joiner, byte order mark).
 */
#define TEXT_BLANKS " \t\r\n\v\f"

static inline bool
text_is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* True when the N bytes are valid UTF-8 (RFC 3629) without a NUL. */
bool text_valid(const char *s, size_t n);

/*
 * Replace what BUF holds (valid UTF-8) by its form NFC, blanks made plain and trimmed
 * at both ends; Ð (U+00D0), which old converters write for Đ, becomes Đ (U+0110), and ð
 * becomes đ.  Most text is NFC already and costs one look.
 */
void text_tidy(struct buf *buf);

/* The same for a new copy of S, to be freed. */
char *text_tidied(const char *s);

/*
 * The key under which people find things: case folded, accents off, đ to d, runs
 * of anything but letters and digits as one blank.  "Đăng ký khai sinh" is "dang
 * ky khai sinh".  Writes at most SIZE bytes with the NUL; returns the length it
 * would have needed, like snprintf().
 */
size_t text_fold(const char *s, char *out, size_t size);

/* True when every word of the folded QUERY begins a word of folded TEXT, or
 * when the query without its blanks stands in the text without its own
 * (`khaisinh`). */
bool text_matches(const char *folded_text, const char *folded_query);

/* True when the folded QUERY stands in the folded TEXT from the start of a word on, with
 * WHOLE also to the end of one, blanks ignored: "dang ky khai sinh" has `khaisinh` and
 * `sinh`, and has `khais` only where it need not be WHOLE. */
bool text_has(const char *folded_text, const char *folded_query, bool whole);

/* True when each word of QUERY that has letters beyond ASCII begins a word of TEXT as it
 * is written; only case does not matter.  Among texts that match, such a one is the
 * better match. */
bool text_accents(const char *text, const char *query);

/* True when S has letters beyond ASCII. */
bool text_is_accented(const char *s);

/* True when A and B are the same once folded: for the headings and words of imports. */
bool text_same(const char *a, const char *b);

/* True when S equals, folded, one of LIST, which is separated by '|'; false for a NULL
 * LIST. */
bool text_listed(const char *list, const char *s);

/* S without anything that a terminal would act on: control characters (C0, DEL,
 * C1) and bidirectional overrides become U+FFFD.  A new copy, to be freed. */
char *text_harmless(const char *s);

/* TEXT if it is valid UTF-8, else a repaired copy in ROOM with U+FFFD for each part that
 * is not: names of files may be anything, and a store that something else wrote into must
 * still be readable. */
const char *text_sound(const char *text, struct buf *room);

/* Copy S into OUT of SIZE bytes, cut before a letter that does not fit. */
void text_copy(char *out, size_t size, const char *s);

/* The bytes at the start of S that take at most COLUMNS on a terminal; *WIDTH gets how
 * many they take.  A combining accent takes none and stays with its letter. */
size_t text_cut(const char *s, size_t columns, size_t *width);

/* What the character at *S (valid UTF-8, not at its end) is; *S moves behind it. */
enum text_kind { TEXT_LETTER, TEXT_ACCENT, TEXT_DIGIT, TEXT_OTHER };
enum text_kind text_kind(const char **s);

/* Columns that S takes on a terminal. */
size_t text_width(const char *s);

#endif
