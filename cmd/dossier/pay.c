/* SPDX-License-Identifier: MIT */
/* osq-dossier pay, fee and payments: fees, and what is paid of them. */
#include <string.h>

#include "base/intl.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "office/dossier/payment.h"
#include "office/dossier/payment_list.h"

const struct cli_option dossier_pay_options[] = {
	{ .name = "amount",
	  .argument = "N",
	  .help = N_("so much, in dong; default: what is due") },
	{ .name = "fee",
	  .argument = "N",
	  .help = N_("the fee is so much, since it was counted") },
	{ .name = "method",
	  .argument = "METHOD",
	  .help = N_("how it was paid (default: cash)"),
	  .words = payment_methods },
	{ .name = "reference",
	  .argument = "TEXT",
	  .help = N_("the bank's reference; it is a transfer") },
	{ .name = "refund", .help = N_("give back, what was paid too much or --amount") },
	{ .name = "note", .argument = "TEXT", .help = N_("a note") },
	{ .name = "force", .roles = ROLE_HEAD, .help = N_("take more than is due") },
	{ .name = "qr",
	  .help = N_("only show the QR code to pay by; nothing is stored") },
	{ .name = "as",
	  .argument = "KIND",
	  .help = N_("how the QR code is shown (default: text)"),
	  .words = dossier_qr_kinds },
	{ .name = "output",
	  .argument = "FILE",
	  .help = N_("write the QR code there"),
	  .suggest = "@file" },
	{ 0 },
};

static enum status
read_method(struct cli *cli, struct payment_wish *wish)
{
	const char *method = cli_value(cli, "method");
	enum status st = cli_text(cli, "reference", &wish->reference);

	if (st)
		return st;
	if (wish->reference && method && !strcmp(method, "cash"))
		return cli_usage(cli, _("--reference is of a transfer"));
	wish->method = wish->reference ? "transfer" : method;
	return OK;
}

static enum status
read_wish(struct cli *cli, struct payment_wish *wish)
{
	enum status st;

	*wish = (struct payment_wish){ .fee = -1,
				       .refund = cli_value(cli, "refund") != NULL,
				       .force = cli_value(cli, "force") != NULL };
	if (cli_value(cli, "as") || cli_value(cli, "output"))
		return cli_usage(cli, _("--as and --output go with --qr"));
	if (wish->refund && wish->force)
		return cli_usage(
			cli,
			_("no more can be given back than was paid, not by --force"));
	if ((st = dossier_money("--amount", cli_value(cli, "amount"), 1,
				&wish->amount)) ||
	    (st = dossier_money("--fee", cli_value(cli, "fee"), 0, &wish->fee)) ||
	    (st = cli_text(cli, "note", &wish->note)))
		return st;
	return read_method(cli, wish);
}

/* Act on all of CODES in one transaction and report each failure, as the verbs of life.c
 * do. */
static enum status
pay_all(struct cli *cli, const struct dossier_codes *codes,
	const struct payment_wish *wish, struct dossier_codes *done, enum status *worst)
{
	struct payments *payments;
	enum status st = payments_begin(&cli->office, &payments);
	size_t i;

	if (st)
		return st;
	for (i = 0; i < codes->count; i++) {
		st = payment_take(payments, codes->all[i], wish);
		if (st == IO_ERROR || st == INTERNAL || st == BUSY)
			return payments_end(payments, st);
		if (st)
			cli_complain(cli, st);
		else
			dossier_codes_add(done, codes->all[i]);
		*worst = worse(*worst, st);
	}
	return payments_end(payments, OK);
}

static enum status
pay_codes(struct cli *cli, const struct dossier_codes *codes,
	  const struct payment_wish *wish)
{
	struct dossier_codes done = { 0 };
	enum status worst = OK, st;

	if (codes->count > 1 && (wish->amount || wish->fee >= 0))
		return cli_usage(cli, _("--amount and --fee are of one dossier"));
	if (!(st = pay_all(cli, codes, wish, &done, &worst))) {
		fail(OK, "%s", ""); /* each was reported */
		st = dossier_codes_print(cli, &done);
	}
	dossier_codes_free(&done);
	return worse(st, worst);
}

enum status
dossier_pay_verb(struct cli *cli)
{
	struct dossier_codes codes = { 0 };
	struct payment_wish wish;
	enum status st, read;

	if (cli_value(cli, "qr"))
		return dossier_pay_qr(cli);
	if ((st = read_wish(cli, &wish)))
		return st;
	read = dossier_codes_read(cli, &codes);
	st = pay_codes(cli, &codes, &wish);
	dossier_codes_free(&codes);
	return worse(st, read);
}

const struct cli_option dossier_fee_options[] = {
	{ .name = "note",
	  .argument = "TEXT",
	  .help = N_("why, such as the pages counted") },
	{ 0 },
};

enum status
dossier_fee_verb(struct cli *cli)
{
	char code[DOSSIER_CODE];
	const char *note;
	int64_t fee = 0;
	enum status st;

	if ((st = cli_text(cli, "note", &note)) ||
	    (st = dossier_money(cli->operands[0], cli->operands[1], 0, &fee)) ||
	    (st = dossier_called(&cli->office, cli->operands[0], code)) ||
	    (st = payment_set_fee(&cli->office, code, fee, note)))
		return st;
	return output_label(cli, "code", code);
}

const struct cli_option dossier_payments_options[] = {
	{ .name = "method",
	  .argument = "METHOD",
	  .help = N_("paid so"),
	  .words = payment_methods },
	{ .name = "officer",
	  .argument = "OFFICER",
	  .help = N_("taken by this officer"),
	  .suggest = "@officers" },
	DAYS_OPTIONS(N_("of this day")),
	{ 0 },
};

enum status
dossier_payments_verb(struct cli *cli)
{
	char code[DOSSIER_CODE];
	struct payment_filter filter = { .days = EVERY_DAY,
					 .code = cli->operands[0] ? code : NULL,
					 .method = cli_value(cli, "method"),
					 .officer = cli_value(cli, "officer") };
	struct sink *sink;
	enum status st = cli_days(cli, &filter.days);

	if (st ||
	    (filter.code &&
	     (st = dossier_called(&cli->office, cli->operands[0], code))) ||
	    (st = output_list(cli, payment_columns, &sink)))
		return st;
	return payment_list(&cli->office, &filter, sink);
}
