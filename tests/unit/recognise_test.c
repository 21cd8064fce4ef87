/* SPDX-License-Identifier: MIT */
#include "form/read/recognise.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "form/read/reader.h"
#include "form/read/syllable.h"

#include <cmocka.h> /* last: its fail() is not ours */

static const char names[] = "Mã hồ sơ;Họ và tên;Địa chỉ\n"
			    "H-1;Nguyễn Thị Phượng;Ấp Trường Thọ, xã Trường Long A\n"
			    "H-2;Đỗ Quốc Khuyến;Thửa đất ở ấp Mỹ Phú\n";

/* TEXT as iconv's ENCODING into OUT; its length. */
static size_t
encoded(const char *encoding, const char *text, char out[static 4096])
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	char *in = (char *)text, *to = out;
	size_t left = strlen(text), room = 4096;

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &in, &left, &to, &room), 0);
	iconv_close(cd);
	return (size_t)(to - out);
}

static const char *
recognised(const char *bytes, size_t n)
{
	size_t bom;
	const char *encoding = encoding_of_start(bytes, n, &bom);

	return encoding ? encoding : encoding_of(bytes, n);
}

static void
each_encoding_is_recognised(void **state)
{
	static const char *const known[][2] = {
		{ "UTF-8", "UTF-8" },       { "UTF-16LE", "UTF-16LE" },
		{ "UTF-16BE", "UTF-16BE" }, { "WINDOWS-1258", "WINDOWS-1258" },
		{ "TCVN5712-1", "TCVN3" },
	};
	char bytes[4096];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		size_t n = encoded(known[i][0], names, bytes);

		assert_string_equal(recognised(bytes, n), known[i][1]);
	}
}

static const char *
of_text(const char *bytes)
{
	return encoding_of(bytes, strlen(bytes));
}

static void
three_words_are_enough_and_fewer_are_a_bad_byte(void **state)
{
	(void)state;
	assert_string_equal(of_text("H\xb5 H\xb5 H\xb5"), "TCVN3"); /* Hà */
	assert_string_equal(of_text("V\xad\xac"
				    "ng H\xb5 V\xad\xac"
				    "ng"),
			    "TCVN3");
	assert_string_equal(of_text("Ha\xcc N\xea\xecm Ha\xcc"),
			    "WINDOWS-1258"); /* Hà Nếm */
	assert_string_equal(of_text("H\xc7\xcc H\xc7\xcc H\xc7\xcc"),
			    "UTF-8"); /* nobody's */
	assert_string_equal(of_text("H\xb5 H\xb5"), "UTF-8");
	assert_string_equal(of_text("x,\xc3("), "UTF-8");
}

static void
utf8_with_bad_bytes_stays_utf8_so_that_they_are_told(void **state)
{
	char spoiled[sizeof(names)];

	(void)state;
	memcpy(spoiled, names, sizeof(names));
	*strchr(spoiled, 'y') = '\xff';
	assert_string_equal(encoding_of(spoiled, strlen(spoiled)), "UTF-8");
	assert_string_equal(encoding_of("Te\xffn", 4), "UTF-8");
	assert_string_equal(encoding_of("caf\xe9 cr\xe8me", 10), "UTF-8");
}

static void
a_letter_cut_off_at_the_end_is_no_bad_byte(void **state)
{
	(void)state;
	assert_string_equal(encoding_of("Nguy\xe1\xbb", 6), "UTF-8");
}

static void
count(const char *text, size_t words, size_t syllables)
{
	size_t w, s;

	syllables_count(text, strlen(text), &w, &s);
	if (w != words || s != syllables)
		print_error("%s: %zu %zu\n", text, w, s);
	assert_int_equal(w, words);
	assert_int_equal(s, syllables);
}

static void
syllables_have_a_shape(void **state)
{
	(void)state;
	count("khuyến nghiêng quý giề gì ướt Đỗ ỷ YẾN thuở khuỷu ngoằn ngoèo", 13, 13);
	count("plain words do not count", 0, 0);
	count("NguyÔn V¨n BÐ", 3, 0); /* TCVN3 taken for Windows-1258 */
	count("bàà mêx ŋà tệế", 4, 0);
}

static void
raise(const char *text, const char *wanted)
{
	struct buf out = { 0 };

	capitals_raise(text, strlen(text), &out);
	assert_string_equal(out.text, wanted);
	buf_free(&out);
}

static void
capitals_of_tcvn3_are_raised_by_phrase(void **state)
{
	(void)state;
	raise("NGUYễN VăN Hà;Nguyễn Văn Hà\n", "NGUYỄN VĂN HÀ;Nguyễn Văn Hà\n");
	raise("Võ Tú,Mã HS,ấp 6", "Võ Tú,Mã HS,ấp 6");
	raise("ủY BAN NHâN DâN,Ủy ban", "ỦY BAN NHÂN DÂN,Ủy ban");
	raise("VăN\nVăn", "VĂN\nVăn");
}

/* --- the reader, which decides as it goes */

struct taken {
	struct reader_into into;
	struct buf last; /* the last row's last cell */
	long rows, troubles;
};

static enum status
take_headings(struct reader_into *into, long line, size_t n, const char *const *headings)
{
	(void)into, (void)line, (void)n, (void)headings;
	return OK;
}

static enum status
take_row(struct reader_into *into, const struct reader_row *row)
{
	struct taken *taken = (struct taken *)into;

	taken->rows++;
	buf_clear(&taken->last);
	buf_text(&taken->last, row->cells[row->count - 1]);
	return OK;
}

static enum status
take_trouble(struct reader_into *into, long line, const char *column, const char *why)
{
	(void)line, (void)column, (void)why;
	((struct taken *)into)->troubles++;
	return OK;
}

/* ROWS rows of ASCII, a name in ENCODING, and as many again. */
static void
late_name(long rows, const char *encoding, const char *found)
{
	struct taken taken = { .into = { take_headings, take_row, take_trouble } };
	struct reader_how how = { .encoding = NULL };
	char name[4096];
	size_t n = encoded(encoding, "Nguyễn Thị Phượng", name);
	FILE *file = tmpfile();
	long i;

	fputs("a,b\n", file);
	for (i = 0; i < rows; i++)
		fprintf(file, "%ld,nothing beyond ASCII\n", i);
	for (i = 0; i < rows; i++)
		fprintf(file, "%ld,%.*s\n", i, (int)n, name);
	rewind(file);
	assert_int_equal(reader_read(file, &how, &taken.into), OK);
	assert_string_equal(how.found, found);
	assert_int_equal(how.separator, ',');
	assert_int_equal(taken.rows, 2 * rows);
	assert_int_equal(taken.troubles, 0);
	assert_string_equal(taken.last.text, "Nguyễn Thị Phượng");
	buf_free(&taken.last);
	fclose(file);
}

static void
the_first_letter_that_tells_may_come_late(void **state)
{
	long rows;

	(void)state;
	/* Around the end of a piece of 64 KiB, wherever the name is cut. */
	for (rows = 2400; rows < 2560; rows++) {
		late_name(rows, "WINDOWS-1258", "WINDOWS-1258");
		late_name(rows, "TCVN5712-1", "TCVN3");
		late_name(rows, "UTF-8", "UTF-8");
	}
}

static void
a_named_encoding_is_taken_and_an_unknown_one_refused(void **state)
{
	struct taken taken = { .into = { take_headings, take_row, take_trouble } };
	struct reader_how how = { .encoding = "cp1258" };
	static const char bytes[] = "a\nL\xea\n"; /* ambiguous: Lê, or Lờ */
	FILE *file = fmemopen((char *)bytes, strlen(bytes), "r");

	(void)state;
	assert_int_equal(reader_read(file, &how, &taken.into), OK);
	assert_string_equal(taken.last.text, "Lê");
	rewind(file);
	how.encoding = "ABC";
	assert_int_equal(reader_read(file, &how, &taken.into), OK);
	assert_string_equal(taken.last.text, "Lờ");
	rewind(file);
	how.encoding = "klingon";
	assert_int_equal(reader_read(file, &how, &taken.into), USAGE);
	buf_free(&taken.last);
	fclose(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_encoding_is_recognised),
		cmocka_unit_test(three_words_are_enough_and_fewer_are_a_bad_byte),
		cmocka_unit_test(utf8_with_bad_bytes_stays_utf8_so_that_they_are_told),
		cmocka_unit_test(a_letter_cut_off_at_the_end_is_no_bad_byte),
		cmocka_unit_test(syllables_have_a_shape),
		cmocka_unit_test(capitals_of_tcvn3_are_raised_by_phrase),
		cmocka_unit_test(the_first_letter_that_tells_may_come_late),
		cmocka_unit_test(a_named_encoding_is_taken_and_an_unknown_one_refused),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
