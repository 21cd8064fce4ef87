/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_OCCUPANCY_H
#define OSQ_OFFICE_RULES_OCCUPANCY_H

#include <stddef.h>
#include <stdint.h>

/*
 * How long a call holds a counter, from the call to the next free moment: what is
 * believed of it after some samples.  Seconds throughout.
 *
 * A belief is not one distribution.  Each occupancy_draw() gives one of those that
 * could have made the samples (a Bayesian bootstrap), so that what few samples leave
 * open shows as width.  A service with few or none leans on the office's other ones,
 * stretched by chance, since services differ; an office with none on a guess.
 */

/* Chance that is the same every time.  Start from { SEED }. */
struct dice {
	uint64_t state;
};

uint64_t dice_throw(struct dice *dice); /* any number */
double dice_share(struct dice *dice);   /* above 0, up to 1 */
double dice_normal(struct dice *dice);  /* mean 0, deviation 1 */

/* A distribution, by its quantiles in even steps. */
#define OCCUPANCY_STEPS 128
struct occupancy {
	int at[OCCUPANCY_STEPS + 1];
};

/* As many as count: older ones tell less of today. */
#define OCCUPANCY_SAMPLES 200

/* The samples of one service, at most OCCUPANCY_SAMPLES, from the shortest on. */
struct samples {
	int *held;
	size_t count;
};

/* Sort them, from the shortest on: before they are used. */
void samples_sort(struct samples *samples);

/* All of an office's services in one. */
void occupancy_pool(const struct samples *services, size_t count,
		    struct occupancy *office);

/* One of the distributions that could have made SAMPLES. */
void occupancy_draw(const struct samples *samples, const struct occupancy *office,
		    struct dice *dice, struct occupancy *drawn);

/* How long one call holds the counter. */
int occupancy_take(const struct occupancy *occupancy, struct dice *dice);

/* How much longer, where it has been held for ELAPSED. */
int occupancy_rest(const struct occupancy *occupancy, int64_t elapsed, struct dice *dice);

/* How much longer a break goes on that has lasted ELAPSED. */
int break_rest(int64_t elapsed, struct dice *dice);

#endif
