/* SPDX-License-Identifier: MIT */
#include "cli/slip_print.h"

#include <stdlib.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/values.h"
#include "form/slip/slip.h"
#include "form/slip/slip_html.h"
#include "form/template/template.h"
#include "form/template/template_file.h"
#include "office/core/setting.h"
#include "office/queue/ticket_told.h"

const struct word slip_kinds[] = {
	[SLIP_TEXT] = { .code = "text" },
	[SLIP_ESCPOS] = { .code = "escpos" },
	[SLIP_HTML] = { .code = "html" },
	{ 0 },
};

static enum status
read_paper(struct cli *cli, int64_t *paper)
{
	const char *given = cli_value(cli, "paper");

	if (!given)
		return setting_number(&cli->office, "paper_width",
				      day_of(cli->office.now), paper);
	*paper = strtoll(given, NULL, 10);
	return OK;
}

/* Read the template, and fill it with no data to see whether it is sound. */
static enum status
read_template(struct cli *cli, struct slip_order *order)
{
	struct buf page = { 0 };
	enum status st;

	if ((st = setting_get(&cli->office, "slip_template", day_of(cli->office.now),
			      &order->path)) ||
	    (st = template_read(order->path.text, store_owner(cli->office.store),
				"slip/slip.html", &order->template, &order->name)))
		return st;
	st = template_render(order->template.text, order->name, NULL, TEMPLATE_HTML,
			     &page);
	buf_free(&page);
	return st;
}

enum status
slip_order(struct cli *cli, const char *option, enum slip_kind otherwise,
	   struct slip_order *order)
{
	enum status st;

	*order = (struct slip_order){ .kind = (enum slip_kind)cli_choice(cli, option,
									 otherwise) };
	if (order->kind == SLIP_NONE)
		return cli_value(cli, "paper") ?
			       cli_usage(cli, _("--paper goes with --%s"), option) :
			       OK;
	if ((st = read_paper(cli, &order->paper)))
		return st;
	if (order->kind == SLIP_TEXT)
		return OK;
	if (!(st = slip_ready(order->kind == SLIP_ESCPOS)) && order->kind == SLIP_HTML)
		st = read_template(cli, order);
	return st;
}

void
slip_order_free(struct slip_order *order)
{
	buf_free(&order->template);
	buf_free(&order->path);
}

/*
 * What the QR code holds: osq:AGENCY:DAY:NUMBER, "osq:H30.24:2026-11-24:A012".  It is
 * made of what stands on the slip and of the office's code, so a ticket has the same code
 * on every print and after any restore; its label alone returns the next day, and in
 * other offices.  Nothing about the citizen is in it: slips are left lying about.
 */
static enum status
add_reference(struct office *office, const struct visit *visit, int day, struct buf *out)
{
	enum status st;

	buf_text(out, "osq:");
	st = setting_get(office, "agency", day, out);
	buf_print(out, ":%s:%s", visit->day, visit->label);
	return st;
}

static enum status
print_as(const struct slip_order *order, const struct slip *slip)
{
	const int paper = (int)order->paper;

	switch (order->kind) {
	case SLIP_ESCPOS:
		return slip_escpos(stdout, paper, slip);
	case SLIP_HTML:
		return slip_html(stdout, order->template.text, order->name, paper, slip);
	case SLIP_TEXT:
	case SLIP_NONE:
		break;
	}
	return slip_text(stdout, order->width ? (int)order->width : PAPER_COLUMNS(paper),
			 slip);
}

/* TOLD: the wait that a first print shows; NULL for a reprint. */
static enum status
print_slip(struct cli *cli, const struct slip_order *order, const struct visit *visit,
	   const struct wait_range *told)
{
	struct buf name = { 0 }, reference = { 0 };
	struct ticket_slip ticket;
	enum status st;
	int day;

	if ((st = ticket_slip(&cli->office, visit, told, &ticket)))
		return st;
	day = day_of(ticket.issued_at);
	if (!(st = setting_get(&cli->office, "name", day, &name)) &&
	    !(st = add_reference(&cli->office, visit, day, &reference)))
		st = print_as(order, &(struct slip){ .office = name.text,
						     .number = ticket.label,
						     .service = ticket.service,
						     .priority = ticket.priority,
						     .reference = reference.text,
						     .issued_at = ticket.issued_at,
						     .ahead = ticket.range.ahead,
						     .median = ticket.range.median,
						     .p90 = ticket.range.p90,
						     .reprint = !told });
	buf_free(&name);
	buf_free(&reference);
	return st;
}

enum status
slip_print_again(struct cli *cli, const struct slip_order *order,
		 const struct visit *visit)
{
	return print_slip(cli, order, visit, NULL);
}

enum status
slip_print_first(struct cli *cli, const struct slip_order *order,
		 const struct visit *visit, const struct wait_range *told)
{
	enum status st = print_slip(cli, order, visit, told);

	if (!st)
		return OK;
	return fail_hint(st, "osq-ticket print %s --as %s", visit->label,
			 slip_kinds[order->kind].code);
}
