/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_DISPLAY_BLOCK_H
#define OSQ_FORM_SCREEN_DISPLAY_BLOCK_H

#include "form/screen/display.h"
#include "form/screen/pane.h"

/* A part of the screen in the hall as a terminal shows it.  Only display_text.c and the
 * files of the parts include this. */
struct display_block {
	int least;  /* lines below which it is left out */
	int decent; /* lines that it gets before less important ones get any */
	int roomy;  /* in a pane of fewer lines it gets only `least` */
	/* Lines that it would fill in a pane of WIDTH; 0 = it has nothing to show. */
	int (*wanted)(const struct display *display, int width);
	/* The same in large letters, where there is room left; or NULL. */
	int (*large)(const struct display *display, int width);
	/* Draw it in exactly LINES lines, `least` or more. */
	void (*draw)(struct pane *pane, const struct display *display, int lines);
};

/* "Counter 3"; to be freed. */
char *display_counter_label(const char *code);

/* A line with the title of a part. */
void display_title(struct pane *pane, const char *text);

extern const struct display_block display_newest, display_counters, display_calls,
	display_services, display_dossiers;

#endif
