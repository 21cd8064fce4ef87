/* SPDX-License-Identifier: MIT */
#include "base/moment.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/intl.h"
#include "base/text.h"

/* Days from civil and back, proleptic Gregorian, after Howard Hinnant's paper
 * "chrono-Compatible Low-Level Date Algorithms"; years 1 to 9999 here. */
int
day_from_ymd(int year, int month, int d)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

void
day_to_ymd(int day, int *year, int *month, int *d)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*d = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int
month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
		return 29;
	return lengths[month - 1];
}

int
day_of(int64_t moment)
{
	int64_t local = moment + LOCAL_OFFSET;

	return (int)(local >= 0 ? local / DAY_SECONDS :
				  -((-local + DAY_SECONDS - 1) / DAY_SECONDS));
}

int64_t
day_moment(int day, int second)
{
	return (int64_t)day * DAY_SECONDS + second - LOCAL_OFFSET;
}

int
second_of_day(int64_t moment)
{
	return (int)(moment - day_moment(day_of(moment), 0));
}

int
day_weekday(int day)
{
	int w = (day + 3) % 7; /* 1970-01-01 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

const char *
day_print(int day, char room[static DAY_TEXT])
{
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	if (y < 0 || y > 9999)
		y = 9999;
	snprintf(room, DAY_TEXT, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100,
		 (unsigned)d % 100);
	return room;
}

const char *
moment_print(int64_t moment, char room[static MOMENT_TEXT])
{
	char day[DAY_TEXT];
	unsigned s = (unsigned)second_of_day(moment);

	snprintf(room, MOMENT_TEXT, "%sT%02u:%02u:%02u+07:00",
		 day_print(day_of(moment), day), s / 3600 % 100, s / 60 % 60, s % 60);
	return room;
}

/* A decimal of LOW to HIGH digits; the text after it, or NULL. */
static const char *
read_digits(const char *s, int low, int high, int *out)
{
	int n = 0, value = 0;

	while (n < high && isdigit((unsigned char)*s)) {
		value = value * 10 + (*s++ - '0');
		n++;
	}
	if (n < low)
		return NULL;
	*out = value;
	return s;
}

/* YYYY-MM-DD or D/M/YYYY; the text after it, or NULL. */
static const char *
read_date(const char *s, int *day)
{
	int y, m, d;
	const char *p = read_digits(s, 4, 4, &y);

	if (p && *p == '-') {
		if (!(p = read_digits(p + 1, 2, 2, &m)) || *p != '-' ||
		    !(p = read_digits(p + 1, 2, 2, &d)))
			return NULL;
	} else if (!(p = read_digits(s, 1, 2, &d)) || *p != '/' ||
		   !(p = read_digits(p + 1, 1, 2, &m)) || *p != '/' ||
		   !(p = read_digits(p + 1, 4, 4, &y))) {
		return NULL;
	}
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > month_length(y, m))
		return NULL;
	*day = day_from_ymd(y, m, d);
	return p;
}

/* :MM[:SS[.fraction]] behind the hours; the text after it, or NULL. */
static const char *
read_minutes(const char *p, int *m, int *sec)
{
	if (*p != ':' || !(p = read_digits(p + 1, 2, 2, m)))
		return NULL;
	if (*p == ':' && !(p = read_digits(p + 1, 2, 2, sec)))
		return NULL;
	if (*p == '.' && isdigit((unsigned char)p[1]))
		for (p++; isdigit((unsigned char)*p);)
			p++;
	return p;
}

/* HH:MM[:SS[.fraction]], or as people write it 7h, 7h30; the text after it, or NULL. */
static const char *
clock_part(const char *s, int *second)
{
	int h, m = 0, sec = 0;
	const char *p = read_digits(s, 1, 2, &h);

	if (p && (*p == 'h' || *p == 'H'))
		p = isdigit((unsigned char)p[1]) ? read_digits(p + 1, 2, 2, &m) : p + 1;
	else if (p)
		p = read_minutes(p, &m, &sec);
	if (!p)
		return NULL;
	if (m > 59 || sec > 59 || h > 24 || (h == 24 && (m || sec)))
		return NULL;
	*second = h * 3600 + m * 60 + sec;
	return p;
}

/* Z, +07:00, +0700 or +07; the text after it, or NULL. */
static const char *
read_offset(const char *s, int *seconds)
{
	int sign = *s == '-' ? -1 : 1;
	int h, m = 0;
	const char *p;

	if (*s == 'Z' || *s == 'z') {
		*seconds = 0;
		return s + 1;
	}
	if ((*s != '+' && *s != '-') || !(p = read_digits(s + 1, 2, 2, &h)))
		return NULL;
	if (*p == ':')
		p = read_digits(p + 1, 2, 2, &m);
	else if (isdigit((unsigned char)*p))
		p = read_digits(p, 2, 2, &m);
	if (!p || h > 14 || m > 59)
		return NULL;
	*seconds = sign * (h * 3600 + m * 60);
	return p;
}

static const char *
skip_blanks(const char *s)
{
	while (text_is_blank(*s))
		s++;
	return s;
}

static bool
is_end(const char *s)
{
	return s && !*skip_blanks(s);
}

bool
day_read(const char *text, int64_t now, int *day)
{
	int found;

	text = skip_blanks(text);
	if (!strncmp(text, "today", 5) && is_end(text + 5))
		found = day_of(now);
	else if (!strncmp(text, "yesterday", 9) && is_end(text + 9))
		found = day_of(now) - 1;
	else if (!is_end(read_date(text, &found)))
		return false;
	*day = found;
	return true;
}

/* What may stand behind a day: nothing (*ALONE), a time, a time with its offset. */
static bool
read_after_day(const char *p, int day, int64_t *moment, bool *alone)
{
	int second, shift;

	if (is_end(p)) {
		*moment = day_moment(day, 0);
		*alone = true;
		return true;
	}
	if (*p != 'T' && *p != 't' && !text_is_blank(*p))
		return false;
	if (!(p = clock_part(skip_blanks(p + 1), &second)))
		return false;
	p = skip_blanks(p);
	if (!*p) {
		*moment = day_moment(day, second);
		return true;
	}
	if (!is_end(read_offset(p, &shift)))
		return false;
	*moment = (int64_t)day * DAY_SECONDS + second - shift;
	return true;
}

/* Whether MOMENT lies in the years 1 to 9999, local: an offset may carry it out of
 * them. */
static bool
is_told_by_days(int64_t moment)
{
	return moment >= day_moment(DAY_FIRST, 0) && moment <= MOMENT_LAST;
}

static bool
read_any(const char *text, int64_t now, int64_t *moment, bool *alone)
{
	int day, second;
	const char *p;

	text = skip_blanks(text);
	if ((p = read_date(text, &day)))
		return read_after_day(p, day, moment, alone);
	if (!strncmp(text, "now", 3) && is_end(text + 3)) {
		*moment = now;
		return true;
	}
	if (is_end(clock_part(text, &second))) {
		*moment = day_moment(day_of(now), second);
		return true;
	}
	if (!day_read(text, now, &day))
		return false;
	*moment = day_moment(day, 0);
	*alone = true;
	return true;
}

bool
moment_or_day_read(const char *text, int64_t now, int64_t *moment, bool *day)
{
	int64_t found;
	bool alone = false;

	if (!read_any(text, now, &found, &alone) || !is_told_by_days(found))
		return false;
	*moment = found;
	*day = alone;
	return true;
}

bool
moment_read(const char *text, int64_t now, int64_t *moment)
{
	bool day;

	return moment_or_day_read(text, now, moment, &day);
}

/* 46350, or 46350.35: the days since 1899-12-30, of the years from 1954 on. */
static bool
is_counted_day(const char *text)
{
	size_t n = strspn(text, "0123456789");

	if (n != 5 || *text < '2')
		return false;
	return is_end(text + n) ||
	       ((text[n] == '.' || text[n] == ',') &&
		is_end(text + n + 1 + strspn(text + n + 1, "0123456789")));
}

/* 24/11/26, also with dashes or dots and with a time behind it. */
static bool
has_short_year(const char *text)
{
	int i, number;

	for (i = 0; i < 2; i++) {
		if (!(text = read_digits(text, 1, 2, &number)) || !*text ||
		    !strchr("/-.", *text))
			return false;
		text++;
	}
	text = read_digits(text, 2, 2, &number);
	return text && (!*text || text_is_blank(*text));
}

/* 2:00 PM, as spreadsheets write it; SA and CH in Vietnamese. */
static bool
has_half_day(const char *text)
{
	static const char *const halves[] = { "AM", "PM", "SA", "CH" };
	size_t n = strlen(text), i;

	while (n && text_is_blank(text[n - 1]))
		n--;
	for (i = 0; i < sizeof(halves) / sizeof(*halves); i++)
		if (n > 2 && !strncasecmp(text + n - 2, halves[i], 2) &&
		    strchr(text, ':'))
			return true;
	return false;
}

const char *
moment_wrong(const char *text)
{
	text = skip_blanks(text);
	if (is_counted_day(text))
		return N_("is a day as spreadsheets count them: give its column the "
			  "format of a date");
	if (has_half_day(text))
		return N_("has a clock of 12 hours: write 14:00");
	if (has_short_year(text))
		return N_("has a year of two digits: write all four");
	return NULL;
}

int
clock_read(const char *text)
{
	int second;

	return is_end(clock_part(skip_blanks(text), &second)) ? second : -1;
}

int64_t
minutes_near(int64_t seconds)
{
	return (seconds + 30) / 60;
}

int64_t
minutes_up(int64_t seconds)
{
	return (seconds + 59) / 60;
}

bool
moment_is_set(void)
{
	const char *set = getenv("OSQ_NOW");

	return set && *set;
}

int64_t
moment_now(void)
{
	const char *set = getenv("OSQ_NOW");
	int64_t moment;

	if (!set || !*set)
		return (int64_t)time(NULL);
	if (strlen(set) >= 9 && strspn(set, "0123456789") == strlen(set)) {
		moment = strtoll(set, NULL, 10); /* too many digits: INT64_MAX */
		return is_told_by_days(moment) ? moment : -1;
	}
	return moment_read(set, (int64_t)time(NULL), &moment) ? moment : -1;
}
