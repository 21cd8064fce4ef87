/* SPDX-License-Identifier: MIT */
#include "office/person.h"

#include <string.h>

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

const char *
person_mask(const char *text, char room[static PERSON_NUMBER])
{
	size_t all = 0, keep, stars, n;
	const char *s;

	if (!text)
		return NULL;
	for (s = text; *s; s++)
		all += begins_character(*s);
	keep = all < 5 ? 0 : all < 9 ? 2 : 4;
	stars = all - keep;
	while (s > text && keep)
		keep -= begins_character(*--s);
	n = strlen(s);
	if (stars + n >= PERSON_NUMBER)
		stars = PERSON_NUMBER - 1 - n;
	memset(room, '*', stars);
	memcpy(room + stars, s, n + 1);
	return room;
}
