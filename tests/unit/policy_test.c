/* SPDX-License-Identifier: MIT */
#include "office/rules/policy.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/rules/occupancy.h" /* its dice */

#include <cmocka.h> /* last: its fail() is not ours */

/* --- Days made up by chance --- */

#define PEOPLE   90
#define SERVICES 4
#define COUNTERS 4
#define LIMIT    2400

struct person {
	struct candidate who;
	int64_t comes_at;
	int called; /* its place among the day's calls; -1: waits, or is still to come */
	bool goes_on; /* after this service to another, with the age kept */
};

struct counter {
	int weights[SERVICES]; /* 0: does not serve it */
	int64_t free_at;
	struct run run;
};

struct call {
	size_t person, counter;
	int64_t at;
	enum reason reason;
	/* Of the moment before it, for the scope of the ratio: */
	bool both_wait; /* nobody over the limit, no appointment, and both kinds there */
};

struct day {
	struct dice dice;
	struct policy policy;
	struct line_service services[SERVICES];
	size_t service_count;
	struct counter counters[COUNTERS];
	size_t counter_count;
	struct person people[2 * PEOPLE];
	size_t count;
	struct call calls[2 * PEOPLE];
	int call_count;
};

/* What one day brought for the sums at the end: tests must not pass by emptiness. */
static struct {
	int64_t calls, by_reason[REASON_EARLY + 1], turns, bounds, waits_over;
} seen;

static int
below(struct day *day, int n)
{
	return (int)(dice_throw(&day->dice) % (uint64_t)n);
}

static void
make_services(struct day *day)
{
	size_t s, c;

	day->service_count = (size_t)below(day, SERVICES) + 1;
	day->counter_count = (size_t)below(day, COUNTERS) + 1;
	for (s = 0; s < day->service_count; s++)
		day->services[s] = (struct line_service){ .id = (int64_t)s + 1,
							  .policy = day->policy };
	for (c = 0; c < day->counter_count; c++)
		for (s = 0; s < day->service_count; s++)
			if (c == 0 || below(day, 2)) /* the first one serves all */
				day->counters[c].weights[s] = below(day, 4) ?
								      1 :
								      2 + below(day, 2);
}

static void
make_person(struct day *day, int64_t comes_at, bool appointments)
{
	static const int weights[] = { 0, 0, 0, 0, 3, 4, 5 };
	struct person *p = &day->people[day->count];

	*p = (struct person){ .comes_at = comes_at,
			      .called = -1,
			      .goes_on = !below(day, 8) };
	p->who.ticket_id = p->who.period_id = (int64_t)++day->count;
	p->who.service = (size_t)below(day, (int)day->service_count);
	p->who.weight = weights[below(day, 7)];
	p->who.aged_at = comes_at;
	if (appointments && !below(day, 6)) { /* early, in time, late */
		p->who.slot_from = comes_at + 300 * (below(day, 9) - 4);
		p->who.slot_until = p->who.slot_from + 900;
		p->who.aged_at = p->who.slot_from;
	}
}

static void
make_day(struct day *day, uint64_t seed, const struct policy *policy, bool appointments)
{
	const int people = 10 + (int)(seed % (PEOPLE - 10));
	int64_t at = 1000000;
	int i, pace;

	memset(day, 0, sizeof(*day));
	day->dice.state = seed;
	day->policy = *policy;
	make_services(day);
	pace = 20 + below(day, 100);
	for (i = 0; i < people; i++) {
		at += below(day, 4) ? below(day, 2 * pace) :
				      0; /* some at the same second */
		make_person(day, at, appointments);
	}
}

static bool
waits_at(const struct person *p, const struct counter *counter, int64_t at)
{
	return p->called < 0 && p->comes_at <= at && counter->weights[p->who.service];
}

/* --- What must be true of every call --- */

static bool
is_over(const struct day *day, const struct person *p, int64_t at)
{
	return day->policy.age_limit && at - p->who.aged_at >= day->policy.age_limit;
}

static bool
has_slot(const struct person *p, int64_t at)
{
	return p->who.slot_from && at <= p->who.slot_until;
}

static bool
in_window(const struct person *p, int64_t at)
{
	return has_slot(p, at) && at >= p->who.slot_from;
}

/* OTHER waited before the same counter when P was called there. */
static void
check_pair(const struct day *day, const struct call *call, const struct person *other)
{
	const struct person *p = &day->people[call->person];
	const int64_t at = call->at;

	if (is_over(day, other, at)) { /* only older ones go before it */
		assert_true(is_over(day, p, at));
		assert_true(p->who.aged_at <= other->who.aged_at);
		seen.waits_over++;
	}
	if (is_over(day, p, at))
		return;
	if (in_window(other, at)) {
		assert_true(in_window(p, at));
		assert_true(p->who.slot_from <= other->who.slot_from);
	}
	if (has_slot(p, at) && at < p->who.slot_from) /* early: nobody else is there */
		assert_true(has_slot(other, at) &&
			    other->who.slot_from >= p->who.slot_from);
	/* Equals of one service and class: by age, then as drawn. */
	if (!has_slot(p, at) && !has_slot(other, at) &&
	    p->who.service == other->who.service &&
	    (p->who.weight == other->who.weight || day->policy.kind == POLICY_FIFO))
		assert_true(p->who.aged_at < other->who.aged_at ||
			    (p->who.aged_at == other->who.aged_at &&
			     p->who.ticket_id < other->who.ticket_id));
	if (day->policy.kind == POLICY_PRIORITY && !has_slot(p, at) &&
	    !has_slot(other, at))
		assert_true(p->who.weight >= other->who.weight);
}

/* Two of the same class and stage at one counter: the weighted age decides. */
static void
check_weights(const struct day *day, const struct call *call, const struct person *other)
{
	const struct person *p = &day->people[call->person];
	const int *weights = day->counters[call->counter].weights;
	const int64_t at = call->at;

	if (is_over(day, p, at) || has_slot(p, at) || has_slot(other, at))
		return;
	if (p->who.weight != other->who.weight && day->policy.kind != POLICY_FIFO)
		return;
	if (day->policy.kind == POLICY_RATIO && !day->policy.across && p->who.weight)
		return; /* each service has its own turn */
	assert_true((at - p->who.aged_at) * weights[p->who.service] >=
		    (at - other->who.aged_at) * weights[other->who.service]);
}

/* Do both kinds wait in the scope of the ratio, and nobody who goes outside it? */
static bool
both_wait(const struct day *day, const struct call *call)
{
	const struct person *called = &day->people[call->person];
	bool kinds[2] = { false, false };
	size_t i;

	for (i = 0; i < day->count; i++) {
		const struct person *p = &day->people[i];

		if (!waits_at(p, &day->counters[call->counter], call->at))
			continue;
		if (is_over(day, p, call->at) || in_window(p, call->at))
			return false;
		if (has_slot(p, call->at) ||
		    (!day->policy.across && p->who.service != called->who.service))
			continue;
		kinds[p->who.weight > 0] = true;
	}
	return kinds[0] && kinds[1];
}

static void
check_call(struct day *day, struct call *call)
{
	size_t i;

	call->both_wait = both_wait(day, call);
	for (i = 0; i < day->count; i++) {
		const struct person *other = &day->people[i];

		if (i == call->person ||
		    !waits_at(other, &day->counters[call->counter], call->at))
			continue;
		check_pair(day, call, other);
		check_weights(day, call, other);
	}
	seen.calls++;
	seen.by_reason[call->reason]++;
}

/* --- Living it --- */

/* Everybody who waits for the counter, in any order: the rule must not care. */
static void
gather(struct day *day, size_t c, int64_t at, struct candidate *waiting,
       struct line *line)
{
	size_t i, s;

	for (s = 0; s < day->service_count; s++)
		day->services[s].weight = day->counters[c].weights[s];
	*line = (struct line){ .services = day->services,
			       .service_count = day->service_count,
			       .waiting = waiting,
			       .run = day->counters[c].run };
	for (i = 0; i < day->count; i++)
		if (waits_at(&day->people[i], &day->counters[c], at))
			waiting[line->count++] = day->people[i].who;
}

static void
shuffle(struct dice *dice, struct line *line)
{
	size_t i;

	for (i = line->count; i > 1; i--) {
		const size_t j = dice_throw(dice) % i;
		const struct candidate other = line->waiting[j];

		line->waiting[j] = line->waiting[i - 1];
		line->waiting[i - 1] = other;
	}
}

/* Leave only who may be first: the oldest of each service and class, and those with
 * an appointment. */
static void
keep_heads(struct line *line)
{
	size_t i, j, n = 0;

	for (i = 0; i < line->count; i++) {
		const struct candidate c = line->waiting[i];

		for (j = 0; j < n && !c.slot_from; j++) {
			struct candidate *head = &line->waiting[j];

			if (head->slot_from || head->service != c.service ||
			    head->weight != c.weight)
				continue;
			if (c.aged_at < head->aged_at ||
			    (c.aged_at == head->aged_at && c.ticket_id < head->ticket_id))
				*head = c;
			break;
		}
		if (j == n || c.slot_from)
			line->waiting[n++] = c;
	}
	line->count = n;
}

/* The same answer from the line as it came, shuffled, and cut down to its heads. */
static struct choice
choose(struct line *line, int64_t at)
{
	static struct dice other = { 4711 };
	const struct choice first = policy_choose(line, at);
	const int64_t ticket = line->waiting[first.index].ticket_id;
	struct choice again = policy_pick(line, at);

	assert_int_equal(again.index, first.index);
	assert_int_equal(again.counts, reason_counts(first.reason));
	shuffle(&other, line);
	again = policy_choose(line, at);
	assert_int_equal(line->waiting[again.index].ticket_id, ticket);
	assert_int_equal(again.reason, first.reason);
	keep_heads(line);
	again = policy_choose(line, at);
	assert_int_equal(line->waiting[again.index].ticket_id, ticket);
	assert_int_equal(again.reason, first.reason);
	return again;
}

/* Who goes on to another service comes there when this one is done, with his age. */
static void
send_on(struct day *day, const struct person *p, int64_t at)
{
	struct person *next = &day->people[day->count];

	if (!p->goes_on || day->count == 2 * PEOPLE)
		return;
	*next = *p;
	next->who.service = (p->who.service + 1) % day->service_count;
	next->who.slot_from = next->who.slot_until = 0;
	next->who.period_id = (int64_t)++day->count;
	next->comes_at = at;
	next->called = -1;
	next->goes_on = false;
}

static bool
call_next(struct day *day, size_t c, int64_t at)
{
	struct candidate waiting[2 * PEOPLE];
	struct counter *counter = &day->counters[c];
	struct call *call = &day->calls[day->call_count];
	struct choice choice;
	struct line line;

	gather(day, c, at, waiting, &line);
	if (!line.count) {
		assert_int_equal(policy_choose(&line, at).reason, REASON_NOBODY);
		return false;
	}
	choice = choose(&line, at);
	*call = (struct call){ .counter = c, .at = at, .reason = choice.reason };
	for (call->person = 0; day->people[call->person].who.period_id !=
			       line.waiting[choice.index].period_id;)
		call->person++;
	check_call(day, call);
	policy_called(&line, &choice);
	counter->run = line.run;
	counter->free_at = at + 30 + below(day, 400);
	day->people[call->person].called = day->call_count++;
	send_on(day, &day->people[call->person], counter->free_at);
	return true;
}

/* The next moment after AT at which somebody comes; INT64_MAX: never. */
static int64_t
next_coming(const struct day *day, int64_t at)
{
	int64_t next = INT64_MAX;
	size_t i;

	for (i = 0; i < day->count; i++)
		if (day->people[i].comes_at > at && day->people[i].comes_at < next)
			next = day->people[i].comes_at;
	return next;
}

static void
live(struct day *day)
{
	for (;;) {
		size_t c, first = 0;
		int64_t at;

		for (c = 1; c < day->counter_count; c++)
			if (day->counters[c].free_at < day->counters[first].free_at)
				first = c;
		at = day->counters[first].free_at;
		if (at == INT64_MAX)
			break;
		if (!call_next(day, first, at))
			day->counters[first].free_at = next_coming(day, at);
	}
}

/* --- What must be true of the day --- */

static bool
in_scope(const struct day *day, const struct call *call, size_t scope)
{
	return day->policy.across ? call->counter == scope :
				    day->people[call->person].who.service == scope;
}

/* A run that ended inside a stretch has its due length; one that was cut off by the
 * stretch's beginning or end is not longer. */
static void
check_run(const struct day *day, bool priority, int length, bool whole)
{
	const int due = priority ? day->policy.priority : day->policy.ordinary;

	assert_true(length <= due);
	if (whole) {
		assert_int_equal(length, due);
		seen.turns++;
	}
}

static void
check_ratio(const struct day *day, size_t scope)
{
	bool kind = false, whole = false;
	int i, length = 0;

	for (i = 0; i < day->call_count; i++) {
		const struct call *call = &day->calls[i];
		const bool priority = day->people[call->person].who.weight > 0;

		if (!in_scope(day, call, scope))
			continue;
		if (!call->both_wait || (length && priority != kind)) {
			if (length)
				check_run(day, kind, length, whole && call->both_wait);
			whole = call->both_wait && length;
			length = 0;
		}
		kind = priority;
		length += call->both_wait;
	}
	if (length)
		check_run(day, kind, length, false);
}

/* An ordinary one who goes before P by right: an older one, in the scope of a service. */
static bool
is_ahead(const struct day *day, const struct person *other, const struct person *p)
{
	if (day->policy.kind == POLICY_RATIO && other->who.weight)
		return false;
	return day->policy.across || other->who.aged_at < p->who.aged_at ||
	       (other->who.aged_at == p->who.aged_at &&
		other->who.ticket_id < p->who.ticket_id);
}

/*
 * The worst case for an ordinary ticket, where AHEAD ordinary ones of its service
 * are older: how many calls of its service come before its own at most, beside
 * appointments and those over the age limit.  -1: there is no such number (priority,
 * while priority classes keep coming), and only the age limit bounds the wait.
 *
 * Where the ratio goes across services, it is the calls of any one counter that serves
 * it, AHEAD being the ordinary ones of all its services that go before.
 */
static int64_t
worst_case(const struct policy *policy, int64_t ahead)
{
	const int64_t m = policy->ordinary;

	switch (policy->kind) {
	case POLICY_FIFO:
		return ahead;
	case POLICY_PRIORITY:
		return -1;
	case POLICY_RATIO:
		/* Ordinary ones go in rounds of m; n of a class before each round. */
		return ahead + (ahead + m) / m * policy->priority;
	}
	return -1;
}

/* As it stands in the store; what people did is none of the policy's reasons. */
static void
a_reason_is_read_as_it_is_stored(void **state)
{
	int reason;

	(void)state;
	for (reason = REASON_NOBODY; reason <= REASON_EARLY; reason++)
		assert_int_equal(reason_read(reason_word((enum reason)reason)), reason);
	assert_int_equal(reason_read("take"), REASON_NOBODY);
	assert_int_equal(reason_read("resume"), REASON_NOBODY);
	assert_int_equal(reason_read(NULL), REASON_NOBODY);
}

/* The worst case that the policy states, for one who has no appointment.  Of one scope:
 * the service, or one counter that serves it. */
static void
check_bound(const struct day *day, const struct person *p, size_t scope)
{
	int64_t ahead = 0, before = 0;
	int i;

	for (i = 0; i < p->called; i++) {
		const struct call *call = &day->calls[i];

		if (!in_scope(day, call, scope) || call->at < p->comes_at ||
		    !reason_counts(call->reason))
			continue;
		before++;
		ahead += is_ahead(day, &day->people[call->person], p);
	}
	assert_true(before <= worst_case(&day->policy, ahead));
	seen.bounds++;
}

static void
check_bounds(const struct day *day)
{
	size_t i, c;

	for (i = 0; i < day->count; i++) {
		const struct person *p = &day->people[i];

		assert_true(p->called >= 0); /* everybody was called */
		if (p->who.weight || p->who.slot_from ||
		    day->policy.kind == POLICY_PRIORITY)
			continue;
		if (!day->policy.across)
			check_bound(day, p, p->who.service);
		for (c = 0; day->policy.across && c < day->counter_count; c++)
			if (day->counters[c].weights[p->who.service])
				check_bound(day, p, c);
	}
}

static void
check_day(const struct day *day)
{
	size_t scope;

	check_bounds(day);
	for (scope = 0; day->policy.kind == POLICY_RATIO && scope < SERVICES; scope++)
		check_ratio(day, scope);
}

static void
same_again(const struct day *day, uint64_t seed, bool appointments)
{
	static struct day again;
	int i;

	make_day(&again, seed, &day->policy, appointments);
	live(&again);
	assert_int_equal(again.call_count, day->call_count);
	for (i = 0; i < day->call_count; i++) {
		assert_int_equal(again.calls[i].person, day->calls[i].person);
		assert_int_equal(again.calls[i].at, day->calls[i].at);
	}
}

static int
how_many_days(void)
{
	return getenv("OSQ_SOAK") ? 300000 : 3000;
}

static struct policy
some_policy(uint64_t seed)
{
	static const enum policy_kind kinds[] = { POLICY_FIFO, POLICY_PRIORITY,
						  POLICY_RATIO, POLICY_RATIO };
	struct dice dice = { seed ^ 0x5eed };

	return (struct policy){ .kind = kinds[dice_throw(&dice) % 4],
				.priority = 1 + (int)(dice_throw(&dice) % 3),
				.ordinary = 1 + (int)(dice_throw(&dice) % 3),
				.across = dice_throw(&dice) % 2,
				.age_limit = dice_throw(&dice) % 2 ? LIMIT : 0 };
}

static void
random_days(void **state)
{
	static struct day day;
	const int days = how_many_days();
	int i, r;

	(void)state;
	for (i = 1; i <= days; i++) {
		const struct policy policy = some_policy((uint64_t)i);
		const bool appointments = i % 3 == 0;

		make_day(&day, (uint64_t)i, &policy, appointments);
		live(&day);
		check_day(&day);
		if (i % 10 == 0)
			same_again(&day, (uint64_t)i, appointments);
	}
	print_message("# %d days, %lld calls:", days, (long long)seen.calls);
	for (r = REASON_OLDEST; r <= REASON_EARLY; r++) {
		print_message(" %s %lld", reason_word((enum reason)r),
			      (long long)seen.by_reason[r]);
		assert_true(seen.by_reason[r] > days / 10);
	}
	print_message(
		"\n# whole turns of a ratio %lld, bounds %lld, over the limit %lld\n",
		(long long)seen.turns, (long long)seen.bounds,
		(long long)seen.waits_over);
	assert_true(seen.turns > days && seen.bounds > days && seen.waits_over > days);
}

/* --- As a clerk would say it --- */

/* Somebody in a line of one service: who drew TICKET at minute DREW. */
#define SOMEBODY(ticket, drew, class)                                                    \
	{                                                                                \
		.period_id = (ticket), .ticket_id = (ticket), .weight = (class),         \
		.aged_at = 60 * (drew)                                                   \
	}
#define BOOKED(ticket, drew, from, until)                                                \
	{                                                                                \
		/* as old as the slot, whenever he came */                               \
		.period_id = (ticket), .ticket_id = (ticket), .aged_at = 60 * (from),    \
		.slot_from = 60 * (from), .slot_until = 60 * (until)                     \
	}
#define ELDERLY 4
#define MERIT   5

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Call one after the other, all at minute AT; the order as numbers parted by blanks. */
static void
expect(const char *words, int64_t limit, struct candidate *waiting, size_t count, int at,
       const char *order)
{
	struct line_service service = { .id = 1, .weight = 1 };
	struct line line = { .services = &service,
			     .service_count = 1,
			     .waiting = waiting,
			     .count = count };
	char got[200] = "";

	assert_true(policy_read(words, &service.policy));
	service.policy.age_limit = 60 * limit;
	while (line.count) {
		const struct choice choice = policy_choose(&line, 60 * at);
		const size_t length = strlen(got);

		snprintf(got + length, sizeof(got) - length, "%s%lld", length ? " " : "",
			 (long long)waiting[choice.index].ticket_id);
		policy_called(&line, &choice);
		waiting[choice.index] = waiting[--line.count];
	}
	assert_string_equal(got, order);
}

static void
classes(void **state)
{
	const struct candidate hall[] = {
		SOMEBODY(1, 0, 0), SOMEBODY(2, 1, 0),     SOMEBODY(3, 2, ELDERLY),
		SOMEBODY(4, 3, 0), SOMEBODY(5, 4, MERIT), SOMEBODY(6, 5, ELDERLY)
	};
	struct candidate w[COUNT(hall)];

	(void)state;
#define HALL(words, limit, at, order)                                                    \
	memcpy(w, hall, sizeof(hall));                                                   \
	expect(words, limit, w, COUNT(w), at, order)
	HALL("fifo", 0, 30, "1 2 3 4 5 6");
	HALL("priority", 0, 30, "5 3 6 1 2 4");
	HALL("ratio 1:1", 0, 30, "5 1 3 2 6 4");
	HALL("ratio 2:1", 0, 30, "5 3 1 6 2 4");
	HALL("ratio 1:2", 0, 30, "5 1 2 3 4 6");
	HALL("ratio 2:1 across", 0, 30, "5 3 1 6 2 4");
	/* An hour is too long for anybody: those who came in minutes 0 to 2. */
	HALL("priority", 60, 62, "1 2 3 5 6 4");
	HALL("ratio 2:1", 60, 61, "1 2 5 3 4 6");
	HALL("fifo", 60, 200, "1 2 3 4 5 6");
#undef HALL
}

static void
equals(void **state)
{
	struct candidate twins[] = { SOMEBODY(9, 5, 0), SOMEBODY(7, 5, 0),
				     SOMEBODY(8, 5, 0) };
	struct candidate sent_on[] = { SOMEBODY(7, 5, 0), SOMEBODY(8, 6, 0),
				       SOMEBODY(2, 1, 0) };

	(void)state;
	expect("priority", 60, twins, COUNT(twins), 10, "7 8 9");
	/* Number 2 was served elsewhere before, and keeps his age. */
	expect("priority", 60, sent_on, COUNT(sent_on), 10, "2 7 8");
}

static void
appointments(void **state)
{
	const struct candidate hall[] = { SOMEBODY(1, 0, 0), SOMEBODY(2, 1, MERIT),
					  BOOKED(3, 5, 20, 35), BOOKED(4, 2, 50, 65),
					  BOOKED(5, 3, 15, 30) };
	struct candidate w[COUNT(hall)];

	(void)state;
#define HALL(at, limit, order)                                                           \
	memcpy(w, hall, sizeof(hall));                                                   \
	expect("priority", limit, w, COUNT(w), at, order)
	HALL(10, 0, "2 1 5 3 4");  /* all early: when nobody else waits, by their slots */
	HALL(15, 0, "5 2 1 3 4");  /* the first window opens */
	HALL(30, 0, "5 3 2 1 4");  /* two are open, to the last second */
	HALL(31, 0, "3 2 1 5 4");  /* 5 comes late: ordinary, as old as his slot */
	HALL(200, 0, "2 1 5 3 4"); /* all are late: by age; 4's is that of his slot */
	HALL(60, 60, "1 4 2 5 3"); /* who waits an hour goes before an appointment */
	HALL(61, 60, "1 2 4 5 3");
#undef HALL
}

/* Who goes first by age or appointment takes nobody's turn. */
static void
turns(void **state)
{
	struct candidate w[] = { SOMEBODY(1, 0, 0),       SOMEBODY(2, 9, MERIT),
				 SOMEBODY(3, 8, MERIT),   SOMEBODY(4, 7, MERIT),
				 BOOKED(5, 5, 10, 25),    SOMEBODY(6, 1, 0),
				 SOMEBODY(7, 10, ELDERLY) };

	(void)state;
	expect("ratio 1:2", 0, w, COUNT(w), 12, "5 4 1 6 3 2 7");
}

static void
weights(void **state)
{
	struct policy policy = { .kind = POLICY_FIFO };
	struct line_service services[] = { { 1, policy, 1, { 0 } },
					   { 2, policy, 3, { 0 } } };
	struct candidate w[] = {
		{ .ticket_id = 1, .service = 0, .aged_at = 0 },
		{ .ticket_id = 2, .service = 1, .aged_at = 40 },
		{ .ticket_id = 3, .service = 1, .aged_at = 41 },
	};
	struct line line = {
		.services = services, .service_count = 2, .waiting = w, .count = 3
	};

	(void)state;
	/* Three times 19 is less than 59, three times 20 as much as 60, and older goes.
	 */
	assert_int_equal(policy_choose(&line, 59).index, 0);
	assert_int_equal(policy_choose(&line, 60).index, 0);
	assert_int_equal(policy_choose(&line, 61).index, 1);
}

static void
reasons(void **state)
{
	static const struct {
		const char *policy;
		int at;
		struct run run;
		struct candidate who;
		enum reason reason;
	} cases[] = {
		{ "fifo", 10, { 0 }, SOMEBODY(1, 0, MERIT), REASON_OLDEST },
		{ "priority", 10, { 0 }, SOMEBODY(1, 0, 0), REASON_OLDEST },
		{ "priority", 10, { 0 }, SOMEBODY(1, 0, MERIT), REASON_CLASS },
		{ "priority", 60, { 0 }, SOMEBODY(1, 0, MERIT), REASON_AGE },
		{ "ratio 1:1", 10, { true, 1 }, SOMEBODY(1, 0, 0), REASON_TURN },
		{ "ratio 1:1", 10, { false, 1 }, SOMEBODY(1, 0, 0), REASON_OLDEST },
		{ "ratio 2:1", 10, { true, 1 }, SOMEBODY(1, 0, MERIT), REASON_CLASS },
		{ "ratio 2:1", 10, { true, 2 }, SOMEBODY(1, 0, MERIT), REASON_CLASS },
		{ "fifo", 10, { 0 }, BOOKED(1, 0, 10, 20), REASON_APPOINTMENT },
		{ "fifo", 20, { 0 }, BOOKED(1, 0, 10, 20), REASON_APPOINTMENT },
		{ "fifo", 21, { 0 }, BOOKED(1, 0, 10, 20), REASON_OLDEST },
		{ "fifo", 9, { 0 }, BOOKED(1, 0, 10, 20), REASON_EARLY },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct line_service service = { .weight = 1, .run = cases[i].run };
		struct candidate who = cases[i].who;
		struct line line = { &service, 1, &who, 1, { 0 } };

		assert_true(policy_read(cases[i].policy, &service.policy));
		service.policy.age_limit = 3600;
		assert_int_equal(policy_choose(&line, 60 * cases[i].at).reason,
				 cases[i].reason);
	}
}

/* A class may weigh whatever a register holds. */
/* One's turn by the ratio holds among those over whom it is counted: nobody ordinary
 * of his service waits, so the class goes on, however many wait for another one. */
static void
turns_of_others(void **state)
{
	struct line_service services[] = {
		{ .id = 1, .weight = 1 },
		{ .id = 2, .weight = 1, .run = { true, 1 } },
	};
	struct candidate waiting[] = { SOMEBODY(1, 10, 0), SOMEBODY(2, 5, MERIT) };
	struct line line = { services, 2, waiting, 2, { 0 } };
	struct choice choice;

	(void)state;
	waiting[1].service = 1;
	assert_true(policy_read("ratio 1:1", &services[0].policy));
	services[1].policy = services[0].policy;
	choice = policy_choose(&line, 60 * 20);
	assert_int_equal(choice.index, 1);
	assert_int_equal(choice.reason, REASON_CLASS);
	/* Counted across both, it is the ordinary one's turn. */
	line.run = (struct run){ true, 1 };
	services[0].policy.across = services[1].policy.across = true;
	choice = policy_choose(&line, 60 * 20);
	assert_int_equal(choice.index, 0);
	assert_int_equal(choice.reason, REASON_TURN);
}

/* Who goes before an older one, since his service weighs more, is not the oldest. */
static void
reason_of_weight(void **state)
{
	struct line_service services[] = { { .id = 1, .weight = 1 },
					   { .id = 2, .weight = 50 } };
	struct candidate waiting[] = { SOMEBODY(1, 0, 0), SOMEBODY(2, 1, 0) };
	struct line line = { services, 2, waiting, 2, { 0 } };
	struct choice choice;

	(void)state;
	waiting[1].service = 1;
	choice = policy_choose(&line, 60 * 5);
	assert_int_equal(choice.index, 1);
	assert_int_equal(choice.reason, REASON_WEIGHT);
}

static void
heavy_class(void **state)
{
	struct candidate w[] = { SOMEBODY(1, 0, INT_MAX), SOMEBODY(2, 1, INT_MAX),
				 SOMEBODY(3, 2, 0) };

	(void)state;
	expect("ratio 1:1", 0, w, COUNT(w), 10, "1 3 2");
}

static void
texts(void **state)
{
	static const char *const bad[] = {
		"",
		"FIFO",
		"fifo ",
		"prio",
		"ratio",
		"ratio 2",
		"ratio 0:1",
		"ratio 1:0",
		"ratio -1:1",
		"ratio 2:1 acros",
		"ratio 2:1  across",
		"ratio  2:1",
		"ratio 2: 1",
		"ratio +2:1",
		"ratio 02:1",
		"ratio 2:1x",
		"ratio 1000:1",
		"ratio 1:1000",
		" fifo",
		"ratio 2:1 across ",
	};
	const struct policy before = { POLICY_RATIO, 7, 8, true, 99 };
	struct policy policy = before;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		assert_false(policy_read(bad[i], &policy));
		assert_memory_equal(&policy, &before, sizeof(policy));
	}
	assert_true(policy_read("ratio 3:2", &policy));
	assert_int_equal(policy.kind, POLICY_RATIO);
	assert_int_equal(policy.priority, 3);
	assert_int_equal(policy.ordinary, 2);
	assert_false(policy.across);
	assert_true(policy_read("ratio 999:1 across", &policy));
	assert_int_equal(policy.priority, 999);
	assert_true(policy.across);
	assert_true(policy_read("priority", &policy));
	assert_int_equal(policy.kind, POLICY_PRIORITY);
	assert_false(policy.across);
	assert_true(policy_read("fifo", &policy));
	assert_int_equal(policy.kind, POLICY_FIFO);
	assert_int_equal(policy.age_limit, 99);
}

static void
bounds(void **state)
{
	const struct policy fifo = { .kind = POLICY_FIFO },
			    priority = { .kind = POLICY_PRIORITY };
	const struct policy ratio = { .kind = POLICY_RATIO,
				      .priority = 2,
				      .ordinary = 3 };

	(void)state;
	assert_int_equal(worst_case(&fifo, 7), 7);
	assert_int_equal(worst_case(&priority, 7), -1);
	assert_int_equal(worst_case(&ratio, 0), 2); /* PP me */
	assert_int_equal(worst_case(&ratio, 2), 4); /* PP oo me */
	assert_int_equal(worst_case(&ratio, 3), 7); /* PP ooo PP me */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reason_is_read_as_it_is_stored),
		cmocka_unit_test(classes),
		cmocka_unit_test(equals),
		cmocka_unit_test(appointments),
		cmocka_unit_test(turns),
		cmocka_unit_test(weights),
		cmocka_unit_test(reasons),
		cmocka_unit_test(turns_of_others),
		cmocka_unit_test(reason_of_weight),
		cmocka_unit_test(heavy_class),
		cmocka_unit_test(texts),
		cmocka_unit_test(bounds),
		cmocka_unit_test(random_days),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
