/* SPDX-License-Identifier: MIT */
/* The calendar against a slow one, which is painted minute by minute. */
#include "slow_calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "office/rules/handover.h"
#include "opening.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define CASES 500

static int
random_cutoff(const struct slow *slow, uint64_t *seed)
{
	switch (slow_within(seed, 0, 4)) {
	case 0:
		return slow->cutoff; /* on whose edge many moments lie */
	case 1:
		return -slow_within(seed, 1, 8 * 3600);
	case 2:
		return CUTOFF_NONE;
	default:
		return CUTOFF_UNSAID;
	}
}

static void
compare_due(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	const struct time_rule rule = {
		.unit = (enum time_unit)slow_within(seed, UNIT_WORKING_DAY,
						    UNIT_WORKING_HOUR),
		.limit = slow_within(seed, 1, slow_within(seed, 0, 3) ? 8 : 45),
		.cutoff = random_cutoff(slow, seed),
	};
	int64_t received = slow_random_moment(slow, seed);
	int64_t expected = slow_due(slow, &rule, received);
	int64_t due = 12345;

	assert_int_equal(calendar_due(calendar, &rule, received, &due), OK);
	if (due != expected)
		fail_msg("%d %s, cut-off %d, from @%lld: @%lld, slowly @%lld", rule.limit,
			 time_unit_word(rule.unit), rule.cutoff, (long long)received,
			 (long long)due, (long long)expected);
	assert_int_equal(calendar_unsettled(calendar, received, due),
			 slow_unsettled(slow, received, due));
}

static void
compare_questions(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	int64_t moment = slow_random_moment(slow, seed);
	int number = slow_number(slow_midnight(moment, 0));
	int64_t closing = slow_closing(slow, moment);

	assert_int_equal(is_open(calendar, moment), slow_at(slow, moment) != SHUT);
	assert_int_equal(is_working_day(calendar, number), closing != SLOW_NEVER);
	assert_int_equal(calendar_closing(calendar, number),
			 closing == SLOW_NEVER ? -1 : closing);
	assert_int_equal(calendar_next_open(calendar, moment),
			 slow_next_open(slow, moment));
}

static void
compare_handover(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	int64_t received = slow_random_moment(slow, seed);
	int64_t now = received + slow_within(seed, -3600, 300000);
	int64_t late = handover_overdue(calendar, now);

	assert_int_equal(handover_due(calendar, received),
			 slow_handover_due(slow, received));
	assert_true(slow_handover_due(slow, late) < now);
	assert_true(slow_handover_due(slow, late + 1) >= now);
}

static void
compare_open_seconds(struct slow *slow, const struct calendar *calendar, uint64_t *seed)
{
	int64_t from = slow_random_moment(slow, seed);
	int64_t to = from +
		     slow_within(seed, -86400, slow_within(seed, 0, 1) ? 86400 : 2000000);

	assert_int_equal(calendar_open_seconds(calendar, from, to),
			 slow_open_seconds(slow, from, to));
}

static void
as_the_slow_calendar_says(void **state)
{
	static struct slow slow;
	const char *given = getenv("OSQ_TEST_SEED");
	const int calendars = getenv("OSQ_SOAK") ? 2000 : 240;
	uint64_t seed = given && *given ? strtoull(given, NULL, 0) : 20261124;

	(void)state;
	printf("# OSQ_TEST_SEED=%llu, %d cases\n", (unsigned long long)seed,
	       calendars * CASES);
	for (int i = 0; i < calendars; i++) {
		struct calendar *calendar = slow_random_calendar(&slow, &seed);

		for (int j = 0; j < CASES; j++) {
			compare_due(&slow, calendar, &seed);
			compare_questions(&slow, calendar, &seed);
			if (j % 10 == 0)
				compare_open_seconds(&slow, calendar, &seed);
			if (j % 10 == 1)
				compare_handover(&slow, calendar, &seed);
		}
		calendar_free(calendar);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_the_slow_calendar_says),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
