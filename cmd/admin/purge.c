/* SPDX-License-Identifier: MIT */
/* osq-admin purge: personal data whose time is over. */
#include "office/keep/purge.h"
#include "admin.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"

const struct cli_option admin_purge_options[] = {
	{ .name = "before",
	  .argument = "DAY",
	  .help = N_("of what ended before this day (default: all past retention)"),
	  .suggest = "@day" },
	{ .name = "force",
	  .roles = ROLE_HEAD,
	  .help = N_("although the setting retention_months keeps it still") },
	{ 0 },
};

const struct column admin_purge_columns[] = {
	{ .key = "before", .heading = N_("Before"), .type = COL_DAY },
	{ .key = "dossiers", .heading = N_("Dossiers"), .type = COL_INT },
	{ .key = "tickets", .heading = N_("Tickets"), .type = COL_INT },
	{ .key = "appointments", .heading = N_("Appointments"), .type = COL_INT },
	{ .key = "ratings", .heading = NC_("section", "Ratings"), .type = COL_INT },
	{ 0 },
};

static enum status
print_purged(struct cli *cli, int day, const struct purged *p)
{
	char text[DAY_TEXT];
	const struct value row[] = { value_text(day_print(day, text)),
				     value_int(p->dossiers), value_int(p->tickets),
				     value_int(p->appointments), value_int(p->ratings) };
	struct sink *sink;
	enum status st;

	if (output_is_asked(cli)) {
		st = output_record(cli, admin_purge_columns, &sink);
		return st ? st : sink->row(sink, row);
	}
	printf(_("without personal data from now on: dossiers %lld, tickets %lld, "
		 "appointments %lld, ratings %lld\n"),
	       (long long)p->dossiers, (long long)p->tickets, (long long)p->appointments,
	       (long long)p->ratings);
	return OK;
}

enum status
admin_purge_before(struct cli *cli, int day, bool force)
{
	struct purged purged;
	enum status st = office_purge(&cli->office, day, force, &purged);

	return st ? st : print_purged(cli, day, &purged);
}

/* What cannot be done is told to who asks, not to who confirms. */
static enum status
ask_for_purge(struct cli *cli, int day, bool force)
{
	char text[DAY_TEXT];
	const char *const detail[] = { "before", day_print(day, text), "force",
				       force ? "yes" : NULL, NULL };
	struct purged purged;
	enum status st;

	cli->office.act.dry_run = true;
	st = office_purge(&cli->office, day, force, &purged);
	cli->office.act.dry_run = false;
	return st ? st : admin_ask(cli, "purge ask", NULL, detail);
}

enum status
admin_purge_verb(struct cli *cli)
{
	const bool force = cli_value(cli, "force") != NULL;
	char room[DAY_TEXT];
	const char *named;
	int day = 0;
	enum status st = cli_day(cli, "before", room, &named);

	if (st)
		return st;
	if (named) {
		day_read(named, cli->office.now, &day);
	} else if ((st = retention_day(&cli->office, &day))) {
		return st == NO ?
			       cli_usage(cli,
					 _("--before is missing: there is no retention "
					   "period (setting retention_months)")) :
			       st;
	}
	return admin_wants_another(cli) ? ask_for_purge(cli, day, force) :
					  admin_purge_before(cli, day, force);
}
