/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"
#include "form/write/writer.h"

#include <dlfcn.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"

#include <cmocka.h> /* last: its fail() is not ours */

static const struct column columns[] = {
	{ .key = "code", .heading = "Code", .type = COL_TEXT },
	{ .key = "calls", .heading = "Calls", .type = COL_INT },
	{ .key = "issued_at", .heading = "Issued", .type = COL_TIME },
	{ .key = "wait", .heading = "Wait", .type = COL_DURATION },
	{ .key = "share", .heading = "On time", .type = COL_SHARE },
	{ 0 },
};

static const struct column names[] = {
	{ .key = "name", .heading = "Name", .type = COL_TEXT },
	{ .key = "fee", .heading = "Fee", .type = COL_MONEY },
	{ 0 },
};

#define NOON 1795492800 /* 2026-11-24T11:00:00+07:00 */

static const struct value ticket[] = {
	{ .kind = VALUE_TEXT, .text = "A001" }, { .kind = VALUE_INT, .number = 2 },
	{ .kind = VALUE_INT, .number = NOON },  { .kind = VALUE_INT, .number = 3725 },
	{ .kind = VALUE_REAL, .real = 95.125 },
};
static const struct value nothing[5];

/* One section of COUNT rows of N values through FORMAT. */
static enum status
send(const struct format *format, const struct document *document, FILE *stream,
     const char *path, const struct section *section, const struct value *rows,
     size_t count)
{
	size_t i, n = column_count(section->columns);
	struct writer *writer;
	enum status status = format->open(document, stream, path, &writer), closed;

	if (status)
		return status;
	status = format->section(writer, section);
	for (i = 0; i < count && !status; i++)
		status = writer->sink.row(&writer->sink, rows + i * n);
	closed = format->close(writer, status != OK);
	return status ? status : closed;
}

static char *
render(const char *name, enum document_kind kind, const struct column *c,
       const struct value *rows, size_t count)
{
	struct document document = { .kind = kind, .header = true };
	struct section section = { .key = "tickets", .columns = c };
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	assert_int_equal(send(format_find(name), &document, stream, NULL, &section, rows,
			      count),
			 OK);
	fclose(stream);
	return text;
}

static void
expect(const char *name, enum document_kind kind, const struct column *c,
       const struct value *rows, size_t count, const char *text)
{
	char *got = render(name, kind, c, rows, count);

	assert_string_equal(got, text);
	free(got);
}

static void
a_list_is_the_same_in_every_format(void **state)
{
	struct value rows[10];

	(void)state;
	memcpy(rows, ticket, sizeof(ticket));
	memcpy(rows + 5, nothing, sizeof(nothing));
	expect("csv", DOCUMENT_LIST, columns, rows, 2,
	       "code,calls,issued_at,wait,share\n"
	       "A001,2,2026-11-24T11:00:00+07:00,3725,95.12\n,,,,\n");
	expect("excel", DOCUMENT_LIST, columns, rows, 2,
	       "\xef\xbb\xbf"
	       "Code;Calls;Issued;Wait;On time\r\n"
	       "A001;2;2026-11-24 11:00:00;1:02:05;95.12%\r\n;;;;\r\n");
	expect("json", DOCUMENT_LIST, columns, rows, 2,
	       "[\n{\"code\":\"A001\",\"calls\":2,"
	       "\"issued_at\":\"2026-11-24T11:00:00+07:00\",\"wait\":3725,\"share\":95.12},\n"
	       "{\"code\":null,\"calls\":null,\"issued_at\":null,\"wait\":null,"
	       "\"share\":null}\n]\n");
	expect("jsonl", DOCUMENT_LIST, columns, rows, 1,
	       "{\"code\":\"A001\",\"calls\":2,"
	       "\"issued_at\":\"2026-11-24T11:00:00+07:00\",\"wait\":3725,"
	       "\"share\":95.12}\n");
	expect("table", DOCUMENT_LIST, columns, rows, 1,
	       "Code  Calls  Issued               Wait  On time\n"
	       "A001      2  2026-11-24 11:00  1:02:05   95.12%\n");
}

static void
a_record_is_an_object_or_a_line_a_value(void **state)
{
	const struct value row[] = { value_text("Hộ tịch"), value_int(8000) };

	(void)state;
	expect("json", DOCUMENT_RECORD, names, row, 1,
	       "{\"name\":\"Hộ tịch\",\"fee\":8000}\n");
	expect("table", DOCUMENT_RECORD, names, row, 1, "Name  Hộ tịch\nFee   8,000\n");
}

static const struct word ends[] = {
	{ "on_time", "đúng hạn" },
	{ "late", "đang quá hạn|trễ hạn" },
	{ 0 },
};

/* Programs get codes whatever the language; people their words, days and numbers. */
static void
people_read_their_own_language(void **state)
{
	static const struct column c[] = {
		{ .key = "end", .heading = "end", .type = COL_WORD, .words = ends },
		{ .key = "day", .heading = "day", .type = COL_DAY },
		{ .key = "at", .heading = "at_", .type = COL_TIME },
		{ .key = "fee", .heading = "sum", .type = COL_MONEY },
		{ .key = "share", .heading = "share", .type = COL_SHARE },
		{ 0 },
	};
	const struct value row[] = { value_text("late"), value_text("2026-11-05"),
				     value_int(NOON), value_int(-1250000),
				     value_real(95.125) };

	(void)state;
	intl_use("vi");
	expect("csv", DOCUMENT_LIST, c, row, 1,
	       "end,day,at,fee,share\n"
	       "late,2026-11-05,2026-11-24T11:00:00+07:00,-1250000,95.12\n");
	expect("table", DOCUMENT_LIST, c, row, 1,
	       "end           day         at_                      sum   share\n"
	       "đang quá hạn  05/11/2026  24/11/2026 11:00  -1.250.000  95,12%\n");
	expect("excel", DOCUMENT_LIST, c, row, 1,
	       "\xef\xbb\xbf"
	       "end;day;at_;sum;share\r\n"
	       "đang quá hạn;2026-11-05;2026-11-24 11:00:00;-1250000;95,12%\r\n");
	intl_use("en");
	expect("table", DOCUMENT_LIST, c, row, 1,
	       "end   day         at_                      sum   share\n"
	       "late  2026-11-05  2026-11-24 11:00  -1,250,000  95.12%\n");
}

/* What is shown is read back, whichever language is in force then. */
static void
words_come_back(void **state)
{
	const struct column column = { .key = "end", .type = COL_WORD, .words = ends };
	static const char *const codes[] = { "vi", "en" };
	char shown[SHOW_TEXT], room[48];
	const char *why, *text;
	struct value value;
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++) {
		intl_use(codes[i % 2]);
		text = show_word(ends, ends[i / 2].code, shown);
		intl_use(codes[(i + 1) % 2]);
		assert_int_equal(value_read(&column, text, 0, room, &value, &why), OK);
		assert_string_equal(value.text, ends[i / 2].code);
	}
	intl_use("vi");
	assert_string_equal(show_word(ends, "Total", shown), "Total");
	intl_use("en");
	assert_string_equal(show_word(ends, "on_time", shown), "on time");
}

/* Decree 30/2020: a 0 before days of one digit, and before months 1 and 2 only. */
static void
letters_bear_their_day_in_words(void **state)
{
	char room[SHOW_TEXT];

	(void)state;
	intl_use("vi");
	assert_string_equal(show_long_day(day_from_ymd(2026, 3, 5), room),
			    "ngày 05 tháng 3 năm 2026");
	assert_string_equal(show_long_day(day_from_ymd(2026, 2, 28), room),
			    "ngày 28 tháng 02 năm 2026");
	assert_string_equal(show_long_day(day_from_ymd(2026, 10, 1), room),
			    "ngày 01 tháng 10 năm 2026");
	assert_string_equal(show_moment(NOON, room), "11:00 24/11/2026");
	intl_use("en");
	assert_string_equal(show_moment(NOON, room), "2026-11-24T11:00");
}

static void
an_empty_list_is_a_list(void **state)
{
	(void)state;
	expect("json", DOCUMENT_LIST, names, NULL, 0, "[]\n");
	expect("jsonl", DOCUMENT_LIST, names, NULL, 0, "");
	expect("csv", DOCUMENT_LIST, names, NULL, 0, "name,fee\n");
	expect("table", DOCUMENT_LIST, names, NULL, 0, "Name  Fee\n");
}

static void
several_sections_stay_one_document(void **state)
{
	const struct value row[] = { value_text("a,b"), value_int(1) };

	(void)state;
	expect("json", DOCUMENT_SECTIONS, names, row, 1,
	       "{\n\"tickets\":[\n{\"name\":\"a,b\",\"fee\":1}\n]\n}\n");
	expect("jsonl", DOCUMENT_SECTIONS, names, row, 1,
	       "{\"section\":\"tickets\",\"name\":\"a,b\",\"fee\":1}\n");
	expect("csv", DOCUMENT_SECTIONS, names, row, 1,
	       "section,row,column,value\ntickets,1,name,\"a,b\"\ntickets,1,fee,1\n");
}

static void
hostile_text_does_no_harm(void **state)
{
	const struct value rows[] = {
		value_text("\033[31mred\xc2\x9b\xe2\x80\xae<script>"),
		value_int(-5),
		value_text("=cmd()"),
		value_int(0),
		value_text("-5\n\"x\""),
		value_int(0),
		value_text("bad\xff"),
		value_int(0),
	};

	(void)state;
	expect("table", DOCUMENT_LIST, names, rows, 4,
	       "Name                Fee\n"
	       "�[31mred��<script>   -5\n"
	       "=cmd()                0\n"
	       "-5 \"x\"                0\n"
	       "bad�                  0\n");
	expect("excel", DOCUMENT_LIST, names, rows + 2, 2,
	       "\xef\xbb\xbf"
	       "Name;Fee\r\n'=cmd();0\r\n\"'-5\n\"\"x\"\"\";0\r\n");
	expect("csv", DOCUMENT_LIST, names, rows + 2, 3,
	       "name,fee\n=cmd(),0\n\"-5\n\"\"x\"\"\",0\nbad\xff,0\n");
	expect("json", DOCUMENT_LIST, names, rows, 1,
	       "[\n{\"name\":\"\\u001B[31mred\xc2\x9b\xe2\x80\xae<script>\","
	       "\"fee\":-5}\n]\n");
	expect("json", DOCUMENT_LIST, names, rows + 6, 1,
	       "[\n{\"name\":\"bad�\",\"fee\":0}\n]\n");
}

static void
wide_letters_keep_the_columns_straight(void **state)
{
	const struct value rows[] = {
		value_text("Đăng ký"),
		value_int(1),
		value_text("e\xcc\x81t\xc3\xa9"),
		value_int(20),
		value_text("中文"),
		value_int(300),
	};

	(void)state;
	expect("table", DOCUMENT_LIST, names, rows, 3,
	       "Name     Fee\nĐăng ký    1\ne\xcc\x81té       20\n中文     300\n");
}

/* A locale of our own making, where localedef(1) has its sources. */
static bool
use_decimal_comma(const char *folder)
{
	char *command = mem_print(
		"localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8 2>/dev/null", folder);
	bool made = system(command) == 0;

	free(command);
	setenv("LOCPATH", folder, 1);
	return made && setlocale(LC_NUMERIC, "de_DE.UTF-8");
}

static void
a_locale_with_a_decimal_comma_changes_nothing(void **state)
{
	char folder[] = "/tmp/form_test.XXXXXX", *command;

	assert_non_null(mkdtemp(folder));
	if (use_decimal_comma(folder)) {
		assert_string_equal(localeconv()->decimal_point, ",");
		a_list_is_the_same_in_every_format(state);
	} else {
		print_message("# no such locale here\n");
	}
	setlocale(LC_NUMERIC, "C");
	unsetenv("LOCPATH");
	command = mem_print("rm -r %s", folder);
	assert_int_equal(system(command), 0);
	free(command);
}

static void
a_full_disk_is_an_error_of_every_format(void **state)
{
	static const char *const formats[] = { "table", "csv", "excel", "json", "jsonl" };
	struct document document = { .kind = DOCUMENT_LIST, .header = true };
	struct section section = { .key = "x", .columns = columns };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		FILE *full = fopen("/dev/full", "w");

		assert_non_null(full);
		assert_int_equal(send(format_find(formats[i]), &document, full, NULL,
				      &section, ticket, 1),
				 IO_ERROR);
		fclose(full);
	}
}

static void
colour_is_for_those_who_asked(void **state)
{
	struct document document = { .kind = DOCUMENT_LIST,
				     .header = true,
				     .colour = true };
	struct section section = { .key = "x", .columns = names };
	char *text, *plain = render("table", DOCUMENT_LIST, columns, ticket, 1);
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	(void)state;
	assert_null(strchr(plain, '\033'));
	assert_int_equal(send(&format_table, &document, stream, NULL, &section, NULL, 0),
			 OK);
	fclose(stream);
	assert_non_null(strchr(text, '\033'));
	free(plain);
	free(text);
}

/* The module as it lies in the build; the tests' own prefix has none.  NULL with a
 * word about it where it was not built: cmocka's skip() is a failure to prove(1). */
static const struct format *
xlsx(void)
{
	const char *build = getenv("B");
	char *path = mem_print("%s/lib/osq/form-xlsx.so", build ? build : "build");
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);

	free(path);
	if (!module)
		print_message("# no XLSX here\n");
	return module ? dlsym(module, "format_xlsx") : NULL;
}

static char *
contents(const char *command)
{
	struct buf buf = { 0 };
	char piece[4096];
	size_t n;
	FILE *pipe = popen(command, "r");

	while ((n = fread(piece, 1, sizeof(piece), pipe)))
		buf_add(&buf, piece, n);
	pclose(pipe);
	return buf.text ? buf.text : mem_text("");
}

static void
xlsx_holds_numbers_as_numbers_and_text_as_text(void **state)
{
	struct document document = { .kind = DOCUMENT_LIST, .created = NOON };
	struct section section = { .key = "x", .columns = columns };
	char folder[] = "/tmp/form_test.XXXXXX", *path, *command, *sheet;
	struct value rows[10];

	(void)state;
	if (!xlsx() || system("command -v unzip >/dev/null") != 0)
		return;
	memcpy(rows, ticket, sizeof(ticket));
	memcpy(rows + 5, ticket, sizeof(ticket));
	rows[5] = value_text("=cmd()\x01_x0041_");
	assert_non_null(mkdtemp(folder));
	path = mem_print("%s/list.xlsx", folder);
	assert_int_equal(send(xlsx(), &document, NULL, path, &section, rows, 2), OK);
	command = mem_print("unzip -p %s xl/worksheets/sheet1.xml; ls -A %s", path,
			    folder);
	sheet = contents(command);
	assert_non_null(strstr(sheet, "<t>=cmd()�_x005F_x0041_</t>"));
	assert_null(strstr(sheet, "<f>"));
	assert_non_null(strstr(sheet, "<v>46350.4583333333")); /* 2026-11-24 11:00 */
	assert_non_null(strstr(sheet, "<v>0.9512"));
	assert_non_null(strstr(sheet, "list.xlsx\n"));
	assert_null(strstr(sheet, ".osq-"));
	unlink(path);
	rmdir(folder);
	free(path);
	free(command);
	free(sheet);
}

static void
xlsx_leaves_nothing_behind_when_it_is_given_up(void **state)
{
	struct document document = { .kind = DOCUMENT_LIST, .official = true };
	struct section section = { .key = "x", .columns = columns, .total = true };
	char folder[] = "/tmp/form_test.XXXXXX", *path;
	const struct format *format = xlsx();
	struct writer *writer;
	struct stat found;

	(void)state;
	if (!format)
		return;
	assert_non_null(mkdtemp(folder));
	path = mem_print("%s/list.xlsx", folder);
	assert_int_equal(format->open(&document, NULL, path, &writer), OK);
	assert_int_equal(format->section(writer, &section), OK);
	assert_int_equal(format->row(writer, ticket), OK);
	assert_int_equal(format->close(writer, true), OK);
	assert_int_not_equal(stat(path, &found), 0);
	assert_int_equal(rmdir(folder), 0); /* it is empty */
	free(path);
}

static void
xlsx_tells_its_errors_through_our_own_messages(void **state)
{
	struct document document = { .kind = DOCUMENT_LIST, .created = NOON };
	struct section section = { .key = "x", .columns = columns };

	(void)state;
	if (!xlsx())
		return;
	assert_int_equal(send(xlsx(), &document, NULL, "/dev/full", &section, ticket, 1),
			 IO_ERROR);
	assert_string_equal(error_message(), "/dev/full: No space left on device");
	assert_int_equal(send(xlsx(), &document, NULL, "/no/such/place.xlsx", &section,
			      ticket, 1),
			 CANT_CREATE);
	assert_int_equal(send(xlsx(), &document, NULL, "/", &section, ticket, 1),
			 CANT_CREATE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_is_the_same_in_every_format),
		cmocka_unit_test(a_record_is_an_object_or_a_line_a_value),
		cmocka_unit_test(an_empty_list_is_a_list),
		cmocka_unit_test(several_sections_stay_one_document),
		cmocka_unit_test(hostile_text_does_no_harm),
		cmocka_unit_test(wide_letters_keep_the_columns_straight),
		cmocka_unit_test(people_read_their_own_language),
		cmocka_unit_test(words_come_back),
		cmocka_unit_test(letters_bear_their_day_in_words),
		cmocka_unit_test(a_locale_with_a_decimal_comma_changes_nothing),
		cmocka_unit_test(a_full_disk_is_an_error_of_every_format),
		cmocka_unit_test(colour_is_for_those_who_asked),
		cmocka_unit_test(xlsx_holds_numbers_as_numbers_and_text_as_text),
		cmocka_unit_test(xlsx_leaves_nothing_behind_when_it_is_given_up),
		cmocka_unit_test(xlsx_tells_its_errors_through_our_own_messages),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	setenv("LANGUAGE", "en", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
