/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_MOMENT_H
#define OSQ_BASE_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Moments are seconds since 1970-01-01T00:00:00Z (int64_t); days are numbers of
 * local days since 1970-01-01 (int), so that day + 1 is tomorrow.  Local is
 * Asia/Ho_Chi_Minh, UTC+7 without summer time, whatever the machine's zone says.
 */
#define LOCAL_OFFSET 25200 /* 7 hours */
#define DAY_SECONDS  86400
#define DAY_FIRST    (-719162)     /* 0001-01-01 */
#define DAY_LAST     2932896       /* 9999-12-31 */
#define MOMENT_FIRST (-2209014000) /* 1900-01-01T00:00+07:00, of a record's moments */
#define MOMENT_LAST  253402275599  /* 9999-12-31T23:59:59+07:00, of any */
#define DAY_TEXT     11            /* room for YYYY-MM-DD */
#define MOMENT_TEXT  26            /* room for YYYY-MM-DDTHH:MM:SS+07:00 */

/* The clock: $OSQ_NOW where it is set (a moment as moment_read() takes it, or
 * seconds since 1970), else the machine's.  An $OSQ_NOW that cannot be read, or is
 * beyond the year 9999, gives -1. */
int64_t moment_now(void);
bool moment_is_set(void); /* whether $OSQ_NOW stands for the clock */

/* SECONDS as whole minutes, as they are shown to people: to the nearest, and upwards. */
int64_t minutes_near(int64_t seconds);
int64_t minutes_up(int64_t seconds);

int day_of(int64_t moment);                   /* the local day of a moment */
int64_t day_moment(int day, int second);      /* SECOND seconds after its midnight */
int second_of_day(int64_t moment);            /* 0..86399, local */
int day_weekday(int day);                     /* 1 Monday .. 7 Sunday, ISO 8601 */
int day_from_ymd(int year, int month, int d); /* proleptic Gregorian; no check */
void day_to_ymd(int day, int *year, int *month, int *d);
int month_length(int year, int month);

/* YYYY-MM-DD, years 0001..9999; returns ROOM. */
const char *day_print(int day, char room[static DAY_TEXT]);

/* 2026-11-24T07:35:00+07:00; returns ROOM. */
const char *moment_print(int64_t moment, char room[static MOMENT_TEXT]);

/* YYYY-MM-DD, D/M/YYYY, `today`, `yesterday`.  False when TEXT is no day. */
bool day_read(const char *text, int64_t now, int *day);

/*
 * ISO 8601 with offset or Z, without (local), a blank for the T, seconds
 * optional; D/M/YYYY with a time; HH:MM, HH:MM:SS or 7h30 (today); `now`, or a day
 * alone (its midnight).  False when TEXT is no moment of the years 1 to 9999, local.
 */
bool moment_read(const char *text, int64_t now, int64_t *moment);

/* The same; *DAY tells that TEXT is a day alone, for which the midnight only stands: what
 * it begins or ends knows at which hour (calendar_day_begins(), calendar_day_ends()). */
bool moment_or_day_read(const char *text, int64_t now, int64_t *moment, bool *day);

/* What a TEXT that is no day and no moment is all the same, marked N_(): a spreadsheet's
 * count of days, a clock of twelve hours, a year of two digits.  NULL: none of these. */
const char *moment_wrong(const char *text);

/* HH:MM, HH:MM:SS, 7h or 7h30 as seconds after midnight; 24:00 is allowed.  -1 if not. */
int clock_read(const char *text);

#endif
