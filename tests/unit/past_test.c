/* SPDX-License-Identifier: MIT */
/* How a dossier stood at the end of a period, and what it was then. */
#include "office/rules/past.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/moment.h"
#include "office/rules/standing.h"

#include <cmocka.h> /* last: its fail() is not ours */

/* Of a dossier due at 160, looked back on from a period that ended at 200. */
static const char *
stood(const char *status, int64_t finished, int64_t paused, const char *ends, bool waits)
{
	const struct standing_facts facts = { .status = status,
					      .due_at = 160,
					      .finished_at = finished,
					      .paused_at = paused };
	const struct standing_period period = {
		.end = 200, .seen = 200, .ends = ends, .waits_in_time = waits
	};
	const char *standing = standing_then(&facts, &period);

	return standing ? standing : "none";
}

static void
what_came_after_the_period_changes_nothing(void **state)
{
	(void)state;
	assert_string_equal(stood("returned", 150, -1, "e-1", false), "on_time");
	assert_string_equal(stood("returned", 170, -1, "e-1", false), "overdue");
	assert_string_equal(stood("returned", 200, -1, "e-1", false), "late");
	assert_string_equal(stood("withdrawn", 200, -1, "e-1", false), "late");
	/* Its clock stood since before it was due; since after; from the end on. */
	assert_string_equal(stood("paused", -1, 160, "e-1", false), "in_time");
	assert_string_equal(stood("paused", -1, 161, "e-1", false), "late");
	assert_string_equal(stood("paused", -1, 161, "o-1", true), "in_time");
	assert_string_equal(stood("paused", -1, 200, "o-1", true), "late");
}

/* Ended in time and late, under each rule. */
static void
no_end_hides_lateness(void **state)
{
	static const struct {
		const char *rules, *in_time, *late;
	} cases[] = {
		{ "e-1", "on_time", "overdue" }, { "s-1", "none", "overdue" },
		{ "o-1", "on_time", "overdue" }, { "a-1", "none", "none" },
		{ "t-1", "on_time", "on_time" }, { "", "on_time", "overdue" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_string_equal(stood("withdrawn", 159, -1, cases[i].rules, false),
				    cases[i].in_time);
		assert_string_equal(stood("stopped", 161, -1, cases[i].rules, false),
				    cases[i].late);
	}
}

static void
an_end_counts_by_the_rule_of_its_own_day(void **state)
{
	static const char rules[] = "a-719162s100t110e120";
	const struct {
		int day;
		const char *late;
	} cases[] = { { -719162, NULL },  { 99, NULL },       { 100, "overdue" },
		      { 109, "overdue" }, { 110, "on_time" }, { 119, "on_time" },
		      { 120, "overdue" }, { 9999, "overdue" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const int64_t end = day_moment(cases[i].day, 43200);
		const char *is = standing_no_result(rules, end, end - 1);

		if (cases[i].late)
			assert_string_equal(is, cases[i].late);
		else
			assert_null(is);
	}
	assert_null(standing_no_result(rules, day_moment(105, 0), day_moment(105, 0)));
}

/* Finished at 50, reopened at 150, finished again at 170: the last act first. */
static struct past_facts
reopened_at(int64_t end, bool known)
{
	struct past_facts facts = { .status = "finished",
				    .received_at = 10,
				    .due_at = 60,
				    .finished_at = 170,
				    .paused_at = -1,
				    .voided_at = -1 };
	const struct past_view view = { .end = end, .known = known };
	const struct past_act acts[] = {
		{ "finish", 170, 300, -1, NULL, NULL, -1 },
		{ "reopen", 140, 150, 150, "finished_at", "..", 50 },
		{ "reopen", 140, 150, 150, "due_at", "..", 55 },
		{ "finish", 50, 50, -1, NULL, NULL, -1 },
		{ "receive", 10, 20, -1, NULL, NULL, -1 },
	};
	size_t i;

	for (i = 0; i < sizeof(acts) / sizeof(*acts); i++)
		past_undo(&facts, &view, &acts[i]);
	past_close(&facts, &view);
	return facts;
}

static void
a_reopening_counts_from_its_entry(void **state)
{
	(void)state;
	assert_int_equal(reopened_at(50, false).finished_at, -1);
	assert_int_equal(reopened_at(51, false).finished_at, 50);
	assert_int_equal(reopened_at(150, false).finished_at, 50);
	assert_int_equal(reopened_at(150, false).due_at, 55);
	assert_int_equal(reopened_at(151, false).finished_at, -1);
	assert_int_equal(reopened_at(151, false).due_at, 60);
	assert_int_equal(reopened_at(171, false).finished_at, 170);
}

static void
what_was_entered_later_was_not_known(void **state)
{
	(void)state;
	assert_int_equal(reopened_at(171, true).finished_at, -1);
	assert_int_equal(reopened_at(300, true).finished_at, -1);
	assert_int_equal(reopened_at(301, true).finished_at, 170);
	assert_true(reopened_at(20, true).received_at > 1000);
	assert_int_equal(reopened_at(20, false).received_at, 10);
	assert_int_equal(reopened_at(21, true).received_at, 10);
}

/* What a file says of an end: "" was there before, and the moment tells the rest. */
static void
a_moment_that_was_nothing_tells_itself(void **state)
{
	struct past_facts facts = { .status = "finished", .finished_at = 90 };
	const struct past_act act = { "import", 90, 300, 300, "finished_at", NULL, -1 };

	(void)state;
	past_undo(&facts, &(struct past_view){ 100, false }, &act);
	assert_int_equal(facts.finished_at, 90);
	past_undo(&facts, &(struct past_view){ 100, true }, &act);
	assert_int_equal(facts.finished_at, -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_came_after_the_period_changes_nothing),
		cmocka_unit_test(no_end_hides_lateness),
		cmocka_unit_test(an_end_counts_by_the_rule_of_its_own_day),
		cmocka_unit_test(a_reopening_counts_from_its_entry),
		cmocka_unit_test(what_was_entered_later_was_not_known),
		cmocka_unit_test(a_moment_that_was_nothing_tells_itself),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
