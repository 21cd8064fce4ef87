/* SPDX-License-Identifier: MIT */
#include "office/rules/estimate.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/rules/lanes.h"
#include "office/rules/wait_range.h"

#define PLAYS_MOST  800
#define PLAYS_LEAST 16
#define ANSWERS     (PLAYS_MOST + 1) /* per asker; the last: by the order alone */

/* A lane that a counter serves. */
struct before {
	struct lane *lane;
	int weight; /* of the lane's service at the counter */
};

/* Who serves at a counter. */
struct clerk {
	const struct hall_counter *is;
	struct before *lanes;
	size_t count;
	int64_t free_at;
	int64_t called; /* calls in one play, of tickets that wait now */
	struct run run;
	struct leave leave; /* the absences still to come in one play */
};

struct play {
	const struct hall *hall;
	const struct hall_asker *askers;
	size_t asker_count;
	struct lanes lanes;
	struct clerk *clerks;
	struct clerk **soonest;  /* a heap: the first is free before all others */
	struct candidate *heads; /* before one counter, and the lanes they are of */
	struct lane **head_lanes;

	/* How long a call holds a counter, as drawn for the present plays. */
	struct dice dice;
	struct occupancy office, *held;
	int64_t draw_cost; /* as a number of calls */

	/* Of the present play. */
	struct line_service *services;
	int64_t *called;             /* calls of tickets that wait now, by service */
	struct wait_played *answers; /* ANSWERS for each asker */
	size_t number, open;         /* the play's number; askers without an answer */
	int64_t calls;
	bool parted; /* in some play a lunch lay between: the waits are of two kinds */
};

/* --- The counters --- */

/* How much the service weighs at the counter; 0 when it is not served there. */
static int
weight_at(const struct hall_counter *counter, size_t service)
{
	size_t i;

	for (i = 0; i < counter->count; i++)
		if (counter->serves[i].service == service)
			return counter->serves[i].weight;
	return 0;
}

static void
set_clerk(struct play *play, struct clerk *clerk, const struct hall_counter *counter)
{
	size_t i;

	clerk->is = counter;
	clerk->lanes = mem_alloc((play->lanes.count + 1) * sizeof(*clerk->lanes));
	for (i = 0; i < play->lanes.count; i++) {
		struct lane *lane = &play->lanes.lane[i];
		int weight = weight_at(counter, lane->service);

		if (lane->counter_id && lane->counter_id == counter->id && !weight)
			weight = 1; /* sent there, though not served there */
		if (weight && (!lane->counter_id || lane->counter_id == counter->id))
			clerk->lanes[clerk->count++] = (struct before){ lane, weight };
	}
}

static const struct hall_person *
find_asker(const struct play *play, size_t asker)
{
	const size_t waiting = play->askers[asker].waiting;

	return waiting == NEWCOMER ? &play->lanes.newcomers[asker] :
				     &play->hall->waiting[waiting];
}

static bool
is_served(const struct play *play, size_t asker)
{
	const struct hall_person *p = find_asker(play, asker);
	size_t i;

	for (i = 0; i < play->hall->counter_count; i++) {
		const struct hall_counter *counter = &play->hall->counters[i];

		if (p->counter_id ? p->counter_id == counter->id :
				    weight_at(counter, p->who.service) > 0)
			return true;
	}
	return false;
}

/* --- One play --- */

static void
begin_play(struct play *play)
{
	const struct hall *hall = play->hall;
	size_t i, day = 0;

	lanes_begin(&play->lanes,
		    hall->day_count ? dice_throw(&play->dice) % hall->day_count : 0);
	if (hall->habit_count)
		day = dice_throw(&play->dice) % hall->habit_count;
	for (i = 0; i < play->asker_count; i++)
		play->answers[i * ANSWERS + play->number].wait = -1;
	for (i = 0; i < hall->service_count; i++) {
		play->services[i] = hall->services[i].line;
		play->called[i] = 0;
	}
	for (i = 0; i < hall->counter_count; i++) {
		const struct hall_counter *counter = &hall->counters[i];
		struct clerk *clerk = &play->clerks[i];

		clerk->free_at = hall_first_free(hall, counter, day, play->held,
						 &play->dice, &clerk->leave);
		clerk->run = counter->run;
		clerk->called = 0;
	}
}

/* The first of each lane before the clerk. */
static size_t
gather_line(struct play *play, const struct clerk *clerk)
{
	size_t i, n = 0;

	for (i = 0; i < clerk->count; i++) {
		struct lane *lane = clerk->lanes[i].lane;

		if (!lane->first)
			continue;
		play->services[lane->service].weight = clerk->lanes[i].weight;
		play->heads[n] = lane->first->who;
		play->head_lanes[n++] = lane;
	}
	return n;
}

/*
 * A ticket sent to one counter waits behind those called at that counter; any other
 * behind those of its service.
 */
static void
note_answer(struct play *play, size_t asker, const struct clerk *clerk)
{
	const struct hall_person *p = find_asker(play, asker);
	struct wait_played *answer = &play->answers[asker * ANSWERS + play->number];

	answer->wait = clerk->free_at - play->hall->at;
	answer->ahead = p->counter_id ? clerk->called : play->called[p->who.service];
	play->open--;
}

/* Put whoever is first now in the lane of head PLACE there; or the last head. */
static void
renew_head(struct play *play, struct line *line, size_t place)
{
	const struct lane *lane = play->head_lanes[place];

	if (!lane->first)
		play->head_lanes[place] = play->head_lanes[--line->count];
	play->heads[place] = lane->first ? lane->first->who : play->heads[line->count];
}

/* What is so long parts the waits into those before it and those after it. */
#define PARTS ((int64_t)30 * 60)

/* The clerk is free, and goes for a break or to lunch when it is time. */
static void
go_away(struct play *play, struct clerk *clerk)
{
	const int64_t back = leave_take(&clerk->leave, clerk->free_at);

	play->parted = play->parted || back - clerk->free_at >= PARTS;
	clerk->free_at = back;
}

/* The clerk is free and calls who is next.  False when nobody is there. */
static bool
call_next(struct play *play, struct clerk *clerk)
{
	struct line line = { .services = play->services,
			     .service_count = play->hall->service_count,
			     .waiting = play->heads,
			     .count = gather_line(play, clerk),
			     .run = clerk->run };

	while (line.count) {
		const struct choice choice = policy_pick(&line, clerk->free_at);
		struct lane *lane = play->head_lanes[choice.index];
		const size_t asker = lane_asker(lane);
		const bool newcomer = asker != NO_ASKER &&
				      play->askers[asker].waiting == NEWCOMER;

		play->calls++;
		if (asker != NO_ASKER)
			note_answer(play, asker, clerk);
		if (lane_take(lane) && !newcomer) {
			play->called[lane->service]++;
			clerk->called++;
		}
		if (newcomer) { /* asks, but takes nobody's turn */
			renew_head(play, &line, choice.index);
			continue;
		}
		policy_called(&line, &choice);
		clerk->run = line.run;
		clerk->free_at += occupancy_take(&play->held[lane->service], &play->dice);
		go_away(play, clerk);
		return true;
	}
	return false;
}

/* The clerk at PLACE may have become free later than those below it. */
static void
sink_clerk(struct play *play, size_t place)
{
	struct clerk **heap = play->soonest, *clerk = heap[place];
	const size_t count = play->hall->counter_count;
	size_t child;

	for (; (child = 2 * place + 1) < count; place = child) {
		if (child + 1 < count && heap[child + 1]->free_at < heap[child]->free_at)
			child++;
		if (clerk->free_at <= heap[child]->free_at)
			break;
		heap[place] = heap[child];
	}
	heap[place] = clerk;
}

static void
play_once(struct play *play)
{
	size_t i;

	begin_play(play);
	for (i = play->hall->counter_count; i-- > 0;)
		sink_clerk(play, i);
	while (play->open) {
		struct clerk *clerk = play->soonest[0];

		if (clerk->free_at == NEVER)
			break;
		if (play->lanes.next_at <= clerk->free_at)
			lanes_let_in(&play->lanes, clerk->free_at);
		if (!call_next(play, clerk))
			clerk->free_at = leave_idle(&clerk->leave, play->lanes.next_at);
		sink_clerk(play, 0);
	}
}

/* --- All of them --- */

static void
draw_beliefs(struct play *play)
{
	size_t i;

	for (i = 0; i < play->hall->service_count; i++)
		occupancy_draw(&play->hall->services[i].held, &play->office, &play->dice,
			       &play->held[i]);
}

static size_t
count_served(const struct play *play)
{
	size_t i, n = 0;

	for (i = 0; i < play->asker_count; i++)
		n += is_served(play, i);
	return n;
}

/*
 * Draw the distributions anew once the plays since the last draw have cost as much as a
 * draw: for a long line before each play, for a short one after several.
 */
static void
play_all(struct play *play, int effort)
{
	const size_t served = count_served(play);
	int64_t drawn_at = 0, work = 0;

	while (served && (play->number < PLAYS_LEAST ||
			  (play->number < PLAYS_MOST && work < effort))) {
		const int64_t before = play->calls;

		if (!play->number || before - drawn_at >= play->draw_cost) {
			draw_beliefs(play);
			drawn_at = before;
			work += play->draw_cost;
		}
		play->open = served;
		play_once(play);
		work += play->calls - before + 1;
		play->number++;
	}
}

/*
 * How many go before an asker whom no open counter serves, by the present order of the
 * line.
 */
static int64_t
count_ahead(struct play *play, size_t asker)
{
	const struct hall_person *p = find_asker(play, asker);
	struct hall_serves his = { p->who.service, 1 };
	const struct hall_counter counter = { .id = p->counter_id,
					      .serves = &his,
					      .count = 1 };
	struct wait_played *answer = &play->answers[asker * ANSWERS + PLAYS_MOST];
	struct clerk clerk = { 0 };

	play->number = PLAYS_MOST;
	answer->wait = -1;
	begin_play(play);
	set_clerk(play, &clerk, &counter);
	do
		clerk.free_at = play->hall->at;
	while (answer->wait < 0 && call_next(play, &clerk));
	free(clerk.lanes);
	return answer->ahead;
}

static void
set_up_beliefs(struct play *play)
{
	const struct hall *hall = play->hall;
	struct samples *samples = mem_alloc((hall->service_count + 1) * sizeof(*samples));
	size_t i;

	for (i = 0; i < hall->service_count; i++) {
		samples_sort(&hall->services[i].held);
		samples[i] = hall->services[i].held;
		play->draw_cost += 15 + (int64_t)samples[i].count / 15;
	}
	occupancy_pool(samples, hall->service_count, &play->office);
	play->held = mem_alloc((hall->service_count + 1) * sizeof(*play->held));
	play->dice.state = 1;
	free(samples);
}

static void
set_up(struct play *play)
{
	const struct hall *hall = play->hall;
	size_t i, lanes;

	lanes_set_up(&play->lanes, hall, play->askers, play->asker_count);
	lanes = play->lanes.count;
	play->heads = mem_alloc((lanes + 1) * sizeof(*play->heads));
	play->head_lanes = mem_alloc((lanes + 1) * sizeof(struct lane *));
	play->clerks = mem_alloc((hall->counter_count + 1) * sizeof(*play->clerks));
	play->soonest = mem_alloc((hall->counter_count + 1) * sizeof(struct clerk *));
	for (i = 0; i < hall->counter_count; i++) {
		play->soonest[i] = &play->clerks[i];
		set_clerk(play, &play->clerks[i], &hall->counters[i]);
	}
	play->services = mem_alloc((hall->service_count + 1) * sizeof(*play->services));
	play->called = mem_alloc((hall->service_count + 1) * sizeof(*play->called));
	play->answers = mem_alloc((play->asker_count * ANSWERS + 1) *
				  sizeof(*play->answers));
	set_up_beliefs(play);
}

static void
take_down(struct play *play)
{
	size_t i;

	for (i = 0; i < play->hall->counter_count; i++)
		free(play->clerks[i].lanes);
	lanes_free(&play->lanes);
	free(play->heads);
	free(play->head_lanes);
	free(play->clerks);
	free(play->soonest);
	free(play->held);
	free(play->services);
	free(play->called);
	free(play->answers);
}

/* Put the answers of the plays in which the asker was called first; returns how many. */
static size_t
gather_answers(struct play *play, size_t asker, size_t plays)
{
	struct wait_played *answers = &play->answers[asker * ANSWERS];
	size_t i, n = 0;

	for (i = 0; i < plays; i++)
		if (answers[i].wait >= 0)
			answers[n++] = answers[i];
	return n;
}

void
estimate_waits(const struct hall *hall, struct hall_asker *askers, size_t count,
	       int effort)
{
	struct play play = { .hall = hall, .askers = askers, .asker_count = count };
	size_t i, plays;

	set_up(&play);
	play_all(&play, effort);
	plays = play.number;
	for (i = 0; i < count; i++) {
		const size_t answered = gather_answers(&play, i, plays);

		askers[i].range = (struct wait_range){ 0, -1, -1 };
		if (answered && 4 * answered >= 3 * plays)
			wait_sum_up(&play.answers[i * ANSWERS], answered, !play.parted,
				    &askers[i].range);
		else
			askers[i].range.ahead = count_ahead(&play, i);
	}
	take_down(&play);
}
