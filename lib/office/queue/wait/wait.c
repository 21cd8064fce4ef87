/* SPDX-License-Identifier: MIT */
#include "office/queue/wait/wait.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/queue/wait/hall_load.h"
#include "office/rules/estimate.h"

/*
 * How many calls to play.  A single question may take a millisecond; a board that shows
 * all lines shares its plays among them.
 */
#define EFFORT        12000
#define EFFORT_OF_ALL 4000

/*
 * Reading a sample costs ten times as much as playing with it.  The samples of other
 * services count only for what they have in common with this one (occupancy.h).
 */
#define SAMPLES_OF_OTHERS 8
#define SAMPLES_OF_ALL    8

static const char class_sql[] =
	"SELECT weight FROM ticket_period WHERE ticket_id = :ticket AND ended_at IS NULL";

/*
 * The ticket's place among hall->waiting; hall->waiting_count when it is not there.
 */
static size_t
find_waiting(const struct hall *hall, int64_t ticket_id)
{
	size_t i;

	for (i = 0; i < hall->waiting_count; i++)
		if (hall->waiting[i].who.ticket_id == ticket_id)
			break;
	return i;
}

enum status
wait_of_visit(struct office *office, const struct visit *visit, struct wait_range *range)
{
	struct hall_view view = { .service_id = visit->service_id,
				  .counter_id = visit->counter_id,
				  .samples = OCCUPANCY_SAMPLES,
				  .others = SAMPLES_OF_OTHERS };
	struct hall_asker asker = { 0 };
	struct hall hall;
	struct query q;
	enum status st;

	*range = (struct wait_range){ 0, -1, -1 };
	query_open(&q, office->store, class_sql);
	query_int(&q, ":ticket", visit->id);
	if (query_row(&q))
		view.weight = (int)query_col_int(&q, 0);
	if ((st = query_close(&q)) || (st = hall_load(office, visit->day, &view, &hall)))
		return st;
	asker.waiting = find_waiting(&hall, visit->id);
	if (asker.waiting < hall.waiting_count) {
		estimate_waits(&hall, &asker, 1, EFFORT);
		*range = asker.range;
	}
	hall_free(&hall);
	return OK;
}

/*
 * Tell who waits for the service at PLACE.  First is, among those that wait for any
 * counter, whom a counter with this service alone would call.  ALL has room for all who
 * wait.
 */
static void
tell_line(const struct hall *hall, size_t place, struct candidate *all,
	  struct service_wait *wait)
{
	struct line_service services = hall->services[place].line;
	struct line line = { .services = &services, .service_count = 1, .waiting = all };
	struct choice choice;
	size_t i;

	for (i = 0; i < hall->waiting_count; i++) {
		const struct hall_person *p = &hall->waiting[i];

		if (p->who.service != place)
			continue;
		if (!wait->waiting++ || p->who.aged_at < wait->oldest)
			wait->oldest = p->who.aged_at;
		if (p->counter_id)
			continue;
		all[line.count] = p->who;
		all[line.count++].service = 0;
	}
	choice = policy_choose(&line, hall->at);
	if (choice.reason != REASON_NOBODY)
		wait->first = all[choice.index].ticket_id;
}

enum status
wait_of_services(struct office *office, struct service_wait **waits, size_t *count)
{
	const struct hall_view view = { .others = SAMPLES_OF_ALL };
	char today[DAY_TEXT];
	struct hall_asker *askers;
	struct candidate *all;
	struct hall hall;
	size_t i;
	enum status st = hall_load(office, day_print(day_of(office->act.at), today),
				   &view, &hall);

	if (st)
		return st;
	*count = hall.service_count;
	*waits = mem_alloc((*count + 1) * sizeof(**waits));
	askers = mem_alloc((*count + 1) * sizeof(*askers));
	all = mem_alloc((hall.waiting_count + 1) * sizeof(*all));
	for (i = 0; i < *count; i++)
		askers[i] = (struct hall_asker){ .waiting = NEWCOMER, .service = i };
	estimate_waits(&hall, askers, *count, EFFORT_OF_ALL);
	for (i = 0; i < *count; i++) {
		(*waits)[i].service_id = hall.services[i].line.id;
		(*waits)[i].range = askers[i].range;
		tell_line(&hall, i, all, &(*waits)[i]);
	}
	free(all);
	free(askers);
	hall_free(&hall);
	return OK;
}
