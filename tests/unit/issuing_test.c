/* SPDX-License-Identifier: MIT */
/* Hours in which numbers are given out, as a person writes them. */
#include "office/queue/issuing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h> /* last: its fail() is not ours */

static void
hours_are_spans_of_the_day(void **state)
{
	struct workday hours;

	(void)state;
	assert_true(issue_hours_read(" 13:15-15:30\t06:15-11:15  23:00-24:00 ", &hours));
	assert_int_equal(hours.count, 3);
	assert_int_equal(hours.spans[0].opens, 6 * 3600 + 15 * 60);
	assert_int_equal(hours.spans[0].closes, 11 * 3600 + 15 * 60);
	assert_int_equal(hours.spans[1].opens, 13 * 3600 + 15 * 60);
	assert_int_equal(hours.spans[2].closes, 86400);
	workday_free(&hours);
}

static void
what_is_no_hours_is_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"  ",
		"mornings",
		"06:15",
		"06:15-",
		"-11:15",
		"11:15-06:15",
		"06:15-06:15",
		"6:15 - 7:15",
		"06:15-25:00",
		"06:15-11:15,13:00-15:00",
		"06:15-11:15 11:00-12:00",
		"06:15-11:15 13:15-15:30 07:00-07:30",
		"06:15-11:15-12:00",
		"06:15-11:15x",
		"06:15-11:1500000000000000000000",
	};
	struct workday hours;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_false(issue_hours_read(wrong[i], &hours));
		assert_null(hours.spans);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_are_spans_of_the_day),
		cmocka_unit_test(what_is_no_hours_is_refused),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
