/* SPDX-License-Identifier: MIT */
#include "cli/screen/display_write.h"

#include <stdlib.h>
#include <time.h>

#include "base/moment.h"
#include "cli/screen/display_read.h"
#include "cli/screen/display_watch.h"
#include "form/common/replace.h"
#include "form/page/display_page.h"
#include "form/template/template_file.h"
#include "office/core/setting.h"

struct page {
	struct display_watch watch;
	const char *file;
	const char *language; /* NULL: the office's */
	bool watched;
};

/* Fill the template that the setting names today; it is read each time, so that whoever
 * edits it sees the effect.  The page is for the people in the hall: it is in the
 * office's language, whatever the language of the user who started this. */
static enum status
fill_page(struct cli *cli, const struct page *page, const struct display *display,
	  struct buf *out)
{
	const int day = day_of(cli->office.now);
	struct buf own = { 0 }, template = { 0 }, language = { 0 };
	struct display_page into = { .watched = page->watched, .written = time(NULL) };
	enum status st;

	if (!(st = setting_get(&cli->office, "board_template", day, &own)) &&
	    !(st = setting_get(&cli->office, "language", day, &language)) &&
	    !(st = template_read(own.text, store_owner(cli->office.store),
				 "board/board.html", &template, &into.name))) {
		into.template = template.text;
		into.language = page->language ? page->language : language.text;
		st = display_page(display, &into, out);
	}
	buf_free(&own);
	buf_free(&template);
	buf_free(&language);
	return st;
}

static enum status
renew_page(struct cli *cli, struct display_watch *watch)
{
	struct page *page = (struct page *)watch;
	struct display display = { 0 };
	struct buf out = { 0 };
	enum status st = display_read(cli, &display);

	/* A page that is renewed need not survive a power cut. */
	if (!st && !(st = fill_page(cli, page, &display, &out)))
		st = replace_text(page->file, out.text, out.length, page->watched);
	buf_free(&out);
	display_free(&display);
	return st;
}

enum status
display_write(struct cli *cli, const char *file, const char *language, bool watch)
{
	struct page page = { .watch = { .renew = renew_page, .input = -1 },
			     .file = file,
			     .language = language,
			     .watched = watch };

	return watch ? display_watch(cli, &page.watch) : renew_page(cli, &page.watch);
}
