/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_PANE_H
#define OSQ_FORM_SCREEN_PANE_H

#include <stdbool.h>

#include "base/mem.h"

/* A rectangle of a terminal, filled line by line from the top.  Every line has exactly
 * its width, so two of them can stand side by side. */
struct pane {
	struct buf *lines;
	int width, height;
	int used; /* lines begun so far */
	int room; /* columns left in the last one */
	bool colour;
};

enum pane_style {
	PANE_PLAIN,
	PANE_BOLD,
	PANE_TITLE,
	PANE_CALL,  /* the newest call, which nobody may overlook */
	PANE_NOTED, /* somebody is to come */
	PANE_GOOD,
	PANE_BAD,
	PANE_FAINT,
};

/* Begin an empty pane; COLOUR: styles have colours besides bold and reverse.  The caller
 * frees its lines. */
void pane_open(struct pane *pane, int width, int height, bool colour);
void pane_close(struct pane *pane);

/* Begin the next line; false when there is none left. */
bool pane_line(struct pane *pane);

/* Put TEXT into WIDTH columns of the line, cut with an ellipsis or filled up with blanks,
 * in front of it where RIGHT.  A WIDTH of -1 takes what the text needs. */
void pane_put(struct pane *pane, enum pane_style style, const char *text, int width,
	      bool right);

/* Fill all lines, those begun and the empty ones, to their full width. */
void pane_fill(struct pane *pane);

#endif
