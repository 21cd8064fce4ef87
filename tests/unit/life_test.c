/* SPDX-License-Identifier: MIT */
#include "office/rules/life.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "facts_of.h"

#include <cmocka.h> /* last: its fail() is not ours */

/*
 * Lives worked out by hand, with the reckoning beside them; life_random_test.c has the
 * many others.  The office is open Monday to Friday 07:00-11:30 and 13:00-17:00, 8.5
 * hours, and serves people on Saturday morning, which does not count.  23 November 2026
 * is a Monday, and the 24th is off.
 *
 * Unless a story says otherwise the dossier came on Monday the 23rd at 08:00 and has five
 * working days: Wed 25, Thu 26, Fri 27, Mon 30, Tue 1 December; due that day at 17:00.
 */
#define CAME "2026-11-23 08:00"
#define DUE  "2026-12-01 17:00"

#define TEXT  24
#define AHEAD 25200 /* local time is UTC+7 */

static int64_t
at(const char *text)
{
	struct tm tm = { 0 };

	if (!text)
		return -1;
	if (sscanf(text, "%d-%d-%d %d:%d:%d", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
		   &tm.tm_hour, &tm.tm_min, &tm.tm_sec) < 5)
		fail_msg("no moment: %s", text);
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (int64_t)timegm(&tm) - AHEAD;
}

static const char *
shown(int64_t moment, char room[static TEXT])
{
	time_t shifted = (time_t)(moment + AHEAD);
	struct tm tm;

	if (moment == -1)
		return "none";
	gmtime_r(&shifted, &tm);
	strftime(room, TEXT, "%Y-%m-%d %H:%M:%S", &tm);
	return room;
}

static struct calendar *
commune(void)
{
	struct calendar *calendar = calendar_new();

	for (int weekday = 1; weekday <= 5; weekday++) {
		assert_int_equal(calendar_add_hours(calendar, weekday, 25200, 41400,
						    true),
				 OK);
		assert_int_equal(calendar_add_hours(calendar, weekday, 46800, 61200,
						    true),
				 OK);
	}
	assert_int_equal(calendar_add_hours(calendar, 6, 25200, 41400, false), OK);
	calendar_settle(calendar, 2026);
	calendar_add_day(calendar, (int)((at("2026-11-24 00:00") + AHEAD) / 86400),
			 false);
	return calendar;
}

static struct dossier_state
taken_in(const char *came, const char *due)
{
	return (struct dossier_state){
		.received_at = at(came),
		.last_at = at(came),
		.due_at = at(due),
		.first_due_at = -1,
		.promised_at = -1,
		.finished_at = -1,
		.returned_at = -1,
		.paused_at = -1,
		.voided_at = -1,
		.verified_at = -1,
		.accepted_at = -1,
		.step_due_at = -1,
		.status = "received",
		.terms = { .rule = { .limit = 5 }, .step = { .limit = 2 }, .ask_days = 3 }
	};
}

/* An act and what it leads to; `with` is a pause's kind, an extension's promise or the
 * end of the step that a hand-over begins. */
struct line {
	const char *at;
	enum dossier_act act;
	const char *with;
	bool force;
	enum status status;
	/* From here on of those that are done: */
	const char *is, *due, *promised, *step;
};

#define LINES 8

struct story {
	const char *name, *came, *due;
	struct line lines[LINES];
	/* At the end: */
	const char *first_due;
	int64_t requests, waited;
	bool restarts; /* a first supplement in time begins the limit anew */
};

#define RCV "received"
#define PRC "processing"
#define PSD "paused"

static const struct story stories[] = {
	{ "a pause over a weekend",
	  CAME,
	  DUE,
	  /* Fri 1 h, Mon 8.5, Tue 8.5: 18 h left.  Mon from 08:00 7.5, Tue 8.5: 2 h on
	     Wed. */
	  { { "2026-11-27 16:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-30 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 09:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  64 * 3600,
	  false },
	{ "a pause over the holiday",
	  CAME,
	  DUE,
	  /* Mon 1 h and five days of 8.5: 43.5 h.  Wed 25 from 08:00 7.5, Thu, Fri, Mon,
	   * Tue 8.5 each: 2 h on Wed 2. */
	  { { "2026-11-23 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-25 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 09:00", NULL,
	      NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "pauses out of hours cost nothing",
	  CAME,
	  DUE,
	  /* After closing; until before opening; over lunch; a Saturday morning and
	     Sunday. */
	  { { "2026-11-26 11:30", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 13:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL },
	    { "2026-11-26 18:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 21:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL },
	    { "2026-11-26 21:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-27 06:59:59", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL },
	    { "2026-11-28 09:00", ACT_PAUSE, "verification", 0, OK, PSD, DUE, NULL,
	      NULL },
	    { "2026-11-29 20:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "a second of the open hours is one",
	  CAME,
	  DUE,
	  { { "2026-11-26 16:59:59", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 21:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 07:00:01",
	      NULL, NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "a pause of a late one moves nothing",
	  CAME,
	  DUE,
	  { { "2026-12-01 17:00:01", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-12-04 09:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL } },
	  NULL,
	  1,
	  230399,
	  false },
	{ "a pause in the second it was due leaves no time",
	  CAME,
	  DUE,
	  { { "2026-12-01 17:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-12-04 09:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-04 09:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  64 * 3600,
	  false },
	{ "resumed before opening",
	  CAME,
	  DUE,
	  /* Wed 1 h and four days: 35 h.  Wed 2, Thu, Fri, Mon 7: 34 h; 1 h on Tue 8. */
	  { { "2026-11-25 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-12-02 05:30", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-08 08:00", NULL,
	      NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "two pauses, the fee twice",
	  CAME,
	  DUE,
	  /* 35 h; Thu 1 h, Fri, Mon, Tue, Wed 2: the whole day.  Then Mon, Tue, Wed: 25.5
	   * h; Tue, Wed, Thu 3. */
	  { { "2026-11-25 16:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 16:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 17:00", NULL,
	      NULL },
	    { "2026-11-30 07:00", ACT_PAUSE, "fee", 0, OK, PSD, "2026-12-02 17:00", NULL,
	      NULL },
	    { "2026-12-01 07:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-03 17:00", NULL,
	      NULL },
	    { "2026-12-01 07:00", ACT_PAUSE, "fee", 0, OK, PSD, "2026-12-03 17:00", NULL,
	      NULL },
	    { "2026-12-01 07:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-03 17:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  24 * 3600,
	  false },
	{ "a second supplement only on purpose",
	  CAME,
	  DUE,
	  { { "2026-11-25 08:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-25 08:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, NULL, NULL },
	    { "2026-11-25 09:00", ACT_PAUSE, "supplement", 0, NOT_ALLOWED, 0, 0, 0, 0 },
	    { "2026-11-25 09:00", ACT_PAUSE, NULL, 1, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-25 09:00:07", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 07:00:07",
	      NULL, NULL } },
	  DUE,
	  2,
	  7,
	  false },
	{ "an extension the day before, once",
	  CAME,
	  DUE,
	  { { "2026-11-30 23:59:59", ACT_EXTEND, DUE, 0, BAD_DATA, 0, 0, 0, 0 },
	    { "2026-11-30 23:59:59", ACT_EXTEND, "2026-12-04 17:00", 0, OK, RCV, DUE,
	      "2026-12-04 17:00", NULL },
	    { "2026-12-01 08:00", ACT_EXTEND, "2026-12-07 17:00", 0, NOT_ALLOWED, 0, 0, 0,
	      0 },
	    { "2026-12-01 08:00", ACT_EXTEND, "2026-12-03 17:00", 1, BAD_DATA, 0, 0, 0,
	      0 },
	    { "2026-12-01 08:00", ACT_EXTEND, "2026-12-07 17:00", 1, OK, RCV, DUE,
	      "2026-12-07 17:00", NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "an extension until the end of the due day",
	  CAME,
	  DUE,
	  { { "2026-12-01 23:59:59", ACT_EXTEND, "2026-12-04 17:00", 0, OK, RCV, DUE,
	      "2026-12-04 17:00", NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "an extension after the due day only on purpose",
	  CAME,
	  DUE,
	  { { "2026-12-02 00:00", ACT_EXTEND, "2026-12-04 17:00", 0, NOT_ALLOWED, 0, 0, 0,
	      0 },
	    { "2026-12-03 08:00", ACT_EXTEND, "2026-12-04 17:00", 0, NOT_ALLOWED, 0, 0, 0,
	      0 },
	    { "2026-12-03 08:00", ACT_EXTEND, "2026-12-02 17:00", 1, BAD_DATA, 0, 0, 0,
	      0 },
	    { "2026-12-03 08:00", ACT_EXTEND, "2026-12-04 17:00", 1, OK, RCV, DUE,
	      "2026-12-04 17:00", NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "an extension, then a pause: both moments move",
	  CAME,
	  DUE,
	  /* 35 h of the first: Wed 2 from 09:00 6.5, Thu, Fri, Mon 7: 32 h; 3 h on Tue 8.
	   * Three days more of the other, 60.5 h: until Thu 10 57.5 h; 3 h on Fri 11. */
	  { { "2026-11-25 08:00", ACT_EXTEND, "2026-12-04 17:00", 0, OK, RCV, DUE,
	      "2026-12-04 17:00", NULL },
	    { "2026-11-25 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, "2026-12-04 17:00",
	      NULL },
	    { "2026-12-02 09:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-08 10:00",
	      "2026-12-11 10:00", NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "late for the statistics, in time for the extension",
	  CAME,
	  DUE,
	  /* Wed 7.5, Thu 8.5, Fri 8.5: 24.5 h; Thu from 08:00 7.5, Fri, Mon 7. */
	  { { "2026-11-25 08:00", ACT_EXTEND, "2026-12-04 17:00", 0, OK, RCV, DUE,
	      "2026-12-04 17:00", NULL },
	    { "2026-12-02 08:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, "2026-12-04 17:00",
	      NULL },
	    { "2026-12-03 08:00", ACT_RESUME, NULL, 0, OK, RCV, DUE, "2026-12-07 17:00",
	      NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "the step moves too, and ends with the next hand-over",
	  CAME,
	  DUE,
	  /* Of the step 1 h and Thu 8.5; Fri 1 h, Mon 8.5.  Of the dossier 35 h: Fri 1 h,
	   * Mon, Tue, Wed, Thu 3. */
	  { { "2026-11-23 09:00", ACT_FORWARD, "2026-11-26 17:00", 0, OK, PRC, DUE, NULL,
	      "2026-11-26 17:00" },
	    { "2026-11-25 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL,
	      "2026-11-26 17:00" },
	    { "2026-11-27 16:00", ACT_RESUME, NULL, 0, OK, PRC, "2026-12-03 17:00", NULL,
	      "2026-11-30 17:00" },
	    { "2026-11-27 16:00", ACT_FORWARD, NULL, 0, OK, PRC, "2026-12-03 17:00", NULL,
	      NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "withdrawn while it waited, then taken up again",
	  CAME,
	  DUE,
	  /* 35 h: Thu from 08:00 7.5, Fri, Mon, Tue: 33 h; 2 h on Wed 2.  All 35 h again
	   * from Wed 2 09:00. */
	  { { "2026-11-25 16:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 08:00", ACT_WITHDRAW, NULL, 0, OK, "withdrawn",
	      "2026-12-02 09:00", NULL, NULL },
	    { "2026-12-02 09:00", ACT_REOPEN, NULL, 0, OK, RCV, "2026-12-08 10:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  16 * 3600,
	  false },
	{ "a stopped one stood, and a rejected one ran on",
	  CAME,
	  DUE,
	  /* Thu 7.5, Fri, Mon, Tue: 33 h; Mon from 08:00 7.5, Tue, Wed, Thu 3. */
	  { { "2026-11-26 08:00", ACT_STOP, NULL, 0, OK, "stopped", DUE, NULL, NULL },
	    { "2026-11-30 08:00", ACT_REOPEN, NULL, 0, OK, RCV, "2026-12-03 17:00", NULL,
	      NULL },
	    { "2026-11-30 09:00", ACT_REJECT, NULL, 0, OK, "rejected", "2026-12-03 17:00",
	      NULL, NULL },
	    { "2026-12-02 08:00", ACT_REOPEN, NULL, 0, OK, RCV, "2026-12-03 17:00", NULL,
	      NULL } },
	  DUE,
	  0,
	  0,
	  false },
	{ "a result that was none: the time ran on",
	  CAME,
	  DUE,
	  { { "2026-11-23 09:00", ACT_FORWARD, NULL, 0, OK, PRC, DUE, NULL, NULL },
	    { "2026-11-26 09:00", ACT_FINISH, NULL, 0, OK, "finished", DUE, NULL, NULL },
	    { "2026-11-27 09:00", ACT_RETURN, NULL, 0, OK, "returned", DUE, NULL, NULL },
	    { "2026-12-03 09:00", ACT_REOPEN, NULL, 0, OK, PRC, DUE, NULL, NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "no act before the last one",
	  CAME,
	  DUE,
	  { { "2026-11-23 07:59:59", ACT_FORWARD, NULL, 0, BAD_DATA, 0, 0, 0, 0 },
	    { "2026-11-23 08:00", ACT_FORWARD, NULL, 0, OK, PRC, DUE, NULL, NULL },
	    { "2026-11-25 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-25 15:59:59", ACT_RESUME, NULL, 0, BAD_DATA, 0, 0, 0, 0 },
	    { "2026-11-25 16:00", ACT_RESUME, NULL, 0, OK, PRC, DUE, NULL, NULL } },
	  NULL,
	  0,
	  0,
	  false },
	{ "a promise out of hours does not move back",
	  CAME,
	  "2026-11-29 12:00",
	  /* As other systems have them: a Sunday.  No open time is left on Saturday. */
	  { { "2026-11-28 10:00", ACT_PAUSE, "fee", 0, OK, PSD, "2026-11-29 12:00", NULL,
	      NULL },
	    { "2026-11-28 11:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-11-29 12:00", NULL,
	      NULL },
	    { "2026-11-28 11:00", ACT_PAUSE, "fee", 0, OK, PSD, "2026-11-29 12:00", NULL,
	      NULL },
	    { "2026-11-30 10:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-11-30 10:00", NULL,
	      NULL } },
	  "2026-11-29 12:00",
	  0,
	  0,
	  false },
	{ "asked in the last second of the third day: the limit begins anew",
	  CAME,
	  DUE,
	  /* Until Fri 27 17:00 it is in time.  From Mon 30: Tue, Wed, Thu, Fri, Mon 7. */
	  { { "2026-11-27 17:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-30 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-07 17:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  63 * 3600,
	  true },
	{ "asked a second later: what was left goes on",
	  CAME,
	  DUE,
	  /* Mon and Tue were left: Wed 2 and Thu. */
	  { { "2026-11-27 17:00:01", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-12-02 07:00:01", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-04 07:00:01",
	      NULL, NULL } },
	  DUE,
	  1,
	  110 * 3600,
	  true },
	{ "answered on a Saturday: as if it came on Monday",
	  CAME,
	  DUE,
	  { { "2026-11-25 08:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-28 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-07 17:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  72 * 3600,
	  true },
	{ "a fee, and a second supplement, only go on",
	  CAME,
	  DUE,
	  /* One day of fee: Wed 2.  Anew from Fri 27: Mon 30, ... Fri 4.  Then from Mon
	   * 30 07:00 five days are left, to go on from Tue. */
	  { { "2026-11-25 07:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 07:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-02 17:00", NULL,
	      NULL },
	    { "2026-11-26 08:00", ACT_PAUSE, NULL, 0, OK, PSD, "2026-12-02 17:00", NULL,
	      NULL },
	    { "2026-11-27 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-04 17:00", NULL,
	      NULL },
	    { "2026-11-30 07:00", ACT_PAUSE, NULL, 1, OK, PSD, "2026-12-04 17:00", NULL,
	      NULL },
	    { "2026-12-01 07:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-07 17:00", NULL,
	      NULL } },
	  DUE,
	  2,
	  48 * 3600,
	  true },
	{ "asked when it was late already: it stays so",
	  "2026-11-25 08:00",
	  "2026-11-25 17:00",
	  { { "2026-11-26 08:00", ACT_PAUSE, NULL, 0, OK, PSD, "2026-11-25 17:00", NULL,
	      NULL },
	    { "2026-11-27 08:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-11-25 17:00", NULL,
	      NULL } },
	  NULL,
	  1,
	  24 * 3600,
	  true },
	{ "the desk's two days begin anew too, and an extension is kept",
	  CAME,
	  DUE,
	  /* The extension: Thu 7.5 h, Fri ... Fri 4, so a day more: Mon 7. */
	  { { "2026-11-25 08:00", ACT_FORWARD, "2026-11-27 17:00", 0, OK, PRC, DUE, NULL,
	      "2026-11-27 17:00" },
	    { "2026-11-25 09:00", ACT_EXTEND, "2026-12-04 17:00", 0, OK, PRC, DUE,
	      "2026-12-04 17:00", "2026-11-27 17:00" },
	    { "2026-11-26 08:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, "2026-12-04 17:00",
	      "2026-11-27 17:00" },
	    { "2026-11-27 08:00", ACT_RESUME, NULL, 0, OK, PRC, "2026-12-04 17:00",
	      "2026-12-07 17:00", "2026-12-01 17:00" } },
	  DUE,
	  1,
	  24 * 3600,
	  true },
	{ "a desk that was late stays so, and no promise is before the other",
	  CAME,
	  DUE,
	  { { "2026-11-25 08:00", ACT_FORWARD, "2026-11-25 17:00", 0, OK, PRC, DUE, NULL,
	      "2026-11-25 17:00" },
	    { "2026-11-25 09:00", ACT_EXTEND, "2026-12-02 17:00", 0, OK, PRC, DUE,
	      "2026-12-02 17:00", "2026-11-25 17:00" },
	    { "2026-11-27 08:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, "2026-12-02 17:00",
	      "2026-11-25 17:00" },
	    { "2026-11-27 09:00", ACT_RESUME, NULL, 0, OK, PRC, "2026-12-04 17:00",
	      "2026-12-04 17:00", "2026-11-25 17:00" } },
	  DUE,
	  1,
	  3600,
	  true },
	{ "withdrawn instead of answered: no new limit",
	  CAME,
	  DUE,
	  { { "2026-11-25 16:00", ACT_PAUSE, NULL, 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 08:00", ACT_WITHDRAW, NULL, 0, OK, "withdrawn",
	      "2026-12-02 09:00", NULL, NULL },
	    { "2026-12-02 09:00", ACT_REOPEN, NULL, 0, OK, RCV, "2026-12-08 10:00", NULL,
	      NULL } },
	  DUE,
	  1,
	  16 * 3600,
	  true },
	{ "the promise itself moves while it waits",
	  CAME,
	  DUE,
	  { { "2026-11-25 16:00", ACT_PAUSE, "fee", 0, OK, PSD, DUE, NULL, NULL },
	    { "2026-11-26 08:00", ACT_MOVE, "2026-12-02 17:00", 0, OK, PSD,
	      "2026-12-02 17:00", NULL, NULL },
	    /* Wed 1 h, Thu, Fri, Mon, Tue, Wed 2: 43.5 h; Thu 1 h, ... Thu 3. */
	    { "2026-11-26 16:00", ACT_RESUME, NULL, 0, OK, RCV, "2026-12-03 17:00", NULL,
	      NULL } },
	  DUE,
	  0,
	  0,
	  false },
};

static void
same_moment(const struct story *story, const char *when, const char *what, int64_t is,
	    const char *wanted)
{
	char seen[TEXT], meant[TEXT];

	if (is != at(wanted))
		fail_msg("%s, %s: %s is %s, not %s", story->name, when, what,
			 shown(is, seen), shown(at(wanted), meant));
}

static void
play(const struct story *story, const struct line *line, const struct calendar *calendar,
     struct dossier_state *s)
{
	struct dossier_change change = { .act = line->act,
					 .reason = "because",
					 .force = line->force,
					 .step_due_at = -1 };
	enum status st;

	if (line->act == ACT_PAUSE)
		change.kind = line->with;
	else
		change.promise = at(line->with);
	if (line->act == ACT_FORWARD && line->with) {
		change.step = 1;
		change.step_due_at = at(line->with);
	}
	st = dossier_change(calendar, "X", s, &change, at(line->at));
	if (st != line->status)
		fail_msg("%s, %s: status %d, not %d", story->name, line->at, (int)st,
			 (int)line->status);
	if (st)
		return;
	assert_string_equal(s->status, line->is);
	same_moment(story, line->at, "due", s->due_at, line->due);
	same_moment(story, line->at, "promised", s->promised_at, line->promised);
	same_moment(story, line->at, "the step's end", s->step_due_at, line->step);
}

static void
stories_by_hand(void **state)
{
	struct calendar *calendar = commune();

	(void)state;
	for (size_t i = 0; i < sizeof(stories) / sizeof(*stories); i++) {
		const struct story *story = &stories[i];
		struct dossier_state s = taken_in(story->came, story->due);

		s.terms.restarts = story->restarts;
		for (int j = 0; j < LINES && story->lines[j].at; j++)
			play(story, &story->lines[j], calendar, &s);
		same_moment(story, "at the end", "the first promise", s.first_due_at,
			    story->first_due);
		if (s.requests != story->requests || s.waited != story->waited)
			fail_msg("%s: %d requests, waited %d s", story->name,
				 (int)s.requests, (int)s.waited);
	}
	calendar_free(calendar);
}

/* ---- what comes late ---- */

static const struct {
	const char *at;
	enum dossier_act act;
	const char *kind;
	int ask_days;
	bool late;
} comings[] = {
	{ "2026-11-27 17:00", ACT_PAUSE, NULL, 3, false },
	{ "2026-11-27 17:00:01", ACT_PAUSE, NULL, 3, true },
	{ "2026-11-25 17:00:01", ACT_PAUSE, "supplement", 1, true },
	{ "2026-12-01 17:00", ACT_PAUSE, NULL, 0, false },
	{ "2026-12-01 17:00:01", ACT_PAUSE, NULL, 0, true }, /* it is late itself */
	{ "2026-12-03 08:00", ACT_PAUSE, "fee", 3, false },
	{ "2026-11-30 23:59:59", ACT_EXTEND, NULL, 3, false },
	{ "2026-12-01 00:00", ACT_EXTEND, NULL, 3, true },
	{ "2026-12-02 00:00", ACT_EXTEND, NULL, 3, true }, /* on purpose */
	{ "2026-11-23 17:00", ACT_FORWARD, NULL, 3, false },
	{ "2026-11-23 17:00:01", ACT_FORWARD, NULL, 3, true },
};

static void
what_comes_late(void **state)
{
	struct calendar *calendar = commune();

	(void)state;
	for (size_t i = 0; i < sizeof(comings) / sizeof(*comings); i++) {
		struct dossier_state s = taken_in(CAME, DUE);
		const struct dossier_change change = { .act = comings[i].act,
						       .reason = "because",
						       .kind = comings[i].kind,
						       .force = true,
						       .promise = at(
							       "2026-12-08 17:00") };

		s.terms.ask_days = comings[i].ask_days;
		assert_int_equal(dossier_change(calendar, "X", &s, &change,
						at(comings[i].at)),
				 OK);
		if (s.late != comings[i].late)
			fail_msg("%s: %slate", comings[i].at, s.late ? "" : "not ");
	}
	calendar_free(calendar);
}

/* What the citizen is told while it waits. */
static void
whether_it_will_begin_anew(void **state)
{
	const struct dossier_change pause = { .act = ACT_PAUSE, .reason = "because" };
	struct calendar *calendar = commune();
	struct dossier_state s = taken_in(CAME, DUE);

	(void)state;
	s.terms.restarts = true;
	assert_false(dossier_will_restart(calendar, &s));
	assert_int_equal(dossier_change(calendar, "X", &s, &pause,
					at("2026-11-27 17:00")),
			 OK);
	assert_true(dossier_will_restart(calendar, &s));
	s.terms.restarts = false;
	assert_false(dossier_will_restart(calendar, &s));
	calendar_free(calendar);
}

/* ---- every act in every state ---- */

/* In the order of enum dossier_act: forward pause resume extend finish return reject
 * withdraw stop reopen accept move void. */
static const struct {
	const char *status, *may;
} matrix[] = {
	{ "received", "yy.yy.yyy..yy" },  { "processing", "yy.yy.yyy..yy" },
	{ "paused", "..y...yyy..yy" },    { "finished", ".....y...y..y" },
	{ "returned", ".........y..y" },  { "rejected", ".........y..y" },
	{ "withdrawn", ".........y..y" }, { "stopped", ".........y..y" },
	{ "voided", "............." },    { "new", "......yy..y.y" },
};

/* A dossier that is in STATUS as it would have come there. */
static struct dossier_state
in_state(const char *status)
{
	struct dossier_state s = taken_in(CAME, DUE);

	snprintf(s.status, sizeof(s.status), "%s", status);
	if (!strcmp(status, "paused")) {
		s.paused_at = s.received_at;
		snprintf(s.pause_kind, sizeof(s.pause_kind), "fee");
	} else if (!strcmp(status, "new")) {
		s.received_at = s.due_at = -1;
	} else if (strcmp(status, "received") != 0 && strcmp(status, "processing") != 0) {
		s.finished_at = s.received_at;
	}
	if (!strcmp(status, "returned"))
		s.returned_at = s.received_at;
	if (!strcmp(status, "voided"))
		s.voided_at = s.received_at;
	return s;
}

static void
each_act_in_each_state(void **state)
{
	struct calendar *calendar = commune();

	(void)state;
	for (size_t i = 0; i < sizeof(matrix) / sizeof(*matrix); i++) {
		for (int act = 0; act <= ACT_VOID; act++) {
			struct dossier_change change = { .act = (enum dossier_act)act,
							 .reason = "r",
							 .promise = at(
								 "2026-12-04 17:00") };
			struct dossier_state s = in_state(matrix[i].status), was = s;
			enum status st = dossier_change(calendar, "X", &s, &change,
							at("2026-11-25 09:00"));

			if (st != (matrix[i].may[act] == 'y' ? OK : NO))
				fail_msg("%s of a dossier that is %s: status %d",
					 dossier_act_word(change.act), matrix[i].status,
					 (int)st);
			if (st)
				assert_memory_equal(&s, &was, sizeof(s));
			if (st)
				assert_non_null(strstr(error_message(), "X: "));
		}
	}
	calendar_free(calendar);
}

static void
reasons_are_asked_for(void **state)
{
	static const char asked[] = ".y.y..y.yy..y";
	static const char *const from[] = { "received", "received", "paused",
					    "received", "received", "finished",
					    "received", "received", "received",
					    "stopped",  "new",      "received",
					    "received" };
	struct calendar *calendar = commune();

	(void)state;
	for (int act = 0; act <= ACT_VOID; act++) {
		struct dossier_change change = { .act = (enum dossier_act)act,
						 .promise = at("2026-12-04 17:00") };
		struct dossier_state s = in_state(from[act]);

		assert_int_equal(dossier_change(calendar, "X", &s, &change,
						at("2026-11-25 09:00")),
				 asked[act] == 'y' ? BAD_DATA : OK);
	}
	calendar_free(calendar);
}

static void
only_three_things_are_waited_for(void **state)
{
	struct calendar *calendar = commune();
	struct dossier_state s = in_state("received"), was = s;
	struct dossier_change change = { .act = ACT_PAUSE,
					 .reason = "r",
					 .kind = "lunch" };

	(void)state;
	assert_int_equal(dossier_change(calendar, "X", &s, &change, s.last_at), USAGE);
	assert_memory_equal(&s, &was, sizeof(s));
	calendar_free(calendar);
}

/* One from another system is worked on, and nobody told since when. */
static void
an_imported_one_stays_in_work(void **state)
{
	struct calendar *calendar = commune();
	struct dossier_state s = in_state("processing");
	struct dossier_change pause = { .act = ACT_PAUSE, .reason = "r" };
	struct dossier_change resume = { .act = ACT_RESUME };

	(void)state;
	assert_int_equal(dossier_change(calendar, "X", &s, &pause, s.last_at), OK);
	assert_int_equal(dossier_change(calendar, "X", &s, &resume, s.last_at), OK);
	assert_string_equal(s.status, "processing");
	assert_int_equal(s.accepted_at, at(CAME));
	calendar_free(calendar);
}

/* Without hours none are left, so that the moment stays; a paused one can be ended. */
static void
an_office_without_hours(void **state)
{
	struct calendar *calendar = calendar_new();
	struct dossier_state s = taken_in(CAME, DUE);
	struct dossier_change pause = { .act = ACT_PAUSE, .reason = "r" };
	struct dossier_change reject = { .act = ACT_REJECT, .reason = "r" };

	(void)state;
	assert_int_equal(dossier_change(calendar, "X", &s, &pause,
					at("2026-11-25 16:00")),
			 OK);
	assert_int_equal(dossier_change(calendar, "X", &s, &reject,
					at("2026-11-26 16:00")),
			 OK);
	assert_int_equal(s.due_at, at(DUE));
	calendar_free(calendar);
}

/* ---- how it stands ---- */

static void
standings(void **state)
{
	static const struct {
		const char *status, *ended, *now, *risk, *is;
	} cases[] = {
		{ "finished", "2026-11-30 23:59:59", NULL, NULL, "early" },
		{ "finished", "2026-12-01 00:00", NULL, NULL, "on_time" },
		{ "returned", "2026-12-01 17:00", NULL, NULL, "on_time" },
		{ "finished", "2026-12-01 17:00:01", NULL, NULL, "overdue" },
		{ "rejected", "2026-11-26 08:00", NULL, NULL, NULL },
		{ "received", NULL, "2026-12-01 17:00", DUE, "at_risk" },
		{ "processing", NULL, "2026-12-01 17:00:01", DUE, "late" },
		{ "received", NULL, "2026-11-30 17:00", "2026-12-01 16:59:59",
		  "in_time" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct dossier_state s = taken_in(CAME, DUE);
		struct standing_facts facts;
		const char *is;

		snprintf(s.status, sizeof(s.status), "%s", cases[i].status);
		s.finished_at = at(cases[i].ended);
		facts = facts_of(&s);
		is = standing_now(&facts, at(cases[i].now), at(cases[i].risk));
		assert_string_equal(is ? is : "none", cases[i].is ? cases[i].is : "none");
	}
}

/* Decision 766: the promise of the receipt, DUE, against the end less the waiting. */
static void
standings_of_the_portal(void **state)
{
	static const struct {
		const char *status, *first, *due, *ended, *paused, *kind;
		int64_t requests, waited;
		const char *is;
	} cases[] = {
		{ "finished", NULL, DUE, DUE, NULL, "", 0, 0, "on_time" },
		{ "returned", NULL, DUE, "2026-12-01 17:00:01", NULL, "", 0, 0,
		  "overdue" },
		/* A day late, a day waited for. */
		{ "finished", DUE, "2026-12-02 09:00", "2026-12-02 17:00", NULL, "", 1,
		  86400, "on_time" },
		{ "finished", DUE, "2026-12-03 17:00", "2026-12-02 17:00:01", NULL, "", 1,
		  86400, "overdue" },
		{ "finished", NULL, DUE, "2026-11-25 08:00", NULL, "", 2, 60, "overdue" },
		{ "rejected", NULL, DUE, "2026-11-25 08:00", NULL, "", 0, 0, "on_time" },
		{ "stopped", NULL, DUE, "2026-11-25 08:00", NULL, "", 0, 0, "on_time" },
		{ "withdrawn", NULL, DUE, "2026-12-02 08:00", NULL, "", 0, 0, "overdue" },
		{ "paused", NULL, DUE, NULL, DUE, "supplement", 1, 0, "on_time" },
		{ "paused", NULL, DUE, NULL, "2026-12-02 08:00", "supplement", 1, 0,
		  "overdue" },
		{ "paused", NULL, DUE, NULL, "2026-11-25 08:00", "fee", 0, 0, "late" },
		{ "received", NULL, "2026-12-10 17:00", NULL, NULL, "", 0, 0, "in_time" },
		/* Nobody had accepted it. */
		{ "rejected", NULL, NULL, "2026-11-25 08:00", NULL, "", 0, 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct dossier_state s = taken_in(CAME, cases[i].due);
		struct standing_facts facts;
		const char *is;

		snprintf(s.status, sizeof(s.status), "%s", cases[i].status);
		snprintf(s.pause_kind, sizeof(s.pause_kind), "%s", cases[i].kind);
		s.first_due_at = at(cases[i].first);
		s.finished_at = at(cases[i].ended);
		s.paused_at = at(cases[i].paused);
		s.requests = cases[i].requests;
		s.waited = cases[i].waited;
		facts = facts_of(&s);
		is = standing_766(&facts, at("2026-12-05 08:00"));
		assert_string_equal(is ? is : "none", cases[i].is ? cases[i].is : "none");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stories_by_hand),
		cmocka_unit_test(what_comes_late),
		cmocka_unit_test(whether_it_will_begin_anew),
		cmocka_unit_test(each_act_in_each_state),
		cmocka_unit_test(reasons_are_asked_for),
		cmocka_unit_test(only_three_things_are_waited_for),
		cmocka_unit_test(an_imported_one_stays_in_work),
		cmocka_unit_test(an_office_without_hours),
		cmocka_unit_test(standings),
		cmocka_unit_test(standings_of_the_portal),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
