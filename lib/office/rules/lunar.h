/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LUNAR_H
#define OSQ_OFFICE_RULES_LUNAR_H

/*
 * Days of Vietnam's lunar calendar.  It has the rules of the Chinese one by the hours of
 * UTC+7 (Decision 121-CP of 8 August 1967), so that in some years (2007, 2030, 2053) the
 * days differ from China's: a month begins on the local day of a new moon; the eleventh
 * is the one with the winter solstice; where thirteen months begin between two eleventh
 * ones, the first month in which the sun enters no new twelfth of its path is a leap
 * month.
 *
 * Computed from the moon and the sun alone (J. Meeus, Astronomical Algorithms, 2nd ed.,
 * chs. 25 and 49), so the same year always has the same days.  How long a day will be
 * centuries from now is not known: beyond 2150 the formula goes on and may be wrong by a
 * day where a new moon falls close to midnight, in the last of the years up to 9999 more
 * often.
 */

/*
 * The local day (as moment.h numbers days) on which DAY of the lunar MONTH begins in the
 * lunar year that begins in the calendar year YEAR (1 to 9999).  MONTH is 1 to 10, and
 * not a leap month.
 */
int lunar_day(int year, int month, int day);

#endif
