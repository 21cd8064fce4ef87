/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_CALENDAR_H
#define OSQ_OFFICE_RULES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/word.h"

/*
 * Working time and the moments by which a dossier is promised.
 *
 * Sources: Civil Code 2015, arts. 147-148 (counting of terms); Decree 23/2015,
 * art. 7 (certification on the day, after 15:00 the next); Labour Code 2019,
 * arts. 111-112 (public holidays).  Which days are off or swapped is announced
 * year by year and comes from a register; nothing is computed here but weekdays.
 *
 * Moments and days are those of years 1 to 9999.  A span of hours is open from its
 * first second to the one before its closing; the closing moment itself is still in
 * time for whoever hands in or finishes at it.
 *
 * The calendar knows no store: see calendar_load() in office.h for one that is
 * filled from the registers.
 */
struct calendar;
struct workday;

/* The longest time limit, in whatever unit a catalogue gives it. */
#define TIME_LIMIT_MOST 3660

/* A Monday-to-Sunday week without hours or holidays, and the cut-off 15:00:00. */
struct calendar *calendar_new(void);
void calendar_free(struct calendar *calendar); /* takes NULL */

/*
 * Open from OPENS to CLOSES (seconds after midnight, opens < closes <= 86400)
 * on WEEKDAY (1 Monday .. 7 Sunday).  COUNTS: it is working time for deadlines;
 * a Saturday morning that only serves people is not.  Spans of one weekday may
 * come in any order, may touch, and must not overlap: BAD_DATA, and nothing added.
 */
enum status calendar_add_hours(struct calendar *calendar, int weekday, int opens,
			       int closes, bool counts);

/*
 * A day that is off (WORKS false), or worked although its weekday is off (WORKS
 * true: a swap day).  A swap day has the hours of its own weekday where those
 * count, else those of the first weekday of the week that has counted hours.
 * The last word on a day holds.
 */
void calendar_add_day(struct calendar *calendar, int day, bool works);

/* The same-day cut-off in seconds after midnight: received at it is in time. */
void calendar_set_cutoff(struct calendar *calendar, int second);

/* The closing moment of a working day, which is its last counted closing; -1 when
 * DAY is none. */
int64_t calendar_closing(const struct calendar *calendar, int day);

/* The moment at which DAY's last span ends, counted or not: when the office closes for
 * people; -1 when it is not open that day. */
int64_t calendar_shuts(const struct calendar *calendar, int day);

/* The first moment of counted open time at or after MOMENT; -1 when none comes
 * within ten years (a calendar without hours). */
int64_t calendar_next_open(const struct calendar *calendar, int64_t moment);

/* The hours of DAY, counted or not; none when the office is closed.  They live as
 * long as the calendar is not changed. */
const struct workday *calendar_hours(const struct calendar *calendar, int day);

enum time_unit { UNIT_WORKING_DAY, UNIT_DAY, UNIT_SAME_DAY, UNIT_WORKING_HOUR };
extern const struct word time_units[]; /* by enum time_unit */

/* "working-day" and so on; -1 when TEXT is none of the four. */
int time_unit_read(const char *text);
const char *time_unit_word(enum time_unit unit);

/*
 * When a dossier received at RECEIVED is due.
 *
 * - working-day, LIMIT n >= 1: received on a day off, or after closing, counts
 *   as received at the next opening; the day of receipt is not counted; due at
 *   closing time of the n-th working day after it.
 * - day, n >= 1: the n-th calendar day after the local day of receipt, be that a
 *   day off or past closing, moved on to the next working day where it is none; at
 *   closing time.
 * - same-day (LIMIT is not looked at): received at the cut-off or before, that
 *   working day's closing time; later, the next working day's.  Received on a
 *   day off or after closing: as if at the next opening.
 * - working-hour, n >= 1: n hours of counted open time from the receipt, or the
 *   next opening; time that runs out exactly with a span is due at its end, not
 *   at the opening of the next.
 *
 * BAD_DATA when the limit is not in 1..3660 (1..29280 hours); NOT_SET_UP when
 * the calendar has no working time, or none for ten years on.  *DUE is untouched on
 * failure.
 */
enum status calendar_due(const struct calendar *calendar, enum time_unit unit, int limit,
			 int64_t received, int64_t *due);

/*
 * The moment at which SECONDS (0 or more) of counted open time have passed since FROM;
 * time that runs out exactly with a span ends with it, not at the opening of the next.
 * With none to pass it is FROM itself.  NOT_SET_UP as above; *MOMENT is then untouched.
 */
enum status calendar_after(const struct calendar *calendar, int64_t from, int64_t seconds,
			   int64_t *moment);

/* Seconds of counted open time in [FROM, TO); 0 when TO <= FROM. */
int64_t calendar_open_seconds(const struct calendar *calendar, int64_t from, int64_t to);

#endif
