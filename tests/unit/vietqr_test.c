/* SPDX-License-Identifier: MIT */
#include "form/slip/vietqr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vietqr_reader.h"

#include <cmocka.h> /* last: its fail() is not ours */

/* A code of NAPAS' own description. */
#define SAMPLE                                                                           \
	"00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"      \
	"530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E"

static const struct vietqr sample = { .bin = "970403",
				      .account = "0011012345678",
				      .amount = 180000,
				      .bill = "NPS6869",
				      .purpose = "thanh toan don hang" };

static void
assert_same(const struct vietqr *a, const struct vietqr *b)
{
	assert_string_equal(a->bin, b->bin);
	assert_string_equal(a->account, b->account);
	assert_int_equal(a->amount, b->amount);
	assert_string_equal(a->bill, b->bill);
	assert_string_equal(a->purpose, b->purpose);
}

/* BODY with its check sum. */
static char *
signed_payload(const char *body)
{
	char *all = mem_print("%s6304", body);
	char *whole = mem_print("%s%04X", all, vietqr_sum(all, strlen(all)));

	free(all);
	return whole;
}

static void
the_check_sum_is_that_of_the_standard(void **state)
{
	(void)state;
	assert_int_equal(vietqr_sum("123456789", 9), 0x29b1);
	assert_int_equal(vietqr_sum("", 0), 0xffff);
	assert_int_equal(vietqr_sum(SAMPLE, strlen(SAMPLE) - 4), 0x2e2e);
}

static void
the_sample_is_read_and_made_again_byte_for_byte(void **state)
{
	struct vietqr read = { .amount = 0 };
	struct buf out = { 0 };

	(void)state;
	assert_true(vietqr_read(SAMPLE, &read));
	assert_same(&read, &sample);
	assert_int_equal(vietqr_write(&read, &out), OK);
	assert_string_equal(out.text, SAMPLE);
	buf_free(&out);
}

static void
without_an_amount_it_is_static(void **state)
{
	struct vietqr qr = { .bin = "970403", .account = "1" }, read;
	struct buf out = { 0 };

	(void)state;
	buf_text(&out, "before:"); /* is not under the check sum */
	assert_int_equal(vietqr_write(&qr, &out), OK);
	assert_non_null(strstr(out.text, "before:000201010211"));
	assert_null(strstr(out.text, "5802VN62"));
	assert_true(vietqr_read(out.text + 7, &read));
	assert_same(&read, &qr);
	buf_free(&out);
}

static void
every_byte_that_changes_is_noticed(void **state)
{
	struct vietqr read = sample;
	char payload[] = SAMPLE;
	size_t i;
	int bit;

	(void)state;
	for (i = 0; payload[i]; i++)
		for (bit = 0; bit < 7; bit++) {
			payload[i] = (char)(payload[i] ^ 1 << bit);
			assert_false(vietqr_read(payload, &read));
			payload[i] = (char)(payload[i] ^ 1 << bit);
		}
	for (i = 0; i < strlen(payload); i++) {
		char *cut = mem_print("%.*s", (int)i, payload);

		assert_false(vietqr_read(cut, &read));
		free(cut);
	}
	assert_same(&read, &sample); /* untouched */
}

/* The check sum is right, what is under it is not. */
static void
what_is_no_payment_is_refused(void **state)
{
	static const char *const bodies[] = {
		"",
		"0002",
		"00020",
		"000201010212",                   /* no account */
		"0002010102123899",               /* a field longer than what is left */
		"00020101021238xx0010A000000727", /* a length that is none */
		"00020101021238500010A00000072801200006970403010611112202"
		"08QRIBFTTA53037045802VN", /* not NAPAS */
		"00020101021238500010A00000072701200006970403010611112208"
		"08QRIBFTTA53037045802VN", /* says not what for */
		"00020101021238500010A000000727012000069704030106111122"
		"0209QRIBFTTA53037045802VN", /* longer than what it is in */
		"00020101021238500010A000000727012000069704030106111122"
		"0208QRIBFTTC53037045802VN", /* to a card */
		"00020101021238500010A000000727012000069704030106111122"
		"0208QRIBFTTA53038405802VN", /* dollars */
		"00020101021238500010A000000727012000069704030106111122"
		"0208QRIBFTTA530370454041.505802VN", /* no whole dong */
		"00020101021238500010A000000727012000069704030106111122"
		"0208QRIBFTTA5303704541412345678901234"
		"5802VN", /* more than the field holds */
		"00020101021238500010A000000727012000069704O30106111122"
		"0208QRIBFTTA53037045802VN", /* a letter in the bank's number */
	};
	static const char right[] =
		"00020101021238500010A000000727012000069704030106111122"
		"0208QRIBFTTA53037045802VN";
	struct vietqr read;
	char *payload = signed_payload(right);
	size_t i;

	(void)state;
	assert_true(vietqr_read(payload, &read));
	assert_string_equal(read.account, "111122");
	free(payload);
	for (i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
		payload = signed_payload(bodies[i]);
		assert_false(vietqr_read(payload, &read));
		free(payload);
	}
}

static void
fields_of_others_are_passed_over(void **state)
{
	struct vietqr read;
	char *payload = signed_payload(
		"00020101021126040000"
		"38500010A0000007270120000697040301061111220208QRIBFTTA"
		"520400005303704540550000"
		"5802VN5906UBND X6004CTHO62090305SHOP1");

	(void)state;
	assert_true(vietqr_read(payload, &read));
	assert_string_equal(read.bin, "970403");
	assert_int_equal(read.amount, 50000);
	assert_string_equal(read.purpose, "");
	free(payload);
}

static enum status
written(struct vietqr qr)
{
	struct buf out = { 0 };
	enum status st = vietqr_write(&qr, &out);

	assert_true(!st || !out.length);
	buf_free(&out);
	return st;
}

static void
parts_that_do_not_fit_are_refused(void **state)
{
	struct vietqr qr = sample;

	(void)state;
	qr.amount = -1;
	assert_int_equal(written(qr), BAD_DATA);
	qr.amount = VIETQR_AMOUNT + 1;
	assert_int_equal(written(qr), BAD_DATA);
	qr.amount = VIETQR_AMOUNT;
	assert_int_equal(written(qr), OK);
	strcpy(qr.bin, "97040");
	assert_int_equal(written(qr), BAD_DATA);
	strcpy(qr.bin, "97040x");
	assert_int_equal(written(qr), BAD_DATA);
	qr = sample;
	qr.account[0] = '\0';
	assert_int_equal(written(qr), BAD_DATA);
	strcpy(qr.account, "12 34");
	assert_int_equal(written(qr), BAD_DATA);
	qr = sample;
	strcpy(qr.purpose, "ph\xc3\xad");
	assert_int_equal(written(qr), BAD_DATA);
	strcpy(qr.purpose, "a\nb");
	assert_int_equal(written(qr), BAD_DATA);
}

/* Any purpose comes through, whatever looks like a field in it. */
static void
purposes_that_look_like_fields_stay_texts(void **state)
{
	struct vietqr qr = sample, read;
	struct buf out = { 0 };

	(void)state;
	qr.bill[0] = '\0';
	strcpy(qr.purpose, "54099999999996304ABCD6304");
	assert_int_equal(vietqr_write(&qr, &out), OK);
	assert_true(vietqr_read(out.text, &read));
	assert_same(&read, &qr);
	buf_free(&out);
}

static void
assert_purpose(const char *code, const char *wanted)
{
	char purpose[VIETQR_FIELD + 1];

	vietqr_purpose(code, purpose);
	assert_string_equal(purpose, wanted);
}

static void
a_purpose_is_a_code_that_banks_hand_on(void **state)
{
	(void)state;
	assert_purpose("000.17.22.H30-261123-0001", "000.17.22.H30-261123-0001");
	assert_purpose("000.17.22.H30-261123-10001", "0001722H3026112310001");
	assert_purpose("H55.242-261123-0001", "H55.242-261123-0001");
	assert_purpose("hồ sơ Đặc biệt 1", "ho so Dac biet 1");
	assert_purpose("ĐẶC BIỆT Ý", "DAC BIET Y");
	assert_purpose("A/1;B\tC\x1b[31mD\"<&>'", "A 1 B C 31mD");
	assert_purpose("ABCDEFGHIJ.KLMNOPQRST.UVWXYZ.0123", "FGHIJKLMNOPQRSTUVWXYZ0123");
	assert_purpose("", "");
	assert_purpose(" ///\xe2\x80\xae ", "");
	assert_purpose("\xff\xfe x \xc3", "x");
}

/* Not for its results: that no bytes at all lead it out of its room. */
static void
any_bytes_make_a_purpose_that_fits(void **state)
{
	char code[40], purpose[VIETQR_FIELD + 1];
	struct vietqr qr = sample;
	unsigned seed = 1;
	int turn;
	size_t i;

	(void)state;
	for (turn = 0; turn < 20000; turn++) {
		for (i = 0; i < sizeof(code) - 1; i++) {
			seed = seed * 1103515245 + 12345;
			code[i] = (char)((seed >> 16 & 0xff) | !(seed >> 16 & 0xff));
		}
		code[sizeof(code) - 1] = '\0';
		vietqr_purpose(code, purpose);
		strcpy(qr.purpose, purpose);
		assert_int_equal(written(qr), OK);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_check_sum_is_that_of_the_standard),
		cmocka_unit_test(the_sample_is_read_and_made_again_byte_for_byte),
		cmocka_unit_test(without_an_amount_it_is_static),
		cmocka_unit_test(every_byte_that_changes_is_noticed),
		cmocka_unit_test(what_is_no_payment_is_refused),
		cmocka_unit_test(fields_of_others_are_passed_over),
		cmocka_unit_test(parts_that_do_not_fit_are_refused),
		cmocka_unit_test(purposes_that_look_like_fields_stay_texts),
		cmocka_unit_test(a_purpose_is_a_code_that_banks_hand_on),
		cmocka_unit_test(any_bytes_make_a_purpose_that_fits),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
