/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_SPOILED_H
#define OSQ_OFFICE_RULES_SPOILED_H

#include <stdbool.h>

#include "base/mem.h"
#include "office/rules/person.h"

/*
 * What a spreadsheet makes of what was typed into it: numbers lose their first zero or
 * become 9,31901E+10, codes become numbers and days, texts get an apostrophe or ="..."
 * around them so that they stay texts, and formulas leave #N/A behind.
 *
 * What is certain is put right here; what is lost is empty, so that nobody is found under
 * it.  Either is to be told: *WHY gets the reason, a constant marked for translation, or
 * NULL where the text is as it was typed.
 */

/*
 * A cell of any column as it was meant: TEXT, a part of it, or a text in ROOM.  "" for
 * #N/A and its like.
 */
const char *spoiled_cell(const char *text, struct buf *room, const char **why);

/*
 * A personal number, and a telephone (or several, which then have a comma between them),
 * as they are kept: without blanks and signs, in ROOM, where they can be right; else
 * TEXT.  NULL where a spreadsheet has rounded the digits away.
 */
const char *spoiled_number(const char *text, int this_year,
			   char room[static PERSON_NUMBER], const char **why);
const char *spoiled_phone(const char *text, char room[static PERSON_PHONES],
			  const char **why);

/*
 * Whether CODE can be a procedure's as the list publishes it: 1.001193, or
 * 1.001193.000.00.00.H30; one with other letters is an office's own.  What is neither
 * was a code before a spreadsheet took it for a number or a day: MEANT gets what it
 * likely was, or "" where nobody knows.
 */
#define SPOILED_CODE 16
bool spoiled_is_code(const char *code, char meant[static SPOILED_CODE]);

/* Whether TEXT is a number as a spreadsheet shortens it: "2,00E+03". */
bool spoiled_is_rounded(const char *text);

#endif
