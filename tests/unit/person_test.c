/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/rules/person.h"
#include "office/rules/person_card.h"

#include <cmocka.h>

#define THIS_YEAR 2026

static const char *
masked(const char *text)
{
	static char room[PERSON_NUMBER];

	return person_mask(text, room);
}

static void
a_mask_shows_the_end(void **state)
{
	char bytes[90] = "";

	(void)state;
	memset(bytes, 0xb3,
	       sizeof(bytes) - 1); /* begin no character, as in no text of ours */
	assert_true(strlen(masked(bytes)) < PERSON_NUMBER);
	assert_null(masked(NULL));
	assert_string_equal(masked("079199001234"), "********1234");
	assert_string_equal(masked("0912345678"), "******5678");
	assert_string_equal(masked("123456789"), "*****6789");
	assert_string_equal(masked("12345678"), "******78");
	assert_string_equal(masked("1234"), "****");
	assert_string_equal(masked(""), "");
	assert_string_equal(masked("số nhà 12 ấp"), "********2 ấp");
	assert_int_equal(strlen(masked("0123456789012345678901234567890123456789"
				       "0123456789012345678901234567890123456789")),
			 PERSON_NUMBER - 1);
}

static bool
number_fits(const char *text)
{
	char room[PERSON_NUMBER];

	return !person_number_wrong(text, THIS_YEAR, room);
}

static void
a_number_says_where_and_when_one_was_born(void **state)
{
	(void)state;
	assert_true(number_fits("079199001234"));
	assert_true(number_fits("001026000001"));  /* 1926 */
	assert_true(number_fits("096326000001"));  /* born this year */
	assert_false(number_fits("096327000001")); /* and next year */
	assert_true(number_fits("096127000001"));  /* 1927 */
	assert_false(number_fits("000199001234"));
	assert_true(number_fits("127199001234"));  /* born abroad */
	assert_false(number_fits("079499001234")); /* in the 22nd century */
	assert_false(number_fits("07919900123"));
	assert_false(number_fits("0791990012345"));
	assert_false(number_fits("111111111111"));
	assert_false(number_fits("07919900123A"));
	assert_false(number_fits("\xef\xbc\x90"
				 "79199001234")); /* a wide digit */
	assert_false(number_fits(""));
}

static void
other_numbers_are_numbers_too(void **state)
{
	(void)state;
	assert_true(number_fits("361234567"));
	assert_false(number_fits("36123456"));
	assert_true(number_fits("0100109106"));
	assert_true(number_fits("0100109106-001"));
	assert_false(number_fits("0100109107"));
	assert_true(number_fits("B1234567"));
	assert_true(number_fits("ab123456"));
	assert_false(number_fits("ABC123456"));
}

static void
a_number_is_kept_without_blanks(void **state)
{
	char room[PERSON_NUMBER];

	(void)state;
	assert_null(person_number_wrong(" 079 199 001.234", THIS_YEAR, room));
	assert_string_equal(room, "079199001234");
	assert_null(person_number_wrong("b1234567", THIS_YEAR, room));
	assert_string_equal(room, "B1234567");
}

/* The telephone as it is kept, or NULL. */
static const char *
phone(const char *text)
{
	static char room[PERSON_NUMBER];

	return person_phone_wrong(text, room) ? NULL : room;
}

static void
a_telephone_has_one_form(void **state)
{
	(void)state;
	assert_string_equal(phone("0912 345 678"), "0912345678");
	assert_string_equal(phone("+84 912.345.678"), "0912345678");
	assert_string_equal(phone("+84 (0)912 345 678"), "0912345678");
	assert_string_equal(phone("0084912345678"), "0912345678");
	assert_string_equal(phone("84912345678"), "0912345678");
	assert_string_equal(phone("02933953123"), "02933953123");
	assert_string_equal(phone("(0293) 3953-123"), "02933953123");
	assert_null(phone("0293395312"));
	assert_null(phone("0412345678"));
	assert_null(phone("091234567"));
	assert_null(phone("09123456789"));
	assert_null(phone("912345678"));
	assert_null(phone("+1 202 555 0143"));
	assert_null(phone("0912345678 0912345678 0912345678 0912345678 0912345678 0912"));
	assert_null(phone("0"));
	assert_null(phone(""));
}

static void
a_name_is_of_letters(void **state)
{
	static const char *const good[] = { "Nguyễn Văn An",
					    "NGUYỄN THỊ BÉ",
					    "An",
					    "Ừ",
					    "Y Moan Êñuôl",
					    "H'Hen Niê",
					    "Jean-Luc O’Neil",
					    "Martin Luther King, Jr.",
					    "李小龙",
					    "Иван Петров",
					    "Ñ",
					    "Đặng Đức Đạt",
					    "Aa" };
	static const char *const bad[] = { "",          "  ", "aaaa", "XXX",
					   "A\x1b[31m", "-",  "...",  "An\xe2\x80\xae" };
	/* Firms and households have such names; of a person they are likely a slip. */
	static const char *const odd[] = { "An 2",
					   "An<b>",
					   "=An",
					   "Công ty TNHH A&B (Chi nhánh 2)",
					   "Hộ kinh doanh Minh Tâm 3",
					   "Công ty \"Sao Mai\"",
					   "Tổ hợp tác Thành Công/Tân Tiến",
					   "HTX Nông nghiệp 2+" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_true(!person_name_wrong(good[i]) && !person_name_doubt(good[i]));
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_non_null(person_name_wrong(bad[i]));
	for (i = 0; i < sizeof(odd) / sizeof(*odd); i++)
		assert_true(!person_name_wrong(odd[i]) && person_name_doubt(odd[i]));
}

static void
an_address_of_mail_has_a_place(void **state)
{
	(void)state;
	assert_null(person_email_wrong("an@example.vn"));
	assert_non_null(person_email_wrong("an"));
	assert_non_null(person_email_wrong("@example.vn"));
	assert_non_null(person_email_wrong("an@"));
	assert_non_null(person_email_wrong("an@a@b"));
	assert_non_null(person_email_wrong("an @example.vn"));
}

static void
a_card_is_read(void **state)
{
	struct person_card card;

	(void)state;
	assert_int_equal(
		person_card_read("079199001234|361234567|Nguye\xcc\x82\xcc\x83n Thị An|"
				 "02091999|Nữ|Ấp 1, xã Trường Long A|15062021\r\n",
				 &card),
		OK);
	assert_string_equal(card.number, "079199001234");
	assert_string_equal(card.old_number, "361234567");
	assert_string_equal(card.name, "Nguyễn Thị An");
	assert_string_equal(card.address, "Ấp 1, xã Trường Long A");
	assert_int_equal(card.birth, day_from_ymd(1999, 9, 2));
	assert_int_equal(card.issued, day_from_ymd(2021, 6, 15));
	assert_true(card.female);
	assert_null(person_card_doubt(&card));
	person_card_free(&card);
}

/* Cards have more fields by now, or less of the birth; their number tells what it may. */
static void
a_card_is_taken_as_it_is(void **state)
{
	struct person_card card;

	(void)state;
	assert_int_equal(person_card_read("079199001234||An|00001950|Nữ|Ấp 1||||", &card),
			 OK);
	assert_int_equal(card.beyond, 3);
	assert_int_equal(card.birth, INT_MIN);
	assert_int_equal(card.birth_year, 1950);
	assert_non_null(person_card_doubt(&card)); /* the number says 1999 */
	person_card_free(&card);
	assert_int_equal(person_card_read("079399001234||An|1950|Nam|Ấp 1|", &card), OK);
	assert_int_equal(card.birth_year, 1950);
	person_card_free(&card);
}

static const char *
doubt(const char *line)
{
	struct person_card card;
	const char *why;

	assert_int_equal(person_card_read(line, &card), OK);
	why = person_card_doubt(&card);
	person_card_free(&card);
	return why;
}

static void
a_card_may_contradict_itself(void **state)
{
	(void)state;
	assert_null(doubt("079099001234||An Văn|02091999|Nam|Ấp 1|"));
	assert_non_null(strstr(doubt("079099001234||An Văn|02091998|Nam|Ấp 1|"), "year"));
	assert_non_null(strstr(doubt("079205001234||An Văn|02091905|Nam|Ấp 1|"), "year"));
	assert_non_null(strstr(doubt("079199001234||An Văn|02091999|Nam|Ấp 1|"), "sex"));
}

static void
another_line_is_no_card(void **state)
{
	static const struct {
		const char *line, *why;
	} bad[] = {
		{ "", "this is no line" },
		{ "https://example.vn", "this is no line" },
		{ "079199001234||An|02091999|Nữ|Ấp 1", "6 fields" },
		{ "|||||||||||||||", "the number" },
		{ "361234567||An|02091999|Nữ|Ấp 1|", "number: has not 12" },
		{ "|079199001234|An|02091999|Nữ|Ấp 1|", "the number" },
		{ "079199001234|||02091999|Nữ|Ấp 1|", "the name" },
		{ "079199001234||An|31021999|Nữ|Ấp 1|", "the day of birth" },
		{ "079199001234||An|199|Nữ|Ấp 1|", "the day of birth" },
		{ "079199001234||An|00001700|Nữ|Ấp 1|", "the day of birth" },
		{ "079199001234||An|02091999|X|Ấp 1|", "the sex" },
		{ "079199001234||An|02091999|Nữ|Ấp 1|heute", "the day of issue" },
		{ "079199001234||A\xffn|02091999|Nữ|Ấp 1|", "UTF-8" },
	};
	struct person_card card;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_int_equal(person_card_read(bad[i].line, &card), BAD_DATA);
		assert_non_null(strstr(error_message(), bad[i].why));
		person_card_free(&card);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mask_shows_the_end),
		cmocka_unit_test(a_number_says_where_and_when_one_was_born),
		cmocka_unit_test(other_numbers_are_numbers_too),
		cmocka_unit_test(a_number_is_kept_without_blanks),
		cmocka_unit_test(a_telephone_has_one_form),
		cmocka_unit_test(a_name_is_of_letters),
		cmocka_unit_test(an_address_of_mail_has_a_place),
		cmocka_unit_test(a_card_is_read),
		cmocka_unit_test(a_card_is_taken_as_it_is),
		cmocka_unit_test(a_card_may_contradict_itself),
		cmocka_unit_test(another_line_is_no_card),
	};

	intl_use("en"); /* in which its messages are asked for */
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("person", tests, NULL, NULL);
}
