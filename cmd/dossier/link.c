/* SPDX-License-Identifier: MIT */
/* osq-dossier link: dossiers of one request. */
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/dossier/dossier_link.h"

const struct cli_option dossier_link_options[] = {
	{ .name = "limit",
	  .argument = "N",
	  .help = N_("the request has this limit, from receipt; else each its own") },
	{ .name = "unit",
	  .argument = "UNIT",
	  .help = N_("in this unit (default: working-day)"),
	  .words = time_units },
	{ .name = "verified",
	  .argument = "N",
	  .help = N_("the limit once another agency is asked, from receipt too") },
	{ 0 },
};

static enum status
read_bond(struct cli *cli, struct dossier_bond *bond)
{
	int64_t limit = 0, verified = 0;
	enum status st;

	*bond = (struct dossier_bond){
		.unit = (enum time_unit)cli_choice(cli, "unit", UNIT_WORKING_DAY)
	};
	if ((st = cli_number(cli, "limit", 1, TIME_LIMIT_MOST, &limit)) ||
	    (st = cli_number(cli, "verified", 1, TIME_LIMIT_MOST, &verified)))
		return st;
	if (!limit && (verified || cli_value(cli, "unit")))
		return cli_usage(cli, _("--unit and --verified go with --limit"));
	if (limit && !time_limit_fits(bond->unit, limit))
		return cli_usage(cli, _("--unit same-day has no limit"));
	if (verified && verified <= limit)
		return cli_usage(cli, _("--verified is longer than --limit"));
	bond->limit = (int)limit;
	bond->verified = (int)verified;
	return OK;
}

enum status
dossier_link_verb(struct cli *cli)
{
	struct dossier_codes codes = { 0 };
	struct dossier_bond bond;
	int unsettled;
	enum status st = read_bond(cli, &bond);

	if (!st)
		st = dossier_codes_read(cli, &codes);
	if (!st && codes.count < 2)
		st = cli_usage(cli, _("give two codes or more"));
	if (!st &&
	    !(st = dossier_link(&cli->office, codes.all, codes.count, &bond,
				&unsettled)) &&
	    !(st = dossier_codes_print(cli, &codes)))
		dossier_tell_unsettled(cli, codes.all[0], unsettled);
	dossier_codes_free(&codes);
	return st;
}
