/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/intl.h"
#include "cli/hall.h"
#include "form/replace.h"
#include "form/template.h"
#include "office/setting.h"

struct page {
	struct hall_watch watch;
	const char *file;
	const char *language; /* NULL: the office's */
	bool watched;
	struct buf own, template; /* read anew when the setting changes */
	const char *name;
};

/* The template that the setting names today. */
static enum status
read_template(struct cli *cli, struct page *page)
{
	struct buf own = { 0 };
	enum status st = setting_get(&cli->office, "board_template", day_of(cli->office.now),
				     &own);

	if (!st && (!page->name || strcmp(own.text, page->own.text) != 0)) {
		buf_free(&page->own);
		buf_clear(&page->template);
		page->own = own;
		page->name = NULL;
		return template_read(own.text, "board/board.html", &page->template,
				     &page->name);
	}
	buf_free(&own);
	return st;
}

/* The page is for those in the hall: it speaks the office's language, while errors
 * speak that of whoever started this. */
static enum status
fill(struct cli *cli, struct page *page, const struct hall *hall, struct buf *out)
{
	char *before = mem_text(intl_language());
	struct buf set = { 0 };
	enum status st = setting_get(&cli->office, "language", day_of(cli->office.now), &set);

	if (!st) {
		intl_use(page->language ? page->language : set.text);
		st = hall_page(hall,
			       &(struct hall_page){ .template = page->template.text,
						    .name = page->name,
						    .watched = page->watched,
						    .written = time(NULL) },
			       out);
		intl_use(before);
	}
	buf_free(&set);
	free(before);
	return st;
}

static enum status
renew(struct cli *cli, struct hall_watch *watch)
{
	struct page *page = (struct page *)watch;
	struct hall hall = { 0 };
	struct buf out = { 0 };
	enum status st = hall_read(cli, &hall);

	if (!st && !(st = read_template(cli, page)) &&
	    !(st = fill(cli, page, &hall, &out)))
		/* A page that is renewed need not survive a power cut. */
		st = replace_text(page->file, out.text, out.length, page->watched);
	buf_free(&out);
	hall_free(&hall);
	return st;
}

enum status
hall_write(struct cli *cli, const char *file, const char *language, bool watch)
{
	struct page page = { .watch = { .renew = renew, .input = -1 },
			     .file = file,
			     .language = language,
			     .watched = watch };
	enum status st = watch ? hall_watch(cli, &page.watch) : renew(cli, &page.watch);

	buf_free(&page.own);
	buf_free(&page.template);
	return st;
}
