/* SPDX-License-Identifier: MIT */
/* osq-dossier pay --qr: the QR code by which a fee is transferred.  Nothing is stored. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/values.h"
#include "dossier.h"
#include "form/common/replace.h"
#include "form/common/stream.h"
#include "form/slip/qr_picture.h"
#include "form/slip/vietqr.h"
#include "office/core/setting.h"
#include "office/dossier/payment.h"

enum as { AS_TEXT, AS_TERMINAL, AS_SVG, AS_PNG };
const struct word dossier_qr_kinds[] = { { .code = "text" },
					 { .code = "terminal" },
					 { .code = "svg" },
					 { .code = "png" },
					 { 0 } };

static const struct column qr_columns[] = {
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "amount", .heading = N_("Amount"), .type = COL_MONEY },
	{ .key = "purpose", .heading = N_("Purpose"), .type = COL_TEXT },
	{ .key = "bank_bin", .heading = N_("Bank"), .type = COL_TEXT },
	{ .key = "bank_account", .heading = N_("Account"), .type = COL_TEXT },
	{ .key = "bank_payee", .heading = N_("Payee"), .type = COL_TEXT },
	{ .key = "payload", .heading = N_("QR code"), .type = COL_TEXT },
	{ 0 },
};

struct order {
	char code[DOSSIER_CODE]; /* "": the office's own, for any sum */
	const char *file;        /* or NULL */
	enum as as;
	struct vietqr pay;
	struct buf payee, payload;
};

static bool
ends_in(const char *text, const char *end)
{
	return text && strlen(text) > strlen(end) &&
	       !strcmp(text + strlen(text) - strlen(end), end);
}

/* Choose PNG where the file's name ends in .png. */
static void
read_as(struct cli *cli, struct order *order)
{
	order->file = cli_value(cli, "output");
	order->as = (enum as)cli_choice(cli, "as",
					ends_in(order->file, ".png") ? AS_PNG :
					ends_in(order->file, ".svg") ? AS_SVG :
								       AS_TEXT);
}

static enum status
read_order(struct cli *cli, struct order *order)
{
	static const char *const others[] = { "method", "reference", "refund", "note" };
	enum status st = OK;
	size_t i;

	read_as(cli, order);

	for (i = 0; i < 4 && !st; i++)
		if (cli_value(cli, others[i]))
			st = cli_usage(cli, _("--qr stores nothing, so it takes no --%s"),
				       others[i]);
	if (st)
		return st;
	if (cli->count > 1)
		return cli_usage(cli, _("--qr is of one dossier"));
	if (order->as == AS_PNG && !order->file && isatty(STDOUT_FILENO))
		return cli_usage(cli,
				 _("a PNG is not for a terminal: give --output FILE"));
	if (cli->operands[0])
		return dossier_called(&cli->office, cli->operands[0], order->code);
	if ((cli_value(cli, "fee") || cli_value(cli, "amount")))
		return cli_usage(cli, _("--fee and --amount are of a dossier"));
	return OK;
}

/* One of the settings of the bank, in ROOM; "" where it is not set. */
static enum status
read_bank(struct cli *cli, const char *key, char *room, size_t size)
{
	struct buf value = { 0 };
	enum status st = setting_get(&cli->office, key, day_of(cli->office.now), &value);

	text_copy(room, size, value.text ? value.text : "");
	buf_free(&value);
	return st;
}

static enum status
read_account(struct cli *cli, struct order *order)
{
	struct vietqr *pay = &order->pay;
	enum status st;

	if ((st = read_bank(cli, "bank_bin", pay->bin, sizeof(pay->bin))) ||
	    (st = read_bank(cli, "bank_account", pay->account, sizeof(pay->account))) ||
	    (st = setting_get(&cli->office, "bank_payee", day_of(cli->office.now),
			      &order->payee)))
		return st;
	if (*pay->bin && *pay->account)
		return OK;
	fail(NOT_SET_UP, _("no account is known that fees can be paid to"));
	return fail_hint(NOT_SET_UP, "osq-admin config %s",
			 *pay->bin ? "bank_account ACCOUNT" : "bank_bin NUMBER");
}

static enum status
read_dossier(struct cli *cli, struct order *order)
{
	struct payment_state state;
	int64_t fee = -1;
	enum status st;

	if (!order->code[0])
		return OK;
	if ((st = dossier_money("--amount", cli_value(cli, "amount"), 1,
				&order->pay.amount)) ||
	    (st = dossier_money("--fee", cli_value(cli, "fee"), 0, &fee)) ||
	    (st = payment_state(&cli->office, order->code, &state)))
		return st;
	payment_assume_fee(&state, fee);
	vietqr_purpose(order->code, order->pay.purpose);
	return payment_amount(order->code, &state, cli_value(cli, "force") != NULL,
			      &order->pay.amount);
}

/* "50.000 đ": sums are written in the Vietnamese way in every language. */
static void
add_money(struct buf *out, int64_t amount)
{
	char digits[24];
	int i, n = snprintf(digits, sizeof(digits), "%lld", (long long)amount);

	for (i = 0; i < n; i++)
		buf_print(out, "%s%c", i && (n - i) % 3 == 0 ? "." : "", digits[i]);
	buf_text(out, " đ");
}

/* Add what the banking app will show, so that people can compare. */
static void
add_caption(const struct order *order, struct buf *out)
{
	char *payee = text_harmless(order->payee.text ? order->payee.text : "");

	if (*payee)
		buf_print(out, "%s: %s\n", _("Payee"), payee);
	buf_print(out, "%s: %s (%s %s)\n", _("Account"), order->pay.account, _("Bank"),
		  order->pay.bin);
	if (order->pay.amount) {
		buf_print(out, "%s: ", _("Amount"));
		add_money(out, order->pay.amount);
		buf_text(out, "\n");
	}
	if (*order->pay.purpose)
		buf_print(out, "%s: %s\n", _("Purpose"), order->pay.purpose);
	free(payee);
}

static enum status
draw_order(const struct order *order, struct buf *out)
{
	static const enum qr_kind pictures[] = {
		[AS_TERMINAL] = QR_BLOCKS, [AS_SVG] = QR_SVG, [AS_PNG] = QR_PNG
	};
	enum status st = OK;

	if (order->as == AS_TERMINAL) /* above the picture: below it the caption would
					 push the picture up */
		add_caption(order, out);
	if (order->as == AS_TEXT)
		buf_text(out, order->payload.text);
	else
		st = qr_picture(order->payload.text, pictures[order->as], out);
	if (order->as == AS_TEXT || order->as == AS_SVG)
		buf_text(out, "\n");
	return st;
}

static enum status
send_record(struct cli *cli, const struct order *order)
{
	const struct vietqr *pay = &order->pay;
	const struct value row[] = { value_text(order->code[0] ? order->code : NULL),
				     pay->amount ? value_int(pay->amount) : VALUE_NONE,
				     value_text(*pay->purpose ? pay->purpose : NULL),
				     value_text(pay->bin),
				     value_text(pay->account),
				     value_text(order->payee.length ? order->payee.text :
								      NULL),
				     value_text(order->payload.text) };
	struct sink *sink;
	enum status st = output_record(cli, qr_columns, &sink);

	return st ? st : sink->row(sink, row);
}

static enum status
write_order(struct cli *cli, const struct order *order)
{
	struct buf out = { 0 };
	enum status st;

	if (order->as == AS_TEXT && !order->file && output_is_asked(cli))
		return send_record(cli, order);
	if (!(st = draw_order(order, &out))) {
		if (order->file) {
			st = replace_text(order->file, out.text, out.length, false);
		} else {
			fwrite(out.text, 1, out.length, stdout);
			st = stream_flush(stdout);
		}
	}
	buf_free(&out);
	if (!st && order->file)
		st = output_label(cli, "output", order->file);
	return st;
}

enum status
dossier_pay_qr(struct cli *cli)
{
	struct order order = { .code = "" };
	enum status st;

	if (!(st = read_order(cli, &order)) && !(st = read_account(cli, &order)) &&
	    !(st = read_dossier(cli, &order)) &&
	    !(st = vietqr_write(&order.pay, &order.payload)))
		st = write_order(cli, &order);
	buf_free(&order.payee);
	buf_free(&order.payload);
	return st;
}
