/* SPDX-License-Identifier: MIT */
#include "office/rules/handover.h"

#include "base/moment.h"

#define CUTOFF    (15 * 3600)
#define BEGINNING 3600                         /* seconds */
#define FAR_BACK  ((int64_t)400 * DAY_SECONDS) /* no run of days off is as long */

/* The opening of the first working day after DAY; -1 when none comes. */
static int64_t
next_opening(const struct calendar *calendar, int day)
{
	return calendar_next_open(calendar, day_moment(day + 1, 0));
}

int64_t
handover_due(const struct calendar *calendar, int64_t received)
{
	const int day = day_of(received);
	const int64_t closing = calendar_closing(calendar, day);
	const int64_t opening = next_opening(calendar, day);

	if (closing >= received && second_of_day(received) <= CUTOFF)
		return closing;
	if (opening < 0)
		return -1;
	return closing >= 0 ? opening + BEGINNING :
			      calendar_closing(calendar, day_of(opening));
}

static bool
is_overdue(const struct calendar *calendar, int64_t received, int64_t now)
{
	const int64_t due = handover_due(calendar, received);

	return due >= 0 && due < now;
}

/* Who comes later is due later, or at the same time. */
int64_t
handover_overdue(const struct calendar *calendar, int64_t now)
{
	int64_t low = now - FAR_BACK, high = now;

	if (!is_overdue(calendar, low, now))
		return -1;
	while (high - low > 1) {
		const int64_t middle = low + (high - low) / 2;

		if (is_overdue(calendar, middle, now))
			low = middle;
		else
			high = middle;
	}
	return low;
}
