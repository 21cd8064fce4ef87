/* SPDX-License-Identifier: MIT */
#include "office/report/report_taken.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/columns.h"
#include "office/report/figures.h"
#include "office/report/story.h"

/*
 * The tickets that were called out of order, with the reason given, and the tickets they
 * overtook: those that were waiting for the counter at that moment, for whichever of its
 * services, and were drawn earlier or are of a class that weighs more.
 */

const struct column taken_columns[] = {
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "at", .heading = N_("Called"), .type = COL_TIME },
	{ .key = "service",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .named_in = "services" },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	FIGURE("passed", N_("Passed")),
	{ .key = "first_passed", .heading = N_("First passed"), .type = COL_TEXT },
	{ .key = "note", .heading = N_("Reason given"), .type = COL_TEXT },
	{ 0 },
};

/* A ticket that waited. */
struct waiting {
	int64_t ticket_id, drawn_at;
	char label[LABEL_TEXT];
	struct spell spell;
};

struct taken {
	int64_t ticket_id, drawn_at, service_id, weight, at;
	int64_t counter_id, officer_id;
	char label[LABEL_TEXT];
	char *note;
};

/* A service of a counter. */
struct served {
	int64_t counter_id, service_id;
};

/* A day with tickets called out of order: who waited on it, and who was called. */
struct day {
	struct waiting *waiting;
	size_t waiting_count, waiting_room;
	struct taken *taken;
	size_t taken_count, taken_room;
	struct served *served; /* by the counters, as they are registered now */
	size_t served_count;
};

static void
add_waiting(struct day *day, const struct story *story, const struct spell *spell)
{
	struct waiting *w;

	if (day->waiting_count == day->waiting_room) {
		day->waiting_room = day->waiting_room ? 2 * day->waiting_room : 256;
		day->waiting = mem_grow(day->waiting, day->waiting_room * sizeof(*w));
	}
	w = &day->waiting[day->waiting_count++];
	*w = (struct waiting){ story->ticket_id, story->drawn_at, "", *spell };
	memcpy(w->label, story->label, sizeof(w->label));
}

/* The weight with which the ticket waited before the call. */
static int64_t
weight_of(const struct story *story, const struct call *call)
{
	int64_t weight = 0;
	size_t i;

	for (i = 0; i < story->spell_count && story->spells[i].from <= call->called_at;
	     i++)
		weight = story->spells[i].weight;
	return weight;
}

static void
add_taken(struct day *day, const struct story *story, const struct call *call)
{
	struct taken *t;

	if (day->taken_count == day->taken_room) {
		day->taken_room = day->taken_room ? 2 * day->taken_room : 16;
		day->taken = mem_grow(day->taken, day->taken_room * sizeof(*t));
	}
	t = &day->taken[day->taken_count++];
	*t = (struct taken){ .ticket_id = story->ticket_id,
			     .drawn_at = story->drawn_at,
			     .service_id = story->legs[call->leg].service_id,
			     .weight = weight_of(story, call),
			     .at = call->called_at,
			     .counter_id = call->counter_id,
			     .officer_id = call->officer_id,
			     .note = mem_text(call->out_of_order) };
	memcpy(t->label, story->label, sizeof(t->label));
}

static enum status
add_story(void *ctx, const struct story *story)
{
	struct day *day = ctx;
	size_t i;

	for (i = 0; i < story->spell_count; i++)
		add_waiting(day, story, &story->spells[i]);
	for (i = 0; i < story->call_count; i++)
		if (story->calls[i].out_of_order)
			add_taken(day, story, &story->calls[i]);
	return OK;
}

static bool
drew_before(int64_t at, int64_t id, int64_t other_at, int64_t other_id)
{
	return at < other_at || (at == other_at && id < other_id);
}

static bool
waited_there(const struct day *day, const struct spell *spell, const struct taken *t)
{
	size_t i;

	if (spell->from > t->at || (spell->until >= 0 && spell->until <= t->at))
		return false;
	for (i = 0; i < day->served_count; i++)
		if (day->served[i].counter_id == t->counter_id &&
		    day->served[i].service_id == spell->service_id)
			return true;
	return spell->service_id == t->service_id; /* the counter had it then */
}

/* How many tickets T overtook; returns the first of them, or NULL. */
static const struct waiting *
count_passed(const struct day *day, const struct taken *t, int64_t *count)
{
	const struct waiting *w, *first = NULL;

	*count = 0;
	for (w = day->waiting; w < day->waiting + day->waiting_count; w++) {
		if (w->ticket_id == t->ticket_id || !waited_there(day, &w->spell, t) ||
		    (w->spell.weight <= t->weight &&
		     !drew_before(w->drawn_at, w->ticket_id, t->drawn_at, t->ticket_id)))
			continue;
		++*count;
		if (!first || drew_before(w->drawn_at, w->ticket_id, first->drawn_at,
					  first->ticket_id))
			first = w;
	}
	return first;
}

static int
by_moment(const void *a, const void *b)
{
	const struct taken *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->ticket_id > y->ticket_id) - (x->ticket_id < y->ticket_id);
}

static enum status
send_day(const struct figures *f, struct day *day, struct sink *sink)
{
	enum status st = OK;
	size_t i;

	if (day->taken_count)
		qsort(day->taken, day->taken_count, sizeof(*day->taken), by_moment);
	for (i = 0; i < day->taken_count && !st; i++) {
		const struct taken *t = &day->taken[i];
		int64_t count;
		const struct waiting *first = count_passed(day, t, &count);

		st = sink->row(
			sink,
			(const struct value[]){
				value_text(t->label), value_int(t->at),
				value_text(
					groups_find(&f->services, t->service_id)->code),
				value_text(
					groups_find(&f->counters, t->counter_id)->code),
				value_text(
					groups_find(&f->officers, t->officer_id)->code),
				value_int(count), value_text(first ? first->label : NULL),
				value_text(t->note) });
	}
	return st;
}

static void
clear_day(struct day *day)
{
	size_t i;

	for (i = 0; i < day->taken_count; i++)
		free(day->taken[i].note);
	day->taken_count = day->waiting_count = 0;
}

static const char served_sql[] = "SELECT counter_id, service_id FROM counter_service";

static enum status
load_served(struct office *office, struct day *day)
{
	struct query q;

	query_open(&q, office->store, served_sql);
	while (query_row(&q)) {
		day->served = mem_more(day->served, day->served_count,
				       sizeof(*day->served));
		day->served[day->served_count++] = (struct served){
			.counter_id = query_col_int(&q, 0),
			.service_id = query_col_int(&q, 1),
		};
	}
	return query_close(&q);
}

/* Only days with such calls are read again, one at a time. */
enum status
report_taken(struct office *office, const struct period *period, struct sink *sink)
{
	struct day day = { 0 };
	struct figures *f;
	enum status st = figures_of(office, period, &f);
	size_t i;

	if (!st)
		st = load_served(office, &day);
	for (i = 0; !st && i < f->day_count; i++) {
		struct period one = { f->days[i].day, f->days[i].day };

		if (!f->days[i].n.taken)
			continue;
		if (!(st = story_walk(office, &one, add_story, &day)))
			st = send_day(f, &day, sink);
		clear_day(&day);
	}
	free(day.waiting);
	free(day.taken);
	free(day.served);
	return st;
}
