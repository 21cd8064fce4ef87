/* SPDX-License-Identifier: MIT */
#include "office/wait.h"

#include "office/queue.h"

enum status
wait_of_visit(struct office *office, const struct visit *visit, struct wait_range *range)
{
	*range = (struct wait_range){ 0, -1, -1 };
	return queue_ahead(office, visit, &range->ahead);
}

static const char waiting_sql[] =
	"SELECT count(*) FROM ticket_period WHERE day = :day AND service_id = :service"
	" AND state = 'waiting' AND ended_at IS NULL";

enum status
wait_of_service(struct office *office, int64_t service_id, struct wait_range *range)
{
	char day[DAY_TEXT];
	struct query q;

	*range = (struct wait_range){ 0, -1, -1 };
	query_open(&q, office->store, waiting_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_int(&q, ":service", service_id);
	if (query_row(&q))
		range->ahead = query_col_int(&q, 0);
	return query_close(&q);
}
