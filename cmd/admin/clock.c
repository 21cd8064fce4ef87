/* SPDX-License-Identifier: MIT */
/* osq-admin clock: the machine's clock beside the journal, and which is right. */
#include <stdio.h>

#include "admin.h"
#include "base/intl.h"
#include "base/moment.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/core/clock.h"
#include "office/keep/take_back.h"

const struct cli_option admin_clock_options[] = {
	{ .name = "right",
	  .help = N_(
		  "the machine's clock is right: go on by it, and take back to now what "
		  "is still to come") },
	{ 0 },
};

const struct column admin_clock_columns[] = {
	{ .key = "machine", .heading = N_("Machine"), .type = COL_TIME },
	{ .key = "last_entry", .heading = N_("Last entry"), .type = COL_TIME },
	{ .key = "kept", .heading = N_("Kept"), .type = COL_WORD, .words = yes_no },
	{ .key = "clock",
	  .heading = N_("Clock"),
	  .type = COL_WORD,
	  .words = clock_states },
	{ .key = "to_come", .heading = N_("Still to come"), .type = COL_INT },
	{ 0 },
};

bool
admin_clock_only_shows(const struct cli *cli)
{
	return !cli_value(cli, "right");
}

/* TO_COME: so many records were, or are. */
static enum status
tell_clock(struct cli *cli, const struct clock *clock, int64_t to_come)
{
	const struct value row[] = { value_int(cli->office.now),
				     clock->last < 0 ? VALUE_NONE :
						       value_int(clock->last),
				     value_text(clock->kept ? "yes" : "no"),
				     value_text(clock_states[clock->state].code),
				     value_int(to_come) };
	struct sink *sink;
	enum status st = output_record(cli, admin_clock_columns, &sink);

	return st ? st : sink->row(sink, row);
}

static enum status
set_right(struct office *office, const struct clock *clock, int64_t *taken)
{
	char last[MOMENT_TEXT], count[24];
	const char *const detail[] = { "last", clock->last < 0 ? NULL : last,
				       "taken_back", count, NULL };
	enum status st = take_back_to(office, office->now, taken);

	if (st)
		return st;
	moment_print(clock->last, last);
	snprintf(count, sizeof(count), "%lld", (long long)*taken);
	return office_journal(office, "clock right", NULL, detail);
}

enum status
admin_clock_verb(struct cli *cli)
{
	struct office *office = &cli->office;
	struct clock clock;
	int64_t to_come = 0;
	enum status st;

	if (admin_clock_only_shows(cli)) {
		if ((st = clock_look(office, office->now, &clock)) ||
		    (st = take_back_count(office, office->now, &to_come)))
			return st;
		return tell_clock(cli, &clock, to_come);
	}
	/* Not office_begin(), which would refuse this clock. */
	if ((st = store_begin(office->store)))
		return st;
	st = clock_look(office, office->now, &clock);
	if ((st = office_end(office, st ? st : set_right(office, &clock, &to_come))))
		return st;
	return tell_clock(cli, &clock, to_come);
}
