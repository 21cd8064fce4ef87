/* SPDX-License-Identifier: MIT */
/* osq-board - what the screen in the hall shows.  See osq-board(1). */
#include <string.h>

#include "base/intl.h"
#include "base/language.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/output.h"
#include "cli/screen/display_show.h"
#include "cli/screen/display_write.h"
#include "cli/sections.h"
#include "cli/values.h"
#include "office/core/setting.h"
#include "office/report/board.h"

static enum status
write_sections(struct cli *cli, const struct document *document,
	       const struct period *today)
{
	const struct report_section *section;
	enum status st = output_open(cli, document);

	if (st)
		return st;
	for (section = board_sections; section->key && !st; section++)
		if (!output_for_people(cli) ||
		    strcmp(section->key, "office") != 0) /* it is the title */
			st = cli_section(cli, section, today);
	return output_close(cli, st);
}

/* "Hotline: ..." and the notice, under the name of the office. */
static enum status
read_lines(struct office *office, int day, struct buf *name, struct buf *line)
{
	struct buf hotline = { 0 }, notice = { 0 };
	enum status st;

	if (!(st = setting_get(office, "name", day, name)) &&
	    !(st = setting_get(office, "hotline", day, &hotline)) &&
	    !(st = setting_get(office, "notice", day, &notice))) {
		if (hotline.length)
			buf_print(line, _("Hotline: %s"), hotline.text);
		if (notice.length)
			buf_print(line, "%s%s", line->length ? ". " : "", notice.text);
	}
	buf_free(&hotline);
	buf_free(&notice);
	return st;
}

static enum status
show_once(struct cli *cli)
{
	const int day = day_of(cli->office.now);
	const struct period today = { day, day };
	struct buf name = { 0 }, line = { 0 };
	enum status st;

	if (!(st = read_lines(&cli->office, day, &name, &line)))
		st = write_sections(cli,
				    &(struct document){ .kind = DOCUMENT_SECTIONS,
							.title = name.text,
							.period = line.text },
				    &today);
	buf_free(&name);
	buf_free(&line);
	return st;
}

static enum status
run_board(struct cli *cli)
{
	const char *page = cli_value(cli, "html"), *lang = cli_value(cli, "lang");
	const bool watch = cli_value(cli, "watch") != NULL;
	enum status st;

	if (cli->columns)
		return cli_usage(cli, _("the board has more than one table"));
	if ((page || watch) && (cli->format || cli->xlsx))
		return cli_usage(cli, _("--%s takes no other format"),
				 page ? "html" : "watch");
	if (page && !strcmp(page, "-"))
		return cli_usage(cli, _("--html wants the name of a file"));
	if ((st = store_map(cli->office.store)))
		return st;
	if (page)
		return display_write(cli, page, lang, watch);
	intl_use(lang);
	return watch ? display_show(cli) : show_once(cli);
}

static const struct cli_option options[] = {
	{ .name = "watch",
	  .letter = 'w',
	  .help = N_("stay, and renew it with every change") },
	{ .name = "html",
	  .argument = "FILE",
	  .help = N_("write a page for the screen in the hall"),
	  .suggest = "@file" },
	{ .name = "lang",
	  .argument = "LANGUAGE",
	  .help = N_("in this language"),
	  .words = language_words },
	{ 0 },
};

static const struct cli_verb verbs[] = {
	{ .operands = "",
	  .help = N_("Show what the screen in the hall shows."),
	  .need = NEEDS_READ,
	  .roles = FOR_PUBLIC,
	  .later = { .watched = true },
	  .options = options,
	  .run = run_board },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		.name = "osq-board",
		.about = N_("Show what the screen in the hall shows."),
		.verbs = verbs
	};

	return cli_main(&command, argc, argv);
}
