/* SPDX-License-Identifier: MIT */
/* osq-ticket - draw, list and print queue numbers.  See osq-ticket(1). */
#include <string.h>

#include "base/intl.h"
#include "cli/card.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/operands.h"
#include "cli/output.h"
#include "cli/slip_print.h"
#include "cli/values.h"
#include "office/core/settings.h"
#include "office/queue/appointment.h"
#include "office/queue/appointment_list.h"
#include "office/queue/slot.h"
#include "office/queue/ticket.h"
#include "office/queue/ticket_told.h"
#include "ticket.h"

static const struct cli_option issue_options[] = {
	{ .name = "priority",
	  .letter = 'p',
	  .argument = "CLASS",
	  .help = N_("the citizen's priority class"),
	  .suggest = "@priorities" },
	{ .name = "procedure",
	  .argument = "CODE",
	  .help = N_("the procedure the citizen comes for"),
	  .suggest = "@procedures" },
	{ .name = "name", .argument = "NAME", .help = N_("the citizen's name") },
	{ .name = "phone",
	  .argument = "PHONE",
	  .help = N_("the citizen's telephone number") },
	{ .name = "card",
	  .argument = "LINE",
	  .help = N_("what the reader types from an identity card's QR; - reads it"),
	  .suggest = "-" },
	{ .name = "print",
	  .argument = "KIND",
	  .help = N_("print the slip in place of the number"),
	  .words = slip_kinds },
	{ .name = "paper",
	  .argument = "MM",
	  .help = N_("width of the paper"),
	  .words = setting_paper_widths },
	{ .name = "request-id",
	  .argument = "ID",
	  .help = N_("the press: repeated, it gets the same number again") },
	{ .name = "force",
	  .roles = ROLE_HEAD,
	  .help = N_("outside of the hours and beyond the quota too") },
	{ 0 },
};

/* Refuse an empty key: with one every press of the button would draw a new number,
 * unnoticed. */
static enum status
read_request_id(struct cli *cli, const char **id)
{
	enum status st = cli_text(cli, "request-id", id);

	if (!st && cli_value(cli, "request-id") && (!*id || strlen(*id) > 200))
		return cli_usage(cli, _("--request-id wants 1 to 200 bytes"));
	return st;
}

static enum status
draw_ticket(struct cli *cli, const struct slip_order *order,
	    const struct person_card *card)
{
	struct ticket_request request = { .service = cli->operands[0],
					  .priority = cli_value(cli, "priority"),
					  .procedure = cli_value(cli, "procedure"),
					  .card = card->line ? card->number : NULL,
					  .force = cli_value(cli, "force"),
					  .tell = order->kind != SLIP_NONE };
	struct ticket_issued issued;
	const struct visit *visit = &issued.visit;
	enum status st;

	if ((st = cli_text(cli, "name", &request.name)) ||
	    (st = cli_text(cli, "phone", &request.phone)) ||
	    (st = read_request_id(cli, &request.request_id)) ||
	    (st = ticket_issue(&cli->office, &request, &issued)))
		return st;
	if (issued.same_person)
		cli_note(cli, _("%s: drawn before, and still waiting"), visit->label);
	/* A dry run left no ticket, and a slip would promise one. */
	if (cli->office.act.dry_run)
		return output_label(cli, "ticket", visit->label);
	if (order->kind != SLIP_NONE && issued.repeated) /* a slip may exist already */
		return slip_print_again(cli, order, visit);
	if (order->kind != SLIP_NONE)
		return slip_print_first(cli, order, visit, &issued.range);
	if (output_is_asked(cli))
		return ticket_show(cli, visit);
	return output_label(cli, "ticket", visit->label);
}

static enum status
run_issue(struct cli *cli)
{
	struct person_card card = { .line = NULL };
	struct slip_order order;
	enum status st;

	if (cli_value(cli, "print") && output_is_asked(cli))
		return cli_usage(cli, _("--print goes with no format and no columns"));
	if (!(st = slip_order(cli, "print", SLIP_NONE, &order)) &&
	    !(st = cli_card(cli, &card)))
		st = draw_ticket(cli, &order, &card);
	person_card_free(&card);
	slip_order_free(&order);
	return st;
}

static const struct cli_option list_options[] = {
	DAYS_OPTIONS(N_("of this day (default: today)")),
	{ .name = "service",
	  .letter = 's',
	  .argument = "SERVICE",
	  .help = N_("of this service"),
	  .suggest = "@services" },
	{ .name = "counter",
	  .letter = 'c',
	  .argument = "COUNTER",
	  .help = N_("at this counter"),
	  .suggest = "@counters" },
	{ .name = "status",
	  .argument = "STATE",
	  .help = N_("in this state"),
	  .words = visit_states },
	{ 0 },
};

static enum status
run_list(struct cli *cli)
{
	const int today = day_of(cli->office.act.at);
	struct ticket_filter filter = { .days = { today, today },
					.service = cli_value(cli, "service"),
					.counter = cli_value(cli, "counter"),
					.status = cli_value(cli, "status") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = output_list(cli, ticket_columns, &sink)))
		return st;
	return ticket_list(&cli->office, &filter, sink);
}

static const struct cli_option day_options[] = {
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("of this day (default: today)"),
	  .suggest = "@day" },
	{ 0 },
};

/* Find the ticket that the first operand and --day name. */
static enum status
find_ticket(struct cli *cli, struct visit *visit)
{
	char room[DAY_TEXT];
	const char *day;
	enum status st = cli_day(cli, "day", room, &day);

	return st ? st : visit_find(&cli->office, cli->operands[0], day, visit);
}

static enum status
show_one(struct cli *cli)
{
	struct visit visit;
	enum status st = find_ticket(cli, &visit);

	return st ? st : ticket_show(cli, &visit);
}

static const struct cli_option cancel_options[] = {
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("of this day (default: today)"),
	  .suggest = "@day" },
	{ .name = "note", .argument = "TEXT", .help = N_("why") },
	{ 0 },
};

struct cancel {
	const char *day, *note;
};

static enum status
cancel_one(struct cli *cli, const char *label, void *ctx)
{
	const struct cancel *cancel = ctx;
	char code[BOOKING_TEXT];
	struct visit visit;
	enum status st;

	if (appointment_is_code(label)) {
		st = appointment_cancel(&cli->office, label, cancel->note, code);
		return st ? st : output_label(cli, "ticket", code);
	}
	st = ticket_cancel(&cli->office, label, cancel->day, cancel->note, &visit);
	return st ? st : output_label(cli, "ticket", visit.label);
}

static enum status
run_cancel(struct cli *cli)
{
	char room[DAY_TEXT];
	struct cancel cancel;
	enum status st;

	if ((st = cli_day(cli, "day", room, &cancel.day)) ||
	    (st = cli_text(cli, "note", &cancel.note)))
		return st;
	return cli_each(cli, cancel_one, &cancel);
}

static enum status
wait_for(struct cli *cli)
{
	struct visit visit;
	struct sink *sink;
	enum status st;

	if (!cli->count) {
		st = output_list(cli, waiting_columns, &sink);
		return st ? st : ticket_waiting(&cli->office, sink);
	}
	if ((st = find_ticket(cli, &visit)) ||
	    (st = output_record(cli, wait_columns, &sink)))
		return st;
	return ticket_wait(&cli->office, &visit, sink);
}

static const struct cli_option print_options[] = {
	{ .name = "as",
	  .argument = "KIND",
	  .help = N_("how it is printed (default: text)"),
	  .words = slip_kinds },
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("of this day (default: today)"),
	  .suggest = "@day" },
	{ .name = "paper",
	  .argument = "MM",
	  .help = N_("width of the paper"),
	  .words = setting_paper_widths },
	{ .name = "width",
	  .argument = "N",
	  .help = N_("as text: characters a line, in place of --paper"),
	  .suggest = "32|48" },
	{ 0 },
};

static enum status
run_print(struct cli *cli)
{
	struct slip_order order;
	struct visit visit;
	enum status st;

	if (!(st = slip_order(cli, "as", SLIP_TEXT, &order)) &&
	    !(st = cli_number(cli, "width", 20, 80, &order.width))) {
		if (order.width && (order.kind != SLIP_TEXT || cli_value(cli, "paper")))
			st = cli_usage(cli,
				       _("--width is for text, and not with --paper"));
		else if (!(st = find_ticket(cli, &visit)))
			st = slip_print_again(cli, &order, &visit);
	}
	slip_order_free(&order);
	return st;
}

static const struct cli_verb verbs[] = {
	{ .name = "issue",
	  .operands = "[SERVICE]",
	  .most = 1,
	  .help = N_("draw the next number"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_KIOSK,
	  .options = issue_options,
	  .columns = ticket_columns,
	  .suggest = "@services",
	  .run = run_issue },
	{ .name = "list",
	  .operands = "",
	  .help = N_("list tickets"),
	  .title = N_("Tickets drawn"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK | ROLE_AUDITOR,
	  .options = list_options,
	  .columns = ticket_columns,
	  .run = run_list },
	{ .name = "show",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("show one ticket"),
	  .need = NEEDS_READ,
	  .roles = FOR_CLERK,
	  .options = day_options,
	  .columns = ticket_columns,
	  .suggest = "@tickets",
	  .run = show_one },
	{ .name = "cancel",
	  .operands = "TICKET...",
	  .most = OPERANDS_MANY,
	  .help = N_("the citizen goes, or will not come"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_CLERK,
	  .options = cancel_options,
	  .suggest = "@tickets|@bookings",
	  .run = run_cancel },
	{ .name = "wait",
	  .operands = "[TICKET]",
	  .most = 1,
	  .help = N_("people ahead and the wait to come, or each line"),
	  .need = NEEDS_READ,
	  .roles = FOR_PUBLIC,
	  .options = day_options,
	  .suggest = "@tickets",
	  .run = wait_for },
	{ .name = "print",
	  .operands = "TICKET",
	  .least = 1,
	  .most = 1,
	  .help = N_("print the slip"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK,
	  .options = print_options,
	  .suggest = "@tickets",
	  .run = run_print },
	{ .name = "slots",
	  .operands = "SERVICE",
	  .least = 1,
	  .most = 1,
	  .help = N_("list the slots for which one can book"),
	  .title = N_("Free slots"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK,
	  .options = ticket_slots_options,
	  .columns = slot_columns,
	  .suggest = "@services",
	  .run = ticket_slots_verb },
	{ .name = "book",
	  .operands = "SERVICE",
	  .least = 1,
	  .most = 1,
	  .help = N_("take a place in a slot"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_KIOSK,
	  .options = ticket_book_options,
	  .columns = booking_columns,
	  .suggest = "@services",
	  .run = ticket_book_verb },
	{ .name = "bookings",
	  .operands = "",
	  .help = N_("list bookings"),
	  .title = N_("Appointments"),
	  .need = NEEDS_READ,
	  .roles = FOR_CLERK | ROLE_AUDITOR,
	  .options = ticket_bookings_options,
	  .columns = booking_columns,
	  .run = ticket_bookings_verb },
	{ .name = "arrive",
	  .operands = "BOOKING",
	  .least = 1,
	  .most = 1,
	  .help = N_("who has booked is here: draw his number"),
	  .need = NEEDS_WRITE,
	  .roles = FOR_KIOSK,
	  .columns = ticket_columns,
	  .suggest = "@bookings",
	  .run = ticket_arrive_verb },
	{ .run = NULL },
};

/* `wait` reports on one ticket, or on all services. */
static const struct column *
columns_of(const struct cli_verb *verb, const char *operand)
{
	if (verb->run != wait_for)
		return NULL;
	return operand ? wait_columns : waiting_columns;
}

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		.name = "osq-ticket",
		.about = N_("Draw, list and print queue numbers."),
		.verbs = verbs,
		.columns_of = columns_of
	};

	return cli_main(&command, argc, argv);
}
