/* SPDX-License-Identifier: MIT */
#include "office/queue/counters.h"

#include <stdlib.h>

#include "base/intl.h"
#include "office/queue/line.h"
#include "office/rules/policy.h"

/* Shows the queue without changing it. */

const struct word counter_states[] = {
	{ "open", "đang mở|mở" },
	{ "paused", "tạm nghỉ" },
	{ "closed", "đóng" },
	{ 0 },
};

const struct column counter_columns_now[] = {
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Name"), .type = COL_TEXT },
	{ .key = "state",
	  .heading = N_("State"),
	  .type = COL_WORD,
	  .words = counter_states },
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "officer_name", .heading = N_("Full name"), .type = COL_TEXT },
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = visit_states },
	{ .key = "since", .heading = N_("Since"), .type = COL_TIME },
	{ .key = "waiting", .heading = N_("Waiting"), .type = COL_INT },
	{ 0 },
};

static const char status_sql[] = COUNTER_NOW
	"       o.code AS officer, o.name AS officer_name,"
	"       (SELECT count(*) FROM ticket_period w"
	"         WHERE w.day = :day AND w." VISIT_WAITS
	"           AND (w.counter_id = c.id OR (w.counter_id IS NULL AND w.service_id IN"
	"                (SELECT service_id FROM counter_service WHERE counter_id = c.id))))"
	"         AS waiting" COUNTER_NOW_FROM COUNTER_NOW_TICKET
	" WHERE CASE WHEN :counter IS NULL"
	"  THEN " COUNTER_NOW_SHOWN "  ELSE c.code = :counter END"
	" ORDER BY c.id";

enum status
queue_status(struct office *office, const char *counter, struct sink *sink)
{
	char day[DAY_TEXT];
	struct query q;
	enum status st;
	int64_t id;

	if (counter && (st = counter_id(office, counter, &id)))
		return st;
	query_open(&q, office->store, status_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_text(&q, ":counter", counter);
	return query_rows(&q, counter_columns_now, sink);
}

const struct column policy_columns[] = {
	{ .key = "service", .heading = N_("Service code"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Service"), .type = COL_TEXT },
	{ .key = "policy",
	  .heading = N_("Policy"),
	  .type = COL_TEXT,
	  .words = policy_words },
	{ .key = "age_limit", .heading = N_("Age limit (minutes)"), .type = COL_INT },
	{ .key = "worst_case", .heading = N_("Worst case"), .type = COL_TEXT },
	{ 0 },
};

static enum status
send_policy(struct query *q, const struct policy *otherwise, struct sink *sink)
{
	const char *own = query_col_text(q, 2);
	struct value limit = query_col_null(q, 3) ? VALUE_NONE :
						    value_int(query_col_int(q, 3));
	struct policy policy = line_policy(own, &limit, otherwise);
	char *words = policy_print(&policy), *worst = policy_sentence(&policy);
	const struct value row[] = { value_text(query_col_text(q, 0)),
				     value_text(query_col_text(q, 1)), value_text(words),
				     value_int(policy.age_limit / 60),
				     value_text(worst) };
	enum status st = sink->row(sink, row);

	free(words);
	free(worst);
	return st;
}

enum status
queue_policies(struct office *office, struct sink *sink)
{
	struct policy otherwise;
	char day[DAY_TEXT];
	struct query q;
	enum status st = line_default_policy(office, &otherwise);

	if (st)
		return st;
	query_open(&q, office->store,
		   "SELECT code, name, policy, age_limit FROM service"
		   " WHERE coalesce(until, :day) >= :day ORDER BY prefix");
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	while (!st && query_row(&q))
		st = send_policy(&q, &otherwise, sink);
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}
