/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "form/write/grid.h"

/* What is on paper of TEXTS, in three columns of which the last is of numbers, where a
 * line has WIDTH; 0: as much as it wants. */
static void
expect(const char *const *texts, size_t count, size_t width, unsigned bold,
       const char *wanted)
{
	struct grid *grid = grid_new(3);
	char *printed = NULL;
	size_t i, size;
	FILE *stream = open_memstream(&printed, &size);

	grid_align_right(grid, 2);
	for (i = 0; i < count; i++)
		grid_add(grid, mem_text(texts[i]), i < 3);
	if (width)
		grid_fit(grid, width);
	grid_print(grid, stream, bold);
	fclose(stream);
	assert_string_equal(printed, wanted);
	free(printed);
	grid_free(grid);
}

static const char *const list[] = {
	"Mã",  "Dịch vụ", "Số người chờ", /* the headings */
	"A1",  "Hộ tịch", "12",           /* an office at work */
	"B12", "",        "",
};

static void
columns_are_as_wide_as_their_widest_text(void **state)
{
	(void)state;
	expect(list, 9, 0, 0,
	       "Mã   Dịch vụ  Số người chờ\n"
	       "A1   Hộ tịch            12\n"
	       "B12\n");
}

static void
an_empty_list_has_its_headings(void **state)
{
	(void)state;
	expect(list, 3, 0, GRID_BOLD_FIRST | GRID_BOLD_LAST,
	       BOLD "Mã  Dịch vụ  Số người chờ" PLAIN "\n");
}

static void
headings_wrap_above_their_numbers_where_room_is_short(void **state)
{
	(void)state;
	expect(list, 9, 24, GRID_BOLD_FIRST,
	       BOLD "Mã   Dịch vụ  Số người" PLAIN "\n" BOLD
		    "                   chờ" PLAIN "\n"
		    "A1   Hộ tịch        12\n"
		    "B12\n");
}

static void
nothing_is_wrapped_into_what_cannot_be_read(void **state)
{
	(void)state;
	expect(list, 6, 12, 0,
	       "Mã  Dịch vụ  Số người chờ\n"
	       "A1  Hộ tịch            12\n");
}

static void
letters_of_two_columns_are_counted_as_two(void **state)
{
	const char *const wide[] = { "王小明", "b", "1", "An", "b", "10" };

	(void)state;
	expect(wide, 6, 0, GRID_BOLD_LAST,
	       "王小明  b   1\n" BOLD "An      b  10" PLAIN "\n");
}

static void
where_nothing_else_helps_columns_without_a_text_are_left_out(void **state)
{
	static const char *const story[] = {
		"Thời điểm",  "Chậm so với quy định",
		"Số", /* the headings */
		"23/11/2026", "",
		"1",          "26/11/2026",
		"",           "12",
	};

	(void)state;
	expect(story, 9, 16, 0,
	       "Thời điểm   Số\n"
	       "23/11/2026   1\n"
	       "26/11/2026  12\n");
	expect(story, 9, 60, 0,
	       "Thời điểm   Chậm so với quy định  Số\n"
	       "23/11/2026                         1\n"
	       "26/11/2026                        12\n");
	/* An empty list keeps its headings. */
	expect(story, 3, 8, 0, "Thời điểm  Chậm so với quy định  Số\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_as_wide_as_their_widest_text),
		cmocka_unit_test(an_empty_list_has_its_headings),
		cmocka_unit_test(headings_wrap_above_their_numbers_where_room_is_short),
		cmocka_unit_test(nothing_is_wrapped_into_what_cannot_be_read),
		cmocka_unit_test(letters_of_two_columns_are_counted_as_two),
		cmocka_unit_test(
			where_nothing_else_helps_columns_without_a_text_are_left_out),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
