/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_SETTINGS_H
#define OSQ_OFFICE_CORE_SETTINGS_H

#include <stdbool.h>

#include "base/word.h"

/* What can be set for an office, and how: a table, in the order in which it is listed. */
struct setting {
	const char *key;
	const char *value;               /* the value when nothing is set */
	const char *language;            /* VALUE is a text, marked N_(), and translated
					    into this one; or NULL */
	const char *about;               /* English, marked N_(); see setting_about() */
	const struct word *words;        /* the only values allowed; or NULL */
	bool optional;                   /* "" is allowed besides the words */
	bool fixed;                      /* the program sets it, nobody else */
	bool (*fits)(const char *value); /* checks a value, WORDS being only how it is
					    written; NULL: the words, or any text */
};

extern const struct setting settings[];          /* ends with { .key = NULL } */
extern const struct word setting_paper_widths[]; /* of tickets, in mm */

/* The setting called KEY; NULL where there is none. */
const struct setting *setting_find(const char *key);

/* The value where none is set: a constant. */
const char *setting_usual(const struct setting *setting);

/* Whether VALUE, tidied (text_tidied()), is one that the setting takes. */
bool setting_fits(const struct setting *setting, const char *value);

/* Whether VALUE, which may be any bytes, is text of at most SETTING_MOST bytes and fits.
 */
#define SETTING_MOST 1000
bool setting_takes(const struct setting *setting, const char *value);

/* What a setting is for, in the language in force, and behind it in parentheses the words
 * that it takes: "width of the tickets' paper in mm (58, 80)".  The caller frees it. */
char *setting_about(const struct setting *setting);

#endif
