/* SPDX-License-Identifier: MIT */
/* osq-admin config: settings, and the day from which a value holds. */
#include <string.h>

#include "admin.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/core/setting.h"
#include "office/core/settings.h"

const struct cli_option admin_config_options[] = {
	{ .name = "since",
	  .argument = "DAY",
	  .help = N_("the value holds from this day on"),
	  .suggest = "@day" },
	{ .name = "unset",
	  .help = N_(
		  "take back what was set, with --since what was set from that day on") },
	{ 0 },
};

static enum status
show_config(struct cli *cli, const char *key)
{
	struct buf value = { 0 };
	struct sink *sink;
	enum status st;

	if (!key || output_is_asked(cli)) {
		st = output_list(cli, setting_columns, &sink);
		return st ? st : setting_list(&cli->office, key, sink);
	}
	if (!(st = setting_get(&cli->office, key, day_of(cli->office.act.at), &value)))
		st = output_label(cli, "value", value.text ? value.text : "");
	buf_free(&value);
	return st;
}

/* Set from its first day on, a value holds only where none of a later day does. */
static enum status
set_config(struct cli *cli, const char *key, const char *value, const char *since)
{
	struct buf today = { 0 };
	enum status st = setting_set(&cli->office, key, value, since);

	if (!st && !since && !cli->office.act.dry_run &&
	    !(st = setting_get(&cli->office, key, day_of(cli->office.act.at), &today)) &&
	    strcmp(value, today.text ? today.text : "") != 0)
		cli_note(cli,
			 _("%s: a value set from a later day on holds today;"
			   " --since today sets this one"),
			 key);
	buf_free(&today);
	return st;
}

/* Where citizens' money goes is said by two. */
static enum status
ask_for_account(struct cli *cli, const char *key, const char *since)
{
	struct office *office = &cli->office;
	const bool unset = cli_value(cli, "unset") != NULL;
	const char *value = unset ? NULL : cli->operands[1];
	const char *const detail[] = { "value", value,   "since",
				       since,   "unset", unset ? "yes" : NULL,
				       NULL };
	enum status st;

	office->act.dry_run = true;
	st = unset ? setting_unset(office, key, since) :
		     setting_set(office, key, value, since);
	office->act.dry_run = false;
	return st ? st : admin_ask(cli, "config ask", key, detail);
}

bool
admin_config_only_shows(const struct cli *cli)
{
	return cli->count < 2 && !cli_value(cli, "unset");
}

enum status
admin_config_verb(struct cli *cli)
{
	const char *key = cli->operands[0], *since;
	char room[DAY_TEXT];
	enum status st;

	if (cli_value(cli, "unset") && cli->count != 1)
		return cli_usage(cli, _("--unset goes with one KEY and no VALUE"));
	if (key && !setting_find(key)) {
		fail(USAGE, _("%s: no such setting"), key);
		return fail_hint(USAGE, _("osq-admin config shows them all"));
	}
	if ((st = cli_day(cli, "since", room, &since)))
		return st;
	if (admin_config_only_shows(cli))
		return show_config(cli, key);
	if (key && !strncmp(key, "bank_", 5) && admin_wants_another(cli))
		return ask_for_account(cli, key, since);
	if (cli_value(cli, "unset"))
		st = setting_unset(&cli->office, key, since);
	else
		st = set_config(cli, key, cli->operands[1], since);
	return st ? st : output_label(cli, "key", key);
}
