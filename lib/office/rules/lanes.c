/* SPDX-License-Identifier: MIT */
#include "office/rules/lanes.h"

#include <stdlib.h>

#include "base/mem.h"

/* The index of the lane, which is added where there is none yet. */
static size_t
lane_for(struct lanes *lanes, const struct hall_person *p)
{
	const bool alone = p->who.slot_from != 0;
	size_t i;

	for (i = 0; i < lanes->count && !alone; i++) {
		const struct lane *lane = &lanes->lane[i];

		if (!lane->alone && lane->service == p->who.service &&
		    lane->weight == p->who.weight && lane->counter_id == p->counter_id)
			return i;
	}
	lanes->lane = mem_more(lanes->lane, lanes->count, sizeof(*lanes->lane));
	lanes->lane[lanes->count] = (struct lane){ .service = p->who.service,
						   .weight = p->who.weight,
						   .counter_id = p->counter_id,
						   .alone = alone };
	return lanes->count++;
}

static bool
is_older(const struct hall_person *a, const struct hall_person *b)
{
	return a->who.aged_at != b->who.aged_at ? a->who.aged_at < b->who.aged_at :
						  a->who.ticket_id < b->who.ticket_id;
}

static int
by_age(const void *a, const void *b)
{
	const struct lane_person *p = a, *q = b;

	return is_older(p->is, q->is) ? -1 : is_older(q->is, p->is);
}

static void
lane_add(struct lanes *lanes, const struct hall_person *p, size_t asker)
{
	const size_t place = lane_for(lanes, p); /* may move the array */
	struct lane *lane = &lanes->lane[place];

	lane->people = mem_more(lane->people, lane->count, sizeof(*lane->people));
	lane->people[lane->count++] = (struct lane_person){ p, asker };
}

static size_t
asker_of(const struct hall_asker *askers, size_t count, size_t waiting)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (askers[i].waiting == waiting)
			return i;
	return NO_ASKER;
}

static void
line_up(struct lanes *lanes, const struct hall_asker *askers, size_t count)
{
	const struct hall *hall = lanes->hall;
	size_t i;

	for (i = 0; i < hall->waiting_count; i++)
		lane_add(lanes, &hall->waiting[i], asker_of(askers, count, i));
	for (i = 0; i < count; i++) {
		if (askers[i].waiting != NEWCOMER)
			continue;
		/* Behind all others; no two alike, so the order of lanes says nothing. */
		lanes->newcomers[i].who = (struct candidate){
			.ticket_id = INT64_MAX - (int64_t)(count - i),
			.service = askers[i].service,
			.weight = askers[i].weight,
			.aged_at = hall->at
		};
		lane_add(lanes, &lanes->newcomers[i], i);
	}
	for (i = 0; i < lanes->count; i++)
		if (lanes->lane[i].count > 1)
			qsort(lanes->lane[i].people, lanes->lane[i].count,
			      sizeof(*lanes->lane[i].people), by_age);
}

/* Find the lanes of those who come later, and allocate room for them there. */
static void
line_up_days(struct lanes *lanes)
{
	const struct hall *hall = lanes->hall;
	size_t i, d;

	lanes->comes_to = mem_alloc((hall->day_count + 1) * sizeof(*lanes->comes_to));
	for (d = 0; d < hall->day_count; d++) {
		const struct hall_day *day = &hall->days[d];

		lanes->comes_to[d] = mem_alloc((day->count + 1) * sizeof(size_t));
		for (i = 0; i < day->count; i++) {
			const size_t place = lane_for(lanes, &day->people[i]);

			lanes->comes_to[d][i] = place;
			lanes->lane[place].comes++;
		}
	}
	for (i = 0; i < lanes->count; i++)
		lanes->lane[i].late = mem_alloc((lanes->lane[i].comes + 1) *
						sizeof(struct hall_person *));
}

void
lanes_set_up(struct lanes *lanes, const struct hall *hall,
	     const struct hall_asker *askers, size_t count)
{
	*lanes = (struct lanes){ .hall = hall };
	lanes->newcomers = mem_alloc((count + 1) * sizeof(*lanes->newcomers));
	line_up(lanes, askers, count);
	line_up_days(lanes);
}

void
lanes_free(struct lanes *lanes)
{
	size_t i;

	for (i = 0; i < lanes->count; i++) {
		free(lanes->lane[i].people);
		free(lanes->lane[i].late);
	}
	for (i = 0; i < lanes->hall->day_count; i++)
		free(lanes->comes_to[i]);
	free(lanes->comes_to);
	free(lanes->newcomers);
	free(lanes->lane);
}

/* See who is first in the lane now. */
static void
find_first(struct lane *lane)
{
	const struct hall_person *waits = lane->next < lane->count ?
						  lane->people[lane->next].is :
						  NULL;

	lane->first = waits;
	lane->late_first = lane->late_next < lane->late_count &&
			   (!waits || is_older(lane->late[lane->late_next], waits));
	if (lane->late_first)
		lane->first = lane->late[lane->late_next];
}

static void
look_at_next(struct lanes *lanes)
{
	const struct hall *hall = lanes->hall;

	if (hall->day_count && lanes->come < hall->days[lanes->day].count)
		lanes->next_at = hall->days[lanes->day].people[lanes->come].comes_at;
	else
		lanes->next_at = NEVER;
}

void
lanes_begin(struct lanes *lanes, size_t day)
{
	size_t i;

	for (i = 0; i < lanes->count; i++) {
		struct lane *lane = &lanes->lane[i];

		lane->next = lane->late_count = lane->late_next = 0;
		find_first(lane);
	}
	lanes->day = day;
	lanes->come = 0;
	look_at_next(lanes);
}

void
lanes_let_in(struct lanes *lanes, int64_t at)
{
	while (lanes->next_at <= at) {
		const struct hall_person *p = &lanes->hall->days[lanes->day]
						       .people[lanes->come];
		struct lane
			*lane = &lanes->lane[lanes->comes_to[lanes->day][lanes->come]];
		size_t i = lane->late_count++;

		/* Some come with an age from before (sent on from elsewhere). */
		for (; i > lane->late_next && is_older(p, lane->late[i - 1]); i--)
			lane->late[i] = lane->late[i - 1];
		lane->late[i] = p;
		find_first(lane);
		lanes->come++;
		look_at_next(lanes);
	}
}

size_t
lane_asker(const struct lane *lane)
{
	return lane->late_first ? NO_ASKER : lane->people[lane->next].asker;
}

bool
lane_take(struct lane *lane)
{
	const bool late = lane->late_first;

	*(late ? &lane->late_next : &lane->next) += 1;
	find_first(lane);
	return !late;
}
