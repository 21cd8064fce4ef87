/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WORDS_H
#define OSQ_OFFICE_RULES_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

/*
 * The words by which a dossier is found, as they stand in the full-text index
 * dossier_words: all folded (text_fold()), parted by blanks,
 *
 *	"_17" for its procedure, which nobody types,
 *	its applicant's, and the whole name without its blanks ("nguyenvanan"),
 *	"_i0123" for the last four digits of its ID number, and of its telephone number,
 *	its address's,
 *	of its code the day and the number, of another system's code all words.
 *
 * The procedure's name and code, which a hundred thousand dossiers share, are looked up
 * when they are asked for.  Whole numbers would be two words more that no other dossier
 * has: they doubled the index and what it costs an import.  Of the hundred in a million
 * that end alike, words_have_numbers() picks the right one.
 */
struct words_of {
	const char *code, *applicant; /* any text may be NULL */
	const char *id_number, *phone, *address;
	int64_t procedure;
};

void words_print(struct buf *words, const struct words_of *of);

#define WORDS_TAIL 4 /* digits of a number that are indexed */

/* Day and number of a code such as 000.17.22.H30-261123-0001, or of its end; NULL when
 * CODE has another shape. */
const char *words_code_end(const char *code);

/* The digits of an ID or telephone number: +84 is 0, and nothing stands between them.
 * NULL, too long or without any: "". */
#define WORDS_DIGITS 32
const char *words_digits(const char *number, char room[static WORDS_DIGITS]);

/* Whether each of NUMBERS, digits parted by blanks, is ID_NUMBER or PHONE, however these
 * are written, or stands in CODE.  Any may be NULL. */
bool words_have_numbers(const char *numbers, const char *id_number, const char *phone,
			const char *code);

#endif
