/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_H
#define OSQ_FORM_SLIP_SLIP_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "base/mem.h"

/* What a citizen takes from the machine; texts may be "" or NULL. */
struct slip {
	const char *office, *number, *service, *priority;
	/* What the QR holds, and what it is for: a counter, a board or a telephone that
	 * reads it finds the ticket, also among those of other days and offices. */
	const char *reference;
	int64_t issued_at;
	int64_t ahead;       /* people; -1 = not told */
	int64_t median, p90; /* the wait in seconds, half and 90 of 100 wait no longer;
			      * -1 = not known */
	bool reprint;        /* not the first of this ticket */
};

/* The paper: its width in mm. */
#define PAPER_NARROW 58
#define PAPER_WIDE   80

/* The slip as plain text, WIDTH columns wide, in the language in force.  It has the
 * reference in letters. */
#define PAPER_COLUMNS(mm) ((mm) == PAPER_WIDE ? 48 : 32)
enum status slip_text(FILE *out, int width, const struct slip *slip);

/* Fill TEMPLATE, called NAME in messages, with the slip (see slip_data()). */
enum status slip_html(FILE *out, const char *template, const char *name, int paper,
		      const struct slip *slip);

/* The bytes for an ESC/POS printer: init, the slip as a raster, feed, cut. */
enum status slip_escpos(FILE *out, int paper, const struct slip *slip);

/* UNAVAILABLE where slip_html() could not work here, or slip_escpos() where LETTERS are
 * to be drawn: their module is not installed, there is no font with Vietnamese. */
enum status slip_ready(bool letters);

/* The words on a slip beside its own texts, in the language in force. */
struct slip_words {
	const char *title;   /* "YOUR NUMBER" */
	const char *reprint; /* "REPRINT"; NULL for a first print */
	const char *wait;    /* "Please wait ..." */
	char date[11];       /* 24/11/2026 */
	char time[6];        /* 07:35 */
	char *ahead, *range; /* a line each, or NULL where not told */
};
void slip_words(const struct slip *slip, struct slip_words *words);
void slip_words_free(struct slip_words *words);

/* What a template of a slip may use, as osq-store(5) tells under slip_template; all but
 * `qr`.  The caller's. */
json_t *slip_data(const struct slip *slip, int paper);

/* "A 0 1 2"; to be freed. */
char *slip_spelled(const char *number);

/* "Estimated wait: 10-25 minutes": the median, rounded, up to the 90th percentile,
 * rounded up, so that no more than promised wait longer.  To be freed; NULL where
 * either is not known. */
char *slip_range(int64_t median, int64_t p90);

#endif
