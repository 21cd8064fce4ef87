/* SPDX-License-Identifier: MIT */
/* osq-admin publish: the catalogue as web pages in a folder. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "admin.h"
#include "base/intl.h"
#include "base/language.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "form/common/replace.h"
#include "form/page/catalogue_page.h"
#include "form/screen/display.h"
#include "form/template/template_file.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"
#include "office/core/setting.h"
#include "office/registers/register_list.h"
#include "office/registers/registers.h"

const struct cli_option admin_publish_options[] = {
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("what holds on this day (default: today)"),
	  .suggest = "@day" },
	{ .name = "language",
	  .argument = "LANGUAGE",
	  .help = N_("language of the pages (default: the office's)"),
	  .words = language_words },
	{ 0 },
};

/* The parts from which the pages are made. */
struct publishing {
	int day;
	struct catalogue *catalogue;
	struct buf own[2], templates[2]; /* of the list, of a procedure */
	const char *names[2];
	struct buf *pages; /* the list, then one for each procedure */
};

static enum status
read_settings(struct cli *cli, struct publishing *p)
{
	static const char *const keys[] = { "name", "agency_name", "hotline" };
	char date[16];
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys) && !st; i++) {
		struct buf value = { 0 };

		st = setting_get(&cli->office, keys[i], p->day, &value);
		if (!st)
			catalogue_put(p->catalogue, i ? keys[i] : "office",
				      value.text ? value.text : "");
		buf_free(&value);
	}
	catalogue_put(p->catalogue, "date", display_date(p->day, date));
	return st;
}

static enum status
read_rows(struct cli *cli, struct publishing *p)
{
	const struct reg *desks = register_find("desks"), *steps = register_find("steps"),
			 *papers = register_find("papers");
	struct catalogue *c = p->catalogue;
	struct office *office = &cli->office;
	enum status st;

	if (!(st = read_settings(cli, p)) &&
	    !(st = register_list(office, desks, catalogue_desks(c, desks->columns))) &&
	    !(st = register_list(office, steps, catalogue_steps(c, steps->columns))) &&
	    !(st = register_list(office, papers, catalogue_papers(c, papers->columns))))
		st = procedure_list(office, p->day, PROCEDURES_IN_FORCE,
				    catalogue_procedures(c, procedure_columns));
	return st;
}

static enum status
read_templates(struct cli *cli, struct publishing *p)
{
	static const char *const keys[] = { "catalogue_template", "procedure_template" };
	static const char *const files[] = { "catalogue/index.html",
					     "catalogue/procedure.html" };
	enum status st = OK;
	int i;

	for (i = 0; i < 2 && !st; i++)
		if (!(st = setting_get(&cli->office, keys[i], p->day, &p->own[i])))
			st = template_read(p->own[i].text, store_owner(cli->office.store),
					   files[i], &p->templates[i], &p->names[i]);
	return st;
}

/* The pages are in their readers' language; messages stay in the user's. */
static enum status
collect_procedures(struct cli *cli, struct publishing *p)
{
	const char *asked = cli_value(cli, "language");
	const char *before = intl_language();
	struct buf language = { 0 };
	enum status st;

	if (asked)
		buf_text(&language, asked);
	else if ((st = setting_get(&cli->office, "language", p->day, &language)))
		goto out;
	intl_use(language.text);
	p->catalogue = catalogue_new();
	st = read_rows(cli, p);
	intl_use(before);
out:
	buf_free(&language);
	return st;
}

/* All pages are made before the first is written, so that a broken template leaves the
 * old pages in place. */
static enum status
fill_pages(struct publishing *p)
{
	size_t n = catalogue_count(p->catalogue), i;
	enum status st;

	p->pages = mem_alloc((n + 1) * sizeof(*p->pages));
	st = catalogue_index(p->catalogue, p->templates[0].text, p->names[0],
			     &p->pages[0]);
	for (i = 0; i < n && !st; i++)
		st = catalogue_page(p->catalogue, i, p->templates[1].text, p->names[1],
				    &p->pages[i + 1]);
	return st;
}

static enum status
write_page(const char *folder, const char *file, const struct buf *page, bool passing)
{
	char *path = mem_print("%s/%s", folder, file);
	enum status st = replace_text(path, page->text, page->length, passing);

	free(path);
	return st;
}

/* Write the list last, so that each page that it links to exists. */
static enum status
write_all(const struct publishing *p, const char *folder)
{
	size_t n = catalogue_count(p->catalogue), i;
	enum status st = OK;

	if (mkdir(folder, 0755) != 0 && errno != EEXIST)
		return fail(CANT_CREATE, "%s: %s", folder, intl_error(errno));
	for (i = 0; i < n && !st; i++)
		st = write_page(folder, catalogue_file(p->catalogue, i), &p->pages[i + 1],
				true);
	return st ? st : write_page(folder, "index.html", &p->pages[0], false);
}

static void
free_publishing(struct publishing *p)
{
	size_t i;
	int t;

	for (i = 0; p->pages && i <= catalogue_count(p->catalogue); i++)
		buf_free(&p->pages[i]);
	free(p->pages);
	for (t = 0; t < 2; t++) {
		buf_free(&p->own[t]);
		buf_free(&p->templates[t]);
	}
	catalogue_free(p->catalogue);
}

static enum status
check_arguments(struct cli *cli, int *day)
{
	const char *named;
	char room[DAY_TEXT];
	enum status st;

	if (strcmp(cli->operands[0], "procedures") != 0)
		return cli_usage(cli, _("'%s': only procedures can be published"),
				 cli->operands[0]);
	*day = day_of(cli->office.now);
	if (!(st = cli_day(cli, "day", room, &named)) && named)
		day_read(named, cli->office.now, day);
	return st;
}

enum status
admin_publish_verb(struct cli *cli)
{
	struct publishing p = { .catalogue = NULL };
	const char *folder = cli->operands[1];
	char *index;
	enum status st = check_arguments(cli, &p.day);

	if (!st && !(st = read_templates(cli, &p)) &&
	    !(st = collect_procedures(cli, &p)) && !(st = fill_pages(&p)))
		st = write_all(&p, folder);
	free_publishing(&p);
	if (st)
		return st;
	index = mem_print("%s/index.html", folder);
	st = output_label(cli, "file", index);
	free(index);
	return st;
}
