/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_RANDOM_OFFICE_H
#define OSQ_TESTS_RANDOM_OFFICE_H

#include "office/core/office.h"

/*
 * An office whose dossiers are made up by chance, a store and a clock of its own: what
 * comes in, what is done with it, files of another system, mistakes and their mending.
 */
struct random_office {
	struct office office;
	uint64_t seed;
	char folder[64];
	int late_acts; /* of 100 acts so many are dated back, over a period's end too */
	int64_t period_from; /* the period that goes on: no other act is dated before it
			      */
	int64_t acted;       /* acts that were taken, since the beginning of the round */
};

/* Its store, and what of it all rounds have in common; false: there is no room. */
bool random_office_open(struct random_office *r);
void random_office_close(struct random_office *r);

/* Begin anew at the moment NOW, with no dossiers, by SEED. */
void random_office_begin(struct random_office *r, uint64_t seed, int64_t now);

/* Go on to the moment UNTIL, with about ACTS acts on the way. */
void random_office_play(struct random_office *r, int64_t until, int acts);

#endif
