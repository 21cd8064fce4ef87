/* SPDX-License-Identifier: MIT */
#include "office/published.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"

/*
 * A text is read clause by clause, folded, so that neither accents nor letter case nor
 * dots matter.  A clause may name a channel, and a time or a fee; a channel in brackets
 * is that of the clause before it.
 */
#define WORDS_MAX 64

struct clause {
	const char *words[WORDS_MAX]; /* ends with NULL */
	char *text;                   /* that they point into */
	int count;
	bool bracketed; /* it stood in brackets */
};

/* How far CLAUSE goes: to ';', a line's end, brackets, a comma or full stop before a
 * blank (not those within 15.000). */
static size_t
clause_length(const char *text)
{
	size_t i;

	for (i = 0; text[i]; i++) {
		if (strchr(";()\n\r", text[i]))
			break;
		if ((text[i] == ',' || text[i] == '.') && (!text[i + 1] || text[i + 1] == ' '))
			break;
	}
	return i;
}

/* "05 (năm) ngày": brackets with nothing but the number's word are passed over. */
static const char *const numerals[] = { "mot", "hai",  "ba",  "bon", "nam",  "sau", "bay",
					"tam", "chin", "muoi", "lam", "tu", "ruoi", "tram" };

static bool
is_one_of(const char *word, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!strcmp(word, list[i]))
			return true;
	return false;
}

#define IS_ONE_OF(word, list) is_one_of(word, list, sizeof(list) / sizeof(*(list)))

static void
cut_words(struct clause *clause, const char *bytes, size_t n)
{
	char *raw = mem_print("%.*s", (int)n, bytes), *rest, *word;
	size_t need = text_fold(raw, NULL, 0) + 1;

	clause->text = rest = mem_alloc(need);
	text_fold(raw, rest, need);
	free(raw);
	clause->count = 0;
	while (clause->count < WORDS_MAX - 1 && (word = strsep(&rest, " ")))
		if (*word)
			clause->words[clause->count++] = word;
	clause->words[clause->count] = NULL;
}

static bool
is_numeral(const struct clause *clause)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (!IS_ONE_OF(clause->words[i], numerals))
			return false;
	return clause->count > 0;
}

/* The text without its bracketed numerals. */
static char *
without_numerals(const char *text)
{
	struct buf out = { 0 };

	buf_text(&out, "");
	while (*text) {
		const char *end = *text == '(' ? strchr(text, ')') : NULL;
		struct clause inside;
		bool numeral = false;

		if (end) {
			cut_words(&inside, text + 1, (size_t)(end - text) - 1);
			numeral = is_numeral(&inside);
			free(inside.text);
		}
		if (numeral)
			text = end;
		else
			buf_add(&out, text, 1);
		text++;
	}
	return out.text;
}

/* The next clause from *REST on; false at the end. */
static bool
next_clause(const char **rest, bool *brackets, struct clause *clause)
{
	const char *text = *rest;
	size_t n;

	if (!*text)
		return false;
	n = clause_length(text);
	clause->bracketed = *brackets;
	cut_words(clause, text, n);
	if (text[n] == '(')
		*brackets = true;
	else if (text[n] == ')')
		*brackets = false;
	*rest = text + n + (text[n] != '\0');
	return true;
}

/* Whether the words of PHRASE stand in CLAUSE from word I on. */
static bool
stands_at(const struct clause *clause, int i, const char *phrase)
{
	for (; i < clause->count; i++) {
		size_t n = strcspn(phrase, " ");

		if (strlen(clause->words[i]) != n || strncmp(clause->words[i], phrase, n) != 0)
			return false;
		if (!phrase[n])
			return true;
		phrase += n + 1;
	}
	return false;
}

static bool
says(const struct clause *clause, const char *phrase)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (stands_at(clause, i, phrase))
			return true;
	return false;
}

/* The channel that a clause names, or -1; -2 where it names several. */
static int
channel_of(const struct clause *clause)
{
	static const struct {
		const char *phrase;
		int channel;
	} names[] = {
		{ "online", PUBLISHED_ONLINE },	      { "truc tuyen", PUBLISHED_ONLINE },
		{ "qua mang", PUBLISHED_ONLINE },     { "dich vu cong", PUBLISHED_ONLINE },
		{ "dvctt", PUBLISHED_ONLINE },	      { "buu chinh", PUBLISHED_POST },
		{ "buu dien", PUBLISHED_POST },	      { "truc tiep", PUBLISHED_COUNTER },
		{ "tai quay", PUBLISHED_COUNTER },    { "mot cua", PUBLISHED_COUNTER },
	};
	int channel = -1;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!says(clause, names[i].phrase))
			continue;
		if (channel >= 0 && channel != names[i].channel)
			return -2;
		channel = names[i].channel;
	}
	return channel;
}

static bool
is_digits(const char *word)
{
	return *word && strspn(word, "0123456789") == strlen(word);
}

/* Where a clause's value goes. */
struct reading {
	int pending; /* a channel named before its value: "Trực tuyến (03 ngày)"; or -1 */
	int behind;  /* one in brackets behind it: "03 ngày (online)"; or -1 */
	bool used;   /* that one was taken, and its clause is to be passed over */
};

static bool
has_digits(const struct clause *clause)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (strpbrk(clause->words[i], "0123456789"))
			return true;
	return false;
}

/* The channel that stands in brackets from REST on, and nothing else; or -1. */
static int
channel_behind(const char *rest, bool brackets)
{
	struct clause c;
	int channel;

	if (!next_clause(&rest, &brackets, &c))
		return -1;
	channel = c.bracketed && !has_digits(&c) ? channel_of(&c) : -1;
	free(c.text);
	return channel;
}

/* The channel of a clause with a value. */
static int
settle_channel(struct reading *r, const struct clause *clause, const char **doubt)
{
	int channel = channel_of(clause);

	if (channel == -1 && r->pending >= 0) {
		channel = r->pending;
	} else if (channel == -1 && r->behind >= 0) {
		channel = r->behind;
		r->used = true;
	}
	r->pending = -1;
	if (channel == -2)
		*doubt = N_("one value is said of several channels");
	return channel < 0 ? PUBLISHED_COUNTER : channel;
}

/* Clause by clause: VALUE reads one into OUT and tells whether it has a value. */
static void
read_clauses(const char *text, bool (*value)(struct reading *r, const struct clause *c, void *out),
	     void *out)
{
	struct reading r = { -1, -1, false };
	char *plain = without_numerals(text);
	const char *rest = plain;
	bool brackets = false;
	struct clause c;

	while (next_clause(&rest, &brackets, &c)) {
		r.behind = channel_behind(rest, brackets);
		if (r.used)
			r.used = false;
		else if (!value(&r, &c, out) && channel_of(&c) >= 0)
			r.pending = channel_of(&c);
		free(c.text);
	}
	free(plain);
}

/* --- Times --- */

/* A time that begins with word I of CLAUSE; how many words it takes, or 0. */
static int
time_at(const struct clause *c, int i, struct published_time *time, const char **doubt)
{
	static const struct {
		const char *phrase;
		enum time_unit unit;
		int words, factor;
		const char *doubt;
	} units[] = {
		{ "ngay lam viec", UNIT_WORKING_DAY, 3, 1, NULL },
		{ "ngay", UNIT_DAY, 1, 1, NULL },
		{ "gio lam viec", UNIT_WORKING_HOUR, 3, 1, NULL },
		{ "gio", UNIT_WORKING_HOUR, 1, 1, N_("hours of the clock, or working hours") },
		{ "tuan", UNIT_DAY, 1, 7, NULL },
		{ "thang", UNIT_DAY, 1, 30, N_("a month is taken for 30 days") },
	};
	static const char *const clock[] = { "sau", "truoc", "luc", "tu", "den" };
	size_t u;

	if (i && IS_ONE_OF(c->words[i - 1], clock) && stands_at(c, i + 1, "gio"))
		return 0; /* "after 15 o'clock" */
	if (!is_digits(c->words[i]) || strlen(c->words[i]) > 4)
		return 0;
	for (u = 0; u < sizeof(units) / sizeof(*units); u++) {
		if (!stands_at(c, i + 1, units[u].phrase))
			continue;
		time->found = true;
		time->limit = strtoll(c->words[i], NULL, 10) * units[u].factor;
		time->unit = units[u].unit;
		if (i && is_digits(c->words[i - 1])) /* "5-7 ngày", "1/2 ngày" */
			*doubt = N_("a span of time, or a part of one");
		else if (units[u].doubt)
			*doubt = units[u].doubt;
		return 1 + units[u].words;
	}
	return 0;
}

/* "Trong ngày", "giải quyết ngay": the same day. */
static bool
same_day_at(const struct clause *c, int i)
{
	static const char *const phrases[] = { "trong ngay", "giai quyet ngay", "tra ngay",
					       "ngay sau khi", "ngay khi" };
	size_t p;

	if (i && is_digits(c->words[i - 1]))
		return false;
	for (p = 0; p < sizeof(phrases) / sizeof(*phrases); p++)
		if (stands_at(c, i, phrases[p]))
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

/* All times of a clause; true when it has one. */
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
			channel = settle_channel(r, c, &times->doubt);
		keep_time(times, channel, &time);
		any = true;
	}
	return any;
}

static void
judge_time(struct published_times *times)
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
		if (time->unit != UNIT_SAME_DAY && (time->limit < 1 || time->limit > 3660)) {
			times->doubt = N_("no time can be read");
			times->of[i] = (struct published_time){ 0 };
		}
	}
	if (days && working && !times->doubt)
		times->doubt = N_("days, or working days");
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
	*times = (struct published_times){ 0 };
	read_clauses(text, read_clause_time, times);
	judge_time(times);
}

/* --- Fees --- */

/* "15 000", the folded 15.000, from word I on: the number, and how many words it takes;
 * a "d" for dong may be stuck to its end.  0: no number. */
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
		if (*number > INT64_C(1000000000000))
			break;
		*number = (words ? *number * 1000 : 0) + strtoll(word, NULL, 10);
		*dong = stuck;
	}
	return words;
}

/* A fee that begins with word I; how many words it takes, or 0. */
static int
fee_at(const struct clause *c, int i, int64_t *amount, const char **doubt)
{
	bool dong;
	int words = number_at(c, i, amount, &dong);
	const char *next = words && i + words < c->count ? c->words[i + words] : "";

	if (!words)
		return 0;
	if (!strcmp(next, "nghin") || !strcmp(next, "ngan")) {
		*amount *= 1000;
	} else if (!strcmp(next, "trieu")) {
		*amount *= 1000000;
	} else if (words == 1 && is_digits(next) && i + 2 < c->count &&
		   !strcmp(c->words[i + 2], "trieu")) {
		/* "1,5 triệu" */
		*amount = *amount * 1000000 +
			  strtoll(next, NULL, 10) * (strlen(next) == 1 ? 100000 : 10000);
		if (strlen(next) > 2)
			*doubt = N_("no fee can be read");
		return 3;
	} else if (!dong && strcmp(next, "dong") != 0 && strcmp(next, "vnd") != 0 &&
		   strcmp(next, "d") != 0 && words != c->count) {
		return 0; /* the number of a decree, say */
	}
	return words;
}

static bool
is_free(const struct clause *c)
{
	static const char *const phrases[] = { "khong thu", "khong co", "khong mat phi",
					       "khong phi", "khong le phi", "mien phi",
					       "mien le phi", "mien thu" };
	size_t p;

	if (c->count && !strcmp(c->words[c->count - 1], "khong") && c->count <= 4)
		return true; /* "Không", "Lệ phí: Không" */
	for (p = 0; p < sizeof(phrases) / sizeof(*phrases); p++)
		if (says(c, phrases[p]))
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
		if (channel < 0)
			channel = settle_channel(r, c, &fees->doubt);
		keep_fee(fees, channel, amount);
		any = true;
	}
	if (!any && is_free(c)) {
		keep_fee(fees, settle_channel(r, c, &fees->doubt), 0);
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
	read_clauses(text, read_clause_fee, fees);
	judge_fee(fees);
}
