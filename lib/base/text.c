/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* The code point at S; *S moves behind it.  Bytes that are not UTF-8 (an argument may
 * hold some) give an arbitrary code point, but nothing is read beyond the end of S. */
static uint32_t
next_code(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	uint32_t code = p[0];
	int more = code < 0x80 ? 0 : code < 0xe0 ? 1 : code < 0xf0 ? 2 : 3;
	int i;

	if (more)
		code &= 0x3fu >> more;
	for (i = 1; i <= more && p[i]; i++)
		code = code << 6 | (p[i] & 0x3f);
	*s += i;
	return code;
}

static size_t
put_code(uint32_t code, char out[4])
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)code,
					    (utf8proc_uint8_t *)out);
}

bool
text_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;

	while (p < end) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used;

		if (*p - 1u < 0x7f) { /* ASCII without NUL: nearly all there is */
			p++;
			continue;
		}
		used = utf8proc_iterate(p, end - p, &code);
		if (used <= 0 || code == 0)
			return false;
		p += used;
	}
	return true;
}

/* Text all of whose letters lie below the combining marks, or in the block of
 * the precomposed Vietnamese letters, is in NFC as it stands. */
static bool
is_plain(const char *s)
{
	while (*s) {
		uint32_t code;

		if ((unsigned char)*s < 0x80) {
			s++;
			continue;
		}
		code = next_code(&s);
		if (code == 0xd0 || code == 0xf0 || code == 0xa0 || code == 0x85)
			return false;
		if (code >= 0x300 && (code < 0x1ea0 || code > 0x1ef9) &&
		    (code < 0x2010 || code > 0x2027))
			return false;
	}
	return true;
}

/* The blanks of Unicode beyond ASCII (its property White_Space). */
static bool
is_wide_blank(uint32_t code)
{
	return code == 0x85 || code == 0xa0 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 ||
	       code == 0x202f || code == 0x205f || code == 0x3000;
}

/* What takes no room and nobody sees: zero width space, word joiner, byte order mark. */
static bool
is_unseen(uint32_t code)
{
	return code == 0x200b || code == 0x2060 || code == 0xfeff;
}

/* S in NFC, with Ð and ð corrected to Đ and đ, and every blank a plain one.  To be
 * freed. */
static char *
compose_text(const char *s)
{
	utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)s);
	struct buf out = { 0 };
	const char *p = nfc ? (const char *)nfc : s;

	while (*p) {
		char bytes[4];
		uint32_t code = next_code(&p);

		if (is_unseen(code))
			continue;
		if (is_wide_blank(code))
			code = ' ';
		else if (code == 0xd0)
			code = 0x110;
		else if (code == 0xf0)
			code = 0x111;
		buf_add(&out, bytes, put_code(code, bytes));
	}
	free(nfc);
	return out.text ? out.text : mem_text("");
}

void
text_tidy(struct buf *buf)
{
	size_t first = 0;

	if (!buf->text)
		return;
	if (!is_plain(buf->text)) {
		char *nfc = compose_text(buf->text);

		buf_clear(buf);
		buf_text(buf, nfc);
		free(nfc);
	}
	while (buf->length && text_is_blank(buf->text[buf->length - 1]))
		buf->length--;
	buf->text[buf->length] = '\0';
	while (text_is_blank(buf->text[first]))
		first++;
	if (first) {
		buf->length -= first;
		memmove(buf->text, buf->text + first, buf->length + 1);
	}
}

char *
text_tidied(const char *s)
{
	struct buf buf = { 0 };

	buf_text(&buf, s);
	text_tidy(&buf);
	return buf.text;
}

/* What a code point becomes in a search key; 0 = a blank, UINT32_MAX = nothing. */
static uint32_t
folded_slow(uint32_t code)
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
		return folded_slow(code);
	if (!known[place]) {
		uint32_t value = folded_slow(code);

		if (value == UINT32_MAX)
			return value;
		known[place] = value + 1;
	}
	return known[place] - 1;
}

size_t
text_fold(const char *s, char *out, size_t size)
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
			code = fold_letter(next_code(&s));
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
			n = put_code(code, bytes);
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
text_has(const char *text, const char *query, bool whole)
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

/* S with its case folded and composed, and all but letters, digits and accents turned
 * into blanks.  To be freed. */
static char *
lower_text(const char *s)
{
	utf8proc_uint8_t *out = NULL;
	char *p;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
			 UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
				 UTF8PROC_CASEFOLD) < 0)
		return mem_text("");
	for (p = (char *)out; *p; p++)
		if ((unsigned char)*p < 0x80 && !(*p >= 'a' && *p <= 'z') &&
		    !(*p >= '0' && *p <= '9'))
			*p = ' ';
	return (char *)out;
}

static bool
is_accented(const char *s, size_t n)
{
	while (n--)
		if ((unsigned char)*s++ >= 0x80)
			return true;
	return false;
}

bool
text_is_accented(const char *s)
{
	return is_accented(s, strlen(s));
}

bool
text_accents(const char *text, const char *query)
{
	char *t = lower_text(text), *q = lower_text(query);
	const char *word = q + strspn(q, " ");
	bool right = true;

	while (right && *word) {
		size_t n = strcspn(word, " ");

		right = !is_accented(word, n) || begins_word(t, word, n);
		word += n + strspn(word + n, " ");
	}
	free(t);
	free(q);
	return right;
}

bool
text_matches(const char *text, const char *query)
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
text_same(const char *a, const char *b)
{
	char x[256], y[256];

	return text_fold(a, x, sizeof(x)) < sizeof(x) &&
	       text_fold(b, y, sizeof(y)) < sizeof(y) && !strcmp(x, y);
}

bool
text_listed(const char *list, const char *s)
{
	while (list && *list) {
		char item[256];
		size_t n = strcspn(list, "|");

		if (n < sizeof(item)) {
			memcpy(item, list, n);
			item[n] = '\0';
			if (text_same(item, s))
				return true;
		}
		list += n;
		list += *list == '|';
	}
	return false;
}

static bool
is_harmful(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) ||
	       (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
	       code == 0x200e || code == 0x200f || code == 0x2028 || code == 0x2029;
}

char *
text_harmless(const char *s)
{
	struct buf out = { 0 };

	while (*s) {
		const char *start = s;

		if (is_harmful(next_code(&s)))
			buf_text(&out, "\xef\xbf\xbd");
		else
			buf_add(&out, start, (size_t)(s - start));
	}
	return out.text ? out.text : mem_text("");
}

void
text_copy(char *out, size_t size, const char *s)
{
	size_t n = strlen(s);

	if (n >= size) {
		n = size - 1;
		while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(out, s, n);
	out[n] = '\0';
}

size_t
text_cut(const char *s, size_t columns, size_t *width)
{
	const char *end = s;

	*width = 0;
	while (*end) {
		const char *next = end;
		size_t one = (size_t)utf8proc_charwidth(
			(utf8proc_int32_t)next_code(&next));

		if (*width + one > columns)
			break;
		*width += one;
		end = next;
	}
	return (size_t)(end - s);
}

size_t
text_width(const char *s)
{
	size_t width = 0;

	while (*s)
		width += (size_t)utf8proc_charwidth((utf8proc_int32_t)next_code(&s));
	return width;
}

enum text_kind
text_kind(const char **s)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)next_code(s));

	if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
		return TEXT_LETTER;
	if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME)
		return TEXT_ACCENT;
	if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO)
		return TEXT_DIGIT;
	return TEXT_OTHER;
}

/* How many of the N bytes at S are one valid code point; 0 when none. */
static size_t
one_code(const char *s, size_t n)
{
	size_t length;

	for (length = 1; length <= 4 && length <= n; length++)
		if (text_valid(s, length))
			return length;
	return 0;
}

const char *
text_sound(const char *text, struct buf *room)
{
	size_t n = strlen(text);

	if (text_valid(text, n))
		return text;
	buf_clear(room);
	while (n) {
		size_t length = one_code(text, n);

		if (length)
			buf_add(room, text, length);
		else
			buf_text(room, "\xef\xbf\xbd");
		text += length ? length : 1;
		n -= length ? length : 1;
	}
	return room->text;
}
