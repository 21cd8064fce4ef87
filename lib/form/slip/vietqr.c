/* SPDX-License-Identifier: MIT */
#include "form/slip/vietqr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"

#define NAPAS    "A000000727"
#define TRANSFER "QRIBFTTA" /* to an account, not to a card */
#define DIGITS   "0123456789"
#define LETTERS  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

uint16_t
vietqr_crc(const char *bytes, size_t n)
{
	unsigned crc = 0xffff;
	size_t i;
	int bit;

	for (i = 0; i < n; i++) {
		crc ^= (unsigned)(unsigned char)bytes[i] << 8;
		for (bit = 0; bit < 8; bit++)
			crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
	}
	return (uint16_t)crc;
}

/* ---- writing ---- */

static void
put(struct buf *out, const char *tag, const char *value)
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
check(const struct vietqr *qr)
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
	enum status st = check(qr);

	if (st)
		return st;
	if (qr->amount)
		snprintf(amount, sizeof(amount), "%lld", (long long)qr->amount);
	put(&bank, "00", qr->bin);
	put(&bank, "01", qr->account);
	put(&account, "00", NAPAS);
	put(&account, "01", bank.text);
	put(&account, "02", TRANSFER);
	put(&more, "01", qr->bill);
	put(&more, "08", qr->purpose);
	put(out, "00", "01");
	put(out, "01", qr->amount ? "12" : "11");
	put(out, "38", account.text);
	put(out, "53", "704"); /* dong, ISO 4217 */
	put(out, "54", amount);
	put(out, "58", "VN");
	put(out, "62", more.text);
	buf_text(out, "6304"); /* is under the check sum too */
	buf_print(out, "%04X",
		  (unsigned)vietqr_crc(out->text + begin, out->length - begin));
	buf_free(&bank);
	buf_free(&account);
	buf_free(&more);
	return OK;
}

/* ---- reading ---- */

struct field {
	int tag;
	const char *value;
	size_t length;
};

/* Two digits, or -1. */
static int
two(const char *text)
{
	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	return (text[0] - '0') * 10 + text[1] - '0';
}

/* The field at *AT, which moves on; false when there is no whole one before END. */
static bool
next_field(const char **at, const char *end, struct field *field)
{
	int length;

	if (end - *at < 4 || (field->tag = two(*at)) < 0 || (length = two(*at + 2)) < 0 ||
	    end - *at - 4 < length)
		return false;
	field->value = *at + 4;
	field->length = (size_t)length;
	*at = field->value + length;
	return true;
}

static bool
take(const struct field *field, char *room, size_t size)
{
	if (field->length >= size || memchr(field->value, '\0', field->length))
		return false;
	memcpy(room, field->value, field->length);
	room[field->length] = '\0';
	return true;
}

static bool
is(const struct field *field, const char *value)
{
	return field->length == strlen(value) &&
	       !memcmp(field->value, value, field->length);
}

static bool
read_bank(const struct field *inside, struct vietqr *qr)
{
	const char *at = inside->value, *end = at + inside->length;
	struct field f;
	bool fine = true;

	while (fine && at < end) {
		fine = next_field(&at, end, &f);
		if (fine && f.tag == 0)
			fine = take(&f, qr->bin, sizeof(qr->bin));
		else if (fine && f.tag == 1)
			fine = take(&f, qr->account, sizeof(qr->account));
	}
	return fine;
}

/* NAPAS' own, with the bank in it, for a transfer to an account. */
static bool
read_account(const struct field *inside, struct vietqr *qr)
{
	const char *at = inside->value, *end = at + inside->length;
	struct field f;
	bool fine = true, napas = false, transfer = false;

	while (fine && at < end) {
		fine = next_field(&at, end, &f);
		if (fine && f.tag == 0)
			napas = is(&f, NAPAS);
		else if (fine && f.tag == 1)
			fine = read_bank(&f, qr);
		else if (fine && f.tag == 2)
			transfer = is(&f, TRANSFER);
	}
	return fine && napas && transfer;
}

static bool
read_more(const struct field *inside, struct vietqr *qr)
{
	const char *at = inside->value, *end = at + inside->length;
	struct field f;
	bool fine = true;

	while (fine && at < end) {
		fine = next_field(&at, end, &f);
		if (fine && f.tag == 1)
			fine = take(&f, qr->bill, sizeof(qr->bill));
		else if (fine && f.tag == 8)
			fine = take(&f, qr->purpose, sizeof(qr->purpose));
	}
	return fine;
}

static bool
read_amount(const struct field *field, struct vietqr *qr)
{
	char text[14];

	if (!take(field, text, sizeof(text)) || strspn(text, DIGITS) != field->length)
		return false;
	qr->amount = strtoll(text, NULL, 10);
	return true;
}

/* A field that we know; others are fine. */
static bool
read_field(const struct field *field, struct vietqr *qr)
{
	switch (field->tag) {
	case 0:
		return is(field, "01");
	case 38:
		return read_account(field, qr);
	case 53:
		return is(field, "704");
	case 54:
		return read_amount(field, qr);
	case 58:
		return is(field, "VN");
	case 62:
		return read_more(field, qr);
	}
	return true;
}

/* The last 8 bytes are the field of the check sum: over all before its four digits. */
static bool
sum_is_right(const char *payload, size_t length)
{
	char sum[5];

	if (length < 8 || memcmp(payload + length - 8, "6304", 4) != 0)
		return false;
	snprintf(sum, sizeof(sum), "%04X", (unsigned)vietqr_crc(payload, length - 4));
	return !memcmp(payload + length - 4, sum, 4);
}

enum status
vietqr_read(const char *payload, struct vietqr *out)
{
	const char *at = payload, *end = payload + strlen(payload);
	struct vietqr qr = { .amount = 0 };
	struct field field;
	bool fine = true;

	if (!sum_is_right(payload, strlen(payload)))
		return fail(BAD_DATA,
			    _("this is no QR payment, or its check sum is wrong"));
	while (fine && at < end)
		fine = next_field(&at, end, &field) && read_field(&field, &qr);
	if (!fine || check(&qr))
		return fail(BAD_DATA, _("this is no QR payment to an account"));
	*out = qr;
	return OK;
}

/* ---- the purpose ---- */

/* The letter of ASCII that a letter of S becomes, *N bytes of it; ' ' for none. */
static char
plain(const char *s, size_t *n)
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
	if (!text_valid(letter, i) || text_fold(letter, folded, sizeof(folded)) != 1)
		return ' ';
	return folded[0];
}

/* Without what only makes it easier to read. */
static void
squeeze(struct buf *text)
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
		const char letter = plain(code, &n);

		if (letter != ' ' || (all.length && all.text[all.length - 1] != ' '))
			buf_add(&all, &letter, 1);
	}
	if (all.length && all.text[all.length - 1] == ' ')
		all.text[--all.length] = '\0';
	if (all.length > VIETQR_FIELD)
		squeeze(&all);
	if (all.length > VIETQR_FIELD)
		cut = all.length - VIETQR_FIELD;
	text_copy(purpose, VIETQR_FIELD + 1, all.text ? all.text + cut : "");
	buf_free(&all);
}
