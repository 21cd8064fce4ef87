/* SPDX-License-Identifier: MIT */
#include "office/rules/attendance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define AT(hour, minute) (3600 * (hour) + 60 * (minute))

/* At the counter from seven, on a break at nine, at lunch, and until five. */
static void
live(struct absences *day)
{
	*day = (struct absences){ .list = NULL };
	absences_add_presence(day, AT(7, 0), AT(8, 0));
	absences_add_presence(day, AT(8, 0) + 30, AT(9, 0)); /* closed by mistake */
	absences_add_presence(day, AT(9, 10), AT(11, 30));
	absences_add_presence(day, AT(13, 0), AT(17, 0));
}

static void
the_absences_lie_between(void **state)
{
	const struct absence wanted[] = { { 0, AT(7, 0) },
					  { AT(9, 0), AT(9, 10) },
					  { AT(11, 30), AT(13, 0) },
					  { AT(17, 0), NEVER } };
	struct absences day;
	size_t i;

	(void)state;
	live(&day);
	assert_int_equal(day.count, 4);
	for (i = 0; i < 4; i++) {
		assert_int_equal(day.list[i].from, wanted[i].from);
		assert_int_equal(day.list[i].until, wanted[i].until);
	}
	free(day.list);
}

static void
who_is_away_when(void **state)
{
	static const struct {
		int64_t at;
		size_t next;
		bool away;
	} cases[] = {
		{ AT(6, 0), 0, true },    { AT(7, 0), 1, false },
		{ AT(8, 59), 1, false },  { AT(9, 0), 1, true },
		{ AT(9, 10), 2, false },  { AT(11, 14), 2, false },
		{ AT(11, 15), 2, true }, /* one goes to lunch before the hour, too */
		{ AT(12, 59), 2, true },  { AT(13, 0), 3, false },
		{ AT(16, 44), 3, false }, { AT(23, 0), 3, true },
	};
	struct absences day;
	size_t i, next;

	(void)state;
	live(&day);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(absences_at(&day, cases[i].at, &next) != NULL,
				 cases[i].away);
		assert_int_equal(next, cases[i].next);
	}
	free(day.list);
}

static void
a_break_moves_and_a_lunch_does_not(void **state)
{
	struct absences day;
	struct leave leave = { &day, 1 };

	(void)state;
	live(&day);
	assert_int_equal(leave_take(&leave, AT(8, 50)), AT(8, 50));
	/* Free a quarter of an hour late: the ten minutes are taken all the same. */
	assert_int_equal(leave_take(&leave, AT(9, 15)), AT(9, 25));
	assert_int_equal(leave_take(&leave, AT(9, 30)), AT(9, 30));
	assert_int_equal(leave_take(&leave, AT(11, 50)), AT(13, 0));
	/* Nobody goes home while people wait, unless he went early. */
	assert_int_equal(leave_take(&leave, AT(17, 20)), AT(17, 20));
	leave.next = 3;
	day.goes_early = true;
	assert_int_equal(leave_take(&leave, AT(17, 20)), NEVER);
	assert_int_equal(leave_take(&leave, NEVER), NEVER);
	free(day.list);
}

static void
who_is_idle_was_away_meanwhile(void **state)
{
	struct absences day;
	struct leave leave = { &day, 1 }, none = { 0 };

	(void)state;
	live(&day);
	assert_int_equal(leave_idle(&leave, AT(8, 0)), AT(8, 0));
	assert_int_equal(leave_idle(&leave, AT(10, 0)), AT(10, 0));
	assert_int_equal(leave_idle(&leave, AT(12, 0)), AT(13, 0));
	assert_int_equal(leave_idle(&leave, AT(17, 30)), AT(17, 30));
	assert_int_equal(leave_idle(&leave, NEVER), NEVER);
	assert_int_equal(leave_idle(&none, AT(12, 0)), AT(12, 0));
	assert_int_equal(leave_take(&none, AT(12, 0)), AT(12, 0));
	free(day.list);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_absences_lie_between),
		cmocka_unit_test(who_is_away_when),
		cmocka_unit_test(a_break_moves_and_a_lunch_does_not),
		cmocka_unit_test(who_is_idle_was_away_meanwhile),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
