/* SPDX-License-Identifier: MIT */
#include "office/core/clock.h"

#include <stdlib.h>
#include <sys/timex.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/settings.h"

const struct word clock_states[] = {
	[CLOCK_RIGHT] = { "right", "đúng" },
	[CLOCK_BEHIND] = { "behind", "chậm" },
	[CLOCK_LEAPT] = { "leapt", "nhảy" },
	{ 0 },
};

/* Whether something keeps the machine's clock right; where the kernel cannot say, yes. */
static bool
is_kept(void)
{
	struct timex kernel = { .modes = 0 };
	int state = adjtimex(&kernel);

	return state != TIME_ERROR && !(kernel.status & STA_UNSYNC);
}

static const char leap_sql[] =
	"SELECT value FROM setting WHERE key = 'clock_leap_days' ORDER BY since DESC LIMIT 1";

static enum status
find_leap(struct office *office, int64_t *days)
{
	struct query q;

	*days = strtoll(setting_usual(setting_find("clock_leap_days")), NULL, 10);
	query_open(&q, office->store, leap_sql);
	if (query_row(&q))
		*days = strtoll(query_col_text(&q, 0), NULL, 10);
	return query_close(&q);
}

/*
 * A machine that lost its battery, or its net, begins in any year.  Acts of that year
 * would lock the counters until it comes, so they are not taken; a leap of a clock that
 * is kept right is a long silence.  A day is no leap, whatever the setting: looked at
 * first, since it costs nothing.
 */
static enum status
judge(struct office *office, int64_t now, struct clock *clock)
{
	const int64_t ahead = now - clock->last;
	int64_t days = 0;
	enum status st;

	clock->state = CLOCK_RIGHT;
	if (clock->last < 0 || moment_is_set() ||
	    (ahead >= -CLOCK_STEP && ahead <= DAY_SECONDS))
		return OK;
	if (ahead < 0) {
		clock->state = CLOCK_BEHIND;
		return OK;
	}
	st = find_leap(office, &days);
	if (!st && ahead > days * DAY_SECONDS && !is_kept())
		clock->state = CLOCK_LEAPT;
	return st;
}

enum status
clock_look(struct office *office, int64_t now, struct clock *clock)
{
	enum status st = journal_last(office->store, &clock->last);

	clock->kept = is_kept();
	return st ? st : judge(office, now, clock);
}

static enum status
refuse(const struct clock *clock, int64_t now)
{
	char here[SHOW_TEXT], there[SHOW_TEXT];

	show_moment(now, here);
	show_moment(clock->last, there);
	if (clock->state == CLOCK_BEHIND)
		fail(UNAVAILABLE,
		     _("the machine's clock says %s, but the last entry here is of %s"),
		     here, there);
	else
		fail(UNAVAILABLE,
		     _("the machine's clock says %s, the last entry here is of %s, and "
		       "nothing keeps that clock right"),
		     here, there);
	return fail_hint(
		UNAVAILABLE,
		_("set it, and have it kept: timedatectl set-ntp true; where it is "
		  "right: osq-admin clock --right"));
}

enum status
clock_settle(struct office *office, int64_t *back)
{
	struct act *act = &office->act;
	struct clock clock = { .last = -1 };
	int64_t here = office->now;
	enum status st = journal_last(office->store, &clock.last);

	*back = 0;
	if (st || moment_is_set() || clock.last < 0)
		return st;
	if (here < clock.last) /* it was read before the wait for the store */
		here = moment_now();
	if ((st = judge(office, here, &clock)))
		return st;
	if (clock.state != CLOCK_RIGHT)
		return refuse(&clock, here);
	if (here < clock.last) {
		*back = clock.last - here;
		here = clock.last;
	}
	if (act->at == office->now)
		act->at = here;
	office->now = act->entered_at = here;
	return OK;
}

static const char demonstration_sql[] =
	"SELECT json_extract(detail, '$.demonstration') = 'yes' FROM journal WHERE id = 1";

enum status
clock_is_set(struct office *office, bool *set)
{
	struct query q;

	*set = true; /* an empty journal is of no office */
	query_open(&q, office->store, demonstration_sql);
	if (query_row(&q))
		*set = query_col_int(&q, 0) != 0;
	return query_close(&q);
}

enum status
clock_may_be_set(struct office *office)
{
	bool set = true;
	enum status st = moment_is_set() ? clock_is_set(office, &set) : OK;

	if (st || set)
		return st;
	fail(NOT_ALLOWED,
	     _("OSQ_NOW: this store was not made under it, so its clock is the "
	       "machine's"));
	return fail_hint(NOT_ALLOWED,
			 _("unset OSQ_NOW; --at tells when something happened"));
}

const char *
clock_demonstrates(void)
{
	return moment_is_set() ? "yes" : NULL;
}
