/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_DISPLAY_TEXT_H
#define OSQ_FORM_SCREEN_DISPLAY_TEXT_H

#include "form/screen/display.h"

/*
 * Append to OUT the bytes that draw DISPLAY on a terminal of ROWS and COLUMNS: every line
 * is cut to the width and less important parts are left out, so that nothing ever
 * scrolls.  COLOUR: use colours besides bold and reverse.
 */
void display_text(const struct display *display, int rows, int columns, bool colour,
		  struct buf *out);

#endif
