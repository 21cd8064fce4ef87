/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_DISPLAY_H
#define OSQ_FORM_SCREEN_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"

/*
 * What the screen in the hall shows, as of one moment, for both drawings of it: the page
 * (display_page.h) and the terminal (display_text.h).  All texts are valid UTF-8, "" for
 * none, and harmless on a terminal; display_free() frees them.
 */
enum display_state { DISPLAY_CLOSED, DISPLAY_PAUSED, DISPLAY_OPEN };

struct display_counter {
	char *code, *name, *name_en, *officer;
	enum display_state state;
	char *ticket; /* the ticket called or served there */
	bool called;  /* the ticket's holder has not arrived yet */
};

struct display_call {
	char *ticket, *counter, *name, *name_en;
	int64_t at;
};

struct display_service {
	char *prefix, *name, *name_en;
	int64_t waiting, open_counters;
	int64_t median, p90; /* seconds; -1 = not known */
};

/* Dossiers from day FROM to day TO. */
struct display_figures {
	int from, to;
	int64_t received, finished, early, on_time, overdue;
	int64_t late; /* and still open */
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

/* The name that is shown in the language in force: NAME_EN in English, where it is
 * neither NULL nor "", else NAME. */
const char *display_name(const char *name, const char *name_en);

/* "5-12 min": the median, rounded, to the 90th percentile, rounded up, so that no more
 * people than promised wait longer; "-" where it is not known.  Returns ROOM. */
const char *display_range(int64_t median, int64_t p90, char room[static 64]);

/* "Tuesday", "24/11/2026", "07:35" in ROOM. */
const char *display_weekday(int day);
const char *display_date(int day, char room[static 16]);
const char *display_clock(int64_t moment, char room[static 8]);

#endif
