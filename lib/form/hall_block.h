/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_HALL_BLOCK_H
#define OSQ_FORM_HALL_BLOCK_H

#include "form/hall.h"
#include "form/pane.h"

/* A part of the screen in the hall as a terminal shows it.  Nothing but hall_text.c
 * and the parts include this. */
struct hall_block {
	int least;  /* lines below which it is left out */
	int decent; /* lines that it gets before less important ones get any */
	int roomy;  /* in a pane of fewer lines it takes its least */
	/* Lines that it would fill in a pane of WIDTH; 0 = it has nothing to show. */
	int (*wanted)(const struct hall *hall, int width);
	/* The same in large letters, where there is room left; or NULL. */
	int (*large)(const struct hall *hall, int width);
	/* Draw it in just so many lines, `least` or more. */
	void (*draw)(struct pane *pane, const struct hall *hall, int lines);
};

/* "Counter 3"; to be freed. */
char *hall_counter_label(const char *code);

/* A line with the title of a part. */
void hall_title(struct pane *pane, const char *text);

extern const struct hall_block hall_newest, hall_counters, hall_calls, hall_services,
	hall_dossiers;

#endif
