/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_WORDS_H
#define OSQ_FORM_SLIP_SLIP_WORDS_H

#include "form/slip/slip.h"

/* The words on a slip besides its own texts, in the language in force. */
struct slip_words {
	const char *title;   /* "YOUR NUMBER" */
	const char *reprint; /* "REPRINT"; NULL for a first print */
	const char *wait;    /* "Please wait ..." */
	char date[11];       /* 24/11/2026 */
	char time[6];        /* 07:35 */
	char *ahead, *range; /* a line each, or NULL where it is not shown */
};
void slip_words(const struct slip *slip, struct slip_words *words);
void slip_words_free(struct slip_words *words);

/* The data that a template of a slip may use, described in osq-store(5) under
 * slip_template, except `qr`.  The caller frees it. */
json_t *slip_data(const struct slip *slip, int paper);

/* "A 0 1 2"; to be freed. */
char *slip_spelled(const char *number);

/* "Estimated wait: 10-25 minutes": the median, rounded, up to the 90th percentile,
 * rounded up, so that no more people than promised wait longer.  To be freed; NULL where
 * either is not known. */
char *slip_range(int64_t median, int64_t p90);

#endif
