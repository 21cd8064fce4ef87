/* SPDX-License-Identifier: MIT */
#include "form/slip/slip.h"
#include "form/slip/slip_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h> /* last: its fail() is not ours */

#define NOON 1795492800 /* 2026-11-24T11:00:00+07:00 */

static const struct slip ticket = {
	.office = "Bộ phận Một cửa",
	.number = "A012",
	.service = "Hộ tịch",
	.priority = "",
	.reference = "osq:H30.24:2026-11-24:A012",
	.issued_at = NOON,
	.ahead = 4,
	.median = 620,
	.p90 = 1441,
};

static char *
text_of(const struct slip *slip, int width)
{
	char *text;
	size_t size;
	FILE *stream = open_memstream(&text, &size);

	assert_int_equal(slip_text(stream, width, slip), OK);
	fclose(stream);
	return text;
}

static void
expect_range(int64_t median, int64_t p90, const char *wanted)
{
	char *range = slip_range(median, p90);

	if (wanted)
		assert_string_equal(range, wanted);
	else
		assert_null(range);
	free(range);
}

static void
the_range_promises_no_less_than_is_known(void **state)
{
	(void)state;
	expect_range(600, 1500, "Estimated wait: 10–25 minutes");
	expect_range(620, 1441, "Estimated wait: 10–25 minutes");
	expect_range(630, 1500, "Estimated wait: 11–25 minutes");
	expect_range(29, 200, "Estimated wait: up to 4 minutes");
	expect_range(0, 0, "Estimated wait: up to 1 minute");
	expect_range(20, 60, "Estimated wait: up to 1 minute");
	expect_range(20, 61, "Estimated wait: up to 2 minutes");
	expect_range(300, 300, "Estimated wait: about 5 minutes");
	expect_range(299, 300, "Estimated wait: about 5 minutes");
	expect_range(110 * 60, 300 * 60, "Estimated wait: 110–300 minutes");
	expect_range(-1, 300, NULL);
	expect_range(300, -1, NULL);
	expect_range(-1, -1, NULL);
}

static void
what_is_known_stands_on_the_slip(void **state)
{
	struct slip slip = ticket;
	char *text = text_of(&slip, 32);

	(void)state;
	assert_string_equal(text, "        Bộ phận Một cửa\n"
				  "--------------------------------\n"
				  "          YOUR NUMBER\n"
				  "\n"
				  "            A 0 1 2\n"
				  "\n"
				  "            Hộ tịch\n"
				  "        24/11/2026 11:00\n"
				  "        People ahead: 4\n"
				  " Estimated wait: 10–25 minutes\n"
				  "--------------------------------\n"
				  " Please wait for your number to\n"
				  "           be called.\n"
				  "   osq:H30.24:2026-11-24:A012\n");
	free(text);
	slip.ahead = slip.median = slip.p90 = -1;
	slip.reprint = true;
	text = text_of(&slip, 48);
	assert_null(strstr(text, "ahead"));
	assert_null(strstr(text, "Estimated"));
	assert_non_null(strstr(text, "                    REPRINT\n"));
	free(text);
}

static void
expect_text(const json_t *data, const char *key, const char *wanted)
{
	assert_string_equal(json_string_value(json_object_get(data, key)), wanted);
}

static void
a_template_gets_the_same(void **state)
{
	struct slip slip = ticket;
	json_t *data = slip_data(&slip, PAPER_NARROW);

	(void)state;
	expect_text(data, "office", "Bộ phận Một cửa");
	expect_text(data, "number", "A012");
	expect_text(data, "spelled", "A 0 1 2");
	expect_text(data, "priority", "");
	expect_text(data, "reprint", "");
	expect_text(data, "date", "24/11/2026");
	expect_text(data, "time", "11:00");
	expect_text(data, "ahead", "People ahead: 4");
	expect_text(data, "range", "Estimated wait: 10–25 minutes");
	expect_text(data, "reference", ticket.reference);
	expect_text(data, "language", "en");
	assert_int_equal(json_integer_value(json_object_get(data, "paper")), 58);
	assert_true(json_is_false(json_object_get(data, "wide")));
	json_decref(data);
	slip = (struct slip){
		.number = "B1000", .ahead = -1, .median = -1, .p90 = -1, .reprint = true
	};
	data = slip_data(&slip, PAPER_WIDE);
	expect_text(data, "service", "");
	expect_text(data, "ahead", "");
	expect_text(data, "range", "");
	expect_text(data, "reprint", "REPRINT");
	assert_true(json_is_true(json_object_get(data, "wide")));
	json_decref(data);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_range_promises_no_less_than_is_known),
		cmocka_unit_test(what_is_known_stands_on_the_slip),
		cmocka_unit_test(a_template_gets_the_same),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	setenv("LANGUAGE", "en", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
