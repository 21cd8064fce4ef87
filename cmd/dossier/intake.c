/* SPDX-License-Identifier: MIT */
/* osq-dossier receive and papers: taking in. */
#include "dossier.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/card.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_list.h"
#include "office/dossier/dossier_papers.h"
#include "office/exchange/dossier_exchange.h"
#include "office/rules/person_card.h"

const struct cli_option dossier_receive_options[] = {
	{ .name = "procedure",
	  .letter = 'p',
	  .argument = "CODE",
	  .help = N_("the procedure (required)"),
	  .suggest = "@procedures" },
	{ .name = "applicant",
	  .letter = 'a',
	  .argument = "NAME",
	  .help = N_("the applicant (required, but for --card)") },
	{ .name = "card",
	  .argument = "LINE",
	  .help = N_("what the reader types from an identity card's QR; - reads it"),
	  .suggest = "-" },
	DOSSIER_SAID_OPTIONS,
	{ .name = "papers",
	  .argument = "LIST",
	  .help = N_("papers handed in: all, none or numbers such as 1,3"),
	  .suggest = "all|none" },
	{ .name = "channel",
	  .argument = "CHANNEL",
	  .help = N_("how it comes in (default: counter)"),
	  .words = procedure_channels },
	{ .name = "reject",
	  .argument = "REASON",
	  .help = N_("refuse it at once: never accepted, and in no figure") },
	{ .name = "fee",
	  .argument = "N",
	  .help = N_("the fee in dong, where it is not the procedure's") },
	{ .name = "ticket",
	  .letter = 't',
	  .argument = "TICKET",
	  .help = N_("today's visit that it belongs to"),
	  .suggest = "@tickets" },
	{ .name = "request-id",
	  .argument = "ID",
	  .help = N_("what another program calls it; given again: the same code") },
	{ .name = "new",
	  .help = N_("asked for, and not accepted yet; no promise is given") },
	{ .name = "force",
	  .roles = ROLE_HEAD,
	  .help = N_("take name and numbers as they are; the record shows it") },
	{ 0 },
};

static enum status
show_code(struct cli *cli, const char *code)
{
	const struct dossier_filter filter = { .code = code };
	struct sink *sink;
	enum status st = output_record(cli, dossier_columns, &sink);

	return st ? st : dossier_list(&cli->office, &filter, sink);
}

enum status
dossier_read_field(struct cli *cli, enum dossier_field field, struct value *said)
{
	const struct column *column = &exchange_columns[field];
	char option[32];
	const char *name = option + 2;
	char *c;

	snprintf(option, sizeof(option), "--%s", column->key);
	while ((c = strchr(option, '_')))
		*c = '-';
	if (column->type != COL_MONEY)
		return cli_column(cli, name, column, said);
	if (!cli_value(cli, name))
		return OK;
	*said = value_int(0);
	return dossier_money(option, cli_value(cli, name), 0, &said->number);
}

static enum status
read_request(struct cli *cli, const struct person_card *card, struct dossier_request *r)
{
	struct value *said = r->said;
	struct field_set asked;
	enum status st = OK;
	int i;

	fields_choose(&asked, ASKED, 0);
	for (i = 0; i < asked.count && !st; i++)
		st = dossier_read_field(cli, asked.fields[i], &said[asked.fields[i]]);
	if (st || (st = cli_text(cli, "request-id", &r->request_id)) || !card->line)
		return st;
	/* What is typed besides the card differs on purpose. */
	if (!said[FIELD_APPLICANT].text)
		said[FIELD_APPLICANT] = value_text(card->name);
	if (!said[FIELD_ID_NUMBER].text)
		said[FIELD_ID_NUMBER] = value_text(card->number);
	r->card = !strcmp(said[FIELD_ID_NUMBER].text, card->number);
	if (!said[FIELD_ADDRESS].text && *card->address)
		said[FIELD_ADDRESS] = value_text(card->address);
	return OK;
}

static enum status
receive_one(struct cli *cli, struct dossier_request *r)
{
	struct dossier_receipt receipt = { .code = "" };
	enum status st = dossier_receive(&cli->office, r, &receipt);

	if (!st) {
		if (output_is_asked(cli) && !cli->office.act.dry_run)
			st = show_code(cli, receipt.code);
		else
			st = output_label(cli, "code", receipt.code);
		fflush(stdout); /* ahead of the notes */
		dossier_tell_notes(cli, &receipt);
	}
	dossier_receipt_free(&receipt);
	return st;
}

enum status
dossier_receive_verb(struct cli *cli)
{
	struct dossier_request request = { .papers = cli_value(cli, "papers"),
					   .unaccepted = cli_value(cli, "new") != NULL,
					   .force = cli_value(cli, "force") != NULL };
	struct person_card card = { .line = NULL };
	enum status st;

	if (cli->count)
		return dossier_receive_records(cli);
	if (!cli_value(cli, "procedure"))
		return cli_usage(cli, _("--procedure is missing"));
	if (!cli_value(cli, "applicant") && !cli_value(cli, "card"))
		return cli_usage(cli, _("--applicant is missing"));
	if (!(st = cli_text(cli, "reject", &request.refusal)) &&
	    !(st = cli_card(cli, &card)) && !(st = read_request(cli, &card, &request)))
		st = receive_one(cli, &request);
	person_card_free(&card);
	return st;
}

const struct cli_option dossier_papers_options[] = {
	{ .name = "handed",
	  .argument = "LIST",
	  .help = N_("these were handed in: all, or numbers such as 1,3"),
	  .suggest = "all" },
	{ .name = "missing",
	  .argument = "LIST",
	  .help = N_("these were not, though they are ticked"),
	  .suggest = "all" },
	{ 0 },
};

enum status
dossier_papers_verb(struct cli *cli)
{
	const char *handed = cli_value(cli, "handed"),
		   *missing = cli_value(cli, "missing");
	char code[DOSSIER_CODE];
	struct sink *sink;
	enum status st = dossier_called(&cli->office, cli->operands[0], code);

	if (!st && (handed || missing)) {
		st = papers_change(&cli->office, code, handed, missing);
		if (st || !output_is_asked(cli) || cli->office.act.dry_run)
			return st ? st : output_label(cli, "code", code);
	}
	if (st || (st = output_list(cli, dossier_paper_columns, &sink)))
		return st;
	return papers_list(&cli->office, code, sink);
}
