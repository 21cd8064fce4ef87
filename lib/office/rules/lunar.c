/* SPDX-License-Identifier: MIT */
#include "office/rules/lunar.h"

#include <math.h>
#include <stddef.h>

#include "base/moment.h"

/* Meeus' formulas use the astronomers' names: JDE, k, T, M, F, Omega. */
#define RADIANS    (3.14159265358979323846 / 180)
#define J2000      2451545.0     /* the Julian day of 2000-01-01T12:00 */
#define UNIX_EPOCH 2440587.5     /* and of 1970-01-01T00:00Z */
#define CENTURY    36525.0       /* days */
#define LUNATIONS  1236.85       /* in a century */
#define MONTH      29.530588861  /* days, the mean of a lunation */
#define FIRST_MOON 2451550.09766 /* the mean new moon of 2000-01-06, k = 0 */
#define EAST       (LOCAL_OFFSET / (double)DAY_SECONDS)

/* Angles of ch. 49 in whose sums the corrections are given. */
enum angle { SUN, MOON, LATITUDE, ANGLES };

/* Correct the mean new moon by DAYS * E^power * sin(the sum of times * angle). */
static const struct correction {
	double days;
	int power;
	int times[ANGLES];
} corrections[] = {
	{ -0.40720, 0, { 0, 1, 0 } }, { 0.17241, 1, { 1, 0, 0 } },
	{ 0.01608, 0, { 0, 2, 0 } },  { 0.01039, 0, { 0, 0, 2 } },
	{ 0.00739, 1, { -1, 1, 0 } }, { -0.00514, 1, { 1, 1, 0 } },
	{ 0.00208, 2, { 2, 0, 0 } },  { -0.00111, 0, { 0, 1, -2 } },
	{ -0.00057, 0, { 0, 1, 2 } }, { 0.00056, 1, { 1, 2, 0 } },
	{ -0.00042, 0, { 0, 3, 0 } }, { 0.00042, 1, { 1, 0, 2 } },
	{ 0.00038, 1, { 1, 0, -2 } }, { -0.00024, 1, { -1, 2, 0 } },
	{ -0.00007, 0, { 2, 1, 0 } }, { 0.00004, 0, { 0, 2, -2 } },
	{ 0.00004, 0, { 3, 0, 0 } },  { 0.00003, 0, { 1, 1, -2 } },
	{ 0.00003, 0, { 0, 2, 2 } },  { -0.00003, 0, { 1, 1, 2 } },
	{ 0.00003, 0, { -1, 1, 2 } }, { -0.00002, 0, { -1, 1, -2 } },
	{ -0.00002, 0, { 1, 3, 0 } }, { 0.00002, 0, { 0, 4, 0 } },
};

/* What the planets add: DAYS * sin(at + per * k). */
static const struct {
	double days, at, per;
} planets[] = {
	{ 0.000325, 299.77, 0.107408 },  { 0.000165, 251.88, 0.016321 },
	{ 0.000164, 251.83, 26.651886 }, { 0.000126, 349.42, 36.412478 },
	{ 0.000110, 84.66, 18.206239 },  { 0.000062, 141.74, 53.303771 },
	{ 0.000060, 207.14, 2.453732 },  { 0.000056, 154.84, 7.306860 },
	{ 0.000047, 34.52, 27.261239 },  { 0.000042, 207.19, 0.121824 },
	{ 0.000040, 291.34, 1.844379 },  { 0.000037, 161.72, 24.198154 },
	{ 0.000035, 239.56, 25.513099 }, { 0.000023, 331.55, 3.592518 },
};

static double
sine(double degrees)
{
	return sin(fmod(degrees, 360) * RADIANS);
}

/*
 * Dynamical time less universal time, in days, at T centuries from 2000: the earth turns
 * ever more slowly.  F. Espenak and J. Meeus, Five Millennium Canon of Solar Eclipses
 * (NASA TP-2006-214141), for 2005 to 2050 and from there on.
 */
static double
clock_lag(double t)
{
	double year = 100 * t, u = (2000 + year - 1820) / 100;
	double seconds = -20 + 32 * u * u;

	if (year < 50)
		seconds = 62.92 + 0.32217 * year + 0.005589 * year * year;
	else if (year < 150)
		seconds -= 0.5628 * (150 - year);
	return seconds / DAY_SECONDS;
}

/* The day of the Kth new moon after that of 2000-01-06 (ch. 49). */
static int
new_moon(int k)
{
	const double t = k / LUNATIONS;
	const double e = 1 - 0.002516 * t - 0.0000074 * t * t;
	const double powers[] = { 1, e, e * e };
	const double angles[ANGLES] = {
		[SUN] = 2.5534 + 29.10535670 * k - 0.0000014 * t * t,
		[MOON] = 201.5643 + 385.81693528 * k + 0.0107582 * t * t,
		[LATITUDE] = 160.7108 + 390.67050284 * k - 0.0016118 * t * t,
	};
	double at = FIRST_MOON + MONTH * k + 0.00015437 * t * t -
		    0.00017 * sine(124.7746 - 1.56375588 * k + 0.0020672 * t * t);

	for (size_t i = 0; i < sizeof(corrections) / sizeof(*corrections); i++) {
		const struct correction *c = &corrections[i];
		double sum = 0;

		for (int a = 0; a < ANGLES; a++)
			sum += c->times[a] * angles[a];
		at += c->days * powers[c->power] * sine(sum);
	}
	for (size_t i = 0; i < sizeof(planets) / sizeof(*planets); i++)
		at += planets[i].days * sine(planets[i].at + planets[i].per * k);
	return (int)floor(at - clock_lag(t) + EAST - UNIX_EPOCH);
}

/* In which twelfth of its path the sun is when the local DAY begins, from 0 at the spring
 * equinox; 9 begins with the winter solstice (ch. 25). */
static int
sun_sector(int day)
{
	double t = (day + UNIX_EPOCH - EAST - J2000) / CENTURY;
	double m, longitude;

	t += clock_lag(t) / CENTURY;
	m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
	longitude = 280.46646 + 36000.76983 * t + 0.0003032 * t * t +
		    (1.914602 - 0.004817 * t) * sine(m) +
		    (0.019993 - 0.000101 * t) * sine(2 * m) + 0.000289 * sine(3 * m) -
		    0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
	longitude = fmod(longitude, 360);
	return (int)((longitude < 0 ? longitude + 360 : longitude) / 30);
}

/* The new moon with which the eleventh month of YEAR begins. */
static int
eleventh_month(int year)
{
	const int last = day_from_ymd(year, 12, 31);
	int k = (int)floor((last + UNIX_EPOCH - FIRST_MOON) / MONTH) + 1;

	while (new_moon(k) > last)
		k--;
	/* Where the sun is past the solstice as that month begins, it was the one before.
	 */
	return sun_sector(new_moon(k)) >= 9 ? k - 1 : k;
}

/* How many months after the eleventh the leap month before the next eleventh comes; no
 * month is as late as 99. */
static int
leap_after(int eleventh, int next)
{
	int i = 1;

	if (next - eleventh < 13)
		return 99;
	while (i < 12 && sun_sector(new_moon(eleventh + i)) !=
				 sun_sector(new_moon(eleventh + i + 1)))
		i++;
	return i;
}

int
lunar_day(int year, int month, int day)
{
	const int eleventh = eleventh_month(year - 1);
	int months = month + 1;

	if (leap_after(eleventh, eleventh_month(year)) <= months)
		months++;
	return new_moon(eleventh + months) + day - 1;
}
