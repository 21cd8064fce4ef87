/* SPDX-License-Identifier: MIT */
/* osq-dossier form: the law's forms, filled from the store. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/operands.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "form/common/replace.h"
#include "form/common/stream.h"
#include "form/page/sheet.h"
#include "office/core/look.h"
#include "office/core/setting.h"
#include "office/forms/dossier_form.h"
#include "office/forms/dossier_form_rows.h"
#include "office/forms/form_number.h"

static const struct word paper_sizes[] = {
	{ .code = "a4" }, { .code = "a5" }, { .code = "80" }, { .code = "58" }, { 0 },
};

const struct cli_option dossier_form_options[] = {
	{ .name = "output",
	  .letter = 'O',
	  .argument = "FILE",
	  .help = N_("write the page there; else to standard output"),
	  .suggest = "@file" },
	{ .name = "paper",
	  .argument = "PAPER",
	  .help = N_(
		  "the paper (default: a4); 80 or 58: the receipt on a roll of so many mm"),
	  .words = paper_sizes },
	{ .name = "field",
	  .argument = "WORDS",
	  .help = N_("the register: of this field; else one of each") },
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("the register: of this day"),
	  .suggest = "@day" },
	{ .name = "from",
	  .argument = "DAY",
	  .help = N_("the register: from this day on; else from 1 January"),
	  .suggest = "@day" },
	{ .name = "to",
	  .argument = "DAY",
	  .help = N_("the register: up to this day; else today"),
	  .suggest = "@day" },
	{ 0 },
};

/* Their widths in mm. */
static const int paper_widths[] = { PAPER_A4, PAPER_A5, 80, 58 };

/* A page in the making. */
struct page {
	struct cli *cli;
	int number; /* of the form */
	struct dossier_form *forms;
	size_t count;
	struct sheets sheets;
	struct buf folder; /* of the office's own templates, as on the day of the last
			      sheet */
	struct buf seen;   /* the codes of the dossiers on it; a register has none */
	int64_t people;
};

/* Add FORM, and what it owns, to the page. */
static void
take_form(const struct dossier_form *form, void *ctx)
{
	struct page *page = ctx;

	page->forms = mem_more(page->forms, page->count, sizeof(*page->forms));
	page->forms[page->count++] = *form;
}

/* ---- sheets ---- */

static enum status
read_sections(struct page *page, const struct dossier_form *form, json_t *data)
{
	const struct form_section *const *sections = form_sections(form->kind);
	enum status st = OK;

	for (; *sections && !st; sections++) {
		const struct form_section *section = *sections;
		struct sheet_rows rows;

		sheet_rows_begin(&rows, section->columns, section->record);
		st = form_section_send(&page->cli->office, section, form, &rows.sink);
		if (!section->record && form->kind == FORM_REGISTER)
			page->people += (int64_t)json_array_size(rows.json);
		json_object_set_new(data, section->key, rows.json);
	}
	return st;
}

static enum status
add_sheet(struct page *page, const struct dossier_form *form)
{
	json_t *data = json_object();
	enum status st;

	buf_clear(&page->folder);
	if (!(st = setting_get(&page->cli->office, "forms_folder", form->day,
			       &page->folder)) &&
	    !(st = read_sections(page, form, data)))
		st = sheet_add(&page->sheets, page->folder.text, form->folder, form->page,
			       form->code, data);
	json_decref(data);
	return st;
}

static enum status
add_sheets(struct page *page)
{
	enum status st = form_numbers(&page->cli->office, page->forms, page->count);
	size_t i;

	for (i = 0; i < page->count && !st; i++)
		st = add_sheet(page, &page->forms[i]);
	return st;
}

/* Forms 01 to 05 are made for A5 as well (Circular 01/2018, art. 9), the receipt for a
 * roll too. */
static enum status
check_paper(struct page *page, enum form_kind kind)
{
	const int paper = page->sheets.paper;
	const bool small = kind >= FORM_RECEIPT && kind <= FORM_STOP;

	if (paper == PAPER_A4 || (paper == PAPER_A5 && small) ||
	    (paper < PAPER_A5 && kind == FORM_RECEIPT))
		return OK;
	if (paper == PAPER_A5)
		return cli_usage(page->cli,
				 _("--paper a5 is not for the control sheet and "
				   "the register"));
	return cli_usage(page->cli, _("--paper %d is for the receipt, 01"), paper);
}

/* ---- of dossiers ---- */

static enum status
add_dossier(struct cli *cli, const char *typed, void *ctx)
{
	struct page *page = ctx;
	struct dossier_form form;
	char code[DOSSIER_CODE];
	enum status st = dossier_called(&cli->office, typed, code);

	if (st || (st = dossier_form_find(&cli->office, page->number, code, &form)))
		return st;
	if ((st = check_paper(page, form.kind))) {
		dossier_form_free(&form);
		return st;
	}
	take_form(&form, page);
	buf_print(&page->seen, "%s%s", page->seen.length ? " " : "", code);
	page->people++;
	return OK;
}

/* ---- of a period ---- */

static enum status
check_register(struct page *page, struct period days)
{
	enum form_kind kind;
	const char *set;
	enum status st = form_kind(&page->cli->office, page->number, days.to, &kind,
				   &set);

	if (st)
		return st;
	if (kind == FORM_REGISTER)
		return check_paper(page, kind);
	if (kind != FORM_NONE)
		return cli_usage(page->cli, _("form %02d takes the codes of dossiers"),
				 page->number);
	fail(NO, _("the forms of %s, which hold then, have no %02d"), set, page->number);
	return fail_hint(NO,
			 _("05 is the control sheet there, 06 the register; no notice of "
			   "stopping"));
}

static enum status
add_registers(struct page *page)
{
	struct cli *cli = page->cli;
	struct period days = EVERY_DAY;
	const char *field;
	int year, month, d;
	bool any;
	enum status st;

	if ((st = cli_days(cli, &days)) || (st = cli_text(cli, "field", &field)))
		return st;
	if (days.to == DAY_LAST)
		days.to = day_of(cli->office.now);
	day_to_ymd(days.to, &year, &month, &d);
	if (days.from == DAY_FIRST)
		days.from = day_from_ymd(year, 1, 1);
	if ((st = check_register(page, days)) ||
	    (st = dossier_registers(&cli->office, page->number, field, days, take_form,
				    page, &any)))
		return st;
	return any ? OK : fail(NO, _("no dossier was received then in such a field"));
}

/* ---- the verb ---- */

static enum status
read_number(struct cli *cli, int *number)
{
	const char *text = cli->operands[0];

	*number = 0;
	if (strspn(text, "0123456789") == strlen(text) && strlen(text) <= 2)
		*number = (int)strtol(text, NULL, 10);
	return *number >= 1 && *number <= 7 ?
		       OK :
		       cli_usage(cli, _("there is no form '%s'; there are 01 to 07"),
				 text);
}

/* An office's own template may show all that is known of a person, so each form is
 * journalled as a look. */
static enum status
note_look(struct page *page)
{
	char what[24];

	snprintf(what, sizeof(what), "dossier form %02d", page->number);
	return office_look(&page->cli->office, what, page->seen.text, page->people);
}

static enum status
write_page(struct page *page)
{
	const char *file = cli_value(page->cli, "output");
	struct buf out = { 0 };
	enum status st = sheets_page(&page->sheets, page->folder.text, &out);

	if (!st && !(st = note_look(page))) {
		if (file && strcmp(file, "-") != 0) {
			st = replace_text(file, out.text, out.length, false);
		} else {
			fwrite(out.text, 1, out.length, stdout);
			st = stream_flush(stdout);
		}
	}
	buf_free(&out);
	return st;
}

/* A register is meant where a field or days are given, or where nothing but the number of
 * a register is given: then it is today's. */
static enum status
is_register(struct page *page, bool *answer)
{
	struct cli *cli = page->cli;
	enum form_kind kind = FORM_NONE;
	const char *set;
	enum status st = OK;

	*answer = cli_value(cli, "field") || cli_value(cli, "day") ||
		  cli_value(cli, "from") || cli_value(cli, "to");
	if (*answer && cli->count > 1)
		return cli_usage(cli, _("a register takes no codes"));
	if (!*answer && cli->count == 1 &&
	    !(st = form_kind(&cli->office, page->number, day_of(cli->office.now), &kind,
			     &set)))
		*answer = kind == FORM_REGISTER;
	return st;
}

/* Add a form for each operand behind the form's number.  A code that fails is reported,
 * and the sheets of the others are written all the same. */
static enum status
add_dossiers(struct page *page)
{
	struct cli *cli = page->cli;
	enum status st;

	cli->operands++;
	cli->count--;
	st = cli_each(cli, add_dossier, page);
	cli->operands--;
	cli->count++;
	return st;
}

static void
free_page(struct page *page)
{
	size_t i;

	for (i = 0; i < page->count; i++)
		dossier_form_free(&page->forms[i]);
	free(page->forms);
	buf_free(&page->folder);
	buf_free(&page->seen);
	sheets_free(&page->sheets);
}

enum status
dossier_form_verb(struct cli *cli)
{
	struct page page = { .cli = cli };
	char title[16];
	bool book;
	enum status st, worst = OK;

	if (output_is_asked(cli))
		return cli_usage(cli,
				 _("a form is a page to print: no format, no columns"));
	page.sheets.paper = paper_widths[cli_choice(cli, "paper", 0)];
	if ((st = read_number(cli, &page.number)) || (st = is_register(&page, &book)))
		return st;
	snprintf(title, sizeof(title), "Mẫu %02d", page.number);
	page.sheets.title = title;
	page.sheets.owner = store_owner(cli->office.store);
	if (book)
		st = add_registers(&page);
	else
		worst = add_dossiers(&page);
	if (!st && page.count && !(st = add_sheets(&page)))
		st = write_page(&page);
	free_page(&page);
	return st ? st : worst;
}
