/* SPDX-License-Identifier: MIT */
/* osq-dossier forward, pause, ... reopen: what is done to dossiers that are there. */
#include "office/rules/life.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_life.h"

#define REASON                                                                           \
	{                                                                                \
		.name = "reason", .letter = 'r', .argument = "TEXT",                     \
		.help = N_("why, in words for the citizen")                              \
	}
#define FORCE                                                                            \
	{                                                                                \
		.name = "force", .roles = ROLE_HEAD,                                     \
		.help = N_("against the rule, on purpose; the record shows it")          \
	}

const struct cli_option dossier_forward_options[] = {
	{ .name = "to",
	  .argument = "DESK|OFFICER",
	  .help = N_("to whom; else the procedure's next step"),
	  .suggest = "@desks" },
	{ .name = "holder",
	  .argument = "OFFICER",
	  .help = N_("who takes it there"),
	  .suggest = "@officers" },
	{ .name = "reason",
	  .letter = 'r',
	  .argument = "TEXT",
	  .help = N_("a note for whoever takes it") },
	{ 0 },
};

const struct cli_option dossier_pause_options[] = {
	REASON,
	{ .name = "for",
	  .argument = "WHAT",
	  .help = N_("what is waited for (default: supplement)"),
	  .words = dossier_pause_kinds },
	FORCE,
	{ 0 },
};

const struct cli_option dossier_extend_options[] = {
	REASON,
	{ .name = "to",
	  .argument = "TIME",
	  .help = N_("the new promise; of a day its closing time"),
	  .suggest = "@day" },
	{ .name = "by",
	  .argument = "N",
	  .help = N_("so many working days past the old promise") },
	FORCE,
	{ 0 },
};

const struct cli_option dossier_finish_options[] = {
	{ .name = "result", .argument = "TEXT", .help = N_("what the result is") },
	{ 0 },
};

const struct cli_option dossier_reason_options[] = { REASON, { 0 } };

/* All of CODES in one transaction; those that succeeded are added to DONE.  *WORST is the
 * worst of the failures, each reported; the status returned is the transaction's. */
static enum status
act_on_all(struct cli *cli, const struct dossier_codes *codes,
	   const struct dossier_wish *wish, struct dossier_codes *done,
	   enum status *worst)
{
	struct dossier_acts *acts;
	enum status st = dossier_acts_begin(&cli->office, &acts);
	size_t i;

	if (st)
		return st;
	for (i = 0; i < codes->count; i++) {
		st = dossier_act(acts, codes->all[i], wish);
		if (dossier_acts_broken(st))
			return dossier_acts_end(acts, st);
		if (st) {
			cli_complain(cli, st);
		} else {
			dossier_codes_add(done, codes->all[i]);
			dossier_tell_unsettled(cli, codes->all[i],
					       dossier_acts_unsettled(acts));
		}
		*worst = worse(*worst, st);
	}
	return dossier_acts_end(acts, OK);
}

/* Read all codes before the store is held, since their writer may be slow; print what was
 * done once it is committed. */
static enum status
act_on_operands(struct cli *cli, const struct dossier_wish *wish)
{
	struct dossier_codes codes = { 0 }, done = { 0 };
	enum status worst = dossier_codes_read(cli, &codes), st;

	st = act_on_all(cli, &codes, wish, &done, &worst);
	if (!st) {
		fail(OK, "%s", ""); /* each was reported */
		st = dossier_codes_print(cli, &done);
	}
	dossier_codes_free(&codes);
	dossier_codes_free(&done);
	return worse(st, worst);
}

static enum status
act_with_reason(struct cli *cli, struct dossier_wish *wish)
{
	enum status st = cli_text(cli, "reason", &wish->reason);

	return st ? st : act_on_operands(cli, wish);
}

enum status
dossier_accept_verb(struct cli *cli)
{
	return act_on_operands(cli, &(struct dossier_wish){ .act = ACT_ACCEPT });
}

enum status
dossier_forward_verb(struct cli *cli)
{
	struct dossier_wish wish = { .act = ACT_FORWARD,
				     .to = cli_value(cli, "to"),
				     .holder = cli_value(cli, "holder") };

	return act_with_reason(cli, &wish);
}

enum status
dossier_pause_verb(struct cli *cli)
{
	struct dossier_wish wish = { .act = ACT_PAUSE,
				     .kind = cli_value(cli, "for"),
				     .force = cli_value(cli, "force") != NULL };

	return act_with_reason(cli, &wish);
}

enum status
dossier_resume_verb(struct cli *cli)
{
	return act_on_operands(cli, &(struct dossier_wish){ .act = ACT_RESUME });
}

/* A day alone means its closing time. */
static enum status
read_promise(struct cli *cli, const char *text, int64_t *promise)
{
	struct calendar *calendar = NULL;
	int day;
	enum status st;

	if (!day_read(text, cli->office.now, &day)) {
		if (moment_read(text, cli->office.now, promise))
			return OK;
		return cli_usage(cli, _("--to: '%s' is no time"), text);
	}
	if ((st = calendar_load(&cli->office, &calendar)))
		return st;
	*promise = calendar_closing(calendar, day);
	calendar_free(calendar);
	return *promise >= 0 ? OK : fail(BAD_DATA, _("--to: %s is no working day"), text);
}

enum status
dossier_extend_verb(struct cli *cli)
{
	struct dossier_wish wish = { .act = ACT_EXTEND,
				     .promise = -1,
				     .force = cli_value(cli, "force") != NULL };
	const char *to = cli_value(cli, "to");
	int64_t days = 0;
	enum status st;

	if (!to == !cli_value(cli, "by"))
		return cli_usage(cli, _("give --to TIME or --by N"));
	if ((st = cli_number(cli, "by", 1, TIME_LIMIT_MOST, &days)) ||
	    (to && (st = read_promise(cli, to, &wish.promise))))
		return st;
	wish.days = (int)days;
	return act_with_reason(cli, &wish);
}

enum status
dossier_finish_verb(struct cli *cli)
{
	struct dossier_wish wish = { .act = ACT_FINISH };
	enum status st = cli_text(cli, "result", &wish.result);

	return st ? st : act_on_operands(cli, &wish);
}

enum status
dossier_return_verb(struct cli *cli)
{
	return act_on_operands(cli, &(struct dossier_wish){ .act = ACT_RETURN });
}

enum status
dossier_reject_verb(struct cli *cli)
{
	return act_with_reason(cli, &(struct dossier_wish){ .act = ACT_REJECT });
}

enum status
dossier_withdraw_verb(struct cli *cli)
{
	return act_with_reason(cli, &(struct dossier_wish){ .act = ACT_WITHDRAW });
}

enum status
dossier_stop_verb(struct cli *cli)
{
	return act_with_reason(cli, &(struct dossier_wish){ .act = ACT_STOP });
}

enum status
dossier_void_verb(struct cli *cli)
{
	return act_with_reason(cli, &(struct dossier_wish){ .act = ACT_VOID });
}

enum status
dossier_reopen_verb(struct cli *cli)
{
	return act_with_reason(cli, &(struct dossier_wish){ .act = ACT_REOPEN });
}
