/* SPDX-License-Identifier: MIT */
/* osq-admin restore: a copy in place of the store. */
#include "store/restore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "admin.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/permission.h"
#include "cli/values.h"
#include "office/keep/restoring.h"
#include "office/sql/lore.h"

const struct cli_option admin_restore_options[] = {
	{ .name = "force", .help = N_("though entries are lost, without asking") },
	{ 0 },
};

/* A restore on its way. */
struct way {
	struct cli *cli;
	struct restore r;
	struct office live, draft;
	struct restoring loss;
};

/* What speaks against it, a line each on standard error; false where nothing does. */
static bool
tell_loss(const struct way *way)
{
	const struct restoring *loss = &way->loss;
	char moment[SHOW_TEXT];

	show_moment(loss->copy_at, moment);
	if (way->r.foreign)
		cli_note(way->cli, _("%s: does not look like a store"), way->cli->db);
	else if (!way->r.live && !way->r.missing)
		cli_note(way->cli,
			 _("%s: cannot be read; numbers printed since %s come again"),
			 way->cli->db, moment);
	if (!way->r.live)
		return way->r.foreign;
	if (loss->other)
		cli_note(way->cli, _("the copy is of another office's store"));
	else if (loss->live > loss->common)
		cli_note(way->cli,
			 _("lost are the entries of the journal since %s: %lld"), moment,
			 (long long)(loss->live - loss->common));
	return loss->other || loss->live > loss->common;
}

static bool
ask(const struct way *way)
{
	char line[16] = "";

	fprintf(stderr, "%s: %s ", way->cli->command->name,
		_("put the copy in its place all the same? [y/N]"));
	return fgets(line, sizeof(line), stdin) && (line[0] == 'y' || line[0] == 'Y');
}

/* Nobody is kept from the store while somebody thinks. */
static enum status
agree(const struct way *way)
{
	if (!tell_loss(way) || cli_value(way->cli, "force") ||
	    way->cli->office.act.dry_run)
		return OK;
	if (isatty(STDIN_FILENO))
		return ask(way) ? OK : fail(NO, _("nothing was changed"));
	fail(NOT_ALLOWED, _("nothing was changed"));
	return fail_hint(NOT_ALLOWED, _("--force puts it in place all the same"));
}

static void
tell_carried(void *ctx, const char *day, const char *series, int64_t number)
{
	const struct way *way = ctx;
	char room[SHOW_TEXT];

	if (series)
		cli_note(way->cli,
			 _("%s, number %lld of %s, was given and is not in the copy; the "
			   "numbers go on behind it"),
			 series, (long long)number, show_day_text(day, room));
	else
		cli_note(way->cli,
			 _("dossier %lld of %s was given and is not in the copy; the "
			   "numbers go on behind it"),
			 (long long)number, show_day_text(day, room));
}

static enum status
write_entry(struct way *way)
{
	char was[24], is[24];
	const struct restoring *loss = &way->loss;
	const char *const detail[] = { "was",      way->r.live ? was : NULL,
				       "was_head", way->r.live ? loss->live_head : NULL,
				       "is",       is,
				       "is_head",  loss->copy_head,
				       NULL };

	snprintf(was, sizeof(was), "%lld", (long long)loss->live);
	snprintf(is, sizeof(is), "%lld", (long long)loss->copy);
	return office_journal(&way->draft, "restore", way->cli->operands[0], detail);
}

static enum status
complete_draft(struct way *way)
{
	enum status st = office_begin(&way->draft);

	if (st)
		return st;
	/* Another office's numbers are none of ours. */
	if (way->r.live && !way->loss.other)
		st = restoring_carry(&way->live, &way->draft, tell_carried, way);
	return office_end(&way->draft, st ? st : write_entry(way));
}

/* What was agreed to is what was told. */
static enum status
check_agreed(struct way *way)
{
	const int64_t seen = way->loss.live;
	enum status st = restoring_compare(&way->live, &way->draft, &way->loss);

	if (st || seen == way->loss.live || cli_value(way->cli, "force"))
		return st;
	fail(BUSY, _("%s: somebody has written meanwhile; nothing was changed"),
	     way->cli->db);
	return fail_hint(BUSY, _("try again"));
}

static enum status
put_in_place(struct way *way)
{
	char moment[MOMENT_TEXT], *kept, *c;
	enum status st;

	moment_print(way->cli->office.now, moment);
	moment[19] = '\0'; /* without its offset */
	while ((c = strchr(moment, ':')))
		memmove(c, c + 1, strlen(c));
	kept = mem_print("%s.%s.replaced", way->cli->db, moment);
	if (!(st = restore_end(&way->r, kept))) {
		way->cli->office
			.store = way->r.draft; /* what was kept, should this fail */
		way->r.draft = NULL;
		if (way->r.missing)
			st = output_label(way->cli, "db", way->cli->db);
		else
			printf(_("the store as it was: %s\n"), kept);
	}
	free(kept);
	return st;
}

static enum status
go(struct way *way)
{
	struct cli *cli = way->cli;
	enum status st = restore_open(cli->db, cli->operands[0], &office_lore, &way->r);

	if (st)
		return st;
	way->live = way->draft = cli->office;
	way->live.store = cli->office.store = way->r.live;
	way->draft.store = way->r.draft;
	if (way->r.live && ((st = permission_know(cli)) || (st = permission_check(cli))))
		return st;
	cli->office.store = NULL;
	if ((st = restoring_compare(&way->live, &way->draft, &way->loss)) ||
	    (st = agree(way)) || cli->office.act.dry_run ||
	    (st = restore_hold(&way->r)) || (st = check_agreed(way)) ||
	    (st = complete_draft(way)))
		return st;
	return put_in_place(way);
}

enum status
admin_restore_verb(struct cli *cli)
{
	struct way way = { .cli = cli };
	enum status st = go(&way);

	if (st)
		cli->office.store = NULL; /* which is closed here */
	restore_close(&way.r);
	return st;
}
