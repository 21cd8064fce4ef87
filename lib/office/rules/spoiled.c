/* SPDX-License-Identifier: MIT */
#include "office/rules/spoiled.h"

#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"

#define DIGITS "0123456789"

/* Signs at which a spreadsheet takes a cell for a formula; osq's own CSV for spreadsheets
 * writes an apostrophe before them. */
#define GUARDED "=+-@"

/* An apostrophe before a guarded sign (whatever other apostrophes stand between), or
 * before a number. */
static bool
is_apostrophed(const char *text)
{
	const char *rest = text + strspn(text, "'");

	if (rest == text)
		return false;
	return (*rest && strchr(GUARDED, *rest)) ||
	       (rest == text + 1 && *rest && !rest[strspn(rest, DIGITS " .-")]);
}

/* ="0912345678", as some programs write a number that is to stay as it is. */
static bool
is_quoted_formula(const char *text, size_t n)
{
	return n >= 3 && text[0] == '=' && text[1] == '"' && text[n - 1] == '"';
}

static bool
is_error(const char *text)
{
	static const char *const errors[] = { "#N/A",    "#REF!",   "#NAME?",
					      "#VALUE!", "#DIV/0!", "#NUM!",
					      "#NULL!",  "#SPILL!", "#CALC!" };
	size_t i, hashes = strspn(text, "#");

	if (hashes >= 3 && !text[hashes]) /* a column too narrow for its number */
		return true;
	for (i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (!strcmp(text, errors[i]))
			return true;
	return false;
}

const char *
spoiled_cell(const char *text, struct buf *room, const char **why)
{
	size_t n;

	*why = NULL;
	if (is_apostrophed(text)) {
		*why = N_("is taken without the spreadsheet's apostrophe");
		return text + 1;
	}
	if (*text == '=' && is_quoted_formula(text, n = strlen(text))) {
		*why = N_("is taken without the formula around it");
		buf_clear(room);
		buf_add(room, text + 2, n - 3);
		text_tidy(room);
		return room->text;
	}
	if (*text == '#' && is_error(text)) {
		*why = N_("is a spreadsheet's error; it counts as empty");
		return "";
	}
	return text;
}

bool
spoiled_is_rounded(const char *text)
{
	size_t n = strspn(text, DIGITS);

	if (!n)
		return false;
	if (text[n] == ',' || text[n] == '.')
		n += 1 + strspn(text + n + 1, DIGITS);
	if ((text[n] != 'E' && text[n] != 'e') ||
	    (text[n + 1] != '+' && text[n + 1] != '-'))
		return false;
	return text[n + 2] && !text[n + 2 + strspn(text + n + 2, DIGITS)];
}

/*
 * TEXT, or in ROOM what it is without the commas that a spreadsheet puts after each
 * three digits of what it takes for a number, "93,190,001,234"; with dots there it is
 * as people write numbers themselves.
 */
static const char *
drop_thousands(const char *text, char room[static PERSON_NUMBER])
{
	const char *s = text;
	size_t digits = strspn(s, DIGITS), n = 0;

	if (digits < 1 || digits > 3 || s[digits] != ',' || strlen(text) >= PERSON_NUMBER)
		return text;
	for (;;) {
		memcpy(room + n, s, digits);
		n += digits;
		s += digits;
		if (*s != ',')
			break;
		if ((digits = strspn(++s, DIGITS)) != 3)
			return text;
	}
	room[n] = '\0';
	return *s ? text : room;
}

static const char rounded[] = N_(
	"was rounded by a spreadsheet, its digits are lost; it counts as empty");
static const char zero_lost[] = N_("lost its first 0 to a spreadsheet; it is put back");

const char *
spoiled_number(const char *text, int this_year, char room[static PERSON_NUMBER],
	       const char **why)
{
	char longer[PERSON_NUMBER + 1], whole[PERSON_NUMBER];
	size_t n;

	*why = NULL;
	if (spoiled_is_rounded(text)) {
		*why = rounded;
		return NULL;
	}
	if (!person_number_wrong(drop_thousands(text, whole), this_year, room))
		return room;
	n = strlen(room);
	if ((n != 11 && n != 8) || room[strspn(room, DIGITS)])
		return text;
	snprintf(longer, sizeof(longer), "0%s", room);
	if (n == 11 && !person_number_wrong(longer, this_year, room)) {
		*why = zero_lost;
		return room;
	}
	*why = N_("has neither 12 digits nor the 9 of the older card");
	return text;
}

const char *
spoiled_phone(const char *text, char room[static PERSON_PHONES], const char **why)
{
	char one[PERSON_NUMBER], whole[PERSON_NUMBER];
	const char *rest = drop_thousands(text, whole);
	size_t length = 0;
	enum person_phone is;

	*why = NULL;
	if (spoiled_is_rounded(text)) {
		*why = rounded;
		return NULL;
	}
	while ((is = person_next_phone(&rest, one)) != PHONE_NO_MORE) {
		if (is == PHONE_WRONG || length + PERSON_NUMBER + 2 > PERSON_PHONES) {
			*why = NULL;
			return text;
		}
		if (is == PHONE_ZERO_LOST)
			*why = zero_lost;
		length += (size_t)snprintf(room + length, PERSON_PHONES - length, "%s%s",
					   length ? ", " : "", one);
	}
	return length ? room : text;
}

/* 1.001193, or what stands before its local suffix. */
static bool
is_published(const char *code)
{
	size_t n = strspn(code, DIGITS);

	return n >= 1 && n <= 2 && code[n] == '.' && strspn(code + n + 1, DIGITS) == 6 &&
	       (!code[n + 7] || code[n + 7] == '.');
}

/* 1,001193 with a comma, or 1.01081 without its last zeros. */
static void
guess_code(const char *code, char meant[static SPOILED_CODE])
{
	size_t whole = strspn(code, DIGITS), part;

	*meant = '\0';
	if (whole < 1 || whole > 2 || (code[whole] != ',' && code[whole] != '.'))
		return;
	part = strspn(code + whole + 1, DIGITS);
	if (part < 1 || part > 6 || code[whole + 1 + part])
		return;
	snprintf(meant, SPOILED_CODE, "%.*s.%s%.*s", (int)whole, code, code + whole + 1,
		 (int)(6 - part), "000000");
}

bool
spoiled_is_code(const char *code, char meant[static SPOILED_CODE])
{
	if (is_published(code) ||
	    (code[strspn(code, DIGITS ".,/-:+ ")] && !spoiled_is_rounded(code)))
		return true;
	guess_code(code, meant);
	return false;
}
