/* SPDX-License-Identifier: MIT */
#include "office/rules/published.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/row.h"
#include "office/rules/published_clause.h"
#include "office/rules/published_plain.h"

/* --- Times --- */

/* How published times name their units, folded; WORDS is how many words the phrase has,
 * and a number before it is multiplied by FACTOR. */
static const struct {
	const char *phrase;
	enum time_unit unit;
	int words, factor;
	const char *doubt;
} units[] = {
	{ .phrase = "ngay lam viec", .words = 3, .unit = UNIT_WORKING_DAY, .factor = 1 },
	{ .phrase = "nlv", .words = 1, .unit = UNIT_WORKING_DAY, .factor = 1 },
	{ .phrase = "ngay", .words = 1, .unit = UNIT_DAY, .factor = 1 },
	{ .phrase = "gio lam viec", .words = 3, .unit = UNIT_WORKING_HOUR, .factor = 1 },
	{ .phrase = "gio",
	  .words = 1,
	  .unit = UNIT_WORKING_HOUR,
	  .factor = 1,
	  .doubt = N_("hours of the clock, or working hours") },
	{ .phrase = "tuan", .words = 1, .unit = UNIT_DAY, .factor = 7 },
	{ .phrase = "thang",
	  .words = 1,
	  .unit = UNIT_DAY,
	  .factor = 30,
	  .doubt = N_("a month is taken for 30 days") },
};

/* Numbers in words that can be nothing else: "sáu" is "after" too, "từ" is "four". */
static int
spelled_at(const struct clause *c, int i, int64_t *number)
{
	static const char *const digits[] = { "mot", "hai", "ba",  "bon", "nam",
					      "sau", "bay", "tam", "chin" };
	int64_t tens = 0, ones = 0;
	int words = 0, d;

	for (d = 0; d < 9 && !ones; d++)
		if (clause_stands_at(c, i, digits[d]))
			ones = d + 1;
	words += ones > 0;
	if (clause_stands_at(c, i + words, "muoi")) {
		tens = ones ? ones : 1;
		ones = 0;
		words++;
		if (clause_stands_at(c, i + words, "lam"))
			ones = 5;
		for (d = 0; d < 9 && !ones; d++)
			if (clause_stands_at(c, i + words, digits[d]))
				ones = d + 1;
		words += ones > 0;
	} else if (ones > 4 && ones < 9) {
		return 0;
	}
	*number = tens * 10 + ones;
	return words;
}

/* A number that begins with word I; returns how many words it takes, or 0. */
static int
count_at(const struct clause *c, int i, int64_t *number)
{
	if (!word_is_digits(c->words[i]))
		return spelled_at(c, i, number);
	if (strlen(c->words[i]) > 4)
		return 0;
	*number = strtoll(c->words[i], NULL, 10);
	return 1;
}

/* Whether the number at word I is the second of two: "5-7 ngày", "từ 3 đến 5 ngày". */
static bool
ends_span(const struct clause *c, int i)
{
	static const char *const between[] = { "den", "toi", "hoac", "hay" };

	return (i && word_is_digits(c->words[i - 1])) ||
	       (i > 1 && WORD_IS_ONE_OF(c->words[i - 1], between) &&
		word_is_digits(c->words[i - 2]));
}

/*
 * Read a time that begins with word I of CLAUSE; returns how many words it takes, or 0.
 */
static int
time_at(const struct clause *c, int i, struct published_time *time, const char **doubt)
{
	static const char *const clock[] = { "sau", "truoc", "luc", "tu", "den" };
	int64_t number;
	int words;
	size_t u;

	if (i && WORD_IS_ONE_OF(c->words[i - 1], clock) &&
	    clause_stands_at(c, i + 1, "gio"))
		return 0; /* "after 15 o'clock" */
	if (!(words = count_at(c, i, &number)))
		return 0;
	for (u = 0; u < sizeof(units) / sizeof(*units); u++) {
		if (!clause_stands_at(c, i + words, units[u].phrase))
			continue;
		time->found = true;
		time->limit = number * units[u].factor;
		time->unit = units[u].unit;
		if (ends_span(c, i))
			*doubt = N_("a span of time, or a part of one");
		else if (units[u].doubt)
			*doubt = units[u].doubt;
		return words + units[u].words;
	}
	return 0;
}

/* "Trong ngày", "giải quyết ngay": the same day. */
static bool
same_day_at(const struct clause *c, int i)
{
	static const char *const phrases[] = { "trong ngay", "giai quyet ngay",
					       "tra ngay", "ngay sau khi", "ngay khi" };
	size_t p;

	if (i && word_is_digits(c->words[i - 1]))
		return false;
	for (p = 0; p < sizeof(phrases) / sizeof(*phrases); p++)
		if (clause_stands_at(c, i, phrases[p]))
			return true;
	return false;
}

static bool
same_time(const struct published_time *a, const struct published_time *b)
{
	return a->limit == b->limit && a->unit == b->unit;
}

static void
keep_time(struct published_times *times, int channel, const struct published_time *time)
{
	struct published_time *to = &times->of[channel];

	if (!to->found)
		*to = *time;
	else if (!same_time(to, time))
		times->doubt = N_("several times, by the case");
}

/* Read all times of a clause; true when it has any. */
static bool
read_clause_time(struct reading *r, const struct clause *c, void *out)
{
	struct published_times *times = out;
	struct published_time time = { 0 };
	bool any = false;
	int i, channel = -1, words;

	for (i = 0; i < c->count; i += words) {
		words = 1;
		if (same_day_at(c, i)) {
			time = (struct published_time){ true, 0, UNIT_SAME_DAY };
		} else {
			int taken = time_at(c, i, &time, &times->doubt);

			if (!taken)
				continue;
			words = taken;
		}
		if (channel < 0)
			channel = clause_channel(r, c, &times->doubt);
		keep_time(times, channel, &time);
		any = true;
	}
	return any;
}

/* "20 ngày (không kể ngày nghỉ)", "trừ thứ bảy, chủ nhật, ngày lễ". */
static bool
speaks_of_days_off(const char *text)
{
	static const char *const phrases[] = { "ngay nghi", "chu nhat", "ngay le" };
	const size_t room = fold_text(text, NULL, 0) + 1;
	char *folded = mem_alloc(room);
	bool found = false;
	size_t i;

	fold_text(text, folded, room);
	for (i = 0; i < sizeof(phrases) / sizeof(*phrases) && !found; i++)
		found = strstr(folded, phrases[i]) != NULL;
	free(folded);
	return found;
}

static void
judge_time(const char *text, struct published_times *times)
{
	struct published_time *counter = &times->of[PUBLISHED_COUNTER];
	bool days = false, working = false;
	int i;

	for (i = 0; i < PUBLISHED_CHANNELS; i++) {
		const struct published_time *time = &times->of[i];

		if (!time->found)
			continue;
		days |= time->unit == UNIT_DAY;
		working |= time->unit == UNIT_WORKING_DAY;
		if (!time_limit_fits(time->unit, time->limit)) {
			times->doubt = N_("no time can be read");
			times->of[i] = (struct published_time){ 0 };
		}
	}
	if (days && working && !times->doubt)
		times->doubt = N_("days, or working days");
	if (days && !times->doubt && speaks_of_days_off(text))
		times->doubt = N_("calendar days, but days off may not count");
	if (counter->found)
		return;
	for (i = 0; i < PUBLISHED_CHANNELS && !counter->found; i++)
		if (times->of[i].found) {
			*counter = times->of[i];
			times->doubt = N_("nothing is said of the counter");
		}
	if (!counter->found)
		times->doubt = N_("no time can be read");
}

void
published_time_read(const char *text, struct published_times *times)
{
	char *whole = published_spelt(text);

	*times = (struct published_times){ 0 };
	clauses_read(whole, read_clause_time, times);
	judge_time(whole, times);
	if (!times->doubt && !published_is_plain(whole, times))
		times->doubt = N_("the text says more than a time");
	free(whole);
}

/* --- Fees --- */

/* More than any fee: a sum that reaches this is no valid fee. */
#define NO_SUM (MONEY_MOST + 1)

static void
multiply_sum(int64_t *sum, int64_t factor)
{
	*sum = *sum > MONEY_MOST / factor ? NO_SUM : *sum * factor;
}

/*
 * Read "15 000" (the folded form of 15.000) from word I on into the number; returns how
 * many words it takes, 0 for no number.  The last word may end in "d" for dong.
 */
static int
number_at(const struct clause *c, int i, int64_t *number, bool *dong)
{
	int words = 0;

	*number = 0;
	*dong = false;
	for (; i + words < c->count && !*dong; words++) {
		const char *word = c->words[i + words];
		size_t n = strspn(word, "0123456789");
		bool stuck = n && (!strcmp(word + n, "d") || !strcmp(word + n, "dong") ||
				   !strcmp(word + n, "vnd"));

		if (!n || (word[n] && !stuck) || n > 12 || (words && n != 3))
			break;
		multiply_sum(number, 1000); /* 0 before the first */
		*number += strtoll(word, NULL, 10);
		*dong = stuck;
	}
	return words;
}

/* Read a fee that begins with word I; returns how many words it takes, or 0. */
static int
fee_at(const struct clause *c, int i, int64_t *amount, const char **doubt)
{
	bool dong;
	int words = number_at(c, i, amount, &dong);
	const char *next = words && i + words < c->count ? c->words[i + words] : "";

	if (!words)
		return 0;
	if (!strcmp(next, "nghin") || !strcmp(next, "ngan")) {
		multiply_sum(amount, 1000);
	} else if (!strcmp(next, "trieu")) {
		multiply_sum(amount, 1000000);
	} else if (words == 1 && word_is_digits(next) && i + 2 < c->count &&
		   !strcmp(c->words[i + 2], "trieu")) {
		/* "1,5 triệu" */
		multiply_sum(amount, 1000000);
		if (strlen(next) > 2)
			*doubt = N_("no fee can be read");
		else
			*amount += strtoll(next, NULL, 10) *
				   (strlen(next) == 1 ? 100000 : 10000);
		return 3;
	} else if (!dong && strcmp(next, "dong") != 0 && strcmp(next, "vnd") != 0 &&
		   strcmp(next, "d") != 0 && words != c->count) {
		return 0; /* may be the number of a decree */
	}
	return words;
}

static bool
is_free(const struct clause *c)
{
	static const char *const phrases[] = { "khong thu",     "khong co",
					       "khong mat phi", "khong phi",
					       "khong le phi",  "mien phi",
					       "mien le phi",   "mien thu" };
	size_t p;

	if (c->count && !strcmp(c->words[c->count - 1], "khong") && c->count <= 4)
		return true; /* "Không", "Lệ phí: Không" */
	for (p = 0; p < sizeof(phrases) / sizeof(*phrases); p++)
		if (clause_says(c, phrases[p]))
			return true;
	return false;
}

static void
keep_fee(struct published_fees *fees, int channel, int64_t amount)
{
	struct published_fee *to = &fees->of[channel];

	if (!to->found)
		*to = (struct published_fee){ true, amount };
	else if (to->amount != amount)
		fees->doubt = N_("several fees, by the case");
}

static bool
read_clause_fee(struct reading *r, const struct clause *c, void *out)
{
	struct published_fees *fees = out;
	bool any = false;
	int i, channel = -1, words;

	for (i = 0; i < c->count; i += words ? words : 1) {
		int64_t amount;

		if (!(words = fee_at(c, i, &amount, &fees->doubt)))
			continue;
		if (amount > MONEY_MOST) {
			fees->doubt = N_("no fee can be read");
			return true;
		}
		if (channel < 0)
			channel = clause_channel(r, c, &fees->doubt);
		keep_fee(fees, channel, amount);
		any = true;
	}
	if (!any && is_free(c)) {
		keep_fee(fees, clause_channel(r, c, &fees->doubt), 0);
		return true;
	}
	return any;
}

static void
judge_fee(struct published_fees *fees)
{
	struct published_fee *counter = &fees->of[PUBLISHED_COUNTER];
	int i;

	for (i = 0; i < PUBLISHED_CHANNELS && !counter->found; i++)
		if (fees->of[i].found) {
			*counter = fees->of[i];
			fees->doubt = N_("nothing is said of the counter");
		}
	if (!counter->found)
		fees->doubt = N_("no fee can be read");
}

void
published_fee_read(const char *text, struct published_fees *fees)
{
	*fees = (struct published_fees){ 0 };
	clauses_read(text, read_clause_fee, fees);
	judge_fee(fees);
}
