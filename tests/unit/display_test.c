/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "form/screen/display.h"
#include "form/screen/display_text.h"
#include "form/screen/pane.h"
#include "office/rules/period.h"

#include <cmocka.h> /* last: its fail() is not ours */

static void
cutting_keeps_letters_whole(void **state)
{
	size_t width;

	(void)state;
	assert_int_equal(text_cut("Hộ tịch", 3, &width), strlen("Hộ "));
	assert_int_equal(width, 3);
	assert_int_equal(text_cut("Hộ", 9, &width), strlen("Hộ"));
	assert_int_equal(width, 2);
	/* Two columns or nothing. */
	assert_int_equal(text_cut("漢字", 3, &width), strlen("漢"));
	assert_int_equal(width, 2);
	/* An accent of its own stays with its letter. */
	assert_int_equal(text_cut("e\xcc\x81x", 1, &width), 3);
	assert_int_equal(width, 1);
	assert_int_equal(text_cut("x", 0, &width), 0);
	assert_int_equal(text_cut("", 5, &width), 0);
}

/* Columns of a line without its escape sequences. */
static int
visible(const char *line, size_t n)
{
	struct buf plain = { 0 };
	size_t i;
	int width;

	buf_text(&plain, "");
	for (i = 0; i < n; i++) {
		if (line[i] != '\033') {
			buf_add(&plain, line + i, 1);
			continue;
		}
		while (i < n && !strchr("mHKJ", line[i]))
			i++;
		assert_true(i < n);
	}
	width = (int)text_width(plain.text);
	buf_free(&plain);
	return width;
}

static void
lines_of_a_pane_have_its_width(void **state)
{
	static const char *const texts[] = { "", "x", "Nguyễn Thị Hoa", "漢字漢字",
					     "e\xcc\x81" };
	struct pane pane;
	int width, i;

	(void)state;
	for (width = 0; width < 30; width++) {
		pane_open(&pane, width, 5, width % 2);
		for (i = 0; i < 5; i++) {
			assert_true(pane_line(&pane));
			pane_put(&pane, PANE_BOLD, texts[i], width / 2, i % 2);
			pane_put(&pane, PANE_CALL, texts[(i + 1) % 5], -1, false);
			pane_put(&pane, PANE_PLAIN, texts[(i + 2) % 5], 7, true);
		}
		assert_false(pane_line(&pane));
		pane_fill(&pane);
		for (i = 0; i < 5; i++)
			assert_int_equal(visible(pane.lines[i].text ? pane.lines[i].text :
								      "",
						 pane.lines[i].length),
					 width);
		pane_close(&pane);
	}
}

static void
a_range_promises_no_less_than_it_says(void **state)
{
	static const struct {
		int64_t median, p90;
		const char *text;
	} cases[] = {
		{ 300, 720, "5–12 min" }, { 300, 721, "5–13 min" }, { 0, 0, "≤ 1 min" },
		{ 10, 60, "≤ 1 min" },    { 10, 61, "≤ 2 min" },    { 290, 300, "5 min" },
		{ -1, 300, "–" },         { 300, -1, "–" },
	};
	char room[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(display_range(cases[i].median, cases[i].p90, room),
				    cases[i].text);
}

static void
a_reported_month_begins_on_the_15th(void **state)
{
	static const struct {
		int year, month, day, from_year, from_month, to_month;
	} cases[] = {
		{ 2026, 11, 14, 2026, 10, 11 }, { 2026, 11, 15, 2026, 11, 12 },
		{ 2026, 12, 15, 2026, 12, 1 },  { 2027, 1, 14, 2026, 12, 1 },
		{ 2027, 1, 15, 2027, 1, 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int day = day_from_ymd(cases[i].year, cases[i].month, cases[i].day);
		struct period p = period_month(day);

		assert_int_equal(p.from, day_from_ymd(cases[i].from_year,
						      cases[i].from_month, 15));
		assert_int_equal(p.to, day_from_ymd(cases[i].from_year +
							    (cases[i].from_month == 12),
						    cases[i].to_month, 14));
		assert_true(p.from <= day && day <= p.to);
	}
}

static const char *const names[] = {
	"Hộ tịch", "", "漢字漢字漢字漢字漢字漢字漢字",
	"Một cái tên rất dài, dài hơn một dòng của màn hình nhỏ", "x"
};
static const char *const tickets[] = { "A001", "", "AB12345", "Z999", "?" };

static char *
any(const char *const *texts)
{
	return mem_text(texts[rand() % 5]);
}

static void
make_display(struct display *display)
{
	size_t i;

	*display = (struct display){ .office = any(names),
				     .hotline = any(names),
				     .notice = any(names),
				     .now = 1795400000 + rand() % 1000000,
				     .counter_count = (size_t)(rand() % 15),
				     .call_count = (size_t)(rand() % 7),
				     .service_count = (size_t)(rand() % 22) };
	display->counters = mem_alloc((display->counter_count + 1) *
				      sizeof(*display->counters));
	display->calls = mem_alloc((display->call_count + 1) * sizeof(*display->calls));
	display->services = mem_alloc((display->service_count + 1) *
				      sizeof(*display->services));
	for (i = 0; i < display->counter_count; i++)
		display->counters[i] = (struct display_counter){
			any(names),
			any(names),
			any(names),
			any(names),
			(enum display_state)(rand() % 3),
			any(tickets),
			rand() % 2
		};
	for (i = 0; i < display->call_count; i++)
		display->calls[i] = (struct display_call){ any(tickets), any(names),
							   any(names), any(names),
							   display->now -
								   rand() % 10000 };
	for (i = 0; i < display->service_count; i++)
		display->services[i] = (struct display_service){
			any(tickets), any(names),        any(names),       rand() % 300,
			rand() % 2,   rand() % 9000 - 1, rand() % 9000 - 1
		};
}

/* Every line is placed on the screen, and takes no more than its width. */
static void
check_picture(const char *picture, int rows, int columns)
{
	while (*picture) {
		const char *end;
		int row = 0, places;

		places = sscanf(picture, "\033[%d;1H", &row);
		assert_int_equal(places, 1);
		assert_in_range(row, 1, rows);
		picture = strchr(picture, 'H') + 1;
		end = strstr(picture, ";1H");
		while (end && *end != '\033')
			end--;
		if (!end)
			end = picture + strlen(picture);
		assert_true(visible(picture, (size_t)(end - picture)) <= columns);
		assert_null(memchr(picture, '\n', (size_t)(end - picture)));
		picture = end;
	}
}

static void
any_display_fits_any_terminal(void **state)
{
	struct display display;
	int i, rows, columns;

	(void)state;
	srand(20261123);
	for (i = 0; i < 3000; i++) {
		struct buf out = { 0 };

		rows = 1 + rand() % 70;
		columns = 1 + rand() % 220;
		make_display(&display);
		buf_text(&out, "");
		display_text(&display, rows, columns, rand() % 2, &out);
		check_picture(out.text, rows, columns);
		buf_free(&out);
		display_free(&display);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cutting_keeps_letters_whole),
		cmocka_unit_test(lines_of_a_pane_have_its_width),
		cmocka_unit_test(a_range_promises_no_less_than_it_says),
		cmocka_unit_test(a_reported_month_begins_on_the_15th),
		cmocka_unit_test(any_display_fits_any_terminal),
	};

	intl_use("en");
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
