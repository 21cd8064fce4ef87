/* SPDX-License-Identifier: MIT */
#include "vietqr_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAPAS    "A000000727"
#define TRANSFER "QRIBFTTA"
#define DIGITS   "0123456789"
#define LETTERS  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* By division of the whole message, bit by bit: 0xffff goes in before it, 16 zero bits
 * after it. */
unsigned
vietqr_sum(const char *bytes, size_t n)
{
	unsigned long rest = 0;
	size_t i;

	for (i = 0; i < (n + 2) * 8; i++) {
		unsigned long byte = i / 8 < n ? (unsigned char)bytes[i / 8] : 0;
		unsigned long bit = byte >> (7 - i % 8) & 1;

		if (i < 16)
			bit ^= 1;
		rest = rest << 1 | bit;
		if (rest & 0x10000)
			rest ^= 0x11021;
	}
	return (unsigned)rest;
}

struct field {
	int tag;
	const char *value;
	size_t length;
};

/* Two digits, or -1. */
static int
read_two(const char *text)
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

	if (end - *at < 4 || (field->tag = read_two(*at)) < 0 ||
	    (length = read_two(*at + 2)) < 0 || end - *at - 4 < length)
		return false;
	field->value = *at + 4;
	field->length = (size_t)length;
	*at = field->value + length;
	return true;
}

static bool
take_text(const struct field *field, char *room, size_t size)
{
	if (field->length >= size || memchr(field->value, '\0', field->length))
		return false;
	memcpy(room, field->value, field->length);
	room[field->length] = '\0';
	return true;
}

static bool
is_text(const struct field *field, const char *value)
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
			fine = take_text(&f, qr->bin, sizeof(qr->bin));
		else if (fine && f.tag == 1)
			fine = take_text(&f, qr->account, sizeof(qr->account));
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
			napas = is_text(&f, NAPAS);
		else if (fine && f.tag == 1)
			fine = read_bank(&f, qr);
		else if (fine && f.tag == 2)
			transfer = is_text(&f, TRANSFER);
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
			fine = take_text(&f, qr->bill, sizeof(qr->bill));
		else if (fine && f.tag == 8)
			fine = take_text(&f, qr->purpose, sizeof(qr->purpose));
	}
	return fine;
}

static bool
read_amount(const struct field *field, struct vietqr *qr)
{
	char text[14];

	if (!take_text(field, text, sizeof(text)) ||
	    strspn(text, DIGITS) != field->length)
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
		return is_text(field, "01");
	case 38:
		return read_account(field, qr);
	case 53:
		return is_text(field, "704");
	case 54:
		return read_amount(field, qr);
	case 58:
		return is_text(field, "VN");
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
	snprintf(sum, sizeof(sum), "%04X", vietqr_sum(payload, length - 4));
	return !memcmp(payload + length - 4, sum, 4);
}

/* What a payment needs: a bank and an account. */
static bool
is_payable(const struct vietqr *qr)
{
	return strlen(qr->bin) == 6 && strspn(qr->bin, DIGITS) == 6 && *qr->account &&
	       strspn(qr->account, DIGITS LETTERS) == strlen(qr->account);
}

bool
vietqr_read(const char *payload, struct vietqr *out)
{
	const char *at = payload, *end = payload + strlen(payload);
	struct vietqr qr = { .amount = 0 };
	struct field field;
	bool fine = true;

	if (!sum_is_right(payload, strlen(payload)))
		return false;
	while (fine && at < end)
		fine = next_field(&at, end, &field) && read_field(&field, &qr);
	if (!fine || !is_payable(&qr))
		return false;
	*out = qr;
	return true;
}
