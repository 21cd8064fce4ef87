/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"
#include "base/text.h"

/* What a code point becomes in a search key; 0 = a blank, UINT32_MAX = nothing. */
static uint32_t
decompose_letter(uint32_t code)
{
	utf8proc_int32_t parts[8];
	utf8proc_category_t category;
	utf8proc_ssize_t n;

	if (code == 0x110 || code == 0x111 || code == 0xd0 || code == 0xf0)
		return 'd';
	category = utf8proc_category((utf8proc_int32_t)code);
	if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME)
		return UINT32_MAX; /* a combining accent: leave it out */
	if (!(category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) &&
	    !(category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO))
		return 0;
	n = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8,
				    UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
					    UTF8PROC_STRIPMARK,
				    NULL);
	return n >= 1 ? (uint32_t)parts[0] : code;
}

/* The same, with the answers for Latin letters kept in a table as they are first met. */
static uint32_t
fold_letter(uint32_t code)
{
	static uint32_t known[0x250 + 0x100]; /* value + 1, 0 = not asked yet */
	size_t place;

	if (code < 0x250)
		place = code;
	else if (code >= 0x1e00 && code < 0x1f00)
		place = code - 0x1e00 + 0x250;
	else
		return decompose_letter(code);
	if (!known[place]) {
		uint32_t value = decompose_letter(code);

		if (value == UINT32_MAX)
			return value;
		known[place] = value + 1;
	}
	return known[place] - 1;
}

size_t
fold_text(const char *s, char *out, size_t size)
{
	size_t length = 0;
	bool gap = false;

	while (*s) {
		unsigned char c = (unsigned char)*s;
		char bytes[4];
		size_t i, n = 1;
		uint32_t code;

		if (c < 0x80)
			code = fold_letter((uint32_t)(unsigned char)*s++);
		else
			code = fold_letter(text_code(&s));
		if (code == UINT32_MAX)
			continue;
		if (code == 0) {
			gap = length > 0;
			continue;
		}
		if (gap && ++length < size)
			out[length - 1] = ' ';
		gap = false;
		if (code < 0x80)
			bytes[0] = (char)code;
		else
			n = text_put_code(code, bytes);
		for (i = 0; i < n; i++, length++)
			if (length + 1 < size)
				out[length] = bytes[i];
	}
	if (size)
		out[length < size ? length : size - 1] = '\0';
	return length;
}

/* Whether WORD (N bytes) begins a word of TEXT. */
static bool
begins_word(const char *text, const char *word, size_t n)
{
	for (;;) {
		if (!strncmp(text, word, n))
			return true;
		if (!(text = strchr(text, ' ')))
			return false;
		text++;
	}
}

/* Where NEEDLE ends in TEXT, which begins with it when blanks do not count on either
 * side; or NULL. */
static const char *
end_closed_up(const char *t, const char *q)
{
	while (*q) {
		while (*t == ' ')
			t++;
		while (*q == ' ')
			q++;
		if (!*q || *t != *q)
			break;
		t++;
		q++;
	}
	return *q ? NULL : t;
}

static bool
stands_closed_up(const char *text, const char *needle)
{
	for (; *text; text++)
		if (*text != ' ' && end_closed_up(text, needle))
			return true;
	return false;
}

bool
fold_has(const char *text, const char *query, bool whole)
{
	for (;;) {
		const char *end = end_closed_up(text, query);

		if (end && (!whole || !*end || *end == ' '))
			return true;
		if (!(text = strchr(text, ' ')))
			return false;
		text++;
	}
}

/* S in small letters, and all but letters, digits and accents turned into blanks.  To be
 * freed. */
static char *
lower_words(const char *s)
{
	char *out = text_lowered(s), *p;

	for (p = out; *p; p++)
		if ((unsigned char)*p < 0x80 && !(*p >= 'a' && *p <= 'z') &&
		    !(*p >= '0' && *p <= '9'))
			*p = ' ';
	return out;
}

bool
fold_accents(const char *text, const char *query)
{
	char *t = lower_words(text), *q = lower_words(query);
	const char *word = q + strspn(q, " ");
	bool right = true;

	while (right && *word) {
		size_t n = strcspn(word, " ");

		right = !text_is_accented(word, n) || begins_word(t, word, n);
		word += n + strspn(word + n, " ");
	}
	free(t);
	free(q);
	return right;
}

bool
fold_matches(const char *text, const char *query)
{
	const char *word = query;

	while (*word) {
		size_t n = strcspn(word, " ");

		if (!begins_word(text, word, n))
			return stands_closed_up(text, query);
		word += n;
		while (*word == ' ')
			word++;
	}
	return true;
}

bool
fold_same(const char *a, const char *b)
{
	char x[256], y[256];

	return fold_text(a, x, sizeof(x)) < sizeof(x) &&
	       fold_text(b, y, sizeof(y)) < sizeof(y) && !strcmp(x, y);
}

bool
fold_listed(const char *list, const char *s)
{
	while (list && *list) {
		char item[256];
		size_t n = strcspn(list, "|");

		if (n < sizeof(item)) {
			memcpy(item, list, n);
			item[n] = '\0';
			if (fold_same(item, s))
				return true;
		}
		list += n;
		list += *list == '|';
	}
	return false;
}
