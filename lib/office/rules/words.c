/* SPDX-License-Identifier: MIT */
#include "office/rules/words.h"

#include <ctype.h>
#include <string.h>

#include "base/fold.h"
#include "office/rules/person.h"

/*
 * Append TEXT, folded and after a blank, to WORDS; returns where the folded text begins.
 */
static size_t
add_folded(struct buf *words, const char *text)
{
	char room[1024];
	size_t begin, length;

	if (!text)
		return words->length;
	length = fold_text(text, room, sizeof(room));
	if (length >= sizeof(room))
		length = sizeof(room) - 1;
	if (!length)
		return words->length;
	buf_add(words, " ", 1);
	begin = words->length;
	buf_add(words, room, length);
	return begin;
}

/* If what stands in WORDS from BEGIN on has blanks, append it again without them. */
static void
add_joined(struct buf *words, size_t begin)
{
	char room[1024];
	size_t i, n = 0;

	if (begin == words->length ||
	    !memchr(words->text + begin, ' ', words->length - begin))
		return;
	for (i = begin; i < words->length && n < sizeof(room); i++)
		if (words->text[i] != ' ')
			room[n++] = words->text[i];
	buf_add(words, " ", 1);
	buf_add(words, room, n);
}

const char *
words_code_end(const char *code)
{
	const char *number = strrchr(code, '-');
	const char *day = number && number - code >= 6 ? number - 6 : NULL;
	size_t digits;

	if (!day || (day > code && day[-1] != '-') || strspn(day, "0123456789") != 6)
		return NULL;
	digits = strspn(number + 1, "0123456789");
	return digits && !number[1 + digits] ? day : NULL;
}

const char *
words_digits(const char *number, char room[static WORDS_DIGITS])
{
	size_t n = 0;

	if (number && !strncmp(number, "+84", 3)) {
		room[n++] = '0';
		number += 3;
	}
	for (; number && *number && n < WORDS_DIGITS; number++)
		if (isdigit((unsigned char)*number))
			room[n++] = *number;
	room[n < WORDS_DIGITS ? n : 0] = '\0';
	return room;
}

static void
add_tail(struct buf *words, const char *number)
{
	char room[WORDS_DIGITS];
	size_t n = strlen(words_digits(number, room));

	if (n < WORDS_TAIL)
		return;
	buf_text(words, " _i");
	buf_add(words, room + n - WORDS_TAIL, WORDS_TAIL);
}

/* The tail of each telephone of a cell. */
static void
add_phone_tails(struct buf *words, const char *cell)
{
	char phone[PERSON_NUMBER];
	const char *rest = cell;

	if (!cell || !cell[strcspn(cell, PERSON_PHONES_PARTED)]) {
		add_tail(words, cell);
		return;
	}
	while (person_next_phone(&rest, phone) != PHONE_NO_MORE)
		add_tail(words, phone);
}

/*
 * Appends "_17".  printf() would take a tenth of the time for all of a dossier's words.
 */
static void
add_id(struct buf *words, int64_t id)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + id % 10);
	while ((id /= 10) && at > 1);
	digits[--at] = '_';
	buf_add(words, digits + at, sizeof(digits) - at);
}

void
words_print(struct buf *words, const struct words_of *of)
{
	const char *code = of->code ? words_code_end(of->code) : NULL;

	buf_clear(words);
	add_id(words, of->procedure);
	add_joined(words, add_folded(words, of->applicant));
	add_tail(words, of->id_number);
	add_phone_tails(words, of->phone);
	add_folded(words, of->address);
	add_folded(words, code ? code : of->code);
}

/* Whether the N digits at NUMBER are a telephone of CELL, as they are or as one who
 * leaves out the 0 in front says them. */
static bool
is_phone(const char *cell, const char *number, size_t n)
{
	char asked[WORDS_DIGITS], phone[PERSON_NUMBER];
	const char *rest = asked;

	if (!cell || n >= sizeof(asked))
		return false;
	memcpy(asked, number, n);
	asked[n] = '\0';
	return person_next_phone(&rest, phone) != PHONE_NO_MORE &&
	       person_has_phone(cell, phone);
}

/* Whether the N digits at NUMBER are the digits of TEXT. */
static bool
is_number(const char *text, const char *number, size_t n)
{
	char room[WORDS_DIGITS];

	return strlen(words_digits(text, room)) == n && !memcmp(room, number, n);
}

bool
words_have_numbers(const char *numbers, const char *id_number, const char *phone,
		   const char *code)
{
	bool all = true;

	while (numbers && all && *numbers) {
		size_t n = strcspn(numbers, " ");

		all = is_number(id_number, numbers, n) || is_phone(phone, numbers, n) ||
		      (code && memmem(code, strlen(code), numbers, n));
		numbers += n + (numbers[n] == ' ');
	}
	return all;
}
