/* SPDX-License-Identifier: MIT */
/* osq-dossier person: all that is kept of one who asks for it. */
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/core/look.h"
#include "office/dossier/dossier_person.h"

const struct cli_option dossier_person_options[] = {
	{ .name = "phone",
	  .argument = "PHONE",
	  .help = N_("also what has this telephone number") },
	{ 0 },
};

static enum status
show_file(struct cli *cli, const struct person_file *file)
{
	const struct document document = { .kind = DOCUMENT_SECTIONS,
					   .title = _("All that is kept of a person") };
	const struct person_section *s;
	struct sink *sink;
	enum status st = output_open(cli, &document);

	for (s = person_sections; s->key && !st; s++) {
		const struct section section = { .key = s->key,
						 .title = _(s->title),
						 .columns = person_file_columns(file,
										s) };

		if (!(st = output_section(cli, &section, &sink)))
			st = person_file_rows(&cli->office, file, s, sink);
	}
	return st;
}

enum status
dossier_person_verb(struct cli *cli)
{
	const char *id = cli->operands[0], *phone;
	struct person_file file;
	bool found;
	enum status st;

	if ((st = cli_text(cli, "phone", &phone)))
		return st;
	if (!id && !phone)
		return cli_usage(cli,
				 _("whose file? give his personal number, or --phone"));
	if (!(st = person_file_open(&cli->office, id, phone, &file, &found)) && !found)
		st = fail(NO, _("nothing is kept of such a person"));
	if (!st && !(st = office_look(&cli->office, "dossier person", file.codes,
				      (int64_t)file.count)))
		st = show_file(cli, &file);
	person_file_close(&file);
	return st;
}
