/* SPDX-License-Identifier: MIT */
/* osq-dossier correct: what was taken down wrongly. */
#include "dossier.h"

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier_correct.h"

const struct cli_option dossier_correct_options[] = {
	{ .name = "reason",
	  .letter = 'r',
	  .argument = "TEXT",
	  .help = N_("why (required)") },
	{ .name = "procedure",
	  .letter = 'p',
	  .argument = "CODE",
	  .help = N_("the procedure that it really is under; the promise follows"),
	  .suggest = "@procedures" },
	{ .name = "received",
	  .argument = "TIME",
	  .help = N_("when it was really received; the promise follows"),
	  .suggest = "@day" },
	{ .name = "channel",
	  .argument = "CHANNEL",
	  .help = N_("how it really came in; the promise follows"),
	  .words = procedure_channels },
	{ .name = "applicant",
	  .letter = 'a',
	  .argument = "NAME",
	  .help = N_("the applicant's name") },
	DOSSIER_SAID_OPTIONS,
	{ .name = "papers",
	  .argument = "LIST",
	  .help = N_("just these papers were handed in: all, none or 1,3"),
	  .suggest = "all|none" },
	{ .name = "clear",
	  .argument = "KEYS",
	  .help = N_("fields of which nothing is known, such as phone,address") },
	{ .name = "force",
	  .roles = ROLE_HEAD,
	  .help = N_("take name and numbers as they are; the record shows it") },
	{ 0 },
};

static enum status
read_correction(struct cli *cli, struct dossier_correction *correction)
{
	const char *received = cli_value(cli, "received");
	struct field_set asked;
	enum status st = OK;
	int i;

	fields_choose(&asked, ASKED, 0);
	for (i = 0; i < asked.count && !st; i++) {
		const enum dossier_field field = asked.fields[i];

		/* A fee has a verb of its own; a ticket is of its day. */
		if (field != FIELD_FEE && field != FIELD_TICKET)
			st = dossier_read_field(cli, field,
						&correction->right.said[field]);
	}
	if (!st && received &&
	    !moment_read(received, cli->office.now, &correction->received_at))
		st = cli_usage(cli, _("--received: '%s' is no time"), received);
	return st;
}

static void
tell_corrected(struct cli *cli, const char *code, const struct dossier_corrected *done)
{
	char when[SHOW_TEXT];

	if (done->name_doubt)
		cli_note(cli, "%s: %s", code, _(done->name_doubt));
	if (done->due < 0)
		return;
	cli_note(cli, _("%s: is promised for %s now; form 01 anew tells the citizen"),
		 code, show_moment(done->due, when));
	dossier_tell_unsettled(cli, code, done->unsettled);
}

enum status
dossier_correct_verb(struct cli *cli)
{
	struct dossier_correction correction = {
		.right = { .papers = cli_value(cli, "papers"),
			   .force = cli_value(cli, "force") != NULL },
		.clear = cli_value(cli, "clear"),
		.received_at = -1
	};
	struct dossier_corrected corrected;
	char code[DOSSIER_CODE];
	enum status st = cli_text(cli, "reason", &correction.reason);

	if (!st && !correction.reason)
		st = cli_usage(cli, _("--reason is missing"));
	if (st || (st = read_correction(cli, &correction)) ||
	    (st = dossier_called(&cli->office, cli->operands[0], code)) ||
	    (st = dossier_correct(&cli->office, code, &correction, &corrected)))
		return st;
	st = output_label(cli, "code", code);
	tell_corrected(cli, code, &corrected);
	return st;
}
