/* SPDX-License-Identifier: MIT */
#include "office/rules/words.h"

#include <ctype.h>
#include <string.h>

#include "base/fold.h"
#include "office/rules/person.h"

/* A firm's name of many words is found by those that it begins with. */
#define RUNS_MOST 6

/*
 * Write the y of FOLDED that is the vowel i as i: the one after a consonant or qu, or
 * that begins a word, unless it begins yê.  Of Huy, Tây and the like it is no other
 * spelling. What is run together is spelt as it stands, so that both sides of a search
 * agree.
 */
static void
spell_vowels(char *folded)
{
	char *y = folded;

	for (; (y = strchr(y, 'y')); y++) {
		const char before = (char)(y > folded ? y[-1] : ' ');
		const bool qu = before == 'u' && y - folded > 1 && y[-2] == 'q';

		if (y[1] != 'e' && (qu || !strchr("aeiouy", before)))
			*y = 'i';
	}
}

size_t
words_fold(const char *text, char *out, size_t size)
{
	const size_t length = fold_text(text, out, size);

	spell_vowels(out);
	return length;
}

/* Append what is folded in TEXT, of N bytes, after a blank, and spell it. */
static void
add_spelt(struct buf *words, const char *text, size_t n)
{
	const size_t begin = words->length + 1;

	buf_add(words, " ", 1);
	buf_add(words, text, n);
	spell_vowels(words->text + begin);
}

/* Append TEXT, folded and after a blank, to WORDS. */
static void
add_folded(struct buf *words, const char *text)
{
	char room[1024];

	if (text && fold_text(text, room, sizeof(room)))
		add_spelt(words, room, strlen(room));
}

/*
 * The words of TEXT, and run together from each of them but the last on: so any words
 * that follow each other begin one of these.
 */
static void
add_name(struct buf *words, const char *text)
{
	char room[1024], run[1024];
	const char *name = room, *next, *from;
	int runs = 0;

	if (!text || !fold_text(text, room, sizeof(room)))
		return;
	add_spelt(words, room, strlen(room));
	while ((next = strchr(name, ' ')) && runs++ < RUNS_MOST) {
		size_t n = 0;

		for (from = name; *from; from++)
			if (*from != ' ')
				run[n++] = *from;
		add_spelt(words, run, n);
		name = next + 1;
	}
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
	add_name(words, of->applicant);
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
