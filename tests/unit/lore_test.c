/* SPDX-License-Identifier: MIT */
/* The rules as SQL calls them: by a statement on a store that was opened with them. */
#include "office/sql/lore.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/draft.h"
#include "store/query.h"
#include "store/store.h"

#include <cmocka.h> /* last: its fail() is not ours */

static struct store *store;
static char folder[] = "/tmp/osq-lore.XXXXXX";

static void
print_path(char path[static 64], const char *end)
{
	snprintf(path, 64, "%s/osq.db%s", folder, end);
}

static int
make_store(void **state)
{
	char path[64];

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	print_path(path, "");
	return store_create(path, &office_lore, &store) == OK ? 0 : -1;
}

static int
remove_store(void **state)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-lock" };
	char path[64];
	size_t i;

	(void)state;
	store_close(store);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		print_path(path, ends[i]);
		unlink(path);
	}
	return rmdir(folder);
}

/* What "SELECT EXPRESSION" answers is WANTED; NULL: null. */
static void
assert_answer(const char *expression, const char *wanted)
{
	char sql[256];
	const char *answer;
	struct query q;

	snprintf(sql, sizeof(sql), "SELECT %s", expression);
	query_open(&q, store, sql);
	assert_true(query_row(&q));
	answer = query_col_text(&q, 0);
	if (wanted && answer)
		assert_string_equal(answer, wanted);
	else
		assert_true(!answer && !wanted);
	assert_int_equal(query_close(&q), OK);
}

static void
a_label_has_three_digits_and_more_from_1000_on(void **state)
{
	(void)state;
	assert_answer("label('A', 12)", "A012");
	assert_answer("label('B', 1000)", "B1000");
	assert_answer("label(NULL, 12)", NULL);
	assert_answer("label('A', NULL)", NULL);
}

static void
a_day_begins_at_midnight_of_hanoi(void **state)
{
	(void)state;
	/* 2026-11-23T23:59:59+07:00 and a second later. */
	assert_answer("local_date(1795453199)", "2026-11-23");
	assert_answer("local_date(1795453200)", "2026-11-24");
	assert_answer("local_day(1795453200) - local_day(1795453199)", "1");
	assert_answer("local_year(1798736400)", "2027"); /* 1 January, 00:00 */
	assert_answer("local_year(1798736399)", "2026");
	assert_answer("moment_text(1795453199)", "2026-11-23T23:59:59+07:00");
	assert_answer("read_moment('2026-11-23T23:59:59+07:00')", "1795453199");
	assert_answer("read_moment('soon')", NULL);
	assert_answer("local_day(NULL)", NULL);
	assert_answer("moment_text(NULL)", NULL);
}

/* Each argument in its place: swapped ones would answer another word. */
static void
a_dossier_stands_as_the_rule_says(void **state)
{
	(void)state;
	assert_answer("standing('finished', 1795453199, 1795453200, NULL, 0, 0)",
		      "early");
	assert_answer("standing('returned', 1795453200, 1795453201, NULL, 0, 0)",
		      "on_time");
	assert_answer("standing('finished', 1795453202, 1795453201, NULL, 0, 0)",
		      "overdue");
	assert_answer("standing('processing', NULL, 100, NULL, 101, 0)", "late");
	assert_answer("standing('processing', NULL, 100, NULL, 100, 100)", "at_risk");
	assert_answer("standing('processing', NULL, 100, NULL, 100, 99)", "in_time");
	assert_answer("standing('paused', NULL, 100, 100, 999, 999)", "in_time");
	assert_answer("standing('paused', NULL, 100, 101, 0, 0)", "late");
	assert_answer("standing('rejected', 1, 100, NULL, 0, 0)", NULL);
	assert_answer("standing_of_end(1795453199, 1795453200)", "early");
	assert_answer("standing_of_end(NULL, 1795453200)", NULL);
	assert_answer("without_result('stopped') || without_result('withdrawn')"
		      " || without_result('rejected') || without_result('finished')",
		      "1110");
}

static void
an_end_without_a_result_counts_by_the_rule_of_its_day(void **state)
{
	(void)state;
	assert_answer("standing_no_result('e-9', 100, 100)", "on_time");
	assert_answer("standing_no_result('e-9', 101, 100)", "overdue");
	assert_answer("standing_no_result('a-9', 101, 100)", NULL);
	assert_answer("standing_no_result(NULL, 101, 100)", NULL);
}

static void
an_agency_is_ours_or_another(void **state)
{
	(void)state;
	assert_answer("is_ours('UBND xã A', 'Ủy ban nhân dân xã A')", "1");
	assert_answer("is_ours('UBND xã B', 'Ủy ban nhân dân xã A')", "0");
	assert_answer("is_ours(NULL, NULL)", "1");
}

static void
the_portal_counts_in_its_own_way(void **state)
{
	(void)state;
	assert_answer("standing_766('finished', 150, 90, NULL, NULL, NULL, 1, 60, 0)",
		      "on_time");
	assert_answer("standing_766('finished', 150, 90, 80, NULL, NULL, 1, 60, 0)",
		      "overdue");
	assert_answer("standing_766('finished', 50, 90, NULL, NULL, NULL, 2, 0, 0)",
		      "overdue");
	assert_answer("standing_766('paused', NULL, 90, NULL, 90, 'supplement', 1, 0,"
		      " 999)",
		      "on_time");
	assert_answer("standing_766('paused', NULL, 90, NULL, 90, 'fee', 0, 0, 999)",
		      "late");
	assert_answer("standing_766('processing', NULL, 90, NULL, NULL, NULL, 0, 0, 90)",
		      "in_time");
	assert_answer("standing_766('withdrawn', 9, NULL, NULL, NULL, NULL, 0, 0, 9)",
		      NULL);
	assert_answer("standing_766('withdrawn', 9, 90, NULL, NULL, NULL, 0, 0, 9)",
		      "on_time");
}

static void
a_closed_list_is_asked_by_its_name(void **state)
{
	(void)state;
	assert_answer("is_word('acts', 'receive') || is_word('acts', 'move')"
		      " || is_word('acts', 'eat') || is_word('payment_methods', 'cash')"
		      " || is_word('payment_methods', 'act') || is_word('yes_no', NULL)"
		      " || is_word('paper_kinds', 'certified')",
		      "1101001");
	assert_answer("is_word('nothing', 'cash')", NULL);
	/* Some words of a list, too. */
	assert_answer(
		"is_word('acts_giving', 'receive') || is_word('acts_giving', 'forward')"
		" || is_word('acts_giving', 'finish') || is_word('acts_giving', NULL)",
		"1100");
	assert_answer(
		"is_word('acts_passing', 'finish') || is_word('acts_to_citizen', 'move')"
		" || is_word('acts_of_hands', 'stop') || is_word('acts_of_clock', 'stop')",
		"1011");
	assert_answer(
		"is_word('states_over', 'held') || is_word('states_over', 'unserved')",
		"01");
}

/* A row is filled by the names of its columns, wherever they stand. */
struct kept {
	struct sink sink;
	char text[64];
};

static enum status
keep_row(struct sink *sink, const struct value *values)
{
	struct kept *kept = (struct kept *)sink;

	snprintf(kept->text, sizeof(kept->text), "%s/%lld", values[0].text,
		 (long long)values[1].number);
	return OK;
}

static const struct column ticket_columns[] = {
	{ .key = "ticket", .type = COL_TEXT },
	{ .key = "calls", .type = COL_INT },
	{ 0 },
};

static void
rows_are_matched_by_name(void **state)
{
	struct kept kept = { .sink = { keep_row } };
	struct query q;

	(void)state;
	query_open(&q, store, "SELECT 2 AS calls, label('A', 12) AS ticket");
	assert_int_equal(query_rows(&q, ticket_columns, &kept.sink), OK);
	assert_string_equal(kept.text, "A012/2");
}

/* A column too few or too many, or one of another name, is our fault, and is told before
 * a row is: 70, at once. */
static void
assert_no_match(const char *sql)
{
	struct kept kept = { .sink = { keep_row } };
	struct query q;

	query_open(&q, store, sql);
	assert_int_equal(query_rows(&q, ticket_columns, &kept.sink), INTERNAL);
	assert_string_equal(kept.text, "");
	assert_non_null(strstr(error_message(), sql));
}

static void
columns_that_do_not_fit_are_our_fault(void **state)
{
	(void)state;
	assert_no_match("SELECT 'A012' AS ticket, 2 AS called");
	assert_no_match("SELECT 'A012', 2");
	assert_no_match("SELECT 'A012' AS ticket");
	assert_no_match("SELECT 'A012' AS ticket, 2 AS calls, 3 AS waits");
	assert_no_match("SELECT 'A012' AS ticket, 2 AS ticket WHERE false");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_has_three_digits_and_more_from_1000_on),
		cmocka_unit_test(a_day_begins_at_midnight_of_hanoi),
		cmocka_unit_test(a_dossier_stands_as_the_rule_says),
		cmocka_unit_test(an_end_without_a_result_counts_by_the_rule_of_its_day),
		cmocka_unit_test(an_agency_is_ours_or_another),
		cmocka_unit_test(the_portal_counts_in_its_own_way),
		cmocka_unit_test(a_closed_list_is_asked_by_its_name),
		cmocka_unit_test(rows_are_matched_by_name),
		cmocka_unit_test(columns_that_do_not_fit_are_our_fault),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, make_store, remove_store);
}
