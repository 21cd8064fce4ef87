/* SPDX-License-Identifier: MIT */
#include "form/slip/vietqr.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"

#define NAPAS    "A000000727"
#define TRANSFER "QRIBFTTA" /* to an account, not to a card */
#define DIGITS   "0123456789"
#define LETTERS  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* CRC-16/CCITT-FALSE: polynomial 0x1021 from 0xffff on. */
static unsigned
check_sum(const char *bytes, size_t n)
{
	unsigned crc = 0xffff;
	size_t i;
	int bit;

	for (i = 0; i < n; i++) {
		crc ^= (unsigned)(unsigned char)bytes[i] << 8;
		for (bit = 0; bit < 8; bit++)
			crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
	}
	return crc;
}

static void
put_field(struct buf *out, const char *tag, const char *value)
{
	if (value && *value)
		buf_print(out, "%s%02zu%s", tag, strlen(value), value);
}

static bool
is_printable(const char *text)
{
	for (; *text; text++)
		if (*text < ' ' || *text > '~')
			return false;
	return true;
}

static enum status
check_vietqr(const struct vietqr *qr)
{
	if (strlen(qr->bin) != 6 || strspn(qr->bin, DIGITS) != 6)
		return fail(BAD_DATA, _("'%s' is no number of a bank: it has 6 digits"),
			    qr->bin);
	if (!*qr->account || strspn(qr->account, DIGITS LETTERS) != strlen(qr->account))
		return fail(BAD_DATA,
			    _("'%s' is no account: up to 19 letters and digits"),
			    qr->account);
	if (qr->amount < 0 || qr->amount > VIETQR_AMOUNT)
		return fail(BAD_DATA, _("%lld is no amount that a QR payment can have"),
			    (long long)qr->amount);
	if (!is_printable(qr->bill) || !is_printable(qr->purpose))
		return fail(BAD_DATA, _("a QR payment takes only plain letters"));
	return OK;
}

enum status
vietqr_write(const struct vietqr *qr, struct buf *out)
{
	struct buf bank = { 0 }, account = { 0 }, more = { 0 };
	const size_t begin = out->length;
	char amount[24] = "";
	enum status st = check_vietqr(qr);

	if (st)
		return st;
	if (qr->amount)
		snprintf(amount, sizeof(amount), "%lld", (long long)qr->amount);
	put_field(&bank, "00", qr->bin);
	put_field(&bank, "01", qr->account);
	put_field(&account, "00", NAPAS);
	put_field(&account, "01", bank.text);
	put_field(&account, "02", TRANSFER);
	put_field(&more, "01", qr->bill);
	put_field(&more, "08", qr->purpose);
	put_field(out, "00", "01");
	put_field(out, "01", qr->amount ? "12" : "11");
	put_field(out, "38", account.text);
	put_field(out, "53", "704"); /* đồng, ISO 4217 */
	put_field(out, "54", amount);
	put_field(out, "58", "VN");
	put_field(out, "62", more.text);
	buf_text(out, "6304"); /* the check sum covers it too */
	buf_print(out, "%04X", check_sum(out->text + begin, out->length - begin));
	buf_free(&bank);
	buf_free(&account);
	buf_free(&more);
	return OK;
}

/* The ASCII letter for the first letter of S, which takes *N bytes; ' ' where there is
 * none. */
static char
plain_letter(const char *s, size_t *n)
{
	char letter[8], folded[16];
	size_t i;

	for (i = 1; i < 6 && ((unsigned char)s[i] & 0xc0) == 0x80; i++)
		;
	*n = i;
	if (i == 1 && strchr(DIGITS LETTERS ".-", *s))
		return *s;
	if (i == 1)
		return ' ';
	memcpy(letter, s, i);
	letter[i] = '\0';
	if (!text_valid(letter, i) || fold_text(letter, folded, sizeof(folded)) != 1)
		return ' ';
	return (char)(text_is_capital(letter) ? toupper(folded[0]) : folded[0]);
}

/* Drop the characters that only make it easier to read. */
static void
squeeze_blanks(struct buf *text)
{
	size_t i, kept = 0;

	for (i = 0; i < text->length; i++)
		if (!strchr(" .-", text->text[i]))
			text->text[kept++] = text->text[i];
	text->text[text->length = kept] = '\0';
}

void
vietqr_purpose(const char *code, char purpose[static VIETQR_FIELD + 1])
{
	struct buf all = { 0 };
	size_t n, cut = 0;

	for (; *code; code += n) {
		const char letter = plain_letter(code, &n);

		if (letter != ' ' || (all.length && all.text[all.length - 1] != ' '))
			buf_add(&all, &letter, 1);
	}
	if (all.length && all.text[all.length - 1] == ' ')
		all.text[--all.length] = '\0';
	if (all.length > VIETQR_FIELD)
		squeeze_blanks(&all);
	if (all.length > VIETQR_FIELD)
		cut = all.length - VIETQR_FIELD;
	text_copy(purpose, VIETQR_FIELD + 1, all.text ? all.text + cut : "");
	buf_free(&all);
}
