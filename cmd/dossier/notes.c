/* SPDX-License-Identifier: MIT */
/* What the clerk should know of what was taken in: none of it is a reason to refuse, so
 * it goes to standard error. */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "cli/complain.h"
#include "dossier.h"
#include "office/dossier/dossier.h"

static void
note_missing(struct cli *cli, const struct dossier_receipt *receipt)
{
	char *all = mem_text(receipt->missing.text), *rest = all, *line;

	while ((line = strsep(&rest, "\n")))
		cli_note(cli, _("%s: is missing: %s"), receipt->code, line);
	cli_note(cli,
		 _("ask for it: osq-dossier pause %s --reason TEXT; "
		   "osq-dossier form 02 %s"),
		 receipt->code, receipt->code);
	free(all);
}

static void
note_others(struct cli *cli, const struct dossier_receipt *receipt)
{
	if (receipt->others > 5)
		cli_note(cli,
			 _("%s: the same person has this open %lld times already, "
			   "the last: %s"),
			 receipt->code, (long long)receipt->others,
			 receipt->last_others.text);
	else if (receipt->others)
		cli_note(cli, _("%s: the same person has this open already: %s"),
			 receipt->code, receipt->last_others.text);
}

void
dossier_tell_unsettled(struct cli *cli, const char *code, int unsettled)
{
	char *said;

	if (!unsettled)
		return;
	said = mem_print(
		_("no notice of the days off of %d has come; provisional ones were passed "
		  "over, and the promise may move"),
		unsettled);
	if (code)
		cli_note(cli, "%s: %s", code, said);
	else
		cli_note(cli, "%s", said);
	free(said);
}

void
dossier_tell_notes(struct cli *cli, const struct dossier_receipt *receipt)
{
	const struct dossier_term *term = &receipt->term;
	char room[SHOW_TEXT];

	if (term->counts_from >= 0) /* to the minute, as people read it */
		cli_note(cli,
			 term->after_cutoff ?
				 _("%s: handed in after the cut-off; it counts from %s") :
				 _("%s: handed in outside the hours; it counts from %s"),
			 receipt->code, show_moment(term->counts_from, room));
	dossier_tell_unsettled(cli, receipt->code, term->unsettled);
	if (receipt->name_doubt)
		cli_note(cli, _("%s: the applicant's name %s"), receipt->code,
			 _(receipt->name_doubt));
	if (receipt->several_phones)
		cli_note(cli, _("%s: several telephones were given; all are kept"),
			 receipt->code);
	note_others(cli, receipt);
	if (receipt->missing.length)
		note_missing(cli, receipt);
}
