/* SPDX-License-Identifier: MIT */
#include "base/show.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"

static bool
is_vietnamese(void)
{
	return !strcmp(intl_language(), "vi");
}

const char *
show_day_text(const char *day, char room[static SHOW_TEXT])
{
	static const char digits[] = "0123456789";

	if (!is_vietnamese() || strlen(day) != 10 || strspn(day, digits) != 4 ||
	    day[4] != '-' || strspn(day + 5, digits) != 2 || day[7] != '-' ||
	    strspn(day + 8, digits) != 2)
		return day;
	snprintf(room, SHOW_TEXT, "%.2s/%.2s/%.4s", day + 8, day + 5, day);
	return room;
}

const char *
show_day(int day, char room[static SHOW_TEXT])
{
	char text[DAY_TEXT];

	if (show_day_text(day_print(day, text), room) == text)
		memcpy(room, text, sizeof(text));
	return room;
}

const char *
show_long_day(int day, char room[static SHOW_TEXT])
{
	int y, m, d;

	if (!is_vietnamese())
		return show_day(day, room);
	day_to_ymd(day, &y, &m, &d);
	snprintf(room, SHOW_TEXT, "ngày %02d tháng %0*d năm %04d", d, m < 3 ? 2 : 1, m,
		 y);
	return room;
}

const char *
show_moment(int64_t moment, char room[static SHOW_TEXT])
{
	char text[MOMENT_TEXT], day[SHOW_TEXT];

	moment_print(moment, text);
	if (is_vietnamese())
		snprintf(room, SHOW_TEXT, "%.5s %s", text + 11,
			 show_day(day_of(moment), day));
	else
		snprintf(room, SHOW_TEXT, "%.16s", text);
	return room;
}

const char *
show_moment_cell(int64_t moment, bool seconds, char room[static SHOW_TEXT])
{
	char text[MOMENT_TEXT], day[SHOW_TEXT];

	moment_print(moment, text);
	snprintf(room, SHOW_TEXT, "%s %.*s", show_day(day_of(moment), day),
		 seconds ? 8 : 5, text + 11);
	return room;
}

const char *
show_weekday(int weekday)
{
	static const char *const names[] = {
		[1] = N_("Monday"),   [2] = N_("Tuesday"), [3] = N_("Wednesday"),
		[4] = N_("Thursday"), [5] = N_("Friday"),  [6] = N_("Saturday"),
		[7] = N_("Sunday"),
	};

	return _(names[weekday]);
}

const char *
show_grouped(int64_t number, char room[static SHOW_TEXT])
{
	const char mark = is_vietnamese() ? '.' : ',';
	char digits[24];
	const char *from = digits;
	char *to = room;
	size_t left;

	snprintf(digits, sizeof(digits), "%lld", (long long)number);
	if (*from == '-')
		*to++ = *from++;
	for (left = strlen(from); left; left--) {
		*to++ = *from++;
		if (left % 3 == 1 && left > 1)
			*to++ = mark;
	}
	*to = '\0';
	return room;
}

char *
show_decimal(char *text)
{
	char *point = is_vietnamese() ? strchr(text, '.') : NULL;

	if (point)
		*point = ',';
	return text;
}

/* CODE with blanks between its words, in ROOM. */
static const char *
part_words(const char *code, char room[static SHOW_TEXT])
{
	char *p;

	snprintf(room, SHOW_TEXT, "%s", code);
	for (p = room; (p = strpbrk(p, "-_")); p++)
		*p = ' ';
	return room;
}

const char *
show_word(const struct word *words, const char *code, char room[static SHOW_TEXT])
{
	const struct word *word = word_find(words, code);
	size_t n;

	if (!word || (*code >= '0' && *code <= '9'))
		return code;
	if (!is_vietnamese() || !word->aliases)
		return part_words(code, room);
	n = strcspn(word->aliases, "|");
	assert(n < SHOW_TEXT);
	memcpy(room, word->aliases, n);
	room[n] = '\0';
	return room;
}

/* Where TEXT is written as FORM says, the numbers for N and M in it. */
static bool
read_form(const char *form, const char *text, int numbers[static 2])
{
	for (; *form; form++) {
		if (*form == 'N' || *form == 'M') {
			int *number = &numbers[*form == 'M'], used = 0;

			if (sscanf(text, "%3d%n", number, &used) != 1 || !used)
				return false;
			text += used;
		} else if (*form != *text++) {
			return false;
		}
	}
	return !*text;
}

const char *
show_form(const struct word *words, const char *text, char room[static SHOW_TEXT])
{
	int numbers[2] = { 0 };
	size_t n = 0;
	const char *form;

	for (; is_vietnamese() && words->code; words++) {
		if (!words->aliases || !read_form(words->code, text, numbers))
			continue;
		for (form = words->aliases; *form && *form != '|' && n < SHOW_TEXT;
		     form++)
			if (*form == 'N' || *form == 'M')
				n += (size_t)snprintf(room + n, SHOW_TEXT - n, "%d",
						      numbers[*form == 'M']);
			else
				room[n++] = *form;
		assert(n < SHOW_TEXT);
		room[n] = '\0';
		return room;
	}
	return text;
}
