/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_OCCUPANCY_H
#define OSQ_OFFICE_RULES_OCCUPANCY_H

#include <stddef.h>
#include <stdint.h>

/*
 * How long a call holds a counter, from the call to the next free moment, as estimated
 * from samples.  All lengths are in seconds.
 *
 * Few samples fit many distributions.  Each occupancy_draw() gives one that could have
 * made the samples (a Bayesian bootstrap), so that what few samples leave open shows as a
 * wider range. A service with few samples or none borrows from the office's other
 * services, stretched at random since services differ.  An office without any samples
 * uses a guess.
 */

/* A random generator that gives the same numbers every time.  Start from { SEED }. */
struct dice {
	uint64_t state;
};

uint64_t dice_throw(struct dice *dice); /* any number */
double dice_share(struct dice *dice);   /* above 0, up to 1 */
double dice_normal(struct dice *dice);  /* mean 0, deviation 1 */

/* A distribution, as its quantiles in even steps. */
#define OCCUPANCY_STEPS 128
struct occupancy {
	int at[OCCUPANCY_STEPS + 1];
};

/* The most samples that count: older ones say less about today. */
#define OCCUPANCY_SAMPLES 200

/* The samples of one service, at most OCCUPANCY_SAMPLES, sorted from the shortest. */
struct samples {
	int *held;
	size_t count;
};

/* Sort the samples from the shortest; to be called before they are used. */
void samples_sort(struct samples *samples);

/* Combine the samples of all of an office's services into one distribution. */
void occupancy_pool(const struct samples *services, size_t count,
		    struct occupancy *office);

/* Draw one of the distributions that could have made SAMPLES. */
void occupancy_draw(const struct samples *samples, const struct occupancy *office,
		    struct dice *dice, struct occupancy *drawn);

/* Draw how long one call holds the counter. */
int occupancy_take(const struct occupancy *occupancy, struct dice *dice);

/* Draw how much longer a call lasts that has held the counter for ELAPSED. */
int occupancy_rest(const struct occupancy *occupancy, int64_t elapsed, struct dice *dice);

/* Draw how much longer a break lasts that has lasted ELAPSED. */
int break_rest(int64_t elapsed, struct dice *dice);

#endif
