/* SPDX-License-Identifier: MIT */
#include "office/rules/person.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"

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
	/* (Text that is no UTF-8 may have any number of bytes that begin nothing.) */
	for (n = 0; s > text && keep && n < PERSON_NUMBER - 1; n++)
		keep -= begins_character(*--s);
	if (stars + n >= PERSON_NUMBER)
		stars = PERSON_NUMBER - 1 - n;
	memset(room, '*', stars);
	memcpy(room + stars, s, n + 1);
	return room;
}

/*
 * Copy TEXT without the characters of DROPPED.  False, with nothing copied, when the rest
 * is longer than any number.
 */
static bool
strip_number(const char *text, const char *dropped, char room[static PERSON_NUMBER])
{
	size_t n = 0;

	for (; *text; text++) {
		if (strchr(dropped, *text))
			continue;
		if (n == PERSON_NUMBER - 1) {
			*room = '\0';
			return false;
		}
		room[n++] = *text;
	}
	room[n] = '\0';
	return true;
}

static bool
all_digits(const char *s)
{
	return *s && strspn(s, "0123456789") == strlen(s);
}

static bool
all_same(const char *s)
{
	return strspn(s, (const char[]){ *s, '\0' }) == strlen(s);
}

static const char *
citizen_number_wrong(const char *n, int this_year)
{
	if (!strncmp(n, "000", 3))
		return N_("the province (first three digits) cannot be 000");
	if (1900 + (n[3] - '0') / 2 * 100 + (n[4] - '0') * 10 + n[5] - '0' > this_year)
		return N_("the year of birth (fourth to sixth digit) is still to come");
	return NULL;
}

/* Ten digits, the last of which is computed from the others (Circular 105/2020/TT-BTC);
 * a branch has three more. */
bool
person_is_organisation(const char *number)
{
	static const int weights[] = { 31, 29, 23, 19, 17, 13, 7, 5, 3 };
	int sum = 0;
	size_t i;

	if (!all_digits(number) || (strlen(number) != 10 && strlen(number) != 13))
		return false;
	for (i = 0; i < 9; i++)
		sum += weights[i] * (number[i] - '0');
	return 10 - sum % 11 == number[9] - '0';
}

/* Letters as they are printed on passports: in capitals. */
static bool
is_passport(char *number)
{
	size_t letters = 0, digits;

	for (; isascii(number[letters]) && isalpha(number[letters]); letters++)
		number[letters] = (char)toupper(number[letters]);
	digits = strspn(number + letters, "0123456789");
	return letters >= 1 && letters <= 2 && digits >= 6 && digits <= 8 &&
	       !number[letters + digits];
}

const char *
person_number_wrong(const char *text, int this_year, char room[static PERSON_NUMBER])
{
	size_t n;

	if (!strip_number(text, TEXT_BLANKS ".-", room))
		return N_("is longer than any number");
	n = strlen(room);
	if (!all_digits(room))
		return is_passport(room) ? NULL : N_("has something else than digits");
	if (all_same(room))
		return N_("is one digit again and again");
	if (n == 12)
		return citizen_number_wrong(room, this_year);
	if (n == 9 || person_is_organisation(room))
		return NULL;
	return N_("has neither 12 digits nor the 9 of the older card");
}

const char *
person_phone_wrong(const char *text, char room[static PERSON_NUMBER])
{
	static const char *const prefixes[] = { "+84", "0084", "84" };
	size_t i, cut = 0, n;

	memset(room, 0, PERSON_NUMBER);
	if (!strip_number(text, TEXT_BLANKS ".-()", room))
		return N_("is longer than any telephone number");
	for (i = 0; i < 3 && !cut; i++)
		if (!strncmp(room, prefixes[i], strlen(prefixes[i])))
			cut = strlen(prefixes[i]);
	if (cut) { /* "+84 (0) 912" is written as well */
		cut += room[cut] == '0';
		memmove(room + 1, room + cut, strlen(room + cut) + 1);
		room[0] = '0';
	}
	n = strlen(room);
	if (!all_digits(room))
		return N_("has something else than digits");
	if (room[0] != '0')
		return N_("does not begin with 0 or +84");
	if (room[1] == '2')
		return n == 11 ? NULL : N_("has not the 11 digits of a landline");
	if (!strchr("35789", room[1]) || !room[1])
		return N_("begins like no telephone number of Vietnam");
	return n == 10 ? NULL : N_("has not the 10 digits of a mobile telephone");
}

/* Give the telephone in ROOM back the 0 in front. */
static bool
restore_zero(char room[static PERSON_NUMBER])
{
	char longer[PERSON_NUMBER + 1], tidy[PERSON_NUMBER];

	if (!all_digits(room) || room[0] == '0')
		return false;
	snprintf(longer, sizeof(longer), "0%s", room);
	if (person_phone_wrong(longer, tidy))
		return false;
	memcpy(room, tidy, sizeof(tidy));
	return true;
}

enum person_phone
person_next_phone(const char **text, char room[static PERSON_NUMBER])
{
	char part[PERSON_NUMBER + 32];
	size_t n;

	while (**text && (strchr(PERSON_PHONES_PARTED, **text) || text_is_blank(**text)))
		++*text;
	if (!**text)
		return PHONE_NO_MORE;
	n = strcspn(*text, PERSON_PHONES_PARTED);
	snprintf(part, sizeof(part), "%.*s", (int)n, *text);
	*text += n;
	if (n < sizeof(part) && !person_phone_wrong(part, room))
		return PHONE_RIGHT;
	return n < sizeof(part) && restore_zero(room) ? PHONE_ZERO_LOST : PHONE_WRONG;
}

const char *
person_phones_wrong(const char *text, char room[static PERSON_PHONES], bool *several)
{
	char one[PERSON_NUMBER];
	const char *rest = text, *part = text;
	size_t length = 0;
	enum person_phone is;

	memset(room, 0, PERSON_PHONES);
	*several = false;
	while ((is = person_next_phone(&rest, one)) == PHONE_RIGHT) {
		if (length + strlen(one) + 2 >= PERSON_PHONES)
			return N_("is longer than any telephone number");
		*several = length > 0;
		length += (size_t)snprintf(room + length, PERSON_PHONES - length, "%s%s",
					   length ? ", " : "", one);
		part = rest + strspn(rest, PERSON_PHONES_PARTED);
	}
	/* What is wrong is told of the rest, or of a cell that has none. */
	return is == PHONE_NO_MORE && length ? NULL : person_phone_wrong(part, one);
}

bool
person_has_phone(const char *cell, const char *phone)
{
	char one[PERSON_NUMBER] = "";

	while (person_next_phone(&cell, one) != PHONE_NO_MORE)
		if (*one && !strcmp(one, phone))
			return true;
	return false;
}

/* Whether a terminal or a printer would act on something in NAME. */
static bool
has_control(const char *name)
{
	char *harmless = text_harmless(name);
	const bool same = !strcmp(harmless, name);

	free(harmless);
	return !same;
}

const char *
person_name_wrong(const char *name)
{
	char folded[256], first;
	size_t letters = 0, same = 0, i;
	const char *s = name;

	if (has_control(name))
		return N_("has a character in it that nobody can see");
	while (*s)
		letters += text_kind(&s) == TEXT_LETTER;
	if (!letters)
		return N_("has no letter");
	fold_text(name, folded, sizeof(folded));
	first = folded[0];
	for (i = 0; folded[i]; i++)
		same += folded[i] == first;
	return same == i && i > 2 ? N_("is one letter again and again") : NULL;
}

const char *
person_name_doubt(const char *name)
{
	const char *s = name;

	while (*s) {
		const char sign = *s;
		const bool apostrophe = !strncmp(s, "\xe2\x80\x99", 3);
		const enum text_kind kind = text_kind(&s);

		if (kind == TEXT_DIGIT)
			return N_("has a digit in it");
		if (kind == TEXT_OTHER && !apostrophe && !strchr(" '-.,", sign))
			return N_("has a sign in it that is in no person's name");
	}
	return NULL;
}

const char *
person_email_wrong(const char *text)
{
	const char *at = strchr(text, '@');

	return !at || at == text || !at[1] || strchr(at + 1, '@') ||
			       strpbrk(text, " \t\r\n<>") ?
		       N_("is no address like name@place.vn") :
		       NULL;
}
