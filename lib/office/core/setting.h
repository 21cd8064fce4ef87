/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_SETTING_H
#define OSQ_OFFICE_CORE_SETTING_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Settings of the office.  A setting holds from a given day on, since names, receivers
 * and forms change by law (on 1 July 2025 districts were abolished and the province
 * became the receiver of every report).  A report uses the settings of its own last day.
 */
struct setting {
	const char *key;
	const char *value;               /* the value when nothing is set */
	const char *language;            /* VALUE is a text, marked N_(), and translated
					    into this one; or NULL */
	const char *about;               /* English, marked N_(); see setting_about() */
	const struct word *words;        /* the only values allowed; or NULL */
	bool optional;                   /* "" is allowed besides the words */
	bool (*fits)(const char *value); /* checks a value, WORDS being only how it is
					    written; NULL: the words, or any text */
};

extern const struct setting settings[];          /* ends with { .key = NULL } */
extern const struct word setting_paper_widths[]; /* of tickets, in mm */

/* The setting called KEY; NULL where there is none. */
const struct setting *setting_find(const char *key);

/* Append the value of KEY on DAY to BUF; nothing is appended where none is set. */
enum status setting_get(struct office *office, const char *key, int day, struct buf *buf);

/* What a setting is for, in the language in force, and behind it in parentheses the words
 * that it takes: "width of the tickets' paper in mm (58, 80)".  The caller frees it. */
char *setting_about(const struct setting *setting);

/* The value of KEY on DAY as a whole number. */
enum status setting_number(struct office *office, const char *key, int day, int64_t *n);

/* Set KEY to VALUE from the day SINCE (a YYYY-MM-DD, or NULL: always).  USAGE for
 * an unknown key, BAD_DATA for a value that does not fit. */
enum status setting_set(struct office *office, const char *key, const char *value,
			const char *since);

/* Send all settings, or only KEY where it is not NULL, to SINK, under setting_columns. */
extern const struct column setting_columns[];
enum status setting_list(struct office *office, const char *key, struct sink *sink);

#endif
