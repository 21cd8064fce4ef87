/* SPDX-License-Identifier: MIT */
/*
 * Figures that stay true, over offices made up by chance (random_office.h): a report says
 * the same after months of every act but those dated back, each period begins with what
 * the one before ended with, but for what its note names, and no period changes without
 * saying so.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"
#include "base/word.h"
#include "office/report/dossier_by_field.h"
#include "office/report/dossier_note.h"
#include "office/report/dossier_shift.h"
#include "office/report/figures.h"
#include "office/report/report.h"
#include "random_office.h"

#include <cmocka.h> /* last: its fail() is not ours */

#define PERIODS 12
#define ACTS    12 /* of a period */

static struct random_office office;

/* ---- a report as text ---- */

struct writer {
	struct sink sink;
	const struct column *columns;
	struct buf *out;
};

static enum status
write_row(struct sink *sink, const struct value *values)
{
	struct writer *w = (struct writer *)sink;
	size_t i;

	for (i = 0; w->columns[i].key; i++) {
		if (values[i].kind == VALUE_INT)
			buf_print(w->out, "%lld ", (long long)values[i].number);
		else
			buf_print(w->out, "%s ", values[i].text ? values[i].text : "-");
	}
	buf_text(w->out, "\n");
	return OK;
}

static void
write_report(const struct report *report, const struct period *period, struct buf *out)
{
	const struct report_section *section;

	for (section = report->sections; section->key; section++) {
		struct writer w = { { write_row }, section->columns, out };
		struct buf note = { 0 };

		assert_int_equal(section->rows(&office.office, period, &w.sink), OK);
		if (section->note)
			assert_int_equal(section->note(&office.office, period, &note),
					 OK);
		buf_print(out, "%s\n", note.text ? note.text : "");
		buf_free(&note);
	}
	figures_forget(&office.office);
}

/* Every report that tells of dossiers. */
static char *
write_reports(const struct period *period)
{
	struct buf out = { 0 };

	write_report(&summary_report, period, &out);
	write_report(&dossiers_report, period, &out);
	write_report(&overdue_report, period, &out);
	write_report(&officers_report, period, &out);
	return out.text;
}

/* ---- the rounds ---- */

static struct period
month(int n)
{
	return period_month(day_from_ymd(2026, n + 1, 1));
}

static int
rounds(void)
{
	return getenv("OSQ_SOAK") ? 20000 : 200;
}

static uint64_t
first_seed(void)
{
	const char *seed = getenv("SEED");

	return seed ? strtoull(seed, NULL, 10) : 2695;
}

/* Begin an office on the first day of the first period, with what came before. */
static void
begin(uint64_t seed, int late_acts)
{
	const int64_t first = day_moment(month(0).from, 0);

	random_office_begin(&office, seed, first - 20 * DAY_SECONDS);
	office.late_acts = late_acts;
	random_office_play(&office, first, ACTS);
}

static void
play_month(int n)
{
	office.period_from = day_moment(month(n).from, 0);
	random_office_play(&office, day_moment(month(n).to + 1, 0), ACTS);
}

static void
told(uint64_t seed, int n, const char *then, const char *now)
{
	size_t line = 0, i;

	for (i = 0; then[i] && then[i] == now[i]; i++)
		if (then[i] == '\n')
			line = i + 1;
	if (then[i] == now[i])
		return;
	print_error("SEED=%llu, period %d of 2026 said\n%.*s\nand says now\n%.*s\n",
		    (unsigned long long)seed, n + 1, (int)strcspn(then + line, "\n"),
		    then + line, (int)strcspn(now + line, "\n"), now + line);
	fail();
}

static void
a_report_says_the_same_later(void **state)
{
	const uint64_t seed = first_seed();
	int64_t acted = 0;
	int i, n;

	(void)state;
	for (i = 0; i < rounds(); i++) {
		char *then[PERIODS], *now;

		begin(seed + (uint64_t)i, 0);
		for (n = 0; n < PERIODS; n++) {
			struct period period = month(n);

			play_month(n);
			then[n] = write_reports(&period);
		}
		for (; n < PERIODS + 3; n++)
			play_month(n);
		for (n = 0; n < PERIODS; n++) {
			struct period period = month(n);

			now = write_reports(&period);
			told(seed + (uint64_t)i, n, then[n], now);
			free(now);
			free(then[n]);
		}
		acted += office.acted;
	}
	assert_true(acted > rounds() * 80); /* or it would prove nothing */
}

/* ---- periods meet ---- */

static const struct field_figures none = { .field = NULL };

static const struct field_figures *
field_of(const struct field_counts *counts, const char *field)
{
	size_t i;

	for (i = 0; i < counts->count; i++)
		if (!strcmp(counts->all[i].field, field))
			return &counts->all[i];
	return &none;
}

static int64_t met[SHIFTS]; /* how often each reason was met */

static void
meet(uint64_t seed, int n, const char *field, const struct field_counts *before,
     const struct field_counts *now)
{
	const struct dossier_figures *f = &field_of(now, field)->sum;
	const int64_t ended = dossier_figures_open(&field_of(before, field)->sum);
	int64_t begun = ended;
	int i;

	for (i = 0; i < SHIFTS; i++) {
		begun += f->shift[i];
		met[i] += llabs(f->shift[i]);
	}
	if (begun == f->carried_over && f->was_open == ended)
		return;
	print_error("SEED=%llu, period %d, %s: %lld were open, %lld are known to have "
		    "been, with what is named %lld, carried over %lld\n",
		    (unsigned long long)seed, n + 1, field, (long long)ended,
		    (long long)f->was_open, (long long)begun, (long long)f->carried_over);
	fail();
}

/* The dossiers that are named are those that make up the difference. */
static void
name_all(uint64_t seed, int n, const struct field_counts *now)
{
	const struct period period = month(n);
	struct shifted_list list = { 0 };
	size_t i, k;
	int shift;

	assert_int_equal(shifted_read(&office.office, &period, &list), OK);
	for (i = 0; i < now->count; i++) {
		int64_t left[SHIFTS];

		memcpy(left, now->all[i].sum.shift, sizeof(left));
		for (k = 0; k < list.count; k++) {
			const struct shifted *s = &list.all[k];

			left[s->shift] += s->before &&
					  !strcmp(s->before, now->all[i].field);
			left[s->shift] -= s->now && !strcmp(s->now, now->all[i].field);
		}
		for (shift = SHIFT_NONE + 1; shift < SHIFTS; shift++)
			if (left[shift]) {
				print_error("SEED=%llu, period %d, %s: %lld not named\n",
					    (unsigned long long)seed, n + 1,
					    dossier_shifts[shift].code,
					    (long long)left[shift]);
				fail();
			}
	}
	shifted_free(&list);
}

static void
periods_meet_but_for_what_is_named(void **state)
{
	const uint64_t seed = first_seed();
	struct field_counts before = { 0 }, now;
	int i, n;
	size_t k;

	(void)state;
	for (i = 0; i < rounds(); i++) {
		begin(seed + (uint64_t)i, i % 2 ? 15 : 0);
		for (n = 0; n < PERIODS; n++) {
			struct period period = month(n);

			play_month(n);
			now = (struct field_counts){ 0 };
			assert_int_equal(dossier_count_fields(&office.office, &period,
							      &now),
					 OK);
			if (n && i % 4 == 1)
				name_all(seed + (uint64_t)i, n, &now);
			for (k = 0; n && k < now.count; k++)
				meet(seed + (uint64_t)i, n, now.all[k].field, &before,
				     &now);
			for (k = 0; n && k < before.count; k++)
				meet(seed + (uint64_t)i, n, before.all[k].field, &before,
				     &now);
			field_counts_free(&before);
			before = now;
		}
		field_counts_free(&before);
	}
	for (i = SHIFT_NONE + 1; i < SHIFTS; i++)
		assert_true(met[i] > 0); /* or it would prove nothing */
}

/* ---- what is entered late is told ---- */

/* The figures of every field as text. */
static char *
write_counts(const struct field_counts *counts)
{
	struct buf out = { 0 };
	size_t i;

	buf_text(&out, "");
	for (i = 0; i < counts->count; i++) {
		const struct dossier_figures *f = &counts->all[i].sum;

		if (dossier_figures_in_period(f) + f->carried_over)
			buf_print(&out, "%s %lld %lld %lld %lld %lld %lld %lld %lld\n",
				  counts->all[i].field, (long long)f->online,
				  (long long)f->counter_post, (long long)f->carried_over,
				  (long long)f->early, (long long)f->on_time,
				  (long long)f->overdue, (long long)f->in_time,
				  (long long)f->late);
	}
	return out.text;
}

static char *
count_month(int n, int64_t *late)
{
	struct period period = month(n);
	struct field_counts counts = { 0 };
	char *text;

	assert_int_equal(dossier_count_fields(&office.office, &period, &counts), OK);
	*late = counts.notes.late;
	text = write_counts(&counts);
	field_counts_free(&counts);
	return text;
}

static void
what_changes_a_period_is_told(void **state)
{
	const uint64_t seed = first_seed();
	int64_t late, changed = 0;
	int i, n;

	(void)state;
	for (i = 0; i < rounds(); i++) {
		char *then[PERIODS], *now;

		begin(seed + (uint64_t)i, 15);
		for (n = 0; n < PERIODS; n++) {
			play_month(n);
			then[n] = count_month(n, &late);
		}
		for (n = 0; n < PERIODS; n++) {
			now = count_month(n, &late);
			if (!late)
				told(seed + (uint64_t)i, n, then[n], now);
			changed += strcmp(then[n], now) != 0;
			free(now);
			free(then[n]);
		}
	}
	assert_true(changed > rounds()); /* or it would prove nothing */
}

static int
open_office(void **state)
{
	(void)state;
	return random_office_open(&office) ? 0 : -1;
}

static int
close_office(void **state)
{
	(void)state;
	random_office_close(&office);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_says_the_same_later),
		cmocka_unit_test(periods_meet_but_for_what_is_named),
		cmocka_unit_test(what_changes_a_period_is_told),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, open_office, close_office);
}
