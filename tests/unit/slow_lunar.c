/* SPDX-License-Identifier: MIT */
#include "slow_lunar.h"

#include <math.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#define LONG_DAY 86400.0
#define DEGREES  57.29577951308232

/* Where the sun stands, in degrees (J. Meeus, Astronomical Algorithms, ch. 25), T
 * centuries after 2000-01-01T12:00. */
static double
sun_at(double t)
{
	double m = (357.52911 + 35999.05029 * t) / DEGREES;

	return 280.46646 + 36000.76983 * t + 0.0003032 * t * t +
	       (1.914602 - 0.004817 * t) * sin(m) + 0.019993 * sin(2 * m) +
	       0.000289 * sin(3 * m) - 0.00569;
}

/* The moon's longitude is the sum of the mean one and these, in millionths of a degree
 * (ch. 47, without the smallest): times D, M, M', F. */
static const struct {
	double size;
	int d, sun, moon, f;
} terms[] = {
	{ 6288774, 0, 0, 1, 0 }, { 1274027, 2, 0, -1, 0 }, { 658314, 2, 0, 0, 0 },
	{ 213618, 0, 0, 2, 0 },  { -185116, 0, 1, 0, 0 },  { -114332, 0, 0, 0, 2 },
	{ 58793, 2, 0, -2, 0 },  { 57066, 2, -1, -1, 0 },  { 53322, 2, 0, 1, 0 },
	{ 45758, 2, -1, 0, 0 },  { -40923, 0, 1, -1, 0 },  { -34720, 1, 0, 0, 0 },
	{ -30383, 0, 1, 1, 0 },  { 15327, 2, 0, 0, -2 },   { -12528, 0, 0, 1, 2 },
	{ 10980, 0, 0, 1, -2 },  { 10675, 4, 0, -1, 0 },   { 10034, 0, 0, 3, 0 },
	{ 8548, 4, 0, -2, 0 },   { -7888, 2, 1, -1, 0 },   { -6766, 2, 1, 0, 0 },
	{ -5163, 1, 0, -1, 0 },  { 4987, 1, 1, 0, 0 },     { 4036, 2, -1, 1, 0 },
	{ 3994, 2, 0, 2, 0 },    { 3861, 4, 0, 0, 0 },     { 3665, 2, 0, -3, 0 },
	{ -2689, 0, 1, -2, 0 },  { -2602, 2, 0, -1, 2 },   { 2390, 2, -1, -2, 0 },
	{ -2348, 1, 0, 1, 0 },   { 2236, 2, -2, 0, 0 },    { -2120, 0, 1, 2, 0 },
	{ -2069, 0, 2, 0, 0 },   { 2048, 2, -2, -1, 0 },
};

static double
moon_at(double t)
{
	const double d = 297.8501921 + 445267.1114034 * t - 0.0018819 * t * t;
	const double sun = 357.5291092 + 35999.0502909 * t;
	const double moon = 134.9633964 + 477198.8675055 * t + 0.0087414 * t * t;
	const double f = 93.2720950 + 483202.0175233 * t - 0.0036539 * t * t;
	double longitude = 218.3164477 + 481267.88123421 * t - 0.0015786 * t * t;

	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++)
		longitude += terms[i].size / 1e6 *
			     pow(1 - 0.002516 * t,
				 terms[i].sun < 0 ? -terms[i].sun : terms[i].sun) *
			     sin((terms[i].d * d + terms[i].sun * sun +
				  terms[i].moon * moon + terms[i].f * f) /
				 DEGREES);
	return longitude;
}

/* Centuries from 2000 to the midnight with which the local day begins, by the clock of
 * the planets: 64 seconds ahead in 2000, and a third of one more each year. */
static double
centuries(int day)
{
	double days = day - 10957 - 0.5 - 7 / 24.0;

	return (days + (64 + days / 365.25 / 3) / LONG_DAY) / 36525;
}

/* From -180 to 180. */
static double
turn(double degrees)
{
	return degrees - 360 * floor(degrees / 360 + 0.5);
}

static bool
has_new_moon(int day)
{
	double before = turn(moon_at(centuries(day)) - sun_at(centuries(day)));
	double after = turn(moon_at(centuries(day + 1)) - sun_at(centuries(day + 1)));

	return before < 0 && after >= 0 && after < 90;
}

/* Of twelve stretches of 30 degrees, the one that begins with the winter solstice is 0.
 */
static int
stretch(int day)
{
	return (int)floor((180 + turn(sun_at(centuries(day)) - 270 - 180)) / 30);
}

static int
number_of(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };

	return (int)(timegm(&tm) / 86400);
}

/* Is the winter solstice in the month from FROM to the day before TO? */
static bool
has_solstice(int from, int to)
{
	return stretch(to) < stretch(from);
}

struct slow_feasts
slow_lunar_feasts(int year)
{
	int months[20], count = 0, first, next, name = 11;
	struct slow_feasts feasts = { 0, 0 };
	bool leap_came = false;

	/* From late in November, so that the first month found is the tenth or eleventh.
	 */
	for (int day = number_of(year - 1, 11, 20); count < 16; day++)
		if (has_new_moon(day))
			months[count++] = day;
	for (first = 0; !has_solstice(months[first], months[first + 1]); first++)
		;
	for (next = first + 1; !has_solstice(months[next], months[next + 1]); next++)
		;
	for (int i = first + 1; i < next; i++) {
		if (next - first == 13 && !leap_came &&
		    stretch(months[i]) == stretch(months[i + 1])) {
			leap_came = true;
			continue;
		}
		name = name % 12 + 1;
		if (name == 1)
			feasts.tet = months[i];
		if (name == 3)
			feasts.kings = months[i] + 9;
	}
	return feasts;
}

/* A year painted day by day, for one week. */
struct painted {
	unsigned week; /* a bit for each working day; 1: painted */
	bool off[366];
};

static bool
is_feast(int year, const struct slow_feasts *feasts, int day)
{
	static const int fixed[][2] = { { 1, 1 }, { 4, 30 }, { 5, 1 },  { 9, 1 },
					{ 9, 2 }, { 9, 3 },  { 11, 24 } };

	for (int i = 0; i < 7; i++)
		if (day == number_of(year, fixed[i][0], fixed[i][1]))
			return i < 6 || year >= 2026;
	return day == feasts->kings || (day >= feasts->tet - 1 && day <= feasts->tet + 3);
}

static void
paint_year(struct painted *painted, int year, const bool works[8])
{
	const struct slow_feasts feasts = slow_lunar_feasts(year);
	const int first = number_of(year, 1, 1);
	int debt = 0;

	for (int i = 0; i < 366; i++) {
		const bool feast = is_feast(year, &feasts, first + i);
		const bool worked =
			works[(first + i + 3) % 7 + 1]; /* 1970-01-01, a Thursday */

		painted->off[i] = feast || (worked && debt > 0);
		if (feast && !worked)
			debt++;
		else if (!feast && worked && debt > 0)
			debt--;
	}
}

bool
slow_lawful_off(int year, int month, int day, const bool works[8])
{
	static struct painted years[10000];
	struct painted *painted = &years[year];
	unsigned week = 1;

	for (int weekday = 1; weekday <= 7; weekday++)
		week |= works[weekday] ? 1u << weekday : 0;
	if (painted->week != week)
		paint_year(painted, year, works);
	painted->week = week;
	return painted->off[number_of(year, month, day) - number_of(year, 1, 1)];
}
