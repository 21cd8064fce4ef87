/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_HOLIDAY_H
#define OSQ_OFFICE_RULES_HOLIDAY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The days off of a year of which no notice has come yet, by the law alone: what a
 * promise must not fall on, whatever the notice will say.  The same year and week always
 * have the same ones.
 */

#define HOLIDAY_SINCE 2023 /* years before it stay as they were imported */
#define HOLIDAY_LAST  9999 /* the last year of the calendar */
#define HOLIDAY_MOST  32   /* of a year */

/*
 * Put the days off of YEAR, in order, into DAYS (as moment.h numbers them) and return how
 * many they are; none before HOLIDAY_SINCE.
 * WORKS[0], Monday, to WORKS[6] say which
 * weekdays are working days.
 *
 * Labour Code 2019, art. 112: 1 January; Tet, five days, as the day before lunar 1/1 and
 * the three after it; lunar 10/3; 30 April; 1 May; National Day, 2 September and the day
 * before or after it, which the notice chooses, so here both.  Resolution 28/2026/QH16:
 * 24 November, from 2026.  Art. 111 (3): one that falls on a weekly day off is made up
 * for on the next working day.
 */
size_t holiday_guess(int year, const bool works[static 7], int days[static HOLIDAY_MOST]);

#endif
