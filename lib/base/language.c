/* SPDX-License-Identifier: MIT */
#include "base/language.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* catalogues.h has LANGUAGE("vi", "...") for each po file. */
#define LANGUAGE(code, catalogue) { code, catalogue },

const struct language languages[] = {
#include "catalogues.h"
	{ "en", NULL },
	{ NULL, NULL },
};

#undef LANGUAGE
#define LANGUAGE(code, catalogue) { code, NULL },

const struct word language_words[] = {
#include "catalogues.h"
	{ "en", NULL },
	{ NULL, NULL },
};

/* Whether the first of NAMES is CODE, with or without a country, an encoding or a
 * variant. */
static bool
begins_with(const char *names, const char *code)
{
	const size_t n = strlen(code);

	return !strncmp(names, code, n) && (!names[n] || strchr(":_.@", names[n]));
}

const struct language *
language_choose(const char *names)
{
	const struct language *language;

	for (;;) {
		for (language = languages; language->code; language++)
			if (begins_with(names, language->code))
				return language;
		if (!(names = strchr(names, ':')))
			return language - 1;
		names++;
	}
}

/* The number at byte PLACE of a catalogue, which is little-endian. */
static uint32_t
number_at(const char *catalogue, uint32_t place)
{
	const unsigned char *byte = (const unsigned char *)catalogue + place;

	return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 |
	       (uint32_t)byte[3] << 24;
}

/* String I of the table at byte PLACE, each entry of which is a length and an offset. */
static const char *
string_at(const char *catalogue, uint32_t place, uint32_t i)
{
	return catalogue + number_at(catalogue, place + 8 * i + 4);
}

/* TEXT behind the role that NC_() puts before it. */
static const char *
without_role(const char *text)
{
	const char *end = strchr(text, '\004');

	return end ? end + 1 : text;
}

/*
 * A catalogue begins with a header of numbers: at byte 8 the count of texts, at 12 the
 * offset of the table of texts, sorted by their bytes, at 16 the offset of the table of
 * their translations.  (GNU gettext's manual, "The Format of GNU MO Files".)
 */
const char *
language_text(const struct language *language, const char *text)
{
	const char *catalogue = language->catalogue;
	uint32_t low = 0, high, texts, translations;

	if (!catalogue || !*text) /* the translation of "" is the header of the po file */
		return without_role(text);
	high = number_at(catalogue, 8);
	texts = number_at(catalogue, 12);
	translations = number_at(catalogue, 16);
	while (low < high) {
		const uint32_t middle = low + (high - low) / 2;
		const int order = strcmp(text, string_at(catalogue, texts, middle));

		if (!order)
			return string_at(catalogue, translations, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return without_role(text);
}
