/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_PAGE_DISPLAY_PAGE_H
#define OSQ_FORM_PAGE_DISPLAY_PAGE_H

#include "form/screen/display.h"

/* The screen in the hall as a page of HTML. */
struct display_page {
	const char *template, *name; /* the template, and how messages call it */
	const char *language;        /* of the page; messages keep theirs */
	bool watched;    /* somebody renews the page: it may tell when it is stale */
	int64_t written; /* the machine's time, whatever $OSQ_NOW says */
};

/* DISPLAY as the page, appended to OUT; BAD_DATA for a broken template.  What a template
 * may use is in osq-store(5), board_template. */
enum status display_page(const struct display *display, const struct display_page *page,
			 struct buf *out);

#endif
