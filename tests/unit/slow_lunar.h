/* SPDX-License-Identifier: MIT */
#ifndef OSQ_TESTS_SLOW_LUNAR_H
#define OSQ_TESTS_SLOW_LUNAR_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Vietnam's lunar days once more, slowly: not from a series for the moments of new moons,
 * but by looking each midnight of UTC+7 how far the moon is from the sun, from series for
 * where both stand, and by naming the months that this makes one after the other.  Shares
 * nothing with lunar.c, not even how the clock drifts.
 */

/* The number of days since 1970 of lunar 1/1 and 10/3 of the year. */
struct slow_feasts {
	int tet, kings;
};
struct slow_feasts slow_lunar_feasts(int year);

/*
 * Is that day off by the law alone, in a week of which WORKS[1], Monday, to WORKS[7] are
 * working days?  Days that fall on a weekly day off are a debt, which the next working
 * days pay.
 */
bool slow_lawful_off(int year, int month, int day, const bool works[8]);

#endif
