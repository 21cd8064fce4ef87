/* SPDX-License-Identifier: MIT */
/* osq-admin purge: personal data whose time is over. */
#include "admin.h"
#include "base/intl.h"
#include "cli/output.h"
#include "office/purge.h"

const struct cli_option admin_purge_options[] = {
	{ "before", 0, "DAY", N_("of what ended before this day (default: all past retention)"),
	  "@day" },
	{ "force", 0, NULL, N_("although the setting retention_months keeps it still"), NULL },
	OPTIONS_END,
};

const struct column admin_purge_columns[] = {
	{ "before", N_("Before"), COL_DAY, 0, NULL, NULL },
	{ "dossiers", N_("Dossiers"), COL_INT, 0, NULL, NULL },
	{ "tickets", N_("Tickets"), COL_INT, 0, NULL, NULL },
	{ "appointments", N_("Appointments"), COL_INT, 0, NULL, NULL },
	{ "ratings", N_("Ratings"), COL_INT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static enum status
tell(struct cli *cli, int day, const struct purged *p)
{
	char text[DAY_TEXT];
	const struct value row[] = { value_text(day_print(day, text)), value_int(p->dossiers),
				     value_int(p->tickets), value_int(p->appointments),
				     value_int(p->ratings) };
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
admin_purge_verb(struct cli *cli)
{
	struct purged purged;
	char room[DAY_TEXT];
	const char *named;
	int day = 0;
	enum status st = cli_day(cli, "before", room, &named);

	if (st)
		return st;
	if (named) {
		day_read(named, cli->office.now, &day);
	} else if ((st = retention_day(&cli->office, &day))) {
		return st == NO ? cli_usage(cli, _("--before is missing: there is no retention "
						   "period (setting retention_months)")) :
				  st;
	}
	st = office_purge(&cli->office, day, cli_value(cli, "force") != NULL, &purged);
	return st ? st : tell(cli, day, &purged);
}
