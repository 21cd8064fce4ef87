/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_SETTING_H
#define OSQ_OFFICE_CORE_SETTING_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * Settings of the office.  A setting holds from a day on, since names, receivers
 * and forms change by law (on 1 July 2025 the district went and the receiver of
 * every report became the province); a report takes those of its own last day.
 */
struct setting {
	const char *key;
	const char *value;               /* what holds when nothing is set */
	const char *about;               /* English, marked N_() */
	const struct word *words;        /* a closed list; or NULL */
	bool optional;                   /* "" fits beside the words */
	bool (*fits)(const char *value); /* where there are no words; NULL: any text */
};

extern const struct setting settings[];          /* ends with { .key = NULL } */
extern const struct word setting_paper_widths[]; /* of tickets, in mm */

/* The one called KEY; NULL where there is none. */
const struct setting *setting_find(const char *key);

/* The value of KEY on DAY, "" where there is none, into BUF (appended). */
enum status setting_get(struct office *office, const char *key, int day, struct buf *buf);

/* The value as a whole number. */
enum status setting_number(struct office *office, const char *key, int day, int64_t *n);

/* Set KEY to VALUE from the day SINCE (a YYYY-MM-DD, or NULL: always).  USAGE for
 * an unknown key, BAD_DATA for a value that does not fit. */
enum status setting_set(struct office *office, const char *key, const char *value,
			const char *since);

/* Send all settings, or the one with KEY, to SINK, under setting_columns. */
extern const struct column setting_columns[];
enum status setting_list(struct office *office, const char *key, struct sink *sink);

#endif
