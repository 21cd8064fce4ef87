/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_CALENDAR_H
#define OSQ_OFFICE_RULES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "office/rules/time_rule.h"

/*
 * Working time, and the moments at which dossiers are due.
 *
 * Sources: Civil Code 2015, arts. 147-148 (counting of terms); Decree 23/2015, art. 7
 * (certification on the same day; after 15:00 on the next); Labour Code 2019, arts.
 * 111-112 (public holidays).  Which days are off or swapped is announced each year and
 * comes from a register.  A year of which no notice has come has the days off that the
 * law alone gives (holiday.h), and what the register has of it holds before these.
 *
 * Days and moments are those of the years 1 to 9999.  A span of hours is open from its
 * first second to the second before it closes.  Something handed in or finished exactly
 * at the closing moment is still in time.  Hours that close at 24:00 close for a promise
 * a second before, which is still the same day.
 *
 * The calendar does not read the store; calendar_load() in core/worktime.h fills one from
 * the registers.
 */
struct calendar;
struct workday;

/*
 * A new calendar: a week without hours, an empty register of days, no year settled, no
 * cut-off but that of same-day, 15:00:00.  Free it with calendar_free().
 */
struct calendar *calendar_new(void);
void calendar_free(struct calendar *calendar); /* takes NULL */

/*
 * Add a span of hours: open from OPENS to CLOSES (seconds after midnight, opens < closes
 * <= 86400) on WEEKDAY (1 Monday .. 7 Sunday).  COUNTS says that it is working time for
 * deadlines; a Saturday morning that only serves people is not.  The spans of a weekday
 * may come in any order and may touch.  BAD_DATA, with nothing added, when two overlap.
 */
enum status calendar_add_hours(struct calendar *calendar, int weekday, int opens,
			       int closes, bool counts);

/*
 * Mark DAY as off (WORKS false), or as a swap day, worked although its weekday is off
 * (WORKS true).  A swap day has the hours of its own weekday if those count as working
 * time, else those of the first weekday that has such hours.  The last call for a day
 * holds.
 */
void calendar_add_day(struct calendar *calendar, int day, bool works);

/* Mark YEAR as settled: a notice has come, so that the register has all its days off. */
void calendar_settle(struct calendar *calendar, int year);

/*
 * The first year without a notice that a promise touches which was given at FROM for TO;
 * 0 when there is none, so that no notice will move it.
 */
int calendar_unsettled(const struct calendar *calendar, int64_t from, int64_t to);

/*
 * Set the office's cut-off for what is received on the day SINCE or later: of same-day,
 * or of both kinds of days (UNIT is any unit of that kind, not hours).  To be called in
 * the order of the days.
 */
void calendar_add_cutoff(struct calendar *calendar, enum time_unit unit, int since,
			 int cutoff);

/* Give RULE, of days, the office's cut-off of the day of RECEIVED where it has none of
 * its own: so a dossier keeps it. */
void calendar_settle_rule(const struct calendar *calendar, struct time_rule *rule,
			  int64_t received);

/*
 * The closing moment of DAY: the end of its last span of working time; -1 when DAY is not
 * a working day.
 */
int64_t calendar_closing(const struct calendar *calendar, int day);

/*
 * The moment for which DAY stands where no hour is told: of what begins on it the opening
 * of working time, of what ends on it the closing; on a day off its first and its last
 * second.
 */
int64_t calendar_day_begins(const struct calendar *calendar, int day);
int64_t calendar_day_ends(const struct calendar *calendar, int day);

/*
 * The moment at which the office closes for the public on DAY: the end of its last span,
 * whether that is working time or not; -1 when it is not open.
 */
int64_t calendar_shuts(const struct calendar *calendar, int day);

/*
 * The first moment of working time at or after MOMENT; -1 when none comes within ten
 * years (a calendar without hours).
 */
int64_t calendar_next_open(const struct calendar *calendar, int64_t moment);

/*
 * The hours of DAY, working time and others; no spans when the office is closed.  Owned
 * by the calendar and valid until it is changed.
 */
const struct workday *calendar_hours(const struct calendar *calendar, int day);

/*
 * Compute when a dossier received at RECEIVED is due by RULE, into *DUE.  What is
 * received on a day off or after closing counts as received at the next opening, except
 * under `day`; what is received on a working day later than the cut-off, at the opening
 * of the next one, under each unit but hours.
 *
 * - working-day, n >= 1: the day of receipt is not counted; due at the closing time of
 * the n-th working day after it.
 * - day, n >= 1: the n-th calendar day after the local day of receipt, even where that is
 *   a day off; if it is not a working day itself, the next working day; at closing time.
 * - same-day: at the closing time of the working day on which it counts as received.
 * - working-hour, n >= 1: after n hours of working time.  Time that runs out exactly at
 *   the end of a span is due at that end, not at the next opening.
 *
 * BAD_DATA when the limit is none in UNIT, or *DUE would lie beyond the year 9999;
 * NOT_SET_UP when the calendar has no working time, or none in the next ten years.  *DUE
 * is untouched on failure.
 */
enum status calendar_due(const struct calendar *calendar, const struct time_rule *rule,
			 int64_t received, int64_t *due);

/* The moment at which a dossier received at RECEIVED counts as received by RULE:
 * RECEIVED, or an opening, as above. */
int64_t calendar_receipt(const struct calendar *calendar, const struct time_rule *rule,
			 int64_t received);

/*
 * Find the moment at which SECONDS (0 or more) of working time have passed since FROM.
 * Time that runs out exactly at the end of a span ends there, not at the next opening; 0
 * seconds end at FROM.  Fails as above; *MOMENT is then untouched.
 */
enum status calendar_after(const struct calendar *calendar, int64_t from, int64_t seconds,
			   int64_t *moment);

/* How many seconds of working time lie in [FROM, TO); 0 when TO <= FROM. */
int64_t calendar_open_seconds(const struct calendar *calendar, int64_t from, int64_t to);

/* How many of them are left at FROM until the promise DUE; one for midnight has the
 * second besides by which it stands earlier. */
int64_t calendar_left(const struct calendar *calendar, int64_t from, int64_t due);

#endif
