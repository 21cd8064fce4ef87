/* SPDX-License-Identifier: MIT */
#include "office/queue/slot.h"

#include <assert.h>

#include "base/intl.h"
#include "base/show.h"
#include "office/core/worktime.h"

enum status
slots_open(struct office *office, int64_t service, struct slots *slots)
{
	enum status st;

	*slots = (struct slots){ .service_id = service };
	if ((st = issuing_load(office, service, &slots->issuing)))
		return st;
	if (slots->issuing.slot_minutes)
		return calendar_load(office, &slots->calendar);
	fail(NO, _("%s: takes no appointments"), slots->issuing.service);
	return fail_hint(NO, _("its slot_minutes and slot_capacity: "
			       "osq-admin import services"));
}

void
slots_close(struct slots *slots)
{
	calendar_free(slots->calendar);
	issuing_free(&slots->issuing);
	*slots = (struct slots){ 0 };
}

/*
 * The beginning of the first whole slot of LENGTH seconds that begins within
 * OPENS..CLOSES at SECOND or later; -1 = none.
 */
static int64_t
next_in(int64_t opens, int64_t closes, int64_t length, int64_t second)
{
	int64_t begins = opens;

	if (second > opens)
		begins += (second - opens + length - 1) / length * length;
	return begins + length <= closes ? begins : -1;
}

/*
 * The same, but the slot must lie within OPEN and, if the service has hours, within those
 * too.
 */
static int64_t
next_in_span(const struct issuing *issuing, const struct span *open, int64_t second)
{
	const int64_t length = issuing->slot_minutes * 60;

	assert(length > 0);
	if (!issuing->has_hours)
		return next_in(open->opens, open->closes, length, second);
	for (size_t i = 0; i < issuing->hours.count; i++) {
		const struct span *own = &issuing->hours.spans[i];
		int64_t begins = next_in(own->opens > open->opens ? own->opens :
								    open->opens,
					 own->closes < open->closes ? own->closes :
								      open->closes,
					 length, second);

		if (begins >= 0)
			return begins;
	}
	return -1;
}

/* When the first slot begins that begins at or after FROM and before UNTIL; -1 = none. */
static int64_t
slots_next(const struct slots *slots, int64_t from, int64_t until)
{
	int64_t second = second_of_day(from);

	for (int day = day_of(from);
	     day_moment(day, 0) < until && day <= slots->issuing.last_day;
	     day++, second = 0) {
		const struct workday *open = calendar_hours(slots->calendar, day);

		for (size_t i = 0; i < open->count; i++) {
			int64_t begins = next_in_span(&slots->issuing, &open->spans[i],
						      second);

			if (begins >= 0) {
				begins += day_moment(day, 0);
				return begins < until ? begins : -1;
			}
		}
	}
	return -1;
}

/*
 * Bookings that are there while the slot lasts, if only for a part of it: slots may have
 * been longer or shorter when they were made.  As many are there at once as when one of
 * them, or the slot, begins.
 */
static const char seats_sql[] =
	"WITH there AS (SELECT slot_at, slot_until, seat FROM appointment"
	"  WHERE service_id = :service AND cancelled_at IS NULL"
	"   AND slot_at > :earliest AND slot_at < :until AND slot_until > :slot)"
	"SELECT a.slot_at = :slot, a.seat, (SELECT count(*) FROM there b"
	"   WHERE b.slot_at <= max(a.slot_at, :slot) AND b.slot_until > max(a.slot_at, :slot))"
	"  FROM there a ORDER BY a.seat";

/*
 * Count the places taken in the slot that begins at BEGINS, and find the lowest seat that
 * no booking of just this slot has.
 */
static enum status
slots_seat(struct office *office, const struct slots *slots, int64_t begins,
	   int64_t *taken, int64_t *seat)
{
	struct query q;

	*taken = 0;
	*seat = 1;
	query_open(&q, office->store, seats_sql);
	query_int(&q, ":service", slots->service_id);
	query_int(&q, ":slot", begins);
	query_int(&q, ":earliest", begins - DAY_SECONDS); /* none is longer than a day */
	query_int(&q, ":until", begins + slots->issuing.slot_minutes * 60);
	while (query_row(&q)) {
		if (query_col_int(&q, 0) && query_col_int(&q, 1) == *seat)
			++*seat;
		if (query_col_int(&q, 2) > *taken)
			*taken = query_col_int(&q, 2);
	}
	return query_close(&q);
}

/* The end of the days that can be booked now. */
static int64_t
last_slot_moment(const struct office *office)
{
	return day_moment(day_of(office->act.at) + BOOKABLE_DAYS, 0);
}

/* Add the next free slot to the refusal as a hint. */
static enum status
hint_next_free(struct office *office, const struct slots *slots, int64_t from)
{
	const int64_t until = last_slot_moment(office);
	int64_t begins, taken, seat;
	char at[SHOW_TEXT];

	if (from < office->act.at)
		from = office->act.at;
	while ((begins = slots_next(slots, from, until)) >= 0) {
		enum status st = slots_seat(office, slots, begins, &taken, &seat);

		if (st)
			return st;
		if (taken < slots->issuing.slot_capacity)
			return fail_hint(NO, _("the next free one: %s"),
					 show_moment(begins, at));
		from = begins + 1;
	}
	return fail_hint(NO, _("none is free in a year's time"));
}

/* OK when BEGINS can be booked, else NO with the reason. */
static enum status
check_time(struct office *office, const struct slots *slots, int64_t begins)
{
	const char *service = slots->issuing.service;
	char at[SHOW_TEXT], day[SHOW_TEXT];

	show_moment(begins, at);
	show_day(day_of(begins), day);
	if (begins < office->act.at)
		return fail(NO, _("%s: %s is over"), service, at);
	if (begins >= last_slot_moment(office))
		return fail(NO, _("%s: %s is more than a year ahead"), service, day);
	if (!calendar_hours(slots->calendar, day_of(begins))->count)
		return fail(NO, _("%s: the office is closed on %s"), service, day);
	if (slots_next(slots, begins, begins + 1) != begins)
		return fail(NO, _("%s: no slot begins at %s"), service, at);
	return OK;
}

enum status
slots_take(struct office *office, const struct slots *slots, int64_t begins,
	   int64_t *seat)
{
	char at[SHOW_TEXT];
	int64_t taken = 0;
	enum status st = check_time(office, slots, begins);

	if (!st)
		st = slots_seat(office, slots, begins, &taken, seat);
	if (!st && taken >= slots->issuing.slot_capacity)
		st = fail(NO, _("%s: %s is full"), slots->issuing.service,
			  show_moment(begins, at));
	if (st == NO && begins < last_slot_moment(office))
		return hint_next_free(office, slots, begins);
	return st;
}

const struct column slot_columns[] = {
	{ .key = "begins", .heading = N_("Begins"), .type = COL_TIME },
	{ .key = "ends", .heading = N_("Ends"), .type = COL_TIME },
	{ .key = "capacity", .heading = N_("Capacity"), .type = COL_INT },
	{ .key = "taken", .heading = N_("Taken"), .type = COL_INT },
	{ .key = "free", .heading = N_("Free"), .type = COL_INT },
	{ 0 },
};

static enum status
list_one(struct office *office, const struct slots *slots, int64_t begins,
	 struct sink *sink)
{
	const int64_t capacity = slots->issuing.slot_capacity;
	int64_t taken, seat, left;
	enum status st = slots_seat(office, slots, begins, &taken, &seat);

	/* A slot that has begun can no longer be booked. */
	left = begins < office->act.at || taken > capacity ? 0 : capacity - taken;
	return st ? st :
		    sink->row(sink, (const struct value[]){
					    value_int(begins),
					    value_int(begins +
						      slots->issuing.slot_minutes * 60),
					    value_int(capacity), value_int(taken),
					    value_int(left) });
}

enum status
slots_list(struct office *office, const char *service, struct period days,
	   struct sink *sink)
{
	const int today = day_of(office->act.at);
	struct slots slots = { 0 };
	int64_t id, at, until;
	enum status st;

	if (days.from == DAY_FIRST)
		days.from = today;
	if (days.to >= today + BOOKABLE_DAYS)
		days.to = today + BOOKABLE_DAYS - 1;
	until = day_moment(days.to + 1, 0);
	if (!(st = service_id(office, service, &id)) &&
	    !(st = slots_open(office, id, &slots)))
		for (at = slots_next(&slots, day_moment(days.from, 0), until);
		     at >= 0 && !st; at = slots_next(&slots, at + 1, until))
			st = list_one(office, &slots, at, sink);
	slots_close(&slots);
	return st;
}
