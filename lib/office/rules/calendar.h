/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_CALENDAR_H
#define OSQ_OFFICE_RULES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/word.h"

/*
 * Working time, and the moments at which dossiers are due.
 *
 * Sources: Civil Code 2015, arts. 147-148 (counting of terms); Decree 23/2015, art. 7
 * (certification on the same day; after 15:00 on the next); Labour Code 2019, arts.
 * 111-112 (public holidays).  Which days are off or swapped is announced each year and
 * comes from a register; only weekdays are computed here.
 *
 * Days and moments are those of the years 1 to 9999.  A span of hours is open from its
 * first second to the second before it closes.  Something handed in or finished exactly
 * at the closing moment is still in time.
 *
 * The calendar does not read the store; calendar_load() in core/worktime.h fills one from
 * the registers.
 */
struct calendar;
struct workday;

/* The longest time limit, in any unit. */
#define TIME_LIMIT_MOST 3660

/*
 * A new calendar: a week without hours, no holidays, and the cut-off 15:00:00.  Free it
 * with calendar_free().
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

/*
 * Set the same-day cut-off, in seconds after midnight.  What is received at that second
 * is still in time.
 */
void calendar_set_cutoff(struct calendar *calendar, int second);

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

enum time_unit { UNIT_WORKING_DAY, UNIT_DAY, UNIT_SAME_DAY, UNIT_WORKING_HOUR };
extern const struct word time_units[]; /* by enum time_unit */

/* The unit called TEXT ("working-day" and so on); -1 when it is none of the four. */
int time_unit_read(const char *text);
const char *time_unit_word(enum time_unit unit);

/* Whether LIMIT is a time limit in UNIT: 1 to TIME_LIMIT_MOST, but 0 under same-day,
 * which has none. */
bool time_limit_fits(enum time_unit unit, int64_t limit);

/*
 * Compute when a dossier received at RECEIVED is due, into *DUE.  What is received on a
 * day off or after closing counts as received at the next opening, except under `day`.
 *
 * - working-day, LIMIT n >= 1: the day of receipt is not counted; due at the closing time
 *   of the n-th working day after it.
 * - day, n >= 1: the n-th calendar day after the local day of receipt, even where that is
 *   a day off; if it is not a working day itself, the next working day; at closing time.
 * - same-day (LIMIT is ignored): received at the cut-off or before, due at that working
 *   day's closing time; received later, at the next working day's.
 * - working-hour, n >= 1: after n hours of working time.  Time that runs out exactly at
 *   the end of a span is due at that end, not at the next opening.
 *
 * BAD_DATA when the limit is none in UNIT, or *DUE would lie beyond the year 9999;
 * NOT_SET_UP when the calendar has no working time, or none in the next ten years.  *DUE
 * is untouched on failure.
 */
enum status calendar_due(const struct calendar *calendar, enum time_unit unit, int limit,
			 int64_t received, int64_t *due);

/*
 * Find the moment at which SECONDS (0 or more) of working time have passed since FROM.
 * Time that runs out exactly at the end of a span ends there, not at the next opening; 0
 * seconds end at FROM.  Fails as above; *MOMENT is then untouched.
 */
enum status calendar_after(const struct calendar *calendar, int64_t from, int64_t seconds,
			   int64_t *moment);

/* How many seconds of working time lie in [FROM, TO); 0 when TO <= FROM. */
int64_t calendar_open_seconds(const struct calendar *calendar, int64_t from, int64_t to);

#endif
