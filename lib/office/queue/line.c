/* SPDX-License-Identifier: MIT */
#include "office/queue/line.h"

#include <limits.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/setting.h"

enum status
line_default_policy(struct office *office, struct policy *policy)
{
	const int day = day_of(office->act.at);
	struct buf text = { 0 };
	int64_t minutes = 0;
	enum status st = setting_get(office, "policy", day, &text);

	if (!st && !policy_read(text.text, policy)) /* settings are checked when set */
		st = fail(BAD_DATA, _("policy: '%s' is none"), text.text);
	if (!st)
		st = setting_number(office, "age_limit", day, &minutes);
	policy->age_limit = minutes * 60;
	buf_free(&text);
	return st;
}

struct policy
line_policy(const char *words, const struct value *limit, const struct policy *otherwise)
{
	struct policy policy = *otherwise;

	if (words && !policy_read(words, &policy))
		policy = *otherwise;
	if (limit->kind == VALUE_INT)
		policy.age_limit = limit->number * 60;
	return policy;
}

void
line_free(struct line *line)
{
	free(line->services);
	free(line->waiting);
	*line = (struct line){ 0 };
}

static size_t
add_service(struct line *line, const struct line_service *service)
{
	line->services = mem_grow(line->services,
				  (line->service_count + 1) * sizeof(*service));
	line->services[line->service_count] = *service;
	return line->service_count++;
}

#define SERVICE_SELECT "SELECT s.id, s.policy, s.age_limit, "

static const char counter_services_sql[] = SERVICE_SELECT
	"cs.weight FROM counter_service cs JOIN service s ON s.id = cs.service_id"
	" WHERE cs.counter_id = :id ORDER BY s.id";

static const char service_sql[] = SERVICE_SELECT "1 FROM service s WHERE s.id = :id";

static enum status
add_services(struct office *office, const char *sql, int64_t id,
	     const struct policy *otherwise, struct line *line)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":id", id);
	while (query_row(&q)) {
		struct value limit = query_col_null(&q, 2) ?
					     VALUE_NONE :
					     value_int(query_col_int(&q, 2));

		add_service(line, &(struct line_service){
					  .id = query_col_int(&q, 0),
					  .policy = line_policy(query_col_text(&q, 1),
								&limit, otherwise),
					  .weight = (int)query_col_int(&q, 3) });
	}
	return query_close(&q);
}

/* The calls of a service or a counter, from the latest back. */
#define CALLS                                                                            \
	"SELECT p.day = :day, p.reason, coalesce(r.weight, 0) > 0 FROM ticket_period p"  \
	"  JOIN ticket t ON t.id = p.ticket_id"                                          \
	"  LEFT JOIN priority r ON r.id = t.priority_id"                                 \
	" WHERE p.state = 'called' AND "

static const char service_calls_sql[] = CALLS "p.service_id = :id ORDER BY p.id DESC";
static const char counter_calls_sql[] = CALLS "p.counter_id = :id ORDER BY p.id DESC";

/* Look back no farther than today, however many years are stored. */
static enum status
read_run(struct office *office, const char *sql, int64_t id, int most, struct run *run)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_int(&q, ":id", id);
	while (run->length < most && query_row(&q) && query_col_int(&q, 0)) {
		bool priority = query_col_int(&q, 2) != 0;

		if (!reason_counts(reason_read(query_col_given(&q, 1))))
			continue;
		if (run->length && run->priority != priority)
			break;
		run_count(run, priority);
	}
	return query_close(&q);
}

enum status
line_runs(struct office *office, int64_t counter, struct line_service *services,
	  size_t count, struct run *across)
{
	int most_across = 0;
	enum status st = OK;
	size_t i;

	for (i = 0; i < count && !st; i++) {
		const struct policy *p = &services[i].policy;
		/* A run longer than this has the same effect as one of this length. */
		const int most = p->priority > p->ordinary ? p->priority : p->ordinary;

		if (p->kind != POLICY_RATIO)
			continue;
		if (!p->across)
			st = read_run(office, service_calls_sql, services[i].id, most,
				      &services[i].run);
		else if (most > most_across)
			most_across = most;
	}
	if (st || !most_across || !across)
		return st;
	return read_run(office, counter_calls_sql, counter, most_across, across);
}

/* The tickets that wait and had come by the moment of the act. */
#define WAITING                                                                          \
	"SELECT id, ticket_id, service_id, weight, aged_at, slot_from, slot_until"       \
	"  FROM ticket_period"                                                           \
	" WHERE day = :day AND " VISIT_WAITS "   AND started_at <= :at AND "

/* The oldest ticket of the next lower class. */
static const char head_sql[] = WAITING
	"service_id = :id AND weight < :below AND counter_id IS NULL AND slot_from IS NULL"
	" ORDER BY weight DESC, aged_at, ticket_id LIMIT 1";

static const char slots_sql[] = WAITING
	"service_id = :id AND counter_id IS NULL AND slot_from IS NOT NULL"
	" ORDER BY slot_from, ticket_id";

static const char sent_sql[] = WAITING "counter_id = :id ORDER BY aged_at, ticket_id";

/* DAY is memory for the bound text; it must live as long as the query is open. */
static void
begin_waiting(struct query *q, struct office *office, const char *sql, int64_t id,
	      char day[static DAY_TEXT])
{
	query_open(q, office->store, sql);
	query_text(q, ":day", day_print(day_of(office->act.at), day));
	query_int(q, ":at", office->act.at);
	query_int(q, ":id", id);
}

static void
add_candidate(struct line *line, struct query *q, size_t service)
{
	line->waiting = mem_grow(line->waiting,
				 (line->count + 1) * sizeof(*line->waiting));
	line->waiting[line->count++] = (struct candidate){
		.period_id = query_col_int(q, 0),
		.ticket_id = query_col_int(q, 1),
		.service = service,
		.weight = (int)query_col_int(q, 3),
		.aged_at = query_col_int(q, 4),
		.slot_from = query_col_int(q, 5),
		.slot_until = query_col_int(q, 6)
	};
}

static void
add_heads(struct query *heads, struct line *line, size_t service)
{
	int64_t below = INT_MAX;
	bool more = true;

	query_int(heads, ":id", line->services[service].id);
	while (more) {
		query_int(heads, ":below", below);
		if ((more = query_row(heads))) {
			add_candidate(line, heads, service);
			below = query_col_int(heads, 3);
		}
	}
}

static void
add_slots(struct query *slots, struct line *line, size_t service)
{
	query_int(slots, ":id", line->services[service].id);
	while (query_row(slots))
		add_candidate(line, slots, service);
}

/*
 * The index of a service in the line.  One that the counter does not serve is added with
 * the weight 1.
 */
static enum status
place_service(struct office *office, int64_t id, const struct policy *otherwise,
	      struct line *line, size_t *place)
{
	for (*place = 0; *place < line->service_count; (*place)++)
		if (line->services[*place].id == id)
			return OK;
	return add_services(office, service_sql, id, otherwise, line);
}

static enum status
add_sent(struct office *office, int64_t counter, const struct policy *otherwise,
	 struct line *line)
{
	char day[DAY_TEXT];
	size_t service;
	struct query q;
	enum status st = OK;

	begin_waiting(&q, office, sent_sql, counter, day);
	while (!st && query_row(&q)) {
		st = place_service(office, query_col_int(&q, 2), otherwise, line,
				   &service);
		if (!st)
			add_candidate(line, &q, service);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

static enum status
add_waiting(struct office *office, struct line *line)
{
	char day[DAY_TEXT];
	struct query heads, slots;
	enum status st;
	size_t i;

	begin_waiting(&heads, office, head_sql, 0, day);
	begin_waiting(&slots, office, slots_sql, 0, day);
	for (i = 0; i < line->service_count; i++) {
		add_heads(&heads, line, i);
		add_slots(&slots, line, i);
	}
	st = query_close(&heads);
	return query_close(&slots) ? slots.status : st;
}

enum status
line_of_counter(struct office *office, int64_t counter, struct line *line)
{
	struct policy otherwise;
	enum status st;

	*line = (struct line){ 0 };
	if ((st = line_default_policy(office, &otherwise)) ||
	    (st = add_services(office, counter_services_sql, counter, &otherwise,
			       line)) ||
	    (st = add_waiting(office, line)) ||
	    (st = add_sent(office, counter, &otherwise, line)) ||
	    (st = line_runs(office, counter, line->services, line->service_count,
			    &line->run)))
		line_free(line);
	return st;
}
