/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_SHOW_H
#define OSQ_BASE_SHOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/word.h"

/*
 * How values stand in what people read, in the language in force: in the cells of tables
 * and spreadsheets, and in sentences.  What programs read is printed by base/row.h and
 * base/moment.h.  Each writes into ROOM of SHOW_TEXT bytes and returns it, or text that
 * was there before.
 */
#define SHOW_TEXT 48

/* A moment in a sentence: "08:00 27/11/2026" in Vietnamese, else
 * "2026-11-27T08:00", as options take it back. */
const char *show_moment(int64_t moment, char room[static SHOW_TEXT]);

/* A moment in a cell, the day first, so that cells below each other compare: "27/11/2026
 * 08:00", else "2026-11-27 08:00"; with SECONDS to the second. */
const char *show_moment_cell(int64_t moment, bool seconds, char room[static SHOW_TEXT]);

/* A day by its number, and one as text YYYY-MM-DD: "27/11/2026", else "2026-11-27".  Text
 * that is no such day is returned as it is. */
const char *show_day(int day, char room[static SHOW_TEXT]);
const char *show_day_text(const char *day, char room[static SHOW_TEXT]);

/* A weekday by its number, 1 Monday to 7 Sunday: "Thứ Hai". */
const char *show_weekday(int weekday);

/* A day as letters and reports write it: "ngày 05 tháng 3 năm 2026" in Vietnamese, with a
 * 0 before days of one digit and before months 1 and 2, since it could be altered else
 * (Decree 30/2020, annex I); else "2026-03-05". */
const char *show_long_day(int day, char room[static SHOW_TEXT]);

/* A whole number in groups of three: "50.000" in Vietnamese, else "50,000". */
const char *show_grouped(int64_t number, char room[static SHOW_TEXT]);

/* A number that stands in TEXT with a decimal point, which becomes the language's own, in
 * place: a comma in Vietnamese.  Returns TEXT. */
char *show_decimal(char *text);

/*
 * What people read for CODE, one of WORDS: in Vietnamese the first of its aliases, which
 * value_read() takes back in every language; else the code itself with blanks for '-' and
 * '_'.  A code that is a number, and text that is none of WORDS (a heading among cells),
 * is returned as it is; so is NULL.
 */
const char *show_word(const struct word *words, const char *code,
		      char room[static SHOW_TEXT]);

/*
 * The same for TEXT that is written as one of WORDS says, in which N and M are numbers:
 * "ratio 2:1" of "ratio N:M" is "xen kẽ 2:1" in Vietnamese.  In any other language, and
 * where it is written as none of them, it is TEXT.
 */
const char *show_form(const struct word *words, const char *text,
		      char room[static SHOW_TEXT]);

#endif
