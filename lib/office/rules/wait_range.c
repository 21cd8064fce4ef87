/* SPDX-License-Identifier: MIT */
#include "office/rules/wait_range.h"

#include <math.h>
#include <stdlib.h>

#include "base/moment.h"

static int
by_wait(const void *a, const void *b)
{
	const struct wait_played *p = a, *q = b;

	return (p->wait > q->wait) - (p->wait < q->wait);
}

static int
by_ahead(const void *a, const void *b)
{
	const struct wait_played *p = a, *q = b;

	return (p->ahead > q->ahead) - (p->ahead < q->ahead);
}

/* The quantile SHARE of the COUNT sorted waits. */
static double
count_share(const struct wait_played *answers, size_t count, double share)
{
	const double place = share * (double)(count - 1);
	const size_t i = (size_t)place;
	const double low = (double)answers[i].wait;

	if (i + 1 == count)
		return low;
	return low + ((double)answers[i + 1].wait - low) * (place - (double)i);
}

/*
 * A quantile of a gamma distribution with that MEAN and SHAPE.  DEVIATE is the same
 * quantile of the standard normal distribution (Wilson and Hilferty 1931).
 */
static double
fit_share(double mean, double shape, double deviate)
{
	return mean * pow(1 - 1 / (9 * shape) + deviate / sqrt(9 * shape), 3);
}

#define COUNTED_FROM 250 /* from so many plays on, the sorted waits are enough */
#define NINE_OF_TEN  1.2815515655446004

/*
 * How many deviations above the mean the next wait stays below in nine of ten cases, when
 * mean and deviation come from COUNT plays only: Student's quantile (the normal one and
 * its first correction; Abramowitz and Stegun 26.7.5), and the error of the mean itself.
 */
static double
nine_of_ten(double count)
{
	const double z = NINE_OF_TEN;

	return (z + (z * z * z + z) / (4 * (count - 1))) * sqrt(1 + 1 / count);
}

void
wait_sum_up(struct wait_played *answers, size_t count, bool smooth,
	    struct wait_range *range)
{
	double sum = 0, squares = 0, mean, shape;
	size_t i;

	qsort(answers, count, sizeof(*answers), by_ahead);
	range->ahead = answers[count / 2].ahead;
	qsort(answers, count, sizeof(*answers), by_wait);
	for (i = 0; i < count; i++) {
		sum += (double)answers[i].wait;
		squares += (double)answers[i].wait * (double)answers[i].wait;
	}
	mean = sum / (double)count;
	squares = squares / (double)count - mean * mean;
	squares *= count > 1 ? (double)count / (double)(count - 1) : 1;
	shape = squares > 0 ? mean * mean / squares : 0;
	if (!smooth || count >= COUNTED_FROM || shape < 2) {
		range->median = llround(count_share(answers, count, 0.5));
		range->p90 = llround(count_share(answers, count, 0.9));
	} else { /* few plays of a long line: a sum of many calls is smooth */
		range->median = llround(fit_share(mean, shape, 0));
		range->p90 = llround(fit_share(mean, shape, nine_of_ten((double)count)));
	}
}

void
wait_range_said(int64_t *median, int64_t *p90)
{
	const int64_t from = minutes_near(*median), to = minutes_up(*p90);

	*p90 = 60 * (to > 1 ? to : 1);
	*median = from > 0 && to > 1 ? 60 * (from < to ? from : to) : -1;
}
