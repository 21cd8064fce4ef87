/* SPDX-License-Identifier: MIT */
#include "office/rules/hall.h"

#include <assert.h>
#include <stdlib.h>

size_t
hall_place(const struct hall *hall, int64_t service_id)
{
	size_t i;

	for (i = 0; i < hall->service_count; i++)
		if (hall->services[i].line.id == service_id)
			break;
	return i;
}

/* So long after his hour an officer is still waited for; later he is elsewhere today. */
#define LATE ((int64_t)30 * 60)

/*
 * When somebody comes to a closed counter: at the end of the present absence, or, where
 * he should be there by now, as from a break.
 */
static int64_t
await_opening(const struct hall *hall, struct dice *dice, const struct absences *habit,
	      const struct absence *now, size_t next)
{
	const int64_t at = hall->at;
	int64_t since;

	if (now)
		return now->until;
	if (habit == &hall->hours || !next)
		return NEVER;
	assert(habit->list);
	since = habit->list[next - 1].until;
	return at - since > LATE ? NEVER : at + break_rest(at - since, dice);
}

/* What the play's day says of the counter; else the office's hours do. */
static const struct absences *
find_habit(const struct hall *hall, const struct hall_counter *counter, size_t day)
{
	static const struct absences none = { .list = NULL };

	if (counter->habits && day < hall->habit_count && counter->habits[day].count)
		return &counter->habits[day];
	/* Who was not there on a day when others were does not open because it is time.
	 */
	return hall->habit_count && counter->state == COUNTER_CLOSED ? &none :
								       &hall->hours;
}

int64_t
hall_first_free(const struct hall *hall, const struct hall_counter *counter, size_t day,
		const struct occupancy *held, struct dice *dice, struct leave *leave)
{
	const struct absences *habit = find_habit(hall, counter, day);
	const int64_t at = hall->at, elapsed = at - counter->since;
	size_t next;
	const struct absence *now = absences_at(habit, at, &next);

	*leave = (struct leave){ habit, now && now->from <= at ? next + 1 : next };
	switch (counter->state) {
	case COUNTER_BUSY:
		/* Whoever goes to lunch goes when this call is over. */
		if (now && absence_is_long(now) && at - now->from < LATE)
			leave->next = next;
		return leave_take(leave, at + occupancy_rest(&held[counter->service],
							     elapsed, dice));
	case COUNTER_PAUSED:
		if (!now || !absence_is_long(now) || now->until == NEVER)
			return leave_take(leave, at + break_rest(elapsed, dice));
		leave->next = next + 1;
		return leave_take(leave, now->until);
	case COUNTER_CLOSED:
		leave->next = now ? next + 1 : next;
		return leave_take(leave, await_opening(hall, dice, habit, now, next));
	case COUNTER_FREE:
		break;
	}
	return at;
}

bool
hall_may_open(const struct hall *hall, const struct hall_counter *counter)
{
	size_t day, next, days = hall->habit_count ? hall->habit_count : 1;
	struct dice dice = { 1 };

	if (counter->state != COUNTER_CLOSED)
		return true;
	for (day = 0; day < days; day++) {
		const struct absences *habit = find_habit(hall, counter, day);
		const struct absence *now = absences_at(habit, hall->at, &next);

		if (await_opening(hall, &dice, habit, now, next) != NEVER)
			return true;
	}
	return false;
}

void
hall_counter_free(const struct hall *hall, struct hall_counter *counter)
{
	size_t d;

	for (d = 0; counter->habits && d < hall->habit_count; d++)
		free(counter->habits[d].list);
	free(counter->habits);
	free(counter->serves);
}

void
hall_free(struct hall *hall)
{
	size_t i;

	for (i = 0; i < hall->service_count; i++)
		free(hall->services[i].held.held);
	for (i = 0; i < hall->counter_count; i++)
		hall_counter_free(hall, &hall->counters[i]);
	free(hall->hours.list);
	for (i = 0; i < hall->day_count; i++)
		free(hall->days[i].people);
	free(hall->services);
	free(hall->counters);
	free(hall->waiting);
	free(hall->days);
	*hall = (struct hall){ 0 };
}
