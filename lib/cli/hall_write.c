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

static enum status
renew(struct cli *cli, struct hall_watch *watch)
{
	struct page *page = (struct page *)watch;
	struct hall hall = { 0 };
	struct buf out = { 0 };
	enum status st = hall_read(cli, &hall);

	if (!st && !(st = read_template(cli, page)))
		st = hall_page(&hall,
			       &(struct hall_page){ .template = page->template.text,
						    .name = page->name,
						    .watched = page->watched,
						    .written = time(NULL) },
			       &out);
	/* A page that is renewed need not survive a power cut. */
	if (!st)
		st = replace_text(page->file, out.text, out.length, page->watched);
	buf_free(&out);
	hall_free(&hall);
	return st;
}

enum status
hall_write(struct cli *cli, const char *file, bool watch)
{
	struct page page = { .watch = { .renew = renew, .input = -1 },
			     .file = file,
			     .watched = watch };
	enum status st = watch ? hall_watch(cli, &page.watch) : renew(cli, &page.watch);

	buf_free(&page.own);
	buf_free(&page.template);
	return st;
}
