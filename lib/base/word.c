/* SPDX-License-Identifier: MIT */
#include "base/word.h"

#include <string.h>

#include "base/mem.h"

const struct word yes_no[] = {
	{ "yes", "có|x|1" },
	{ "no", "không|0" },
	{ 0 },
};

const struct word *
word_find(const struct word *words, const char *code)
{
	for (; code && words->code; words++)
		if (!strcmp(words->code, code))
			return words;
	return NULL;
}

const char *
word_stranger(const struct word *words, const char *list, size_t *n)
{
	const struct word *word;

	for (;; list += *n + 1) {
		*n = strcspn(list, ",");
		for (word = words; word->code; word++)
			if (strlen(word->code) == *n && !memcmp(word->code, list, *n))
				break;
		if (!word->code)
			return list;
		if (!list[*n])
			return NULL;
	}
}

char *
word_codes(const struct word *words, const char *between)
{
	struct buf codes = { 0 };

	for (; words->code; words++) {
		if (codes.length)
			buf_text(&codes, between);
		buf_text(&codes, words->code);
	}
	return codes.text ? codes.text : mem_text("");
}
