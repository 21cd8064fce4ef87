/* SPDX-License-Identifier: MIT */
/* What two heads do.  The first one's request is an entry of the journal, and its number
 * is that of the entry, so that no other list can say anything else. */
#include <stdio.h>

#include "admin.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"

bool
admin_wants_another(const struct cli *cli)
{
	return cli->office.caller.bound && !cli->office.act.dry_run;
}

enum status
admin_ask(struct cli *cli, const char *what, const char *subject,
	  const char *const *detail)
{
	struct office *office = &cli->office;
	char number[24];
	enum status st = office_begin(office);

	if (st)
		return st;
	st = office_journal(office, what, subject, detail);
	snprintf(number, sizeof(number), "%lld", (long long)store_last_id(office->store));
	if ((st = office_end(office, st)))
		return st;
	cli_note(cli,
		 _("nothing was done yet: another head confirms it within 7 days: "
		   "osq-admin confirm %s"),
		 number);
	return output_label(cli, "request", number);
}
