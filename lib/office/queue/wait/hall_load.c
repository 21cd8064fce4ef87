/* SPDX-License-Identifier: MIT */
#include "office/queue/wait/hall_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"
#include "office/queue/line.h"
#include "office/queue/visit.h"
#include "office/queue/wait/hall_habits.h"
#include "office/queue/wait/hall_past.h"

static const char services_sql[] =
	"SELECT id, policy, age_limit FROM service ORDER BY id";

static enum status
load_services(struct office *office, struct hall *hall)
{
	struct policy otherwise = { 0 };
	struct query q;
	enum status st = line_default_policy(office, &otherwise);

	if (st)
		return st;
	query_open(&q, office->store, services_sql);
	while (query_row(&q)) {
		struct value limit = query_col_null(&q, 2) ?
					     VALUE_NONE :
					     value_int(query_col_int(&q, 2));

		hall->services = mem_more(hall->services, hall->service_count,
					  sizeof(*hall->services));
		hall->services[hall->service_count++] = (struct hall_service){
			.line = { .id = query_col_int(&q, 0),
				  .policy = line_policy(query_col_text(&q, 1), &limit,
							&otherwise),
				  .weight = 1 },
		};
	}
	return query_close(&q);
}

static const char counters_sql[] =
	"SELECT c.id, d.state, d.started_at, cs.service_id, cs.weight"
	"  FROM counter c"
	"  LEFT JOIN counter_period d ON d.counter_id = c.id AND d.ended_at IS NULL"
	"  LEFT JOIN counter_service cs ON cs.counter_id = c.id"
	" WHERE coalesce(c.until, :day) >= :day OR d.id IS NOT NULL"
	" ORDER BY c.id, cs.service_id";

static enum hall_state
read_state(const char *state) /* NULL: nobody has it open */
{
	return !state                   ? COUNTER_CLOSED :
	       !strcmp(state, "paused") ? COUNTER_PAUSED :
					  COUNTER_FREE;
}

static void
add_serves(const struct hall *hall, struct hall_counter *counter, struct query *q)
{
	const size_t place = hall_place(hall, query_col_int(q, 3));

	if (place == hall->service_count)
		return;
	counter->serves = mem_more(counter->serves, counter->count,
				   sizeof(*counter->serves));
	counter->serves[counter->count++] = (struct hall_serves){
		place, (int)query_col_int(q, 4)
	};
}

static enum status
load_counters(struct office *office, struct hall *hall)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, counters_sql);
	query_text(&q, ":day", day_print(day_of(hall->at), day));
	while (query_row(&q)) {
		const int64_t id = query_col_int(&q, 0);
		const size_t n = hall->counter_count;

		if (!n || hall->counters[n - 1].id != id) {
			hall->counters = mem_more(hall->counters, n,
						  sizeof(*hall->counters));
			hall->counters[hall->counter_count++] = (struct hall_counter){
				.id = id,
				.state = read_state(query_col_text(&q, 1)),
				.since = query_col_int(&q, 2),
			};
		}
		add_serves(hall, &hall->counters[hall->counter_count - 1], &q);
	}
	return query_close(&q);
}

/* clang-format off */
static const char present_sql[] =
	"SELECT p.counter_id, p.service_id,"
	"       (SELECT max(c.started_at) FROM ticket_period c"
	"         WHERE c.ticket_id = p.ticket_id AND " VISIT_CALL("c.") ")"
	"  FROM ticket_period p"
	" WHERE p.ended_at IS NULL AND p." VISIT_AT_COUNTER
	"   AND p.day = :day"; /* a ticket left from another day holds nobody up */
/* clang-format on */

/* Load what each counter is doing, and since when. */
static enum status
load_present(struct office *office, struct hall *hall)
{
	char day[DAY_TEXT];
	struct query q;
	size_t i;

	query_open(&q, office->store, present_sql);
	query_text(&q, ":day", day_print(day_of(hall->at), day));
	while (query_row(&q)) {
		const int64_t id = query_col_int(&q, 0);

		for (i = 0; i < hall->counter_count; i++) {
			struct hall_counter *counter = &hall->counters[i];

			if (counter->id != id)
				continue;
			counter->state = COUNTER_BUSY;
			counter->service = hall_place(hall, query_col_int(&q, 1));
			counter->since = query_col_int(&q, 2);
		}
	}
	return query_close(&q);
}

static bool
touches_counter(const struct hall_counter *counter, const bool *near)
{
	size_t i;

	for (i = 0; i < counter->count; i++)
		if (near[counter->serves[i].service])
			return true;
	return false;
}

/*
 * Mark the services of the counter: their tickets may be called there before the one that
 * asks.
 */
static void
mark_counter(const struct hall *hall, int64_t counter_id, bool *near)
{
	size_t c, i;

	for (c = 0; c < hall->counter_count; c++)
		for (i = 0;
		     hall->counters[c].id == counter_id && i < hall->counters[c].count;
		     i++)
			near[hall->counters[c].serves[i].service] = true;
}

/*
 * Mark the services that share counters with the service at PLACE, with those services,
 * and so on.  No other service affects how long its tickets wait.
 */
static void
mark_near(const struct hall *hall, size_t place, bool *near)
{
	bool more = true;
	size_t c, i;

	near[place] = true;
	while (more) {
		more = false;
		for (c = 0; c < hall->counter_count; c++) {
			const struct hall_counter *counter = &hall->counters[c];

			if (!touches_counter(counter, near))
				continue;
			for (i = 0; i < counter->count; i++) {
				more = more || !near[counter->serves[i].service];
				near[counter->serves[i].service] = true;
			}
		}
	}
}

/* Leave out the counters that serve none of the marked services. */
static void
drop_far_counters(struct hall *hall, int64_t service_id, const bool *near)
{
	size_t i, n = 0;

	for (i = 0; service_id && i < hall->counter_count; i++) {
		if (touches_counter(&hall->counters[i], near))
			hall->counters[n++] = hall->counters[i];
		else
			hall_counter_free(hall, &hall->counters[i]);
	}
	if (service_id)
		hall->counter_count = n;
}

static const char waiting_sql[] =
	"SELECT ticket_id, weight, aged_at, counter_id, slot_from, slot_until"
	"  FROM ticket_period"
	" WHERE day = :day AND service_id = :id AND " VISIT_WAITS
	"   AND started_at <= :at";

static void
add_waiting(struct hall *hall, size_t service, struct query *q)
{
	hall->waiting = mem_more(hall->waiting, hall->waiting_count,
				 sizeof(*hall->waiting));
	hall->waiting[hall->waiting_count++] = (struct hall_person){
		.who = { .ticket_id = query_col_int(q, 0),
			 .service = service,
			 .weight = (int)query_col_int(q, 1),
			 .aged_at = query_col_int(q, 2),
			 .slot_from = query_col_int(q, 4),
			 .slot_until = query_col_int(q, 5) },
		.counter_id = query_col_int(q, 3),
	};
}

static enum status
load_waiting(struct office *office, const char *day, const bool *near, struct hall *hall)
{
	struct query q;
	size_t i;

	query_open(&q, office->store, waiting_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":at", hall->at);
	for (i = 0; i < hall->service_count; i++) {
		if (!near[i])
			continue;
		query_int(&q, ":id", hall->services[i].line.id);
		while (query_row(&q))
			add_waiting(hall, i, &q);
	}
	return query_close(&q);
}

/* Load how far each ratio has been counted, which decides whose turn it is. */
static enum status
load_runs(struct office *office, struct hall *hall)
{
	struct line_service *services = mem_alloc((hall->service_count + 1) *
						  sizeof(*services));
	enum status st;
	size_t i, c;

	for (i = 0; i < hall->service_count; i++)
		services[i] = hall->services[i].line;
	st = line_runs(office, 0, services, hall->service_count, NULL);
	for (i = 0; i < hall->service_count; i++) {
		hall->services[i].line.run = services[i].run;
		if (services[i].policy.kind != POLICY_RATIO || !services[i].policy.across)
			services[i].policy.kind = POLICY_FIFO; /* already known */
	}
	for (c = 0; c < hall->counter_count && !st; c++)
		st = line_runs(office, hall->counters[c].id, services,
			       hall->service_count, &hall->counters[c].run);
	free(services);
	return st;
}

static enum status
load_rest(struct office *office, const char *day, const struct hall_view *view,
	  bool *near, struct hall *hall)
{
	const size_t place = hall_place(hall, view->service_id);
	enum status st;
	size_t i;

	mark_counter(hall, view->counter_id, near);
	if (place < hall->service_count)
		mark_near(hall, place, near);
	for (i = 0; !view->service_id && i < hall->service_count; i++)
		near[i] = true;
	drop_far_counters(hall, view->service_id, near);
	if ((st = load_waiting(office, day, near, hall)) || !hall->counter_count)
		return st;
	if ((st = load_runs(office, hall)) ||
	    (st = hall_load_samples(office, near, view->service_id, view->samples,
				    view->others, hall)))
		return st;
	return hall_load_days(office, near, view->weight, hall);
}

enum status
hall_load(struct office *office, const char *day, const struct hall_view *view,
	  struct hall *hall)
{
	char today[DAY_TEXT];
	bool *near, is_today;
	enum status st;

	*hall = (struct hall){ .at = office->act.at };
	if ((st = store_map(office->store)))
		return st;
	is_today = !strcmp(day, day_print(day_of(hall->at), today));
	if (!(st = load_services(office, hall)) && is_today &&
	    !(st = load_counters(office, hall)) && !(st = load_present(office, hall)))
		st = hall_load_habits(office, hall);
	near = mem_alloc(hall->service_count + 1);
	if (!st)
		st = load_rest(office, day, view, near, hall);
	free(near);
	if (st)
		hall_free(hall);
	return st;
}
