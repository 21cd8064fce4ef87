/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_TEXT_H
#define OSQ_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* S (valid UTF-8) in small letters, composed; to be freed. */
char *text_lowered(const char *s);

/* True when the N bytes at S have letters beyond ASCII. */
bool text_is_accented(const char *s, size_t n);

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

/* The code point at *S, which is not at its end; *S moves behind it.  Bytes that are not
 * UTF-8 (an argument may hold some) give an arbitrary one, but nothing is read beyond the
 * end of S. */
uint32_t text_code(const char **s);

/* The UTF-8 of a code point into OUT; returns how many bytes it has. */
size_t text_put_code(uint32_t code, char out[4]);

/* What the character at *S (valid UTF-8, not at its end) is; *S moves behind it. */
enum text_kind { TEXT_LETTER, TEXT_ACCENT, TEXT_DIGIT, TEXT_OTHER };
enum text_kind text_kind(const char **s);

/* Whether S begins with a capital letter. */
bool text_is_capital(const char *s);

/* A new copy of S that begins with a capital letter where it began with a letter; the
 * caller frees it. */
char *text_capitalised(const char *s);

/* Columns that S takes on a terminal. */
size_t text_width(const char *s);

#endif
