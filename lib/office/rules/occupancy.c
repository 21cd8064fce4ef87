/* SPDX-License-Identifier: MIT */
#include "office/rules/occupancy.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

#define STEPS OCCUPANCY_STEPS

/*
 * How much the whole office counts beside a service's own samples, and how much services
 * differ from it (the standard deviation of the logarithm).
 */
#define OFFICE_WEIGHT 2.0
#define OFFICE_DRAWS  12
#define OFFICE_SPREAD 0.5
#define POOL_SAMPLES  40 /* the most samples of a service that count for the office */

/*
 * With no sample in the whole office, assume that half of the calls take up to 6 minutes.
 */
#define GUESS_MEDIAN 360
#define GUESS_SPREAD 0.45
#define GUESS_DRAWS  16
#define GUESS_WEIGHT 2.0

/* Half of all breaks take up to 10 minutes. */
#define BREAK_MEDIAN 600.0

#define LONGEST (8 * 3600) /* no call holds a counter longer */

/* SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators). */
uint64_t
dice_throw(struct dice *dice)
{
	uint64_t z = dice->state += 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

double
dice_share(struct dice *dice)
{
	return ((double)(dice_throw(dice) >> 11) + 1) / 9007199254740992.0; /* 2^53 */
}

double
dice_normal(struct dice *dice)
{
	const double radius = sqrt(-2 * log(dice_share(dice)));

	return radius * cos(6.283185307179586 * dice_share(dice));
}

/*
 * An exponential variate with mean 1, from a table of quantiles: computing a logarithm
 * for each sample of each draw would be most of the work.
 */
static float
weight_of_chance(struct dice *dice)
{
	static float table[256];
	int i;

	if (table[0] == 0)
		for (i = 0; i < 256; i++)
			table[i] = (float)-log((i + 0.5) / 256);
	return table[dice_throw(dice) >> 56];
}

static int
by_length(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

void
samples_sort(struct samples *samples)
{
	if (samples->count)
		qsort(samples->held, samples->count, sizeof(*samples->held), by_length);
}

static int
within_steps(double seconds)
{
	return seconds < 1 ? 1 : seconds > LONGEST ? LONGEST : (int)seconds;
}

/* A value and its weight; later, the sum of the weights up to the middle of its own. */
struct weighed {
	int held;
	float weight;
};

/*
 * The quantiles of values that are sorted by length, interpolated linearly between the
 * middles of their weights.
 */
static void
fill_table(struct occupancy *o, struct weighed *v, size_t count)
{
	float all = 0, step;
	size_t i, j = 0;

	for (i = 0; i < count; i++) {
		const float weight = v[i].weight;

		v[i].weight = all + weight / 2;
		all += weight;
	}
	step = all / STEPS;
	for (i = 0; i <= STEPS; i++) {
		const float want = step * (float)i;

		while (j < count && v[j].weight < want)
			j++;
		if (!j || j == count)
			o->at[i] = v[j ? j - 1 : 0].held;
		else
			o->at[i] = v[j - 1].held +
				   (int)((float)(v[j].held - v[j - 1].held) *
					 (want - v[j - 1].weight) /
					 (v[j].weight - v[j - 1].weight));
	}
	/* Calls can last longer than the longest one seen so far. */
	o->at[STEPS] = within_steps(1.25 * o->at[STEPS]);
}

static int
by_value(const void *a, const void *b)
{
	return ((const struct weighed *)a)->held - ((const struct weighed *)b)->held;
}

/* Of many samples, every n-th one says as much as all. */
static size_t
add_thinned(struct weighed *all, const struct samples *samples)
{
	const size_t step = samples->count / POOL_SAMPLES + 1;
	size_t i, n = 0;

	for (i = step / 2; i < samples->count; i += step)
		all[n++] = (struct weighed){ samples->held[i], (float)step };
	return n;
}

void
occupancy_pool(const struct samples *services, size_t count, struct occupancy *office)
{
	struct weighed *all = mem_alloc((count * POOL_SAMPLES + GUESS_DRAWS) *
					sizeof(*all));
	size_t i, n = 0;

	for (i = 0; i < count; i++)
		n += add_thinned(all + n, &services[i]);
	for (i = 0; i < GUESS_DRAWS; i++) {
		const double share = ((double)i + 0.5) / GUESS_DRAWS;
		const double held = GUESS_MEDIAN * pow(share / (1 - share), GUESS_SPREAD);

		all[n++] = (struct weighed){ within_steps(held),
					     (float)(GUESS_WEIGHT / GUESS_DRAWS) };
	}
	qsort(all, n, sizeof(*all), by_value);
	fill_table(office, all, n);
	free(all);
}

/* Draw some of the office's lengths, stretched at random, from the shortest. */
static void
draw_others(const struct occupancy *office, struct dice *dice,
	    struct weighed others[static OFFICE_DRAWS])
{
	const double stretch = exp(OFFICE_SPREAD * dice_normal(dice));
	size_t i, place;

	for (i = 0; i < OFFICE_DRAWS; i++) {
		struct weighed drawn;

		drawn.held = within_steps(stretch * occupancy_take(office, dice));
		drawn.weight = weight_of_chance(dice) *
			       (float)(OFFICE_WEIGHT / OFFICE_DRAWS);
		for (place = i; place && others[place - 1].held > drawn.held; place--)
			others[place] = others[place - 1];
		others[place] = drawn;
	}
}

void
occupancy_draw(const struct samples *samples, const struct occupancy *office,
	       struct dice *dice, struct occupancy *drawn)
{
	struct weighed others[OFFICE_DRAWS] = { 0 },
		       all[OCCUPANCY_SAMPLES + OFFICE_DRAWS];
	size_t i, j = 0, n = 0;

	draw_others(office, dice, others);
	for (i = 0; i < samples->count && i < OCCUPANCY_SAMPLES; i++) {
		while (j < OFFICE_DRAWS && others[j].held <= samples->held[i])
			all[n++] = others[j++];
		all[n++] = (struct weighed){ samples->held[i], weight_of_chance(dice) };
	}
	while (j < OFFICE_DRAWS)
		all[n++] = others[j++];
	fill_table(drawn, all, n);
}

int
occupancy_take(const struct occupancy *o, struct dice *dice)
{
	const uint64_t thrown = dice_throw(dice);
	const size_t i = thrown % STEPS;
	const int64_t part = (int64_t)(thrown >> 48);

	return o->at[i] + (int)(((o->at[i + 1] - o->at[i]) * part) >> 16);
}

int
occupancy_rest(const struct occupancy *o, int64_t elapsed, struct dice *dice)
{
	size_t i = 0;
	double from, place;

	if (elapsed <= 0)
		return occupancy_take(o, dice);
	while (i <= STEPS && o->at[i] <= elapsed)
		i++;
	/*
	 * A call longer than nearly all is expected to go on in proportion to its length.
	 */
	if (i > STEPS - 2)
		return within_steps((double)elapsed * (pow(dice_share(dice), -0.4) - 1));
	from = i ? (double)(i - 1) + (double)(elapsed - o->at[i - 1]) /
					     (o->at[i] - o->at[i - 1]) :
		   0;
	place = from + (STEPS - from) * (1 - dice_share(dice));
	i = place < STEPS ? (size_t)place : STEPS - 1;
	return within_steps(o->at[i] + (o->at[i + 1] - o->at[i]) * (place - (double)i) -
			    (double)elapsed);
}

int
break_rest(int64_t elapsed, struct dice *dice)
{
	const double past = elapsed > 0 ? (double)elapsed / BREAK_MEDIAN : 0;
	const double left = dice_share(dice) / (1 + past * past);

	return within_steps(BREAK_MEDIAN * (sqrt(1 / left - 1) - past));
}
