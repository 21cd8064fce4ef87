/* SPDX-License-Identifier: MIT */
/* Appointments: the free slots, booking one, arriving for it. */
#include <stdio.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/queue/appointment.h"
#include "office/queue/appointment_list.h"
#include "office/queue/slot.h"
#include "ticket.h"

const struct cli_option ticket_book_options[] = {
	{ .name = "slot",
	  .argument = "TIME",
	  .help = N_("when the slot begins"),
	  .suggest = "@slots" },
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
	{ 0 },
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

enum status
ticket_book_verb(struct cli *cli)
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
	if (output_is_asked(cli) && !cli->office.act.dry_run)
		return show_booking(cli, code);
	return output_label(cli, "booking", code);
}

const struct cli_option ticket_slots_options[] = {
	DAYS_OPTIONS(N_("of this day (default: today)")),
	{ 0 },
};

enum status
ticket_slots_verb(struct cli *cli)
{
	const int today = day_of(cli->office.act.at);
	struct period days = { today, today };
	struct sink *sink;
	enum status st;

	if ((st = cli_days(cli, &days)) || (st = output_list(cli, slot_columns, &sink)))
		return st;
	return slots_list(&cli->office, cli->operands[0], days, sink);
}

enum status
ticket_arrive_verb(struct cli *cli)
{
	struct visit visit;
	bool late = false;
	enum status st = appointment_arrive(&cli->office, cli->operands[0], &visit,
					    &late);

	if (st)
		return st;
	if (late)
		fprintf(stderr, "%s: %s\n", cli->command->name,
			_("the time of the appointment is over: an ordinary number"));
	if (output_is_asked(cli) && !cli->office.act.dry_run)
		return ticket_show(cli, &visit);
	return output_label(cli, "ticket", visit.label);
}

const struct cli_option ticket_bookings_options[] = {
	DAYS_OPTIONS(N_("of this day (default: today)")),
	{ .name = "service",
	  .letter = 's',
	  .argument = "SERVICE",
	  .help = N_("of this service"),
	  .suggest = "@services" },
	{ .name = "status",
	  .argument = "STATE",
	  .help = N_("in this state"),
	  .words = booking_states },
	{ 0 },
};

enum status
ticket_bookings_verb(struct cli *cli)
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
