/* SPDX-License-Identifier: MIT */
#include "base/row.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"

#define COMPLAINT_COLUMNS 60 /* of a cell's text, as a message shows it */

struct value
value_int(int64_t number)
{
	return (struct value){ .kind = VALUE_INT, .number = number };
}

struct value
value_real(double real)
{
	return (struct value){ .kind = VALUE_REAL, .real = real };
}

struct value
value_text(const char *text)
{
	return (struct value){ .kind = text ? VALUE_TEXT : VALUE_NULL, .text = text };
}

bool
value_same(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_NULL:
		return true;
	case VALUE_INT:
		return a->number == b->number;
	case VALUE_REAL:
		return !(a->real < b->real) && !(a->real > b->real);
	case VALUE_TEXT:
		return !strcmp(a->text, b->text);
	}
	return false;
}

size_t
column_count(const struct column *columns)
{
	size_t n = 0;

	while (columns[n].key)
		n++;
	return n;
}

int
column_find(const struct column *columns, const char *key)
{
	int i;

	for (i = 0; columns[i].key; i++)
		if (!strcmp(columns[i].key, key))
			return i;
	return -1;
}

int
column_place(const struct column *columns, const char *key)
{
	int place = column_find(columns, key);

	if (place < 0) {
		fprintf(stderr, "osq: there is no column %s\n", key);
		exit(INTERNAL);
	}
	return place;
}

void
column_bounds(const struct column *column, int64_t *least, int64_t *most)
{
	*least = column->least;
	*most = column->most;
	if (*least || *most)
		return;
	*most = NUMBER_MOST;
	if (column->type == COL_MONEY) {
		*most = MONEY_MOST;
	} else if (column->type == COL_TIME) {
		*least = MOMENT_FIRST;
		*most = MOMENT_LAST;
	} else if (column->type == COL_REAL || column->type == COL_SHARE) {
		*most = INT64_C(1000000000000); /* two decimals are exact */
		*least = -*most;
	}
}

bool
column_holds(const struct column *column, int64_t number)
{
	int64_t least, most;

	column_bounds(column, &least, &most);
	return number >= least && number <= most;
}

int64_t
number_add(int64_t a, int64_t b)
{
	int64_t sum;

	if (!__builtin_add_overflow(a, b, &sum))
		return sum;
	return b < 0 ? INT64_MIN : INT64_MAX;
}

const char *
value_print(const struct column *column, const struct value *value, char room[static 48])
{
	switch (value->kind) {
	case VALUE_NULL:
		return "";
	case VALUE_TEXT:
		return value->text;
	case VALUE_REAL:
		snprintf(room, 48, "%.2f", value->real);
		return room;
	case VALUE_INT:
		if (column->type == COL_TIME)
			return moment_print(value->number, room);
		snprintf(room, 48, "%lld", (long long)value->number);
		return room;
	}
	return "";
}

const char value_outside[] = "is outside the bounds of its column";

/* Digits with an optional sign and nothing else. */
static bool
read_int(const char *text, int64_t *out)
{
	char *end;
	long long n;

	errno = 0;
	n = strtoll(text, &end, 10);
	if (end == text || errno == ERANGE)
		return false;
	while (text_is_blank(*end))
		end++;
	*out = n;
	return !*end;
}

/* What may stand behind an amount: nothing, đ, đồng, VND or VNĐ. */
static bool
is_currency(const char *text)
{
	char folded[8];

	if (fold_text(text, folded, sizeof(folded)) >= sizeof(folded))
		return false;
	return !*text || !strcmp(folded, "d") || !strcmp(folded, "dong") ||
	       !strcmp(folded, "vnd");
}

/* Money as people write it: 50000, 50.000, 50 000, 50,000 đ. */
static bool
read_money(const char *text, int64_t *out)
{
	char plain[24];
	size_t n = 0, group = 0;
	bool parted = false;

	for (; *text; text++) {
		if (*text >= '0' && *text <= '9') {
			if (n + 1 >= sizeof(plain))
				return false;
			plain[n++] = *text;
			group++;
		} else if ((*text == '.' || *text == ',' || text_is_blank(*text)) && n &&
			   text[1] >= '0' && text[1] <= '9') {
			if (parted ? group != 3 : group > 3)
				return false; /* 1.5 is no amount in đồng */
			parted = true;
			group = 0;
		} else {
			break;
		}
	}
	while (text_is_blank(*text))
		text++;
	plain[n] = '\0';
	return n && (!parted || group == 3) && is_currency(text) && read_int(plain, out);
}

static bool
read_real(const char *text, double *out)
{
	int64_t whole, part = 0;
	char *end, *rest;
	double scale = 1;

	errno = 0;
	whole = strtoll(text, &end, 10);
	if (end == text || errno == ERANGE)
		return false;
	if (*end == '.' || *end == ',') { /* never by locale */
		size_t places = strspn(end + 1, "0123456789");

		if (!places || places > 9)
			return false;
		part = strtoll(end + 1, &rest, 10);
		while (places--)
			scale *= 10;
		end = rest;
	}
	if (*end == '%')
		end++;
	if (*end)
		return false;
	*out = (double)whole + (*text == '-' ? -1 : 1) * (double)part / scale;
	return true;
}

static enum status
read_word(const struct column *column, const char *text, struct value *out,
	  const char **why)
{
	const struct word *word;

	/* The word itself first: folding both is a thousand times the work. */
	if ((word = word_find(column->words, text))) {
		*out = value_text(word->code);
		return OK;
	}
	for (word = column->words; word->code; word++) {
		if (fold_same(word->code, text) || fold_listed(word->aliases, text)) {
			*out = value_text(word->code);
			return OK;
		}
	}
	*why = N_("is none of the words allowed here");
	return BAD_DATA;
}

/* BAD_DATA, with a better reason than *WHY where there is one. */
static enum status
explain_time(const char *text, const char **why)
{
	const char *better = moment_wrong(text);

	if (better)
		*why = better;
	return BAD_DATA;
}

/* Whole numbers of every kind, and moments. */
static enum status
read_number(const struct column *column, const char *text, int64_t now, struct value *out,
	    const char **why)
{
	int64_t number = 0;
	bool day = false;

	if (column->type == COL_TIME) {
		*why = N_("is no time (write 2026-11-24T07:35 or 24/11/2026 07:35)");
		if (!moment_or_day_read(text, now, &number, &day))
			return explain_time(text, why);
	} else if (column->type == COL_MONEY) {
		*why = N_("is no amount in whole đồng");
		if (!read_money(text, &number))
			return BAD_DATA;
	} else {
		*why = N_("is no whole number");
		if (!read_int(text, &number))
			return BAD_DATA;
	}
	*out = value_int(number);
	out->day = day;
	*why = value_outside;
	return column_holds(column, number) ? OK : BAD_DATA;
}

static enum status
read_day(const char *text, int64_t now, char room[static 48], struct value *out,
	 const char **why)
{
	int day;

	*why = N_("is no day (write 2026-11-24 or 24/11/2026)");
	if (!day_read(text, now, &day))
		return explain_time(text, why);
	*out = value_text(day_print(day, room));
	return OK;
}

static enum status
read_clock(const char *text, char room[static 48], struct value *out, const char **why)
{
	int second = clock_read(text);

	*why = N_("is no time of day (write 07:30)");
	if (second < 0 || second % 60)
		return explain_time(text, why);
	snprintf(room, 48, "%02d:%02d", second / 3600, second / 60 % 60);
	*out = value_text(room);
	return OK;
}

enum status
value_read(const struct column *column, const char *text, int64_t now,
	   char room[static 48], struct value *out, const char **why)
{
	double real;

	if (!*text) {
		*out = VALUE_NONE;
		return OK;
	}
	switch (column->type) {
	case COL_TEXT:
		*out = value_text(text);
		*why = value_outside;
		return !column->most || strlen(text) <= (size_t)column->most ? OK :
									       BAD_DATA;
	case COL_WORD:
		return read_word(column, text, out, why);
	case COL_DAY:
		return read_day(text, now, room, out, why);
	case COL_CLOCK:
		return read_clock(text, room, out, why);
	case COL_REAL:
	case COL_SHARE:
		*why = N_("is no number");
		if (!read_real(text, &real))
			return BAD_DATA;
		*out = value_real(real);
		*why = value_outside;
		return column_holds(column, (int64_t)real) ? OK : BAD_DATA;
	case COL_INT:
	case COL_MONEY:
	case COL_TIME:
	case COL_DURATION:
		break;
	}
	return read_number(column, text, now, out, why);
}

char *
value_complaint(const struct column *column, const char *text, const char *why)
{
	char room[2][48];
	size_t width, n = text_cut(text, COMPLAINT_COLUMNS, &width);
	const char *more = text[n] ? "…" : "";
	struct value ends[2] = { value_int(0), value_int(0) };

	if (why != value_outside)
		return mem_print("'%.*s%s' %s", (int)n, text, more, _(why));
	if (column->type == COL_TEXT)
		return mem_print(_("'%.*s%s' is longer than %lld bytes"), (int)n, text,
				 more, (long long)column->most);
	column_bounds(column, &ends[0].number, &ends[1].number);
	return mem_print(_("'%.*s%s' must be %s to %s"), (int)n, text, more,
			 value_print(column, &ends[0], room[0]),
			 value_print(column, &ends[1], room[1]));
}
