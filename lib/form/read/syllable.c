/* SPDX-License-Identifier: MIT */
#include "form/read/syllable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/*
 * The shape of a Vietnamese syllable: a head, a vowel, a tail, and at most one tone. With
 * the tones off there are few of each; anything else is a word of another language, or of
 * another encoding.
 */
#define WORD 24 /* bytes; "nghiêng", the longest, has 8 */

static const char heads[] =
	" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x ";
static const char tails[] = " c ch m n ng nh p t ";
static const char vowels[] =
	" a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oao oay oă oe"
	" oeo oi oo ô ôi ơi ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê"
	" yêu ";

static bool
is_listed(const char *list, const char *word, size_t n)
{
	char key[WORD + 3];

	if (!n)
		return true;
	snprintf(key, sizeof(key), " %.*s ", (int)n, word);
	return strstr(list, key) != NULL;
}

/* WORD, in small letters and without tones, is a syllable if it can be split into head,
 * vowel and tail. */
static bool
is_syllable(const char *word)
{
	size_t n = strlen(word), head, tail;

	for (head = 0; head <= 3 && head < n; head++) {
		if (!is_listed(heads, word, head))
			continue;
		for (tail = 0; tail <= 2 && head + tail < n; tail++)
			if (is_listed(tails, word + n - tail, tail) &&
			    is_listed(vowels, word + head, n - head - tail))
				return true;
	}
	return false;
}

/* Of the five tones, as combining characters. */
static bool
is_tone(utf8proc_int32_t code)
{
	return code == 0x300 || code == 0x301 || code == 0x303 || code == 0x309 ||
	       code == 0x323;
}

/* A word being collected: in small letters, decomposed, without tones. */
struct spelling {
	char text[WORD + 8];
	size_t length;
	int tones;
	bool foreign; /* too long, or has something that is no letter */
	bool beyond;  /* has something beyond ASCII */
};

static void
add_letter(struct spelling *w, utf8proc_int32_t code)
{
	utf8proc_int32_t parts[4];
	utf8proc_ssize_t i, n;

	w->beyond = w->beyond || code >= 0x80;
	n = utf8proc_decompose_char(code, parts, 4,
				    UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
	w->foreign = w->foreign || n < 1 || n > 4;
	for (i = 0; i < n && !w->foreign; i++) {
		if (is_tone(parts[i]))
			w->tones++;
		else if (w->length >= WORD)
			w->foreign = true;
		else
			w->length += (size_t)utf8proc_encode_char(
				parts[i], (utf8proc_uint8_t *)w->text + w->length);
	}
}

static void
end_word(struct spelling *w, size_t *words, size_t *syllables)
{
	utf8proc_uint8_t *text;

	if (w->beyond) {
		++*words;
		w->text[w->length] = '\0';
		text = utf8proc_NFC((const utf8proc_uint8_t *)w->text);
		*syllables += !w->foreign && w->tones <= 1 && text &&
			      is_syllable((const char *)text);
		free(text);
	}
	*w = (struct spelling){ .length = 0 };
}

/* What stands between words in any encoding; any other sign beyond ASCII within a word
 * shows that the encoding was guessed wrongly. */
static bool
parts_words(utf8proc_int32_t code)
{
	if (code < 0x80)
		return !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
	return code == 0xa0 || (code >= 0x2000 && code < 0x2070);
}

static bool
is_letter(utf8proc_int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	return category <= UTF8PROC_CATEGORY_ME && category != UTF8PROC_CATEGORY_CN;
}

void
syllables_count(const char *text, size_t n, size_t *words, size_t *syllables)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)text, *end = p + n;
	struct spelling word = { .length = 0 };
	utf8proc_int32_t code;
	utf8proc_ssize_t used;

	*words = *syllables = 0;
	for (; p < end; p += used) {
		used = utf8proc_iterate(p, end - p, &code);
		if (used <= 0) {
			used = 1;
			code = 0xfffd;
		}
		if (parts_words(code)) {
			end_word(&word, words, syllables);
		} else if (is_letter(code)) {
			add_letter(&word, code);
		} else {
			word.beyond = word.foreign = true;
		}
	}
	end_word(&word, words, syllables);
}

/* Whether a phrase was set in a font of capitals: no small ASCII letter, and a word of
 * two capitals and something beyond ASCII.  "Mã HS" was not, nor "Tú", whose one capital
 * may be the first letter of a name. */
static bool
is_of_capitals(const char *s, size_t n)
{
	size_t i, capitals = 0, beyond = 0;
	bool evident = false;

	for (i = 0; i < n; i++) {
		if (s[i] >= 'a' && s[i] <= 'z')
			return false;
		if (s[i] == ' ')
			capitals = beyond = 0;
		capitals += s[i] >= 'A' && s[i] <= 'Z';
		beyond += ((unsigned char)s[i] & 0x80) != 0;
		evident = evident || (capitals >= 2 && beyond);
	}
	return evident;
}

static void
raise_phrase(const char *s, size_t n, struct buf *out)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s, *end = p + n;
	utf8proc_int32_t code;
	utf8proc_ssize_t used;
	char letter[8];

	for (; p < end; p += used) {
		used = utf8proc_iterate(p, end - p, &code);
		if (used <= 1) { /* ASCII, or no UTF-8 */
			used = 1;
			buf_add(out, (const char *)p, 1);
			continue;
		}
		buf_add(out, letter,
			(size_t)utf8proc_encode_char(utf8proc_toupper(code),
						     (utf8proc_uint8_t *)letter));
	}
}

void
capitals_raise(const char *text, size_t n, struct buf *out)
{
	while (n) {
		size_t length = 0;

		while (length < n &&
		       !(text[length] && strchr(",;:\t\r\n\"|()", text[length])))
			length++;
		if (is_of_capitals(text, length))
			raise_phrase(text, length, out);
		else
			buf_add(out, text, length);
		if (length < n)
			buf_add(out, text + length++, 1);
		text += length;
		n -= length;
	}
}
