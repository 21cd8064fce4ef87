/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_DISPLAY_TEXT_H
#define OSQ_FORM_SCREEN_DISPLAY_TEXT_H

#include "form/screen/display.h"

/*
 * DISPLAY for a terminal of ROWS and COLUMNS, as what has to be sent to it, appended to
 * OUT: every line is cut to the width and what is less important is left out, so that
 * nothing ever scrolls.  COLOUR: also colours, beside bold and reverse.
 */
void display_text(const struct display *display, int rows, int columns, bool colour,
		  struct buf *out);

#endif
