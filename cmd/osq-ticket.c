/* SPDX-License-Identifier: MIT */
/* osq-ticket - draw, list and print queue numbers.  See osq-ticket(1). */
#include <string.h>

#include "base/intl.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/slip.h"
#include "office/appointment.h"
#include "office/slot.h"
#include "office/ticket.h"

#define OPTIONS_END { NULL, 0, NULL, NULL, NULL }

static enum status
show(struct cli *cli, const struct visit *visit)
{
	struct ticket_filter filter = { .days = EVERY_DAY, .id = visit->id };
	struct sink *sink;
	enum status st = output_record(cli, ticket_columns, &sink);

	return st ? st : output_close(cli, ticket_list(&cli->office, &filter, sink));
}

static const struct cli_option issue_options[] = {
	{ "priority", 'p', "CLASS", N_("the citizen's priority class"), "@priorities" },
	{ "procedure", 0, "CODE", N_("the procedure the citizen comes for"), "@procedures" },
	{ "name", 0, "NAME", N_("the citizen's name"), "" },
	{ "phone", 0, "PHONE", N_("the citizen's telephone number"), "" },
	{ "print", 0, "KIND", N_("print the slip in place of the number"), SLIP_KINDS },
	{ "paper", 0, "MM", N_("width of the paper"), "58|80" },
	{ "request-id", 0, "ID", N_("the press: repeated, it gets the same number again"), "" },
	{ "force", 0, NULL, N_("outside of the hours and beyond the quota too"), NULL },
	OPTIONS_END,
};

/* An empty one would make every press a new one, unnoticed. */
static enum status
read_request_id(struct cli *cli, const char **id)
{
	enum status st = cli_text(cli, "request-id", id);

	if (!st && cli_value(cli, "request-id") && (!*id || strlen(*id) > 200))
		return cli_usage(cli, _("--request-id wants 1 to 200 bytes"));
	return st;
}

static enum status
draw(struct cli *cli, const struct slip_order *order)
{
	struct ticket_request request = { .service = cli->operands[0],
					  .priority = cli_value(cli, "priority"),
					  .procedure = cli_value(cli, "procedure"),
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
	if (cli->office.act.dry_run) /* left no ticket, and paper would promise one */
		return output_label(cli, "ticket", visit->label);
	if (order->kind != SLIP_NONE && issued.repeated) /* there may be two papers now */
		return slip_print_again(cli, order, visit);
	if (order->kind != SLIP_NONE)
		return slip_print_first(cli, order, visit, &issued.range);
	cli_stored(cli, visit->label);
	if (output_is_asked(cli))
		return show(cli, visit);
	return output_label(cli, "ticket", visit->label);
}

static enum status
issue(struct cli *cli)
{
	struct slip_order order;
	enum status st;

	if (cli_value(cli, "print") && output_is_asked(cli))
		return cli_usage(cli, _("--print goes with no format and no columns"));
	if (!(st = slip_order(cli, "print", cli_value(cli, "print"), &order)))
		st = draw(cli, &order);
	slip_order_free(&order);
	return st;
}

static const struct cli_option list_options[] = {
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	{ "from", 0, "DAY", N_("from this day on"), "@day" },
	{ "to", 0, "DAY", N_("up to this day"), "@day" },
	{ "service", 's', "SERVICE", N_("of this service"), "@services" },
	{ "counter", 'c', "COUNTER", N_("at this counter"), "@counters" },
	{ "status", 0, "STATE", N_("in this state"),
	  "waiting|called|serving|held|done|no_show|cancelled|unserved" },
	OPTIONS_END,
};

static enum status
list(struct cli *cli)
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
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	OPTIONS_END,
};

/* The ticket that the first operand and --day name. */
static enum status
find(struct cli *cli, struct visit *visit)
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
	enum status st = find(cli, &visit);

	return st ? st : show(cli, &visit);
}

static const struct cli_option cancel_options[] = {
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	{ "note", 0, "TEXT", N_("why"), "" },
	OPTIONS_END,
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
cancel(struct cli *cli)
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
	if ((st = find(cli, &visit)) || (st = output_record(cli, wait_columns, &sink)))
		return st;
	return ticket_wait(&cli->office, &visit, sink);
}

static const struct cli_option print_options[] = {
	{ "as", 0, "KIND", N_("text (the default), escpos or html"), SLIP_KINDS },
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	{ "paper", 0, "MM", N_("width of the paper"), "58|80" },
	{ "width", 0, "N", N_("as text: characters a line, in place of --paper"), "32|48" },
	OPTIONS_END,
};

static enum status
print(struct cli *cli)
{
	const char *as = cli_value(cli, "as");
	struct slip_order order;
	struct visit visit;
	enum status st;

	if (!(st = slip_order(cli, "as", as ? as : "text", &order)) &&
	    !(st = cli_number(cli, "width", 20, 80, &order.width))) {
		if (order.width && (order.kind != SLIP_TEXT || cli_value(cli, "paper")))
			st = cli_usage(cli, _("--width is for text, and not with --paper"));
		else if (!(st = find(cli, &visit)))
			st = slip_print_again(cli, &order, &visit);
	}
	slip_order_free(&order);
	return st;
}

static const struct cli_option book_options[] = {
	{ "slot", 0, "TIME", N_("when the slot begins"), "@slots" },
	{ "priority", 'p', "CLASS", N_("the citizen's priority class"), "@priorities" },
	{ "procedure", 0, "CODE", N_("the procedure the citizen comes for"), "@procedures" },
	{ "name", 0, "NAME", N_("the citizen's name"), "" },
	{ "phone", 0, "PHONE", N_("the citizen's telephone number"), "" },
	OPTIONS_END,
};

static enum status
read_slot(struct cli *cli, int64_t *slot_at)
{
	const char *slot = cli_value(cli, "slot");

	if (!slot) {
		fail(USAGE, _("--slot is missing"));
		return fail_hint(USAGE, "osq-ticket slots %s", cli->operands[0]);
	}
	if (moment_read(slot, cli->office.now, slot_at))
		return OK;
	fail(USAGE, _("--slot: '%s' is no time"), slot);
	return fail_hint(USAGE, "2026-11-24T07:35, \"2026-11-24 07:35\", 07:35");
}

static enum status
show_booking(struct cli *cli, const char *code)
{
	const struct booking_filter filter = { .days = EVERY_DAY, .code = code };
	struct sink *sink;
	enum status st = output_record(cli, booking_columns, &sink);

	return st ? st : appointment_list(&cli->office, &filter, sink);
}

static enum status
book(struct cli *cli)
{
	struct booking_request request = { .service = cli->operands[0],
					   .priority = cli_value(cli, "priority"),
					   .procedure = cli_value(cli, "procedure") };
	char code[BOOKING_TEXT];
	enum status st;

	if ((st = read_slot(cli, &request.slot_at)) ||
	    (st = cli_text(cli, "name", &request.name)) ||
	    (st = cli_text(cli, "phone", &request.phone)) ||
	    (st = appointment_book(&cli->office, &request, code)))
		return st;
	cli_stored(cli, code);
	if (output_is_asked(cli) && !cli->office.act.dry_run)
		return show_booking(cli, code);
	return output_label(cli, "booking", code);
}

static const struct cli_option slots_options[] = {
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	{ "from", 0, "DAY", N_("from this day on"), "@day" },
	{ "to", 0, "DAY", N_("up to this day"), "@day" },
	OPTIONS_END,
};

static enum status
slots(struct cli *cli)
{
	const int today = day_of(cli->office.act.at);
	struct period days = { today, today };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &days)) || (st = output_list(cli, slot_columns, &sink)))
		return st;
	return slots_list(&cli->office, cli->operands[0], days, sink);
}

static enum status
arrive(struct cli *cli)
{
	struct visit visit;
	bool late = false;
	enum status st =
		appointment_arrive(&cli->office, cli->operands[0], &visit, &late);

	if (st)
		return st;
	cli_stored(cli, visit.label);
	if (late)
		fprintf(stderr, "%s: %s\n", cli->command->name,
			_("the time of the appointment is over: an ordinary number"));
	if (output_is_asked(cli) && !cli->office.act.dry_run)
		return show(cli, &visit);
	return output_label(cli, "ticket", visit.label);
}

static const struct cli_option bookings_options[] = {
	{ "day", 0, "DAY", N_("of this day (default: today)"), "@day" },
	{ "from", 0, "DAY", N_("from this day on"), "@day" },
	{ "to", 0, "DAY", N_("up to this day"), "@day" },
	{ "service", 's', "SERVICE", N_("of this service"), "@services" },
	{ "status", 0, "STATE", N_("in this state"), "booked|arrived|cancelled|missed" },
	OPTIONS_END,
};

static enum status
bookings(struct cli *cli)
{
	const int today = day_of(cli->office.act.at);
	struct booking_filter filter = { .days = { today, today },
					 .service = cli_value(cli, "service"),
					 .status = cli_value(cli, "status") };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &filter.days)) ||
	    (st = output_list(cli, booking_columns, &sink)))
		return st;
	return appointment_list(&cli->office, &filter, sink);
}

static const struct cli_verb verbs[] = {
	{ "issue", "[SERVICE]", 0, 1, N_("draw the next number"), NEEDS_WRITE, issue_options,
	  ticket_columns, "@services", issue },
	{ "list", "", 0, 0, N_("list tickets"), NEEDS_READ, list_options, ticket_columns, NULL,
	  list },
	{ "show", "TICKET", 1, 1, N_("show one ticket"), NEEDS_READ, day_options,
	  ticket_columns, "@tickets", show_one },
	{ "cancel", "TICKET...", 0, OPERANDS_MANY, N_("the citizen goes, or will not come"),
	  NEEDS_WRITE, cancel_options, NULL, "@tickets|@bookings", cancel },
	{ "wait", "[TICKET]", 0, 1, N_("people ahead and the wait to come, or each line"),
	  NEEDS_READ, day_options, NULL, "@tickets", wait_for },
	{ "print", "TICKET", 1, 1, N_("print the slip"), NEEDS_READ, print_options, NULL,
	  "@tickets", print },
	{ "slots", "SERVICE", 1, 1, N_("list the slots for which one can book"), NEEDS_READ,
	  slots_options, slot_columns, "@services", slots },
	{ "book", "SERVICE", 1, 1, N_("take a place in a slot"), NEEDS_WRITE, book_options,
	  booking_columns, "@services", book },
	{ "bookings", "", 0, 0, N_("list bookings"), NEEDS_READ, bookings_options,
	  booking_columns, NULL, bookings },
	{ "arrive", "BOOKING", 1, 1, N_("who has booked is here: draw his number"),
	  NEEDS_WRITE, NULL, ticket_columns, "@bookings", arrive },
	{ .run = NULL },
};

/* `wait` tells of one ticket, or of all services. */
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
		"osq-ticket", N_("Draw, list and print queue numbers."), verbs, columns_of
	};

	return cli_main(&command, argc, argv);
}
