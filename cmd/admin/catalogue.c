/* SPDX-License-Identifier: MIT */
/* The register of procedures in osq-admin import, list and diff: its entries hold from
 * one day to another. */
#include <string.h>

#include "admin.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/import_file.h"
#include "cli/output.h"
#include "cli/values.h"
#include "matching.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"
#include "office/catalogue/procedure_import.h"

const struct cli_option admin_list_options[] = {
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("procedures: what holds on this day (default: today)"),
	  .suggest = "@day" },
	{ .name = "doubtful",
	  .help = N_("procedures: only those with a doubtful time or fee") },
	{ .name = "all", .help = N_("those too that have ended") },
	MATCHING_OPTION,
	{ 0 },
};

const struct cli_option admin_diff_options[] = {
	{ .name = "since",
	  .argument = "DAY",
	  .help = N_("beside what holds on this day (default: today)"),
	  .suggest = "@day" },
	{ 0 },
};

/* So far diff and publish know no other kind. */
static enum status
check_kind(struct cli *cli)
{
	if (!strcmp(cli->operands[0], "procedures"))
		return OK;
	return cli_usage(cli, _("'%s': only procedures can be compared"),
			 cli->operands[0]);
}

enum status
admin_begin_procedures(struct office *office, void *ctx, struct import_listener *listener,
		       struct import **import)
{
	const char *const *since = ctx;

	return procedure_import(office, *since, listener, import);
}

static enum status
begin_whole(struct office *office, void *ctx, struct import_listener *listener,
	    struct import **import)
{
	const char *const *since = ctx;

	return procedure_import_whole(office, *since, listener, import);
}

enum status
admin_import_procedures(struct cli *cli, const char *file)
{
	char room[DAY_TEXT];
	const char *since;
	enum status st = cli_day(cli, "since", room, &since);

	return st ? st :
		    cli_import(cli, file,
			       cli_value(cli, "whole") ? begin_whole :
							 admin_begin_procedures,
			       &since, 0);
}

enum status
admin_list_procedures(struct cli *cli)
{
	const enum procedures_shown shown = cli_value(cli, "all") ? PROCEDURES_ENDED_TOO :
					    cli_value(cli, "doubtful") ?
								    PROCEDURES_DOUBTFUL :
								    PROCEDURES_IN_FORCE;
	int day = day_of(cli->office.now);
	char room[DAY_TEXT];
	const char *named;
	struct matching m;
	enum status st = cli_day(cli, "day", room, &named);

	if (st)
		return st;
	if (named)
		day_read(named, cli->office.now, &day);
	if (shown == PROCEDURES_DOUBTFUL &&
	    !cli->columns) /* the columns that matter for a doubt */
		cli->columns =
			"code,name,time_limit,time_unit,fee,time_text,fee_text,doubt";
	cli->title = _("Administrative procedures");
	if (!(st = matching_begin(&m, cli, procedure_columns)))
		st = procedure_list(&cli->office, day, shown, &m.sink);
	return matching_end(&m, st);
}

/* Passes rows on and remembers whether there were any. */
struct differing {
	struct sink sink;
	struct sink *to;
	const char *since;
	bool any;
};

static enum status
pass_on(struct sink *sink, const struct value *values)
{
	struct differing *d = (struct differing *)sink;

	d->any = true;
	return d->to->row(d->to, values);
}

static enum status
start_diff(struct office *office, void *ctx, struct import_listener *listener,
	   struct import **import)
{
	struct differing *d = ctx;

	return procedure_diff(office, d->since, &d->sink, listener, import);
}

/* As diff(1): 0 the same, 1 not. */
enum status
admin_diff_verb(struct cli *cli)
{
	struct differing d = { .sink = { pass_on } };
	struct import_result result;
	char room[DAY_TEXT];
	enum status st = check_kind(cli);

	if (st || (st = cli_day(cli, "since", room, &d.since)) ||
	    (st = output_list(cli, procedure_diff_columns, &d.to)) ||
	    (st = cli_import_file(cli, cli->operands[1], start_diff, &d, &result)))
		return st;
	return d.any ? worse(output_close(cli, OK), NO) : OK;
}
