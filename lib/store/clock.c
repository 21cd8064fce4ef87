/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <sys/timex.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "store/internal.h"

/* No office is closed for so long, Tết included. */
#define LEAP (INT64_C(31) * DAY_SECONDS)

/* Whether something keeps the machine's clock right; where the kernel cannot say, yes. */
static bool
is_kept(void)
{
	struct timex kernel = { .modes = 0 };
	int state = adjtimex(&kernel);

	return state != TIME_ERROR && !(kernel.status & STA_UNSYNC);
}

/*
 * A machine that lost its battery, or its net, begins in any year.  Acts of that year
 * would lock the counters until it comes, so they are not taken; a leap of a clock that
 * is kept right is a long silence.
 */
enum status
clock_check(int64_t last, int64_t now)
{
	char here[SHOW_TEXT], there[SHOW_TEXT];

	if (llabs(now - last) <= LEAP || moment_is_set() || is_kept())
		return OK;
	fail(UNAVAILABLE,
	     _("the machine's clock says %s, the last entry here is of %s, and "
	       "nothing keeps that clock right"),
	     show_day(day_of(now), here), show_day(day_of(last), there));
	return fail_hint(UNAVAILABLE,
			 _("set it, and have it kept: timedatectl set-ntp true"));
}
