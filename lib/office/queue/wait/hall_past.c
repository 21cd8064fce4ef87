/* SPDX-License-Identifier: MIT */
#include "office/queue/wait/hall_past.h"

#include "base/mem.h"
#include "base/moment.h"
#include "office/queue/visit.h"

/*
 * The last calls of a service: how long each held its counter, after how long the next
 * ticket was called there, and when that ticket was drawn, both counted from the call.  A
 * recall belongs to the same call.  Time on hold counts for no counter.
 */
/* clang-format off */
static const char samples_sql[] =
	"SELECT coalesce(p.ended_at, 1 << 60) - p.started_at +"
	"       coalesce((SELECT sum(coalesce(h.ended_at, 1 << 60) - h.started_at)"
	"          FROM ticket_period h"
	"         WHERE h.ticket_id = p.ticket_id AND h.id > p.id"
	"           AND h.counter_id = p.counter_id AND h." VISIT_AT_COUNTER "), 0),"
	"       n.started_at - p.started_at, t.issued_at - p.started_at"
	"  FROM ticket_period p"
	"  LEFT JOIN ticket_period n ON n.id ="
	"       (SELECT m.id FROM ticket_period m"
	"         WHERE " VISIT_CALL("m.")
	"           AND m.counter_id = p.counter_id AND m.id > p.id ORDER BY m.id LIMIT 1)"
	"  LEFT JOIN ticket t ON t.id = n.ticket_id"
	" WHERE p.service_id = :id AND " VISIT_CALL("p.")
	" ORDER BY p.id DESC LIMIT :most";
/* clang-format on */

/* A longer gap between two calls is a break, not the time to the next visitor. */
#define BETWEEN_CALLS 180
#define LONGEST       (8 * INT64_C(3600))

/*
 * From a call to the moment at which the next one could be made.  If the next visitor was
 * already waiting, the officer called as soon as the counter was free.
 */
static void
add_sample(struct samples *samples, struct query *q)
{
	int64_t held = query_col_int(q, 0);
	const int64_t next = query_col_int(q, 1), waited_since = query_col_int(q, 2);

	if (held < 0 || held > LONGEST) /* not over yet, or the clock was set */
		return;
	if (!query_col_null(q, 1) && waited_since <= held && next > held &&
	    next - held <= BETWEEN_CALLS)
		held = next;
	samples->held[samples->count++] = (int)(held ? held : 1);
}

enum status
hall_load_samples(struct office *office, const bool *near, int64_t service_id,
		  int samples, int others, struct hall *hall)
{
	struct query q;
	size_t i;

	query_open(&q, office->store, samples_sql);
	for (i = 0; i < hall->service_count; i++) {
		struct samples *held = &hall->services[i].held;
		const int64_t id = hall->services[i].line.id;
		const int most = id == service_id ? samples : others;

		if (!near[i])
			continue;
		held->held = mem_alloc((size_t)most * sizeof(*held->held));
		query_int(&q, ":id", id);
		query_int(&q, ":most", most);
		while (query_row(&q))
			add_sample(held, &q);
	}
	return query_close(&q);
}

/*
 * Visitors of the past who stand for those who may still come and be called first.  Rows
 * are stored in the order of time, so the rows of a past day are found by a binary
 * search, without an index.
 */
#define DAYS  6                   /* days to look back, at most */
#define AHEAD (3 * INT64_C(3600)) /* seconds to look ahead */
#define ROWS  2000                /* rows to read in all; the first day is always read */

static const char last_id_sql[] = "SELECT max(id) FROM ticket_period";
static const char at_id_sql[] =
	"SELECT id, started_at FROM ticket_period WHERE id >= :id ORDER BY id LIMIT 1";
static const char day_before_sql[] = "SELECT max(day) FROM series WHERE day < :day";
static const char comers_sql[] =
	"SELECT service_id, coalesce(weight, 0), started_at, coalesce(aged_at, started_at),"
	"       slot_from, slot_until"
	"  FROM ticket_period"
	" WHERE id >= :first AND id < :end AND state = 'waiting'"
	"   AND started_at >= :from AND started_at < :until" /* some were entered late */
	"   AND (weight > 0 OR aged_at < started_at OR slot_from IS NOT NULL OR :all)"
	" ORDER BY id";

struct search {
	struct query last, at, comers;
	int64_t end; /* one above the highest id */
	int64_t rows;
	bool all; /* ordinary tickets too */
	const bool *near;
};

/* The id of the first row at MOMENT or later. */
static int64_t
id_at(struct search *search, int64_t moment)
{
	int64_t low = 1, high = search->end;

	while (low < high) {
		const int64_t middle = low + (high - low) / 2;

		query_int(&search->at, ":id", middle);
		if (!query_row(&search->at))
			break;
		if (query_col_int(&search->at, 1) < moment)
			low = query_col_int(&search->at, 0) + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_comer(struct hall_day *day, size_t service, int64_t later, struct query *q)
{
	const int64_t slot_from = query_col_int(q, 4), slot_until = query_col_int(q, 5);
	struct hall_person p = {
		.who = { .ticket_id = INT64_MAX / 2 + (int64_t)day->count,
			 .service = service,
			 .weight = (int)query_col_int(q, 1),
			 .aged_at = query_col_int(q, 3) + later,
			 .slot_from = slot_from ? slot_from + later : 0,
			 .slot_until = slot_until ? slot_until + later : 0 },
		.comes_at = query_col_int(q, 2) + later,
	};

	/* A row that was entered late is out of order; the list must not be. */
	if (day->count && day->people[day->count - 1].comes_at > p.comes_at)
		p.comes_at = day->people[day->count - 1].comes_at;
	day->people = mem_more(day->people, day->count, sizeof(*day->people));
	day->people[day->count++] = p;
}

/*
 * Add to DAY those who came in [FROM, UNTIL), as if each came LATER seconds later.
 */
static void
add_comers(struct search *search, struct hall *hall, struct hall_day *day, int64_t from,
	   int64_t until, int64_t later)
{
	const int64_t first = id_at(search, from), end = id_at(search, until);
	size_t place;

	search->rows += end - first;
	query_int(&search->comers, ":first", first);
	query_int(&search->comers, ":end", end);
	query_int(&search->comers, ":from", from);
	query_int(&search->comers, ":until", until);
	query_int(&search->comers, ":all", search->all);
	while (query_row(&search->comers)) {
		place = hall_place(hall, query_col_int(&search->comers, 0));
		if (place < hall->service_count && search->near[place])
			add_comer(day, place, later, &search->comers);
	}
}

static struct hall_day *
add_day(struct hall *hall)
{
	hall->days = mem_more(hall->days, hall->day_count, sizeof(*hall->days));
	hall->days[hall->day_count] = (struct hall_day){ 0 };
	return &hall->days[hall->day_count++];
}

/* Expect the visitors that came on each of the last days from this time of day on. */
static enum status
load_other_days(struct office *office, struct search *search, struct hall *hall)
{
	const int today = day_of(hall->at);
	char day[DAY_TEXT];
	int64_t later;
	struct query q;
	int i, number = today;

	query_open(&q, office->store, day_before_sql);
	for (i = 0; i < DAYS && (!i || search->rows < ROWS); i++) {
		query_text(&q, ":day", day_print(number, day));
		if (!query_row(&q) || query_col_null(&q, 0) ||
		    !day_read(query_col_given(&q, 0), hall->at, &number))
			break;
		later = (int64_t)(today - number) * DAY_SECONDS;
		add_comers(search, hall, add_day(hall), hall->at - later + 1,
			   hall->at - later + AHEAD, later);
	}
	return query_close(&q);
}

/* Without an earlier day, expect visitors to keep coming as in the last hour. */
static void
load_last_hour(struct search *search, struct hall *hall)
{
	struct hall_day *day = add_day(hall);
	int64_t later;

	for (later = 3600; later <= AHEAD; later += 3600)
		add_comers(search, hall, day, hall->at - 3600 + 1, hall->at + 1, later);
}

/* Whether some counter weighs its services differently. */
static bool
weights_differ(const struct hall *hall)
{
	size_t c, i;

	for (c = 0; c < hall->counter_count; c++)
		for (i = 1; i < hall->counters[c].count; i++)
			if (hall->counters[c].serves[i].weight !=
			    hall->counters[c].serves[0].weight)
				return true;
	return false;
}

/* Whether the class of a later visitor can put that visitor first. */
static bool
classes_count(const struct hall *hall, const bool *near)
{
	size_t i;

	for (i = 0; i < hall->service_count; i++)
		if (near[i] && hall->services[i].line.policy.kind != POLICY_FIFO)
			return true;
	return false;
}

enum status
hall_load_days(struct office *office, const bool *near, int weight, struct hall *hall)
{
	struct search search = { .near = near,
				 .all = weight > 0 || weights_differ(hall) };
	enum status st = OK, other;

	if (!search.all && !classes_count(hall, near))
		return OK;
	query_open(&search.last, office->store, last_id_sql);
	if (query_row(&search.last))
		search.end = query_col_int(&search.last, 0) + 1;
	if ((st = query_close(&search.last)))
		return st;
	query_open(&search.at, office->store, at_id_sql);
	query_open(&search.comers, office->store, comers_sql);
	st = load_other_days(office, &search, hall);
	if (!st && !hall->day_count)
		load_last_hour(&search, hall);
	other = query_close(&search.at);
	st = st ? st : other;
	other = query_close(&search.comers);
	return st ? st : other;
}
