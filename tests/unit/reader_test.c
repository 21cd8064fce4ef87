/* SPDX-License-Identifier: MIT */
#include "form/read/reader.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "form/write/format.h"
#include "form/write/writer.h"

#include <cmocka.h> /* last: its fail() is not ours */

/* What was read, as one text: `H1 a|b`, `R2 1|2`, `T3 b: why`. */
struct log {
	struct reader_into into;
	struct buf text;
};

static void
log_cells(struct buf *buf, char kind, long line, size_t n, const char *const *cells)
{
	size_t i;

	buf_print(buf, "%c%ld ", kind, line);
	for (i = 0; i < n; i++)
		buf_print(buf, "%s%s", i ? "|" : "", cells[i]);
	buf_text(buf, "\n");
}

static enum status
on_headings(struct reader_into *into, long line, size_t n, const char *const *headings)
{
	log_cells(&((struct log *)into)->text, 'H', line, n, headings);
	return OK;
}

static enum status
on_row(struct reader_into *into, const struct reader_row *row)
{
	log_cells(&((struct log *)into)->text, 'R', row->line, row->count, row->cells);
	return OK;
}

static enum status
on_trouble(struct reader_into *into, long line, const char *column, const char *why)
{
	buf_print(&((struct log *)into)->text, "T%ld %s: %s\n", line,
		  column ? column : "-", why);
	return OK;
}

static enum status
read_stream(FILE *stream, struct buf *text)
{
	struct log log = { .into = { on_headings, on_row, on_trouble } };
	struct reader_how how = { .encoding = NULL };
	enum status status = reader_read(stream, &how, &log.into);

	if (!log.text.text)
		buf_text(&log.text, "");
	*text = log.text;
	return status;
}

static enum status
read_bytes(const char *bytes, size_t n, struct buf *text)
{
	FILE *stream = n ? fmemopen((char *)bytes, n, "r") : fopen("/dev/null", "r");
	enum status status = read_stream(stream, text);

	fclose(stream);
	return status;
}

static void
expect_bytes(const char *bytes, size_t n, const char *expected)
{
	struct buf text;

	assert_int_equal(read_bytes(bytes, n, &text), OK);
	assert_string_equal(text.text, expected);
	buf_free(&text);
}

static void
expect(const char *bytes, const char *expected)
{
	expect_bytes(bytes, strlen(bytes), expected);
}

static void
expect_failure(const char *bytes, size_t n, enum status status, const char *message)
{
	struct buf text;

	assert_int_equal(read_bytes(bytes, n, &text), status);
	assert_string_equal(error_message(), message);
	buf_free(&text);
}

static void
spreadsheets_delimiters_and_line_ends_are_found(void **state)
{
	(void)state;
	expect("a,b\n1,2\n", "H1 a|b\nR2 1|2\n");
	expect("\xef\xbb\xbf"
	       "a;b\r\n1;\"2,5\"\r\n",
	       "H1 a|b\nR2 1|2,5\n");
	expect("\xef\xbb\xbf\"a;x\",b\n1,2", "H1 a;x|b\nR2 1|2\n");
	expect("a\tb\n1\t2\n", "H1 a|b\nR2 1|2\n");
	expect("a,b\r1,2\r\r3,4", "H1 a|b\nR2 1|2\nR4 3|4\n");
	expect("sep=;\r\na;b\r\n1;2\r\n", "H2 a|b\nR3 1|2\n");
	expect("SEP=;\r\na;b\r\n1;2\r\n", "H2 a|b\nR3 1|2\n");
	expect("\"sep=;\"\r\na;b\r\n1;2\r\n", "H2 a|b\nR3 1|2\n");
	/* Commas come in texts, the cells' separator in every line. */
	expect("a;b;c\n1,2,3,4;5;6\n7;8;9,0,1,2\n",
	       "H1 a|b|c\nR2 1,2,3,4|5|6\nR3 7|8|9,0,1,2\n");
	expect("a;b;;\n1;2;;\n;;;\n", "H1 a|b\nR2 1|2\n");
}

static void
lines_are_counted_as_an_editor_does(void **state)
{
	(void)state;
	expect("a,b\n1,2\n\n\"x\ny\",3\n\"q\"z,4\n5,6\n",
	       "H1 a|b\nR2 1|2\nR4 x\ny|3\nT6 a: has a quote in the wrong place\nR7 5|6\n");
	expect("a\r\n\"x\r\ny\"\r\nz\r\n", "H1 a\nR2 x\r\ny\nR4 z\n");
}

static void
every_bad_row_is_told_and_the_others_go_on(void **state)
{
	static const char nul[] = "a,b\nx\0y,1\n2,\xff\n3,4\n";

	(void)state;
	expect_bytes(nul, sizeof(nul) - 1,
		     "H1 a|b\nT2 a: has a NUL in it\nT3 b: is not valid UTF-8\nR4 3|4\n");
	expect("a,b\n1\n1,2,3\n4,5\n",
	       "H1 a|b\n"
	       "T2 -: the number of cells is 1, of headings 2\n"
	       "T3 -: '3' stands under no heading: cells 3, headings 2\n"
	       "R4 4|5\n");
	expect("a,b\n1,2\n3,\"open\n4,5\n",
	       "H1 a|b\nR2 1|2\nT3 b: has a quote that is never closed\n");
}

static void
text_comes_out_tidy(void **state)
{
	(void)state;
	expect("a\n  e\xcc\x82\xcc\x81  \n\xc3\x90\xe1\xba\xa5t\n",
	       "H1 a\nR2 \xe1\xba\xbf\nR3 \xc4\x90\xe1\xba\xa5t\n");
}

static void
a_field_of_ten_megabytes_is_told_not_kept(void **state)
{
	struct buf file = { 0 };
	int i, quoted;

	(void)state;
	for (quoted = 0; quoted < 2; quoted++) {
		buf_clear(&file);
		buf_text(&file, quoted ? "a,b\n1,\"" : "a,b\n1,");
		for (i = 0; i < 1000000; i++)
			buf_text(&file, "0123456789");
		buf_text(&file, quoted ? "\"\n2,3\n" : "\n2,3\n");
		expect_bytes(file.text, file.length,
			     "H1 a|b\nT2 b: is too long (more than 65,536 bytes)\n"
			     "R3 2|3\n");
	}
	buf_free(&file);
}

static void
what_is_no_table_says_so(void **state)
{
	(void)state;
	expect_failure("", 0, BAD_DATA, "there is nothing in it");
	expect_failure("\n\n", 2, BAD_DATA, "there is nothing in it");
	expect_failure("PK\3\4xx", 6, BAD_DATA, "this is a workbook, not CSV or JSON");
	expect_failure("\x89PNG\r\n\x1a\n\0\0", 10, BAD_DATA,
		       "line 1 is no line of headings: is not valid UTF-8");
}

static void
a_folder_is_an_error_of_reading(void **state)
{
	FILE *folder = fopen("/", "r");
	struct buf text;

	(void)state;
	assert_non_null(folder);
	assert_int_equal(read_stream(folder, &text), IO_ERROR);
	assert_string_equal(error_message(), "cannot read: Is a directory");
	fclose(folder);
	buf_free(&text);
}

/* A table longer than a piece of the reader's, in ENCODING. */
static void
check_encoding(const char *encoding, const char *bom, size_t bom_size)
{
	struct buf plain = { 0 }, coded = { 0 }, a, b;
	size_t left, room = 1 << 20;
	char *in, *out, *bytes = mem_alloc(room);
	iconv_t iconv_to = iconv_open(encoding, "UTF-8");
	int i;

	buf_text(&plain, "code;name\r\n");
	for (i = 0; i < 5000; i++)
		buf_print(&plain, "%d;Nguyễn Thị Đào 𝄞\r\n", i);
	in = plain.text;
	left = plain.length;
	out = bytes;
	assert_int_equal(iconv(iconv_to, &in, &left, &out, &room), 0);
	iconv_close(iconv_to);
	buf_add(&coded, bom, bom_size);
	buf_add(&coded, bytes, (size_t)(out - bytes));
	assert_int_equal(read_bytes(plain.text, plain.length, &a), OK);
	assert_int_equal(read_bytes(coded.text, coded.length, &b), OK);
	assert_string_equal(a.text, b.text);
	free(bytes);
	buf_free(&plain);
	buf_free(&coded);
	buf_free(&a);
	buf_free(&b);
}

static void
utf16_is_found_by_its_bom_or_its_nuls(void **state)
{
	static const char lone[] = "a\0\n\0\x01\xd8\n\0b\0\n\0";

	(void)state;
	check_encoding("UTF-16LE", "\xff\xfe", 2);
	check_encoding("UTF-16BE", "\xfe\xff", 2);
	check_encoding("UTF-16LE", "", 0);
	check_encoding("UTF-16BE", "", 0);
	expect_bytes(lone, sizeof(lone) - 1, "H1 a\nT2 a: is not valid UTF-8\nR3 b\n");
}

static void
json_is_read_in_its_three_shapes(void **state)
{
	(void)state;
	expect("[{\"a\":1,\"b\":\"x\"},\n {\"b\":null,\"a\":true},{\"a\":95.12}]\n",
	       "H1 a|b\nR1 1|x\nR2 true|\nR2 95.12|\n");
	expect("{\n \"a\": 1\n}\n", "H1 a\nR1 1\n");
	expect("{\"a\":1}\n\n{\"a\":\"\\u0110\"}", "H1 a\nR1 1\nR3 Đ\n");
	expect("[]", "");
}

static void
bad_json_is_told_by_its_line(void **state)
{
	(void)state;
	expect("{\"a\":1}\n{\"a\":2\n{\"a\":[1]}\n{\"b\":3}\n7\n{\"a\":4}\n",
	       "H1 a\nR1 1\n"
	       "T2 -: is not valid JSON: '}' expected near end of file\n"
	       "T3 a: holds an array or an object\n"
	       "T4 b: is a key that the first object lacks\n"
	       "T5 -: is no object with keys and values\n"
	       "R6 4\n");
	expect("[{\"a\":1}\n{\"a\":2},]",
	       "H1 a\nR1 1\nT2 -: lacks the comma before it\nR2 2\n"
	       "T2 -: has a ']' in the wrong place\n");
	expect("[{\"a\":1},\n{\"a\":\"x",
	       "H1 a\nR1 1\nT2 -: begins an object that is never closed\n"
	       "T2 -: is the end, and the array is not closed\n");
	expect("[{\"a\":1},{\"a\":\"\xff\"},{\"a\":1,\"a\":2}]",
	       "H1 a\nR1 1\n"
	       "T1 -: is not valid JSON: unable to decode byte 0xff near '\"'\n"
	       "T1 -: is not valid JSON: duplicate object key near '\"a\"'\n");
}

static const struct column pair[] = {
	{ .key = "name", .heading = "Name", .type = COL_TEXT },
	{ .key = "note", .heading = "Note", .type = COL_TEXT },
	{ 0 },
};
static const char *const cells[][2] = {
	{ "Đăng ký, \"khai\" sinh", "" },
	{ "=cmd()", "a;b" },
	{ "two\nlines", "'apostrophe" },
	{ "x", "y\r\nz" },
};

/* The cells above in the format NAME. */
static char *
write_cells(const char *name, size_t *size)
{
	const struct format *format = format_find(name);
	struct document document = { .kind = DOCUMENT_LIST, .header = true };
	struct section section = { .key = "x", .columns = pair };
	struct writer *writer;
	char *file;
	size_t i;
	FILE *stream = open_memstream(&file, size);

	assert_int_equal(format->open(&document, stream, NULL, &writer), OK);
	assert_int_equal(format->section(writer, &section), OK);
	for (i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		const struct value row[] = { value_text(cells[i][0]),
					     value_text(cells[i][1]) };

		assert_int_equal(format->row(writer, row), OK);
	}
	assert_int_equal(format->close(writer, false), OK);
	fclose(stream);
	return file;
}

static void
what_the_formats_write_the_reader_gives_back(void **state)
{
	static const char *const formats[] = { "csv", "json", "jsonl" };
	size_t f, i, size;

	(void)state;
	for (f = 0; f < 3; f++) {
		char *file = write_cells(formats[f], &size);
		struct buf text;

		assert_int_equal(read_bytes(file, size, &text), OK);
		for (i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
			char *row = mem_print(" %s|%s\n", cells[i][0], cells[i][1]);

			assert_non_null(strstr(text.text, row));
			free(row);
		}
		assert_null(strstr(text.text, "\nT"));
		free(file);
		buf_free(&text);
	}
}

/* The rows of FILE, without line numbers, headings and the unit's word. */
static char *
rows_of(const char *file)
{
	FILE *stream = fopen(file, "r");
	struct buf text, rows = { 0 };
	char *rest, *line;

	if (!stream)
		return NULL;
	assert_int_equal(read_stream(stream, &text), OK);
	fclose(stream);
	for (rest = text.text; (line = strsep(&rest, "\n"));) {
		char *unit = strstr(line, "|working-day|");
		char *row = strchr(line, ' ');

		if (*line != 'R')
			continue;
		if (!unit)
			unit = strstr(line, "|ngày làm việc|");
		if (unit)
			buf_add(&rows, row, (size_t)(unit - row));
		buf_print(&rows, "%s\n", unit ? strrchr(line, '|') : "another unit");
	}
	buf_free(&text);
	return rows.text;
}

static void
a_register_saved_by_excel_is_the_register(void **state)
{
	char *plain = rows_of("share/sample/procedures.csv");
	char *excel = rows_of("share/sample/procedures-excel.csv");

	(void)state;
	assert_non_null(plain);
	assert_non_null(excel);
	assert_true(strlen(plain) > 1000);
	assert_string_equal(plain, excel);
	free(plain);
	free(excel);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spreadsheets_delimiters_and_line_ends_are_found),
		cmocka_unit_test(lines_are_counted_as_an_editor_does),
		cmocka_unit_test(every_bad_row_is_told_and_the_others_go_on),
		cmocka_unit_test(text_comes_out_tidy),
		cmocka_unit_test(a_field_of_ten_megabytes_is_told_not_kept),
		cmocka_unit_test(what_is_no_table_says_so),
		cmocka_unit_test(a_folder_is_an_error_of_reading),
		cmocka_unit_test(utf16_is_found_by_its_bom_or_its_nuls),
		cmocka_unit_test(json_is_read_in_its_three_shapes),
		cmocka_unit_test(bad_json_is_told_by_its_line),
		cmocka_unit_test(what_the_formats_write_the_reader_gives_back),
		cmocka_unit_test(a_register_saved_by_excel_is_the_register),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	setenv("LANGUAGE", "en", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
