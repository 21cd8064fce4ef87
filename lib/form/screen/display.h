/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_DISPLAY_H
#define OSQ_FORM_SCREEN_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

/*
 * What the screen in the hall shows, as of one moment, for the two who draw it: the
 * page (display_page.c) and the terminal (display_text.c).  All texts are valid UTF-8, ""
 * for none, and harmless on a terminal.
 */
enum display_state { DISPLAY_CLOSED, DISPLAY_PAUSED, DISPLAY_OPEN };

struct display_counter {
	char *code, *name, *officer;
	enum display_state state;
	char *ticket; /* called or being served there */
	bool called;  /* and not there yet */
};

struct display_call {
	char *ticket, *counter, *name;
	int64_t at;
};

struct display_service {
	char *prefix, *name;
	int64_t waiting, open_counters;
	int64_t median, p90; /* seconds; -1 = not known */
};

/* Dossiers from day FROM to day TO. */
struct display_figures {
	int from, to;
	int64_t received, finished, early, on_time, overdue;
};

struct display {
	char *office, *hotline, *notice;
	int64_t now;
	struct display_counter *counters;
	size_t counter_count;
	struct display_call *calls; /* the newest first, each number once */
	size_t call_count;
	struct display_service *services;
	size_t service_count;
	struct display_figures today, period;
};

void display_free(struct display *display); /* all that is in it, and zeroes it */

/* "5-12 min": the median, rounded, to the 90th percentile, rounded up, so that no
 * more than promised wait longer; "-" where it is not known.  Returns ROOM. */
const char *display_range(int64_t median, int64_t p90, char room[static 64]);

/* "Tuesday", "24/11/2026", "07:35" in ROOM. */
const char *display_weekday(int day);
const char *display_date(int day, char room[static 16]);
const char *display_clock(int64_t moment, char room[static 8]);

/* Of the page. */
struct display_page {
	const char *template, *name; /* the template, and how messages call it */
	const char *language;        /* of the page; messages keep theirs */
	bool watched;    /* somebody renews the page: it may tell when it is stale */
	int64_t written; /* the machine's time, whatever $OSQ_NOW says */
};

/* The page, appended to OUT; BAD_DATA for a broken template.  What a template may use
 * is in osq-store(5), board_template. */
enum status display_page(const struct display *display, const struct display_page *page,
			 struct buf *out);

/*
 * The same for a terminal of ROWS and COLUMNS, as what has to be sent to it: every
 * line is cut to the width and what is less important is left out, so that nothing
 * ever scrolls.  COLOUR: also colours, beside bold and reverse.
 */
void display_text(const struct display *display, int rows, int columns, bool colour,
		  struct buf *out);

#endif
