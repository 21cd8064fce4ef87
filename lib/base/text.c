/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t
text_code(const char **s)
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

size_t
text_put_code(uint32_t code, char out[4])
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)code,
					    (utf8proc_uint8_t *)out);
}

/* Whether the eight bytes at P are all above 0 and below 0x80. */
static bool
is_ascii_8(const unsigned char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return !((word | (word - 0x0101010101010101u)) & 0x8080808080808080u);
}

bool
text_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s, *end = p + n;

	while (p < end) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used;

		/* ASCII without NUL, nearly all there is: eight letters at once. */
		if (end - p >= 8 && is_ascii_8(p)) {
			p += 8;
			continue;
		}
		if (*p - 1u < 0x7f) {
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
		code = text_code(&s);
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
		uint32_t code = text_code(&p);

		if (is_unseen(code))
			continue;
		if (is_wide_blank(code))
			code = ' ';
		else if (code == 0xd0)
			code = 0x110;
		else if (code == 0xf0)
			code = 0x111;
		buf_add(&out, bytes, text_put_code(code, bytes));
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

char *
text_lowered(const char *s)
{
	utf8proc_uint8_t *out = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
			 UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
				 UTF8PROC_CASEFOLD) < 0)
		return mem_text("");
	return (char *)out;
}

bool
text_is_accented(const char *s, size_t n)
{
	while (n--)
		if ((unsigned char)*s++ >= 0x80)
			return true;
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

		if (is_harmful(text_code(&s)))
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
			(utf8proc_int32_t)text_code(&next));

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
		width += (size_t)utf8proc_charwidth((utf8proc_int32_t)text_code(&s));
	return width;
}

enum text_kind
text_kind(const char **s)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)text_code(s));

	if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
		return TEXT_LETTER;
	if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME)
		return TEXT_ACCENT;
	if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO)
		return TEXT_DIGIT;
	return TEXT_OTHER;
}

bool
text_is_capital(const char *s)
{
	return *s &&
	       utf8proc_category((utf8proc_int32_t)text_code(&s)) == UTF8PROC_CATEGORY_LU;
}

char *
text_capitalised(const char *s)
{
	const char *rest = s;
	char first[4];
	size_t n;

	if (!*s)
		return mem_text(s);
	n = text_put_code((uint32_t)utf8proc_toupper((utf8proc_int32_t)text_code(&rest)),
			  first);
	return mem_print("%.*s%s", (int)n, first, rest);
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
