/* SPDX-License-Identifier: MIT */
#include "office/report/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * Both orders are those of indexes, so that nothing is sorted and reading a day costs a
 * day.
 */
static const char walk_sql[] =
	"SELECT t.id, t.day, t.series, t.number, t.issued_at, t.expected_median,"
	"       t.expected_p90, p.state, p.service_id, p.counter_id, p.officer_id,"
	"       p.started_at, p.ended_at, p.reason, p.note, p.weight"
	"  FROM ticket t CROSS JOIN ticket_period p ON p.ticket_id = t.id"
	" WHERE t.day >= :from AND t.day <= :to"
	" ORDER BY t.day, t.series, t.number, p.id";

enum { /* its columns */
       WALK_TICKET,
       WALK_DAY,
       WALK_SERIES,
       WALK_NUMBER,
       WALK_ISSUED,
       WALK_MEDIAN,
       WALK_P90,
       WALK_STATE,
       WALK_SERVICE,
       WALK_COUNTER,
       WALK_OFFICER,
       WALK_STARTED,
       WALK_ENDED,
       WALK_REASON,
       WALK_NOTE,
       WALK_WEIGHT,
};

/* The row being read. */
struct beat {
	const char *state, *reason, *note;          /* reason and note may be NULL */
	int64_t service_id, counter_id, officer_id; /* 0 = none */
	int64_t from, until;                        /* until -1: open */
	int64_t weight;
};

static int64_t
number_or(struct query *q, int i, int64_t missing)
{
	return query_col_null(q, i) ? missing : query_col_int(q, i);
}

static bool
has_reason(const struct beat *beat, const char *word)
{
	return beat->reason && !strcmp(beat->reason, word);
}

static void
clear_story(struct story *s)
{
	size_t i;

	for (i = 0; i < s->call_count; i++)
		free(s->calls[i].out_of_order);
	s->leg_count = s->call_count = s->spell_count = 0;
	s->ticket_id = 0;
}

static void
begin_story(struct story *s, struct query *q)
{
	clear_story(s);
	s->ticket_id = query_col_int(q, WALK_TICKET);
	if (!day_read(query_col_given(q, WALK_DAY), 0, &s->day))
		s->day = day_of(query_col_int(q, WALK_ISSUED));
	label_print(query_col_given(q, WALK_SERIES), query_col_int(q, WALK_NUMBER),
		    s->label);
	s->drawn_at = query_col_int(q, WALK_ISSUED);
	s->told_median = number_or(q, WALK_MEDIAN, -1);
	s->told_p90 = number_or(q, WALK_P90, -1);
	s->first_wait = -1;
}

/* Make room for one more element at the end of an array of the story. */
#define MORE(array, count, room)                                                         \
	do {                                                                             \
		if ((count) == (room)) {                                                 \
			(room) = (room) ? 2 * (room) : 8;                                \
			(array) = mem_grow((array), (room) * sizeof(*(array)));          \
		}                                                                        \
	} while (0)

/* The call that is going on at a counter, or NULL. */
static struct call *
present_call(struct story *s)
{
	struct call *call = s->call_count ? &s->calls[s->call_count - 1] : NULL;

	return call && call->end == OUTCOME_OPEN ? call : NULL;
}

static struct leg *
last_leg(struct story *s)
{
	return &s->legs[s->leg_count - 1];
}

static void
end_call(struct story *s, enum outcome end, int64_t at)
{
	struct call *call = present_call(s);

	if (!call)
		return;
	call->end = end;
	call->ended_at = at;
	if (end == OUTCOME_SERVED && !call->started)
		last_leg(s)->service += at - call->last_called_at;
}

static void
end_leg(struct story *s, enum outcome end, int64_t at)
{
	struct leg *leg = last_leg(s);

	leg->end = end;
	leg->ended_at = at;
}

static void
begin_leg(struct story *s, const struct beat *beat)
{
	struct leg *leg, *before = s->leg_count ? last_leg(s) : NULL;
	int64_t since = beat->from;

	if (before) {
		if (before->end != OUTCOME_SERVED)
			end_leg(s,
				has_reason(beat, "then") ? OUTCOME_SERVED :
							   OUTCOME_SENT_ON,
				beat->from);
		before->onward = before->end == OUTCOME_SERVED;
		if (before->wait < 0 && !before->onward)
			since = before->waits_since;
	}
	MORE(s->legs, s->leg_count, s->leg_room);
	leg = &s->legs[s->leg_count++];
	*leg = (struct leg){ .service_id = beat->service_id,
			     .began_at = beat->from,
			     .ended_at = -1,
			     .came = s->leg_count > 1,
			     .wait = -1,
			     .waits_since = since };
}

static void
begin_wait(struct story *s, const struct beat *beat)
{
	bool then = has_reason(beat, "then");

	if (s->leg_count)
		end_call(s, then ? OUTCOME_SERVED : OUTCOME_SENT_ON, beat->from);
	if (!s->leg_count || then || last_leg(s)->service_id != beat->service_id)
		begin_leg(s, beat);
	else
		end_leg(s, OUTCOME_OPEN, -1); /* resumed, or came back: it goes on */
	MORE(s->spells, s->spell_count, s->spell_room);
	s->spells[s->spell_count++] = (struct spell){ .service_id = beat->service_id,
						      .weight = beat->weight,
						      .from = beat->from,
						      .until = beat->until };
}

/*
 * The reason given for calling out of order.  Before schema 4 no reason was stored, but
 * only `take` could have a note.
 */
static char *
out_of_order(const struct beat *beat)
{
	return !beat->reason || has_reason(beat, "take") ? mem_text(beat->note) : NULL;
}

static void
first_call(struct story *s, const struct beat *beat)
{
	struct leg *leg = last_leg(s);

	leg->wait = beat->from - leg->waits_since;
	leg->first_counter = beat->counter_id;
	leg->first_officer = beat->officer_id;
	if (s->first_wait < 0)
		s->first_wait = beat->from - s->drawn_at;
}

/* A recall continues the same call. */
static void
is_called(struct story *s, const struct beat *beat)
{
	struct call *call = present_call(s);
	struct leg *leg = last_leg(s);

	leg->end = OUTCOME_OPEN; /* a no-show who came back */
	leg->ended_at = -1;
	if (call) {
		call->recalls++;
		call->last_called_at = beat->from;
		return;
	}
	if (leg->wait < 0)
		first_call(s, beat);
	leg->counter_id = beat->counter_id;
	leg->officer_id = beat->officer_id;
	MORE(s->calls, s->call_count, s->call_room);
	s->calls[s->call_count++] = (struct call){ .leg = s->leg_count - 1,
						   .counter_id = beat->counter_id,
						   .officer_id = beat->officer_id,
						   .called_at = beat->from,
						   .last_called_at = beat->from,
						   .ended_at = -1,
						   .out_of_order = out_of_order(beat) };
}

static void
is_served(struct story *s, const struct beat *beat, int64_t now)
{
	int64_t until = beat->until < 0 ? now : beat->until;

	if (!present_call(s))
		is_called(s, beat);
	present_call(s)->started = true;
	if (until > beat->from)
		last_leg(s)->service += until - beat->from;
}

static void
end_legs(struct story *s, enum outcome call, enum outcome leg, int64_t at)
{
	end_call(s, call, at);
	end_leg(s, leg, at);
}

static void
add_beat(struct story *s, const struct beat *beat, int64_t now)
{
	const char *state = beat->state;

	if (!strcmp(state, "waiting")) {
		begin_wait(s, beat);
		return;
	}
	if (!s->leg_count)
		begin_leg(s, beat);
	if (!strcmp(state, "called"))
		is_called(s, beat);
	else if (!strcmp(state, "serving"))
		is_served(s, beat, now);
	else if (!strcmp(state, "held"))
		end_call(s, OUTCOME_HELD, beat->from);
	else if (!strcmp(state, "done"))
		end_legs(s, OUTCOME_SERVED, OUTCOME_SERVED, beat->from);
	else if (!strcmp(state, "no_show"))
		end_legs(s, OUTCOME_NO_SHOW, OUTCOME_NO_SHOW, beat->from);
	else if (!strcmp(state, "cancelled"))
		end_legs(s, OUTCOME_UNSERVED, OUTCOME_CANCELLED, beat->from);
	else
		end_legs(s, OUTCOME_UNSERVED, OUTCOME_UNSERVED, beat->from);
}

static struct beat
read_beat(struct query *q)
{
	return (struct beat){ .state = query_col_given(q, WALK_STATE),
			      .service_id = query_col_int(q, WALK_SERVICE),
			      .counter_id = query_col_int(q, WALK_COUNTER),
			      .officer_id = query_col_int(q, WALK_OFFICER),
			      .from = query_col_int(q, WALK_STARTED),
			      .until = number_or(q, WALK_ENDED, -1),
			      .reason = query_col_text(q, WALK_REASON),
			      .note = query_col_text(q, WALK_NOTE),
			      .weight = number_or(q, WALK_WEIGHT, 0) };
}

static void
free_story(struct story *s)
{
	clear_story(s);
	free(s->legs);
	free(s->calls);
	free(s->spells);
}

enum status
story_walk(struct office *office, const struct period *period,
	   enum status (*tell)(void *ctx, const struct story *story), void *ctx)
{
	char from[DAY_TEXT], to[DAY_TEXT];
	struct story s = { 0 };
	enum status st = OK, read;
	struct query q;

	query_open(&q, office->store, walk_sql);
	query_text(&q, ":from", day_print(period->from, from));
	query_text(&q, ":to", day_print(period->to, to));
	while (!st && query_row(&q)) {
		struct beat beat = read_beat(&q);

		if (s.ticket_id && s.ticket_id != query_col_int(&q, WALK_TICKET))
			st = tell(ctx, &s);
		if (s.ticket_id != query_col_int(&q, WALK_TICKET))
			begin_story(&s, &q);
		add_beat(&s, &beat, office->now);
	}
	read = query_close(&q);
	if (!st && !read && s.ticket_id)
		st = tell(ctx, &s);
	free_story(&s);
	return st ? st : read;
}
