/* SPDX-License-Identifier: MIT */
/* osq-admin - set an office up and look after its store.  See osq-admin(1). */
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/import_file.h"
#include "cli/main.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/values.h"
#include "office/catalogue/procedure_import.h"
#include "office/core/setting.h"
#include "office/dossier/promises.h"
#include "office/keep/check.h"
#include "office/keep/setup.h"
#include "office/queue/day.h"
#include "office/registers/register.h"
#include "office/registers/registers.h"
#include "office/sql/lore.h"
#include "store/backup.h"
#include "store/schema_check.h"

static enum status
run_setup(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, setup_columns, &sink);

	return st ? st : setup_list(&cli->office, sink);
}

static enum status
run_check(struct cli *cli)
{
	struct sink *sink;
	enum status st = output_list(cli, check_columns, &sink);

	if (st)
		return st;
	st = office_check(&cli->office, sink);
	/* The findings are the output, whether they are errors or not. */
	return st == BAD_DATA ? worse(output_close(cli, OK), st) : st;
}

static enum status
run_backup(struct cli *cli)
{
	struct buf what = { 0 };
	enum status st = store_backup(cli->office.store, cli->operands[0]);

	if (!st && !(st = output_label(cli, "file", cli->operands[0])) &&
	    !(st = store_schema_difference(cli->office.store, &what)) && what.length) {
		st = fail(BAD_DATA, _("%s: is a whole copy, but of a store in which %s"),
			  cli->operands[0], what.text);
		fail_hint(st, _("see what was put into it: osq-admin check"));
	}
	buf_free(&what);
	return st;
}

static const struct cli_option upgrade_options[] = {
	{ .name = "backup",
	  .argument = "FILE",
	  .help = N_("the copy made first (default: beside the store)"),
	  .suggest = "@file" },
	{ 0 },
};

static enum status
run_upgrade(struct cli *cli)
{
	char day[DAY_TEXT], *beside, *copy;
	struct store_upgrading how = { .backup = cli_value(cli, "backup"),
				       .act = &cli->office.act };
	enum status st;
	int from;

	how.beside = beside = mem_print("%s.%s", cli->db,
					day_print(day_of(cli->office.now), day));
	st = store_upgrade(cli->db, &office_lore, &how, &from, &copy);
	if (!st && !copy)
		printf(_("schema %d: up to date\n"), from);
	else if (!st)
		printf(_("schema %d, was %d; the store as it was: %s\n"),
		       store_schema_version(), from, copy);
	free(beside);
	free(copy);
	return st;
}

static const struct cli_option end_day_options[] = {
	{ .name = "day",
	  .argument = "DAY",
	  .help = N_("this day and those before it (default: today)"),
	  .suggest = "@day" },
	{ 0 },
};

static const struct column day_end_columns[] = {
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	{ .key = "unserved", .heading = N_("Unserved"), .type = COL_INT },
	{ .key = "counters", .heading = N_("Counters closed"), .type = COL_INT },
	{ 0 },
};

static enum status
end_day(struct cli *cli)
{
	char room[DAY_TEXT], text[DAY_TEXT];
	int day = day_of(cli->office.act.at);
	struct value row[3];
	struct day_end end;
	struct sink *sink;
	const char *named;
	enum status st = cli_day(cli, "day", room, &named);

	if (!st && named)
		day_read(named, cli->office.now, &day);
	if (st || (st = queue_end_day(&cli->office, day, &end)))
		return st;
	if (!output_is_asked(cli)) {
		printf(_("unserved: %lld, counters closed: %lld\n"),
		       (long long)end.unserved, (long long)end.counters);
		return OK;
	}
	row[0] = value_text(day_print(day, text));
	row[1] = value_int(end.unserved);
	row[2] = value_int(end.counters);
	st = output_record(cli, day_end_columns, &sink);
	return st ? st : sink->row(sink, row);
}

static const struct cli_verb verbs[] = {
	{ .name = "init",
	  .operands = "",
	  .help = N_("make a new store"),
	  .need = NEEDS_NOTHING,
	  .options = admin_init_options,
	  .run = admin_init_verb },
	{ .name = "config",
	  .operands = "[KEY [VALUE]]",
	  .most = 2,
	  .title = N_("Settings"),
	  .help = N_("show or change settings"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD,
	  .reading_roles = FOR_CLERK | ROLE_AUDITOR | ROLE_ADMIN,
	  .options = admin_config_options,
	  .columns = setting_columns,
	  .suggest = "@settings @setting",
	  .only_reads = admin_config_only_shows,
	  .run = admin_config_verb },
	{ .name = "import",
	  .operands = "KIND [FILE]",
	  .least = 1,
	  .most = 2,
	  .help = N_("import a register from CSV or JSON"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD | ROLE_ADMIN,
	  .options = admin_import_options,
	  .columns = import_columns,
	  .suggest = "@kinds @file",
	  .run = admin_import_verb },
	{ .name = "set",
	  .operands = "KIND CODE COLUMN=VALUE...",
	  .least = 3,
	  .most = OPERANDS_MANY,
	  .help = N_("add or change one entry of a register"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD | ROLE_ADMIN,
	  .options = admin_set_options,
	  .columns = import_columns,
	  .suggest = "@kinds @codes @cells",
	  .run = admin_set_verb },
	{ .name = "list",
	  .operands = "KIND",
	  .least = 1,
	  .most = 1,
	  .help = N_("list a register, or the journal"),
	  .need = NEEDS_READ,
	  .roles = FOR_KIOSK | ROLE_AUDITOR | ROLE_ADMIN,
	  .options = admin_list_options,
	  .suggest = "@kinds|journal",
	  .run = admin_list_verb },
	{ .name = "diff",
	  .operands = "procedures [FILE]",
	  .least = 1,
	  .most = 2,
	  .title = N_("Changes by a new catalogue"),
	  .help = N_("show what a new catalogue would change"),
	  .need = NEEDS_READ,
	  .roles = ROLE_HEAD | ROLE_ADMIN,
	  .options = admin_diff_options,
	  .columns = procedure_diff_columns,
	  .suggest = "procedures @file",
	  .run = admin_diff_verb },
	{ .name = "publish",
	  .operands = "procedures FOLDER",
	  .least = 2,
	  .most = 2,
	  .help = N_("write the catalogue as web pages"),
	  .need = NEEDS_READ,
	  .roles = FOR_PUBLIC,
	  .options = admin_publish_options,
	  .suggest = "procedures @file",
	  .run = admin_publish_verb },
	{ .name = "end-day",
	  .operands = "",
	  .help = N_("close whatever is left of the day as unserved"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD | ROLE_ADMIN,
	  .options = end_day_options,
	  .ends_day = true,
	  .columns = day_end_columns,
	  .run = end_day },
	{ .name = "promises",
	  .operands = "",
	  .help = N_("open promises that days off or hours have overtaken"),
	  .title = N_("Promises that the calendar has overtaken"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD,
	  .reading_roles = FOR_CLERK | ROLE_AUDITOR,
	  .options = admin_promises_options,
	  .columns = overtaken_columns,
	  .only_reads = admin_promises_only_lists,
	  .run = admin_promises_verb },
	{ .name = "setup",
	  .operands = "",
	  .help = N_("what the office still lacks, and how to mend it"),
	  .title = N_("What the office still lacks"),
	  .need = NEEDS_READ,
	  .roles = ROLE_HEAD | ROLE_AUDITOR | ROLE_ADMIN,
	  .columns = setup_columns,
	  .run = run_setup },
	{ .name = "clock",
	  .operands = "",
	  .help = N_("the machine's clock beside the last entry, and which is right"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_ADMIN,
	  .reading_roles = ROLE_ADMIN | ROLE_AUDITOR,
	  .options = admin_clock_options,
	  .columns = admin_clock_columns,
	  .only_reads = admin_clock_only_shows,
	  .run = admin_clock_verb },
	{ .name = "check",
	  .operands = "",
	  .title = N_("Check of the store"),
	  .help = N_("look the whole store over"),
	  .need = NEEDS_READ,
	  .roles = ROLE_AUDITOR | ROLE_ADMIN,
	  .columns = check_columns,
	  .run = run_check },
	{ .name = "backup",
	  .operands = "FILE",
	  .least = 1,
	  .most = 1,
	  .help = N_("make a consistent copy while others work"),
	  .need = NEEDS_READ,
	  .roles = ROLE_ADMIN,
	  .suggest = "@file",
	  .run = run_backup },
	{ .name = "restore",
	  .operands = "FILE",
	  .least = 1,
	  .most = 1,
	  .help = N_("put the content of a copy in place of the store's"),
	  .need = NEEDS_WRITE,
	  .opens_itself = true,
	  .options = admin_restore_options,
	  .suggest = "@file",
	  .run = admin_restore_verb },
	{ .name = "purge",
	  .operands = "",
	  .help = N_("remove personal data whose time is over; the figures stay"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD,
	  .options = admin_purge_options,
	  .columns = admin_purge_columns,
	  .run = admin_purge_verb },
	{ .name = "confirm",
	  .operands = "N",
	  .least = 1,
	  .most = 1,
	  .help = N_("do what another head has asked for: a purge, the bank account"),
	  .need = NEEDS_WRITE,
	  .roles = ROLE_HEAD,
	  .run = admin_confirm_verb },
	{ .name = "upgrade",
	  .operands = "",
	  .help = N_("bring an older store to the present schema"),
	  .need = NEEDS_NOTHING,
	  .options = upgrade_options,
	  .run = run_upgrade },
	{ .run = NULL },
};

/* `list KIND` has the columns of the kind. */
static const struct column *
columns_of(const struct cli_verb *verb, const char *kind)
{
	const struct reg *reg = kind ? register_find(kind) : NULL;

	if (verb->run != admin_list_verb)
		return NULL;
	if (reg)
		return reg->columns;
	return kind && !strcmp(kind, "journal") ? journal_columns : NULL;
}

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		.name = "osq-admin",
		.about = N_("Set an office up and look after its store."),
		.verbs = verbs,
		.columns_of = columns_of
	};

	return cli_main(&command, argc, argv);
}
