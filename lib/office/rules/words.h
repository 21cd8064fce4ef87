/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WORDS_H
#define OSQ_OFFICE_RULES_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

/*
 * The words by which a dossier is found, as they stand in the full-text index
 * dossier_words. All are folded (words_fold()) and separated by blanks:
 *
 *	"_17" for its procedure, which nobody types,
 *	the words of the applicant, and the name without blanks from each word but the
 *	last on ("nguyenvanan", "vanan"),
 *	"_i0123" for the last four digits of the ID number, and of the telephone number,
 *	the words of the address,
 *	of its code the day and the number; of another system's code all words.
 *
 * The procedure's name and code are not in the index, since a hundred thousand dossiers
 * share them; they are looked up when a search asks for them.  Whole ID and telephone
 * numbers would be two more words for each dossier that no other has: they doubled the
 * size of the index and the time of an import.  Of a million dossiers a hundred share the
 * last four digits; words_have_numbers() finds the right one among them.
 */
struct words_of {
	const char *code, *applicant; /* any text may be NULL */
	const char *id_number, *phone, *address;
	int64_t procedure;
};

/*
 * fold_text() for what people search: the vowel that is written i or y is the same (Quí
 * and Quý, Lí and Lý).  Both sides of a search are folded so.
 */
size_t words_fold(const char *text, char *out, size_t size);

void words_print(struct buf *words, const struct words_of *of);

#define WORDS_TAIL 4 /* how many digits of a number are indexed */

/*
 * The part of a code such as 000.17.22.H30-261123-0001, or of its end, that has the day
 * and the number; NULL when CODE has another form.
 */
const char *words_code_end(const char *code);

/*
 * The digits of an ID or telephone number, with +84 as 0 and nothing between them.  ""
 * when NUMBER is NULL, too long, or without digits.
 */
#define WORDS_DIGITS 32
const char *words_digits(const char *number, char room[static WORDS_DIGITS]);

/*
 * Whether each of NUMBERS (digits separated by blanks) equals ID_NUMBER or PHONE, however
 * these are written, or stands in CODE.  Any of the texts may be NULL.
 */
bool words_have_numbers(const char *numbers, const char *id_number, const char *phone,
			const char *code);

#endif
