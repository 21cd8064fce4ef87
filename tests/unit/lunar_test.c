/* SPDX-License-Identifier: MIT */
#include "office/rules/lunar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/moment.h"
#include "slow_lunar.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define TET(year)   lunar_day(year, 1, 1)
#define KINGS(year) lunar_day(year, 3, 10)

static int
day(const char *text)
{
	int year = 0, month = 0, d = 0;

	if (sscanf(text, "%d-%d-%d", &year, &month, &d) != 3)
		fail_msg("no day: %s", text);
	return day_from_ymd(year, month, d);
}

/* lunar.csv beside this file: two sources that agree, of every other year. */
static void
as_two_sources_have_them(void **state)
{
	static const char here[] = "lunar_test.c";
	char path[4096], line[128], tet[11], kings[11];
	int year, n = 0;
	FILE *file;

	(void)state;
	snprintf(path, sizeof(path), "%.*slunar.csv",
		 (int)(strlen(__FILE__) - strlen(here)), __FILE__);
	if (!(file = fopen(path, "r")))
		fail_msg("%s: cannot be opened", path);
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "%d,%10[0-9-],%10[0-9-]", &year, tet, kings) == 3) {
			if (TET(year) != day(tet) || KINGS(year) != day(kings))
				fail_msg("%d: not what lunar.csv has", year);
			n++;
		}
	fclose(file);
	assert_int_equal(n, 50);
}

static void
as_the_midnights_say(void **state)
{
	(void)state;
	for (int year = 1990; year <= 2150; year++) {
		const struct slow_feasts feasts = slow_lunar_feasts(year);

		if (TET(year) != feasts.tet || KINGS(year) != feasts.kings)
			fail_msg("%d: Tet %d, slowly %d; kings %d, slowly %d", year,
				 TET(year), feasts.tet, KINGS(year), feasts.kings);
	}
}

/* An hour less than China's makes another day, where a new moon is near midnight. */
static void
a_day_before_chinas(void **state)
{
	(void)state;
	assert_int_equal(TET(2007), day("2007-02-17"));
	assert_int_equal(TET(2030), day("2030-02-02"));
	assert_int_equal(TET(2053), day("2053-02-18"));
	assert_int_equal(TET(1985), day("1985-01-21")); /* a month before China's */
	assert_int_equal(TET(2027), day("2027-02-06"));
	assert_int_equal(KINGS(2027), day("2027-04-16"));
}

/* Beyond what anybody has computed, the lunar year still goes with the sun. */
static void
never_ends(void **state)
{
	int before = TET(1);

	(void)state;
	for (int year = 2; year <= 9999; year++) {
		int tet = TET(year), length = tet - before;

		if (!((length >= 353 && length <= 355) ||
		      (length >= 383 && length <= 385)))
			fail_msg("%d: the lunar year before has %d days", year, length);
		assert_in_range(KINGS(year) - tet, 67, 99);
		before = tet;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_two_sources_have_them),
		cmocka_unit_test(as_the_midnights_say),
		cmocka_unit_test(a_day_before_chinas),
		cmocka_unit_test(never_ends),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
