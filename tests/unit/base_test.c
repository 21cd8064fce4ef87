/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/language.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/row.h"
#include "base/text.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define END                                                                              \
	{                                                                                \
		NULL, NULL, COL_TEXT, 0, NULL, NULL                                      \
	}

/* 2026-11-23T08:00:00+07:00, a Monday. */
#define NOW 1795395600

/* --- text */

static void
valid_text_is_utf8_without_nul(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
		bool valid;
	} cases[] = {
		{ "", 0, true },
		{ "plain", 5, true },
		{ "Đăng ký", 10, true },
		{ "\xf0\x9f\x87\xbb", 4, true },  /* a flag's letter, four bytes */
		{ "a\0b", 3, false },             /* NUL */
		{ "\xc0\x80", 2, false },         /* NUL written too long */
		{ "\xc1\xbf", 2, false },         /* overlong */
		{ "\xe0\x9f\xbf", 3, false },     /* overlong */
		{ "\xed\xa0\x80", 3, false },     /* surrogate */
		{ "\xf4\x90\x80\x80", 4, false }, /* beyond U+10FFFF */
		{ "\xf8\x88\x80\x80\x80", 5, false },
		{ "\x80", 1, false }, /* a continuation alone */
		{ "\xc4", 1, false }, /* half a letter */
		{ "\xe1\xba", 2, false },
		{ "ab\xff", 3, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (text_valid(cases[i].bytes, cases[i].n) != cases[i].valid)
			fail_msg("case %zu", i);
}

static void
assert_tidied(const char *text, const char *expected)
{
	char *tidy = text_tidied(text);

	assert_string_equal(tidy, expected);
	free(tidy);
}

static void
tidy_text_is_nfc_and_trimmed(void **state)
{
	(void)state;
	assert_tidied("", "");
	assert_tidied("  \t\r\n ", "");
	assert_tidied(" a  b\n", "a  b");
	/* e, circumflex, tilde: one letter; in either order of typing. */
	assert_tidied("Nguye\xcc\x82\xcc\x83n", "Nguyễn");
	assert_tidied("Nguy\xc3\xaa\xcc\x83n", "Nguyễn");
	/* Marks of two classes are put in order first. */
	assert_tidied("e\xcc\xa3\xcc\x82", "ệ");
	assert_tidied("e\xcc\x82\xcc\xa3", "ệ");
	/* Eth is no letter of Vietnamese. */
	assert_tidied("\xc3\x90inh \xc3\xb0\xe1\xbb\x83", "Đinh để");
	assert_tidied("Đinh đỏ", "Đinh đỏ");
	assert_tidied("“Một cửa” – 2026…", "“Một cửa” – 2026…");
}

static void
tidying_keeps_the_length(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	text_tidy(&buf); /* nothing there */
	assert_null(buf.text);
	buf_text(&buf, "  Nguye\xcc\x82\xcc\x83n  ");
	text_tidy(&buf);
	assert_string_equal(buf.text, "Nguyễn");
	assert_int_equal(buf.length, strlen("Nguyễn"));
	buf_free(&buf);
}

static void
assert_folded(const char *text, const char *expected)
{
	char key[256];

	assert_int_equal(fold_text(text, key, sizeof(key)), strlen(expected));
	assert_string_equal(key, expected);
}

static void
the_key_has_no_accents_case_or_punctuation(void **state)
{
	(void)state;
	assert_folded("Đăng ký khai sinh", "dang ky khai sinh");
	assert_folded("ĐĂNG KÝ KHAI SINH", "dang ky khai sinh");
	assert_folded("đăng ky\xcc\x81 khai sinh", "dang ky khai sinh");
	assert_folded("\xc3\x90\xc4\x83ng", "dang");
	assert_folded("Ư Ơ ự ợ Ừ Ỡ", "u o u o u o");
	assert_folded("ÀÁẢÃẠ ẰẮẲẴẶ ẦẤẨẪẬ", "aaaaa aaaaa aaaaa");
	assert_folded("ỲÝỶỸỴ", "yyyyy");
	assert_folded("  Lao động - Xã hội (và) Đất đai.  ",
		      "lao dong xa hoi va dat dai");
	assert_folded("1.001193", "1 001193");
	assert_folded("", "");
	assert_folded("--- !", "");
}

static void
a_key_that_does_not_fit_is_cut_and_tells_its_length(void **state)
{
	char key[5];

	(void)state;
	assert_int_equal(fold_text("khai sinh", key, sizeof(key)), 9);
	assert_string_equal(key, "khai");
	assert_int_equal(fold_text("khai sinh", NULL, 0), 9);
}

/* An argument of a command may be any bytes. */
static void
folding_stops_at_the_end_of_a_cut_letter(void **state)
{
	static const char *const cut[] = { "\xc3\0xyz", "\xe1\xbb\0xyz", "\xf0\0wxyz",
					   "\xf0\x9f\x98\0xyz" };
	char key[16];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cut) / sizeof(*cut); i++) {
		fold_text(cut[i], key, sizeof(key));
		assert_null(strchr(key, 'z'));
	}
}

static bool
finds(const char *query, const char *text)
{
	char folded[256], key[64];

	fold_text(text, folded, sizeof(folded));
	fold_text(query, key, sizeof(key));
	return fold_matches(folded, key);
}

static void
people_find_what_they_mean(void **state)
{
	static const char text[] = "Thủ tục Đăng ký Khai Sinh lưu động";

	(void)state;
	assert_true(finds("khai sinh", text));
	assert_true(finds("Khai Sinh", text));
	assert_true(finds("KHAI SINH", text));
	assert_true(finds("khaisinh", text));
	assert_true(finds("đăng ký", text));
	assert_true(finds("dang ky", text));
	assert_true(finds("dangkykhaisinh", text));
	assert_true(finds("sinh khai", text)); /* words in any order */
	assert_true(finds("kha si", text));    /* beginnings of words */
	assert_true(finds("", text));
	assert_false(finds("khai báo", text));
	assert_false(finds("ketthon", text));
	assert_false(finds("khaisinhx", text));
	assert_false(finds("khai", ""));
}

static void
words_of_a_list_are_told_however_written(void **state)
{
	static const char list[] = "Mã TTHC|Mã thủ tục|Mã";

	(void)state;
	assert_true(fold_listed(list, "Mã TTHC"));
	assert_true(fold_listed(list, "ma thu tuc"));
	assert_true(fold_listed(list, "MÃ"));
	assert_false(fold_listed(list, "Mã thủ"));
	assert_false(fold_listed(list, "Mã TTHC|Mã"));
	assert_false(fold_listed(NULL, "Mã"));
	assert_true(fold_same("time_limit", "Time limit"));
	assert_false(fold_same("time_limit", "time"));
}

static void
assert_harmless(const char *text, const char *expected)
{
	char *harmless = text_harmless(text);

	assert_string_equal(harmless, expected);
	free(harmless);
}

static void
harmless_text_moves_no_terminal(void **state)
{
	(void)state;
	assert_harmless("Nguyễn Văn Ất 🇻🇳", "Nguyễn Văn Ất 🇻🇳");
	assert_harmless("", "");
	assert_harmless("a\033[31mb", "a�[31mb");
	assert_harmless("a\rb\nc\td\x7f", "a�b�c�d�");
	assert_harmless("\xc2\x9b"
			"2J",
			"�2J");                  /* CSI of C1 */
	assert_harmless("\xc2\xa0", "\xc2\xa0"); /* not of C1 */
	assert_harmless("a\xe2\x80\xae"
			"b",
			"a�b");                              /* right-to-left */
	assert_harmless("\xe2\x81\xa6x\xe2\x81\xa9", "�x�"); /* isolates */
}

static void
a_copy_is_cut_between_letters(void **state)
{
	char room[8];

	(void)state;
	text_copy(room, sizeof(room), "Quầy 1");
	assert_string_equal(room, "Quầy "); /* the digit does not fit */
	text_copy(room, 5, "Quầy");
	assert_string_equal(room, "Qu");
	text_copy(room, sizeof(room), "abc");
	assert_string_equal(room, "abc");
}

static void
width_counts_columns_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("Hộ tịch"), 7);
	assert_int_equal(text_width("Ho\xcc\xa3"), 2);
	assert_int_equal(text_width("漢字"), 4);
}

/* --- moments */

static void
days_go_to_numbers_and_back(void **state)
{
	int day, y, m, d, seen = 0;

	(void)state;
	assert_int_equal(day_from_ymd(1970, 1, 1), 0);
	assert_int_equal(day_from_ymd(2026, 11, 23), 20780);
	assert_int_equal(day_weekday(20780), 1);
	assert_int_equal(day_weekday(day_from_ymd(1969, 12, 28)), 7);
	/* Every day of 800 years: one after the other, and months that end right. */
	for (day = day_from_ymd(1600, 1, 1); day < day_from_ymd(2400, 1, 1);
	     day++, seen++) {
		day_to_ymd(day, &y, &m, &d);
		assert_int_equal(day_from_ymd(y, m, d), day);
		assert_true(d >= 1 && d <= month_length(y, m));
	}
	assert_int_equal(seen, 2 * 146097);
}

static void
leap_years_are_those_of_the_gregorian_calendar(void **state)
{
	(void)state;
	assert_int_equal(month_length(2024, 2), 29);
	assert_int_equal(month_length(2026, 2), 28);
	assert_int_equal(month_length(2000, 2), 29);
	assert_int_equal(month_length(1900, 2), 28);
	assert_int_equal(month_length(2100, 2), 28);
	assert_int_equal(month_length(2026, 11), 30);
}

static void
local_days_begin_at_local_midnight(void **state)
{
	char text[MOMENT_TEXT];

	(void)state;
	assert_int_equal(day_of(NOW), 20780);
	assert_int_equal(second_of_day(NOW), 8 * 3600);
	assert_int_equal(day_moment(20780, 8 * 3600), NOW);
	assert_int_equal(day_of(day_moment(20780, 0)), 20780);
	assert_int_equal(day_of(day_moment(20780, 0) - 1), 20779);
	assert_int_equal(day_of(-LOCAL_OFFSET - 1), -1); /* before 1970 too */
	assert_int_equal(second_of_day(-LOCAL_OFFSET - 1), 86399);
	assert_string_equal(moment_print(NOW, text), "2026-11-23T08:00:00+07:00");
	assert_string_equal(moment_print(0, text), "1970-01-01T07:00:00+07:00");
	assert_string_equal(moment_print(-LOCAL_OFFSET - 1, text),
			    "1969-12-31T23:59:59+07:00");
}

static void
days_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text, *day; /* NULL: no day */
	} cases[] = {
		{ "2026-11-24", "2026-11-24" },
		{ "24/11/2026", "2026-11-24" },
		{ "1/2/2026", "2026-02-01" },
		{ "01/02/2026", "2026-02-01" },
		{ " 2026-11-24 ", "2026-11-24" },
		{ "today", "2026-11-23" },
		{ "yesterday", "2026-11-22" },
		{ "2024-02-29", "2024-02-29" },
		{ "29/02/2000", "2000-02-29" },
		{ "0001-01-01", "0001-01-01" },
		{ "9999-12-31", "9999-12-31" },
		{ "", NULL },
		{ "2026-02-29", NULL },
		{ "1900-02-29", NULL },
		{ "2026-11-31", NULL },
		{ "2026-13-01", NULL },
		{ "2026-00-10", NULL },
		{ "2026-11-00", NULL },
		{ "0000-01-01", NULL },
		{ "2026-1-1", NULL },
		{ "26-11-24", NULL },
		{ "24/11/26", NULL },
		{ "11/24/2026", NULL },
		{ "24.11.2026", NULL },
		{ "2026/11/24", NULL },
		{ "20261124", NULL },
		{ "2026-11-24x", NULL },
		{ "2026-11-24T07:00", NULL },
		{ "tomorrow", NULL },
		{ "todays", NULL },
		{ "-2026-11-24", NULL },
		{ "10000-01-01", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[DAY_TEXT];
		int day = -1;
		bool read = day_read(cases[i].text, NOW, &day);

		if (read != (cases[i].day != NULL))
			fail_msg("'%s' %s", cases[i].text, read ? "was read" : "was not");
		if (read)
			assert_string_equal(day_print(day, text), cases[i].day);
		else
			assert_int_equal(day, -1); /* untouched */
	}
}

static void
moments_are_read_as_people_and_machines_write_them(void **state)
{
	static const struct {
		const char *text, *moment; /* local, to the second; NULL: no moment */
	} cases[] = {
		{ "2026-11-24T07:35:00+07:00", "2026-11-24T07:35:00" },
		{ "2026-11-24T07:35:09+07:00", "2026-11-24T07:35:09" },
		{ "2026-11-24T07:35:09.125+07:00", "2026-11-24T07:35:09" },
		{ "2026-11-24T00:35:00Z", "2026-11-24T07:35:00" },
		{ "2026-11-24t00:35:00z", "2026-11-24T07:35:00" },
		{ "2026-11-23T19:35:00-05:00", "2026-11-24T07:35:00" },
		{ "2026-11-24T07:35+0700", "2026-11-24T07:35:00" },
		{ "2026-11-24T07:35+07", "2026-11-24T07:35:00" },
		{ "2026-11-24T06:05:00+05:30", "2026-11-24T07:35:00" },
		{ "2026-11-24T07:35", "2026-11-24T07:35:00" },
		{ "2026-11-24 07:35", "2026-11-24T07:35:00" },
		{ "2026-11-24 7:35", "2026-11-24T07:35:00" },
		{ "2026-11-24 07:35:10", "2026-11-24T07:35:10" },
		{ "24/11/2026 07:35", "2026-11-24T07:35:00" },
		{ "4/1/2026 07:35", "2026-01-04T07:35:00" },
		{ "2026-11-24", "2026-11-24T00:00:00" },
		{ "2026-11-24T24:00", "2026-11-25T00:00:00" },
		{ "07:35", "2026-11-23T07:35:00" },
		{ "7:35:10", "2026-11-23T07:35:10" },
		{ "now", "2026-11-23T08:00:00" },
		{ "today", "2026-11-23T00:00:00" },
		{ "yesterday", "2026-11-22T00:00:00" },
		{ "7h35", "2026-11-23T07:35:00" },
		{ "24/11/2026 13h", "2026-11-24T13:00:00" },
		{ "", NULL },
		{ "soon", NULL },
		{ "2026-11-24T", NULL },
		{ "2026-11-24T25:00", NULL },
		{ "2026-11-24T24:01", NULL },
		{ "2026-11-24T07:60", NULL },
		{ "2026-11-24T07:35:60", NULL },
		{ "2026-11-24T07", NULL },
		{ "2026-11-24T0735", NULL },
		{ "2026-02-29T07:35", NULL },
		{ "2026-11-24T07:35+15:00", NULL },
		{ "2026-11-24T07:35+07:60", NULL },
		{ "2026-11-24T07:35 ICT", NULL },
		{ "2026-11-24T07:35:00+07:00x", NULL },
		{ "2026-11-24x07:35", NULL },
		{ "7h3", NULL },
		{ "1795395600", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char text[MOMENT_TEXT];
		int64_t moment = -1;
		bool read = moment_read(cases[i].text, NOW, &moment);

		if (read != (cases[i].moment != NULL))
			fail_msg("'%s' %s", cases[i].text, read ? "was read" : "was not");
		if (!read)
			assert_int_equal(moment, -1);
		else if (strncmp(moment_print(moment, text), cases[i].moment, 19) != 0)
			fail_msg("'%s' was read as %s", cases[i].text, text);
	}
}

static void
times_of_day_are_read(void **state)
{
	(void)state;
	assert_int_equal(clock_read("00:00"), 0);
	assert_int_equal(clock_read("07:30"), 27000);
	assert_int_equal(clock_read("7:30"), 27000);
	assert_int_equal(clock_read(" 07:30:15 "), 27015);
	assert_int_equal(clock_read("24:00"), 86400);
	assert_int_equal(clock_read("7h30"), 27000);
	assert_int_equal(clock_read("07H"), 25200);
	assert_int_equal(clock_read("24h"), 86400);
	assert_int_equal(clock_read("24h01"), -1);
	assert_int_equal(clock_read("7h3"), -1);
	assert_int_equal(clock_read("7h60"), -1);
	assert_int_equal(clock_read("7h30:00"), -1);
	assert_int_equal(clock_read("h30"), -1);
	assert_int_equal(clock_read("24:01"), -1);
	assert_int_equal(clock_read("07:60"), -1);
	assert_int_equal(clock_read("0730"), -1);
	assert_int_equal(clock_read("07:3"), -1);
	assert_int_equal(clock_read("-7:30"), -1);
	assert_int_equal(clock_read(""), -1);
	assert_int_equal(clock_read("07:30 am"), -1);
}

static void
the_clock_can_be_stopped(void **state)
{
	(void)state;
	setenv("OSQ_NOW", "2026-11-23T08:00", 1);
	assert_int_equal(moment_now(), NOW);
	setenv("OSQ_NOW", "1795395600", 1);
	assert_int_equal(moment_now(), NOW);
	setenv("OSQ_NOW", "2026-11-23T01:00:00Z", 1);
	assert_int_equal(moment_now(), NOW);
	setenv("OSQ_NOW", "soon", 1);
	assert_int_equal(moment_now(), -1);
	setenv("OSQ_NOW", "", 1);
	assert_true(moment_now() > 1700000000); /* the machine's */
	unsetenv("OSQ_NOW");
	assert_true(moment_now() > 1700000000);
}

/* --- rows */

static const struct word colours[] = {
	{ "red", "đỏ|crimson" },
	{ "sky-blue", "xanh da trời" },
	{ NULL, NULL },
};

static const struct column of_type[] = {
	[COL_TEXT] = { .key = "text", .type = COL_TEXT },
	[COL_INT] = { .key = "int", .type = COL_INT },
	[COL_MONEY] = { .key = "money", .type = COL_MONEY },
	[COL_TIME] = { .key = "time", .type = COL_TIME },
	[COL_DAY] = { .key = "day", .type = COL_DAY },
	[COL_CLOCK] = { .key = "clock", .type = COL_CLOCK },
	[COL_DURATION] = { .key = "duration", .type = COL_DURATION },
	[COL_REAL] = { .key = "real", .type = COL_REAL },
	[COL_SHARE] = { .key = "share", .type = COL_SHARE },
	[COL_WORD] = { .key = "word", .type = COL_WORD, .words = colours },
	END,
};

/* TEXT under a column of TYPE, read and printed again; NULL: it must not be read. */
static void
assert_read(enum column_type type, const char *text, const char *expected)
{
	char room[48], printed[48];
	struct value value = VALUE_NONE;
	const char *why = NULL;
	enum status st = value_read(&of_type[type], text, NOW, room, &value, &why);

	if ((st == OK) != (expected != NULL))
		fail_msg("%s '%s': %s", of_type[type].key, text, st ? why : "was read");
	if (expected)
		assert_string_equal(value_print(&of_type[type], &value, printed),
				    expected);
	else
		assert_non_null(why);
}

static void
an_empty_cell_is_nothing_in_every_column(void **state)
{
	char room[48];
	const char *why;
	int type;

	(void)state;
	for (type = COL_TEXT; type <= COL_WORD; type++) {
		struct value value = value_int(1);

		assert_int_equal(value_read(&of_type[type], "", NOW, room, &value, &why),
				 OK);
		assert_int_equal(value.kind, VALUE_NULL);
		assert_string_equal(value_print(&of_type[type], &value, room), "");
	}
}

static void
texts_and_whole_numbers(void **state)
{
	(void)state;
	assert_read(COL_TEXT, "Hộ tịch", "Hộ tịch");
	assert_read(COL_TEXT, "007", "007");
	assert_read(COL_INT, "7", "7");
	assert_read(COL_INT, "-7", NULL); /* a column that may be negative says so */
	assert_read(COL_INT, "+7", "7");
	assert_read(COL_INT, "007", "7");
	assert_read(COL_INT, "7 ", "7");
	assert_read(COL_INT, "999999999", "999999999");
	assert_read(COL_INT, "1000000000", NULL);
	assert_read(COL_INT, "9223372036854775807", NULL);
	assert_read(COL_INT, "9223372036854775808", NULL);
	assert_read(COL_INT, "7.0", NULL);
	assert_read(COL_INT, "7x", NULL);
	assert_read(COL_INT, "0x7", NULL);
	assert_read(COL_INT, "bảy", NULL);
	assert_read(COL_INT, "-", NULL);
	assert_read(COL_DURATION, "90", "90");
	assert_read(COL_DURATION, "1:30", NULL);
}

/* What is told of TEXT under COLUMN; "" when it is taken. */
static void
assert_told(const struct column *column, const char *text, const char *expected)
{
	char room[48], *told;
	struct value value;
	const char *why = NULL;

	if (value_read(column, text, NOW, room, &value, &why) == OK) {
		assert_string_equal(expected, "");
		return;
	}
	told = value_complaint(column, text, why);
	assert_string_equal(told, expected);
	free(told);
}

static void
a_number_is_held_to_its_column(void **state)
{
	static const struct column copies = { .type = COL_INT, .least = 1, .most = 99 },
				   change = { .type = COL_MONEY, .least = -5, .most = 5 };
	static const char long_word[] =
		"không phải là một số mà là một câu dài hơn sáu mươi chữ cái để bị cắt";

	(void)state;
	assert_told(&copies, "1", "");
	assert_told(&copies, "99", "");
	assert_told(&copies, "0", "'0' must be 1 to 99");
	assert_told(&copies, "100", "'100' must be 1 to 99");
	assert_told(&copies, "99999999999999999999",
		    "'99999999999999999999' is no whole number");
	assert_told(&copies, long_word,
		    "'không phải là một số mà là một câu dài hơn sáu mươi chữ cái …'"
		    " is no whole number");
	assert_told(&change, "6", "'6' must be -5 to 5");
	assert_told(&of_type[COL_MONEY], "9999999999999", "");
	assert_told(&of_type[COL_MONEY], "10.000.000.000.000",
		    "'10.000.000.000.000' must be 0 to 9999999999999");
	assert_told(&of_type[COL_TIME], "1900-01-01T00:00", "");
	assert_told(&of_type[COL_TIME], "9999-12-31T23:59:59", "");
	assert_told(&of_type[COL_TIME], "1899-12-31T23:59",
		    "'1899-12-31T23:59' must be 1900-01-01T00:00:00+07:00 to"
		    " 9999-12-31T23:59:59+07:00");
	assert_told(&of_type[COL_REAL], "1000000000000", "");
	assert_told(&of_type[COL_REAL], "-1000000000001",
		    "'-1000000000001' must be -1000000000000 to 1000000000000");
}

static void
sums_end_where_numbers_end(void **state)
{
	(void)state;
	assert_int_equal(number_add(2, -3), -1);
	assert_int_equal(number_add(INT64_MAX, 1), INT64_MAX);
	assert_int_equal(number_add(INT64_MIN, -1), INT64_MIN);
	assert_int_equal(number_add(INT64_MAX, INT64_MIN), -1);
}

static void
amounts_in_dong(void **state)
{
	(void)state;
	assert_read(COL_MONEY, "0", "0");
	assert_read(COL_MONEY, "50000", "50000");
	assert_read(COL_MONEY, "50.000", "50000");
	assert_read(COL_MONEY, "50,000", "50000");
	assert_read(COL_MONEY, "50 000", "50000");
	assert_read(COL_MONEY, "1.250.000", "1250000");
	assert_read(COL_MONEY, "50.000 đ", "50000");
	assert_read(COL_MONEY, "50000đ", "50000");
	assert_read(COL_MONEY, "50.000 đồng", "50000");
	assert_read(COL_MONEY, "50000 VND", "50000");
	assert_read(COL_MONEY, "1.5", NULL);
	assert_read(COL_MONEY, "1.50", NULL);
	assert_read(COL_MONEY, "1250.000", NULL);
	assert_read(COL_MONEY, "1.250.00", NULL);
	assert_read(COL_MONEY, "-500", NULL);
	assert_read(COL_MONEY, "50.000 USD", NULL);
	assert_read(COL_MONEY, "đ", NULL);
	assert_read(COL_MONEY, ".500", NULL);
	assert_read(COL_MONEY, "99999999999999999999999", NULL);
}

static void
moments_days_and_clocks(void **state)
{
	(void)state;
	assert_read(COL_TIME, "24/11/2026 07:35", "2026-11-24T07:35:00+07:00");
	assert_read(COL_TIME, "2026-11-24T00:35:00Z", "2026-11-24T07:35:00+07:00");
	assert_read(COL_TIME, "07:35", "2026-11-23T07:35:00+07:00");
	assert_read(COL_TIME, "24/13/2026 07:35", NULL);
	assert_read(COL_DAY, "24/11/2026", "2026-11-24");
	assert_read(COL_DAY, "2026-11-24", "2026-11-24");
	assert_read(COL_DAY, "2026-11-24 07:35", NULL);
	assert_read(COL_DAY, "30/2/2026", NULL);
	assert_read(COL_CLOCK, "7:30", "07:30");
	assert_read(COL_CLOCK, "07:30:00", "07:30");
	assert_read(COL_CLOCK, "24:00", "24:00");
	assert_read(COL_CLOCK, "07:30:15", NULL); /* a clock has no seconds */
	assert_read(COL_CLOCK, "7h30", "07:30");
	assert_read(COL_CLOCK, "7h3", NULL);
}

static void
numbers_with_decimals(void **state)
{
	(void)state;
	assert_read(COL_REAL, "80", "80.00");
	assert_read(COL_REAL, "99.5", "99.50");
	assert_read(COL_REAL, "99,5", "99.50");
	assert_read(COL_REAL, "-0.25", "-0.25");
	assert_read(COL_REAL, "-1,5", "-1.50");
	assert_read(COL_SHARE, "97.3%", "97.30");
	assert_read(COL_SHARE, "100", "100.00");
	assert_read(COL_REAL, "5.", NULL);
	assert_read(COL_REAL, ".5", NULL);
	assert_read(COL_REAL, "1.2.3", NULL);
	assert_read(COL_REAL, "1e5", NULL);
	assert_read(COL_REAL, "nan", NULL);
	assert_read(COL_REAL, "0.1234567891", NULL);
}

static void
words_are_stored_by_their_code(void **state)
{
	(void)state;
	assert_read(COL_WORD, "red", "red");
	assert_read(COL_WORD, "Red", "red");
	assert_read(COL_WORD, "ĐỎ", "red");
	assert_read(COL_WORD, "do", "red");
	assert_read(COL_WORD, "crimson", "red");
	assert_read(COL_WORD, "Sky blue", "sky-blue");
	assert_read(COL_WORD, "Xanh da trời", "sky-blue");
	assert_read(COL_WORD, "green", NULL);
	assert_read(COL_WORD, "-", NULL);
}

static void
values_are_the_same_when_all_is(void **state)
{
	struct value none = VALUE_NONE, seven = value_int(7), real = value_real(7),
		     text = value_text("7"), null_text = value_text(NULL);

	(void)state;
	assert_true(value_same(&none, &null_text));
	assert_true(
		value_same(&seven, &(struct value){ .kind = VALUE_INT, .number = 7 }));
	assert_false(value_same(&seven, &real));
	assert_false(value_same(&seven, &text));
	assert_false(value_same(&none, &text));
	assert_false(
		value_same(&text, &(struct value){ .kind = VALUE_TEXT, .text = "" }));
	assert_false(
		value_same(&seven, &(struct value){ .kind = VALUE_INT, .number = 8 }));
}

static void
columns_are_found_by_their_key(void **state)
{
	(void)state;
	assert_int_equal(column_count(of_type), 10);
	assert_int_equal(column_find(of_type, "text"), COL_TEXT);
	assert_int_equal(column_find(of_type, "word"), COL_WORD);
	assert_int_equal(column_find(of_type, "Text"), -1);
	assert_int_equal(column_find(of_type, ""), -1);
}

/* Looked up where it must be, one that is not there would be a read before the row. */
static void
a_column_that_is_missing_ends_the_command(void **state)
{
	int status = -1;
	pid_t child;

	(void)state;
	assert_int_equal(column_place(of_type, "word"), COL_WORD);
	if ((child = fork()) == 0) {
		fclose(stderr);
		column_place(of_type, "words");
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), INTERNAL);
}

/* --- languages */

static void
a_language_is_chosen_from_a_list(void **state)
{
	static const struct {
		const char *names, *code;
	} cases[] = {
		{ "vi", "vi" },       { "en", "en" },        { "vi_VN", "vi" },
		{ "vi.UTF-8", "vi" }, { "vi@latin", "vi" },  { "vi_VN.UTF-8@x:en", "vi" },
		{ "fr:vi", "vi" },    { "fr::vi:en", "vi" }, { "en_GB:vi", "en" },
		{ "", "en" },         { ":", "en" },         { "fr", "en" },
		{ "v", "en" },        { "vie", "en" },       { "vi/../x", "en" },
		{ "../vi", "en" },    { "VI", "en" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(language_choose(cases[i].names)->code, cases[i].code);
}

static void
only_what_is_shipped_is_a_language(void **state)
{
	size_t i;

	(void)state;
	assert_non_null(word_find(language_words, "vi"));
	assert_non_null(word_find(language_words, "en"));
	assert_null(word_find(language_words, "vi_VN"));
	assert_null(word_find(language_words, "fr"));
	for (i = 0; languages[i].code; i++)
		assert_string_equal(language_words[i].code, languages[i].code);
	assert_null(language_words[i].code);
}

static void
a_word_is_of_its_list_to_the_letter(void **state)
{
	static const struct word words[] = { { "on", NULL },
					     { "on-time", "now" },
					     { 0 } };
	char *codes = word_codes(words, ", ");
	size_t n;

	(void)state;
	assert_ptr_equal(word_find(words, "on"), &words[0]);
	assert_ptr_equal(word_find(words, "on-time"), &words[1]);
	assert_null(word_find(words, "on-"));
	assert_null(word_find(words, "now")); /* only imports take what people write */
	assert_null(word_find(words, ""));
	assert_null(word_find(words, NULL));
	assert_string_equal(codes, "on, on-time");
	assert_null(word_stranger(words, "on-time,on", &n));
	assert_string_equal(word_stranger(words, "on,onto,on", &n), "onto,on");
	assert_int_equal(n, 4);
	assert_string_equal(word_stranger(words, "on,", &n), "");
	assert_string_equal(word_stranger(words, "", &n), "");
	free(codes);
}

/* The text at entry I of the table that the catalogue's header names at PLACE. */
static const char *
entry(const char *catalogue, int place, unsigned i)
{
	uint32_t table, text;

	memcpy(&table, catalogue + place, sizeof(table));
	memcpy(&text, catalogue + table + 8 * i + 4, sizeof(text));
	return catalogue + text;
}

static void
every_text_of_a_catalogue_is_found(void **state)
{
	const struct language *l;
	uint32_t head[3], i;

	(void)state;
	for (l = languages; l->catalogue; l++) {
		memcpy(head, l->catalogue, sizeof(head));
		assert_int_equal(head[0],
				 0x950412de); /* little-endian, as this machine */
		assert_int_equal(head[1], 0); /* no texts that a machine changes */
		assert_in_range(head[2], 1000, 100000);
		for (i = 1; i < head[2]; i++)
			assert_ptr_equal(language_text(l, entry(l->catalogue, 12, i)),
					 entry(l->catalogue, 16, i));
		assert_string_equal(language_text(l, ""), "");
		assert_string_equal(language_text(l, "\x01"), "\x01");
		assert_string_equal(language_text(l, "\xff"), "\xff");
	}
	assert_string_equal(l->code, "en");
	assert_string_equal(language_text(l, "name"), "name");
}

static void
errors_of_the_system_are_translated(void **state)
{
	(void)state;
	intl_use("vi");
	assert_string_equal(intl_error(ENOSPC), "Ổ đĩa đã hết chỗ");
	assert_string_equal(intl_error(ENOTBLK), "Block device required");
	assert_string_equal(intl_error(-1), "Unknown error -1");
	intl_use("en");
	assert_string_equal(intl_error(ENOSPC), "No space left on device");
	assert_null(intl_text(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_text_is_utf8_without_nul),
		cmocka_unit_test(tidy_text_is_nfc_and_trimmed),
		cmocka_unit_test(tidying_keeps_the_length),
		cmocka_unit_test(the_key_has_no_accents_case_or_punctuation),
		cmocka_unit_test(a_key_that_does_not_fit_is_cut_and_tells_its_length),
		cmocka_unit_test(folding_stops_at_the_end_of_a_cut_letter),
		cmocka_unit_test(people_find_what_they_mean),
		cmocka_unit_test(words_of_a_list_are_told_however_written),
		cmocka_unit_test(harmless_text_moves_no_terminal),
		cmocka_unit_test(a_copy_is_cut_between_letters),
		cmocka_unit_test(width_counts_columns_not_bytes),
		cmocka_unit_test(days_go_to_numbers_and_back),
		cmocka_unit_test(leap_years_are_those_of_the_gregorian_calendar),
		cmocka_unit_test(local_days_begin_at_local_midnight),
		cmocka_unit_test(days_are_read_as_people_write_them),
		cmocka_unit_test(moments_are_read_as_people_and_machines_write_them),
		cmocka_unit_test(times_of_day_are_read),
		cmocka_unit_test(the_clock_can_be_stopped),
		cmocka_unit_test(an_empty_cell_is_nothing_in_every_column),
		cmocka_unit_test(texts_and_whole_numbers),
		cmocka_unit_test(amounts_in_dong),
		cmocka_unit_test(moments_days_and_clocks),
		cmocka_unit_test(numbers_with_decimals),
		cmocka_unit_test(words_are_stored_by_their_code),
		cmocka_unit_test(values_are_the_same_when_all_is),
		cmocka_unit_test(columns_are_found_by_their_key),
		cmocka_unit_test(a_column_that_is_missing_ends_the_command),
		cmocka_unit_test(a_number_is_held_to_its_column),
		cmocka_unit_test(sums_end_where_numbers_end),
		cmocka_unit_test(a_language_is_chosen_from_a_list),
		cmocka_unit_test(only_what_is_shipped_is_a_language),
		cmocka_unit_test(a_word_is_of_its_list_to_the_letter),
		cmocka_unit_test(every_text_of_a_catalogue_is_found),
		cmocka_unit_test(errors_of_the_system_are_translated),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
