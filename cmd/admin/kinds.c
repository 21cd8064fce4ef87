/* SPDX-License-Identifier: MIT */
/* osq-admin import and list: any register by its name. */
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "base/intl.h"
#include "base/mem.h"
#include "cli/complain.h"
#include "cli/import_file.h"
#include "cli/permission.h"
#include "cli/values.h"
#include "matching.h"
#include "office/registers/register.h"
#include "office/registers/register_list.h"
#include "office/registers/registers.h"
#include "office/rules/holiday.h"

const struct cli_option admin_import_options[] = {
	{ .name = "since",
	  .argument = "DAY",
	  .help = N_("procedures: they hold from this day on (default: today)"),
	  .suggest = "@day" },
	{ .name = "whole",
	  .help = N_("FILE has all that is in force: what it does not name ends") },
	{ .name = "settles",
	  .argument = "YEAR",
	  .help = N_(
		  "holidays: the notice of this year has come, with the days of FILE") },
	IMPORT_OPTIONS,
	{ 0 },
};

/* Which options go with which register alone; NULL: with those whose entries end. */
static const struct owned {
	const char *option, *kind;
} owned[] = {
	{ "since", "procedures" }, { "day", "procedures" }, { "doubtful", "procedures" },
	{ "settles", "holidays" }, { "whole", NULL },       { "all", NULL },
};

static bool
is_owned_by(const struct owned *o, const char *kind)
{
	const struct reg *reg = register_find(kind);

	return o->kind ? !strcmp(kind, o->kind) :
			 reg && column_find(reg->columns, "until") >= 0;
}

enum status
admin_check_options(struct cli *cli, const char *kind)
{
	const struct cli_option *o;
	size_t i;

	for (o = cli->verb->options; o->name; o++)
		for (i = 0; i < sizeof(owned) / sizeof(*owned); i++)
			if (!strcmp(o->name, owned[i].option) &&
			    cli_value(cli, o->name) && !is_owned_by(&owned[i], kind))
				return cli_usage(
					cli, _("--%s goes with %s"), o->name,
					owned[i].kind ? owned[i].kind :
							_("registers whose entries end"));
	return OK;
}

enum status
admin_find_kind(struct cli *cli, const char *kind, const struct reg **reg)
{
	struct buf kinds = { 0 };
	const struct reg *const *r;

	if ((*reg = register_find(kind)))
		return OK;
	for (r = registers; *r; r++)
		buf_print(&kinds, "%s%s", kinds.length ? " " : "", (*r)->kind);
	cli_usage(cli, _("'%s' is no register"), kind);
	fail_hint(USAGE, "%s", kinds.text);
	buf_free(&kinds);
	return USAGE;
}

/* Without a file the notice has no days of its own. */
static enum status
settle_year(struct cli *cli, const char *file)
{
	char name[sizeof("--settles 2027")];
	int64_t year = 0;
	enum status st = cli_number(cli, "settles", HOLIDAY_SINCE, HOLIDAY_LAST, &year);

	if (st)
		return st;
	snprintf(name, sizeof(name), "--settles %.4lld", (long long)year);
	return file ? cli_import(cli, file, register_import_notice, &year, 0) :
		      cli_import_entry(cli, name, register_import_notice, &year, NULL);
}

enum status
admin_import_verb(struct cli *cli)
{
	const struct reg *reg;
	enum status st = admin_find_kind(cli, cli->operands[0], &reg);

	if (st || (st = admin_check_options(cli, reg->kind)) ||
	    (st = permission_also(cli, reg->kind, reg->writers)))
		return st;
	if (!strcmp(reg->kind, "procedures"))
		return admin_import_procedures(cli, cli->operands[1]);
	if (cli_value(cli, "settles"))
		return settle_year(cli, cli->operands[1]);
	return cli_import(cli, cli->operands[1],
			  cli_value(cli, "whole") ? register_import_whole :
						    register_import,
			  &reg, 0);
}

enum status
admin_list_verb(struct cli *cli)
{
	const struct reg *reg = NULL;
	struct matching m;
	enum status st;

	if ((st = admin_check_options(cli, cli->operands[0])))
		return st;
	if (!strcmp(cli->operands[0], "journal")) {
		if ((st = permission_also(cli, "journal", ROLE_AUDITOR)))
			return st;
		cli->title = _("Journal");
		st = matching_begin(&m, cli, journal_columns);
		if (!st)
			st = journal_list(cli->office.store, &m.sink);
		return matching_end(&m, st);
	}
	if (!strcmp(cli->operands[0], "procedures"))
		return admin_list_procedures(cli);
	if ((st = admin_find_kind(cli, cli->operands[0], &reg)) ||
	    (st = permission_also(cli, reg->kind, reg->readers)))
		return st;
	cli->title = _(reg->about);
	if (!(st = matching_begin(&m, cli, reg->columns)))
		st = cli_value(cli, "all") ?
			     register_list(&cli->office, reg, &m.sink) :
			     register_list_in_force(&cli->office, reg, &m.sink);
	return matching_end(&m, st);
}
