/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct dossier_group_slot {
	bool taken;
	int64_t id;
	struct dossier_figures figures;
};

/* Where ID is, or where it would go.  There is always a slot free.  Ids mostly count up
 * from 1, so that their low bits do; that an id is a number from a file is why they are
 * no places of an array. */
static struct dossier_group_slot *
find_slot(struct dossier_group_slot *slots, size_t room, int64_t id)
{
	size_t place = (size_t)id & (room - 1);

	while (slots[place].taken && slots[place].id != id)
		place = (place + 1) & (room - 1);
	return &slots[place];
}

static void
make_room(struct dossier_counts *counts)
{
	const size_t room = counts->room ? 2 * counts->room : 256;
	struct dossier_group_slot *slots = mem_alloc(room * sizeof(*slots));
	size_t i;

	for (i = 0; i < counts->room; i++)
		if (counts->slots[i].taken)
			*find_slot(slots, room, counts->slots[i].id) = counts->slots[i];
	free(counts->slots);
	counts->slots = slots;
	counts->room = room;
}

struct dossier_figures *
dossier_counts_of(struct dossier_counts *counts, int64_t id)
{
	struct dossier_group_slot *slot;

	if (2 * counts->used >= counts->room)
		make_room(counts);
	slot = find_slot(counts->slots, counts->room, id);
	if (!slot->taken) {
		slot->taken = true;
		slot->id = id;
		counts->used++;
	}
	return &slot->figures;
}

void
dossier_counts_free(struct dossier_counts *counts)
{
	free(counts->slots);
	*counts = (struct dossier_counts){ 0 };
}

struct counting {
	struct dossier_taker taker;
	const struct dossier_span *span;
	enum dossier_group group;
	struct dossier_counts *counts;
};

/* The figure in which a dossier with this standing is counted. */
static int64_t *
find_standing(struct dossier_figures *f, const char *standing)
{
	const struct {
		const char *standing;
		int64_t *count;
	} all[] = {
		{ "early", &f->early },     { "on_time", &f->on_time },
		{ "overdue", &f->overdue }, { "in_time", &f->in_time },
		{ "late", &f->late },
	};
	size_t i = 0;

	while (strcmp(all[i].standing, standing) != 0)
		i++;
	return all[i].count;
}

static void
note_end(struct dossier_notes *notes, const struct dossier_look *look)
{
	int i = 0;

	while (strcmp(standing_no_results[i], look->then.status) != 0)
		i++;
	if (!look->standing) {
		notes->no_result[i].aside++;
		notes->no_result[i].aside_carried += look->came == CAME_CARRIED;
	} else if (!strcmp(look->standing, "overdue")) {
		notes->no_result[i].overdue++;
	} else {
		notes->no_result[i].on_time++;
	}
}

static void
note_dossier(struct counting *c, const struct dossier_look *look)
{
	const struct past_facts *then = &look->then;
	struct dossier_notes *notes = &c->counts->notes;

	if (look->came != CAME_NOT && then->finished_at >= 0 &&
	    standing_without_result(then->status))
		note_end(notes, look);
	notes->refused += then->refused && then->here &&
			  then->received_at >= c->span->from &&
			  then->received_at < c->span->then.end;
	if (look->late_since < 0)
		return;
	notes->late++;
	if (!notes->late_since || look->late_since < notes->late_since)
		notes->late_since = look->late_since;
}

static int64_t
group_of(const struct counting *c, int64_t procedure, int64_t officer)
{
	return c->group == DOSSIERS_BY_PROCEDURE ? procedure :
	       c->group == DOSSIERS_BY_OFFICER   ? officer :
						   0;
}

/* What was open before, and what has become of it, each with its procedure. */
static void
count_shift(struct counting *c, const struct dossier_look *look)
{
	const int64_t before = group_of(c, look->was_procedure, 0);
	const int64_t now = group_of(c, look->then.procedure, 0);
	const bool carried = look->came == CAME_CARRIED && look->standing;

	if (c->group == DOSSIERS_BY_OFFICER)
		return;
	if (look->was_open)
		dossier_counts_of(c->counts, before)->was_open++;
	if (look->shift == SHIFT_NONE)
		return;
	if (look->was_open)
		dossier_counts_of(c->counts, before)->shift[look->shift]--;
	if (carried)
		dossier_counts_of(c->counts, now)->shift[look->shift]++;
}

static enum status
count_look(struct dossier_taker *taker, const struct dossier_look *look)
{
	struct counting *c = (struct counting *)taker;
	struct dossier_figures *f;

	note_dossier(c, look);
	count_shift(c, look);
	if (look->came == CAME_NOT || !look->standing)
		return OK;
	f = dossier_counts_of(c->counts,
			      group_of(c, look->then.procedure, look->then.officer));
	f->carried_over += look->came == CAME_CARRIED;
	f->online += look->came == CAME_ONLINE;
	f->counter_post += look->came == CAME_COUNTER_POST;
	++*find_standing(f, look->standing);
	return OK;
}

enum status
dossier_count(struct office *office, const struct period *period,
	      enum dossier_group group, struct dossier_counts *counts)
{
	struct dossier_span span;
	struct counting counting = { .taker = { count_look,
						group == DOSSIERS_BY_OFFICER },
				     .span = &span,
				     .group = group,
				     .counts = counts };
	enum status st = dossier_span_read(office, period, &span);

	if (!st)
		st = dossier_walk(office, &span, &counting.taker);
	dossier_span_free(&span);
	return st;
}

void
dossier_figures_add(struct dossier_figures *sum, const struct dossier_figures *f)
{
	int i;

	sum->online += f->online;
	sum->counter_post += f->counter_post;
	sum->carried_over += f->carried_over;
	sum->early += f->early;
	sum->on_time += f->on_time;
	sum->overdue += f->overdue;
	sum->in_time += f->in_time;
	sum->late += f->late;
	sum->was_open += f->was_open;
	for (i = 0; i < SHIFTS; i++)
		sum->shift[i] += f->shift[i];
}

int64_t
dossier_figures_in_period(const struct dossier_figures *f)
{
	return f->online + f->counter_post;
}

int64_t
dossier_figures_finished(const struct dossier_figures *f)
{
	return f->early + f->on_time + f->overdue;
}

int64_t
dossier_figures_open(const struct dossier_figures *f)
{
	return f->in_time + f->late;
}
