/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_PAGE_DISPLAY_PAGE_H
#define OSQ_FORM_PAGE_DISPLAY_PAGE_H

#include "form/screen/display.h"

/* The screen in the hall as a page of HTML. */
struct display_page {
	const char *template, *name; /* the template's text, and its name for messages */
	const char *language;        /* of the page; messages keep theirs */
	bool watched;    /* the page is being renewed, so it may warn when it is stale */
	int64_t written; /* the machine's time, whatever $OSQ_NOW says */
};

/* Append DISPLAY as the page to OUT; BAD_DATA for a broken template.  What a template may
 * use is in osq-store(5), board_template. */
enum status display_page(const struct display *display, const struct display_page *page,
			 struct buf *out);

#endif
