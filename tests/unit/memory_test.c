/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

#include <cmocka.h> /* last, as it has a fail() too */

#define PIECES 500

/* Pieces of all sizes, made, resized and given back in disorder, each full of its own
 * letter: none may lie in another's. */
static void
pieces_keep_out_of_each_other(void **state)
{
	static unsigned char *pieces[PIECES];
	static int sizes[PIECES];
	int turn, i, k;

	(void)state;
	srand(1);
	for (turn = 0; turn < 50000; turn++) {
		int size = rand() % (turn % 7 ? 300 : 5000) + 1;

		i = rand() % PIECES;
		for (k = 0; k < sizes[i]; k++)
			assert_int_equal(pieces[i][k], i % 256);
		if (rand() % 3 == 0) {
			sqlite3_free(pieces[i]);
			pieces[i] = NULL;
			sizes[i] = 0;
			continue;
		}
		pieces[i] = sqlite3_realloc(pieces[i], size);
		assert_non_null(pieces[i]);
		assert_int_equal((uintptr_t)pieces[i] % 8, 0);
		assert_true(sqlite3_msize(pieces[i]) >= (sqlite3_uint64)size);
		for (k = 0; k < sizes[i] && k < size; k++)
			assert_int_equal(pieces[i][k], i % 256);
		memset(pieces[i], i % 256, (size_t)size);
		sizes[i] = size;
	}
	for (i = 0; i < PIECES; i++)
		sqlite3_free(pieces[i]);
}

static void
what_is_given_back_is_taken_again(void **state)
{
	void *first = sqlite3_malloc(100), *again;

	(void)state;
	sqlite3_free(first);
	again = sqlite3_malloc(97);
#ifndef __SANITIZE_ADDRESS__
	assert_ptr_equal(again, first);
#endif
	sqlite3_free(again);
}

#define LARGE ((size_t)64 << 20)
#define MANY  4096

/* A file may ask for any amount: SQLite is told that there is no more before the machine
 * has none, and goes on when some was given back.  (Memory that nobody touches is none.)
 */
static void
not_all_memory_is_for_a_file(void **state)
{
#ifndef __SANITIZE_ADDRESS__ /* has its own */
	static void *pieces[MANY];
	const size_t all = (size_t)sysconf(_SC_PHYS_PAGES) *
			   (size_t)sysconf(_SC_PAGESIZE);
	size_t i = 0;

	while (i < MANY && (pieces[i] = sqlite3_malloc64(LARGE)))
		i++;
	if (all > 2 * ((size_t)256 << 20)) {
		assert_true(i < MANY && i * LARGE < all);
		assert_true((i + 1) * LARGE > all / 2);
	}
	if (i) {
		assert_null(sqlite3_realloc64(pieces[0], 2 * LARGE));
		sqlite3_free(pieces[--i]);
		assert_non_null(pieces[i] = sqlite3_malloc64(LARGE / 2));
		i++;
	}
	while (i--)
		sqlite3_free(pieces[i]);
#endif
	(void)state;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_keep_out_of_each_other),
		cmocka_unit_test(what_is_given_back_is_taken_again),
		cmocka_unit_test(not_all_memory_is_for_a_file),
	};

	memory_configure();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
