/* SPDX-License-Identifier: MIT */
#include "office/core/choice.h"

#include "base/intl.h"
#include "base/moment.h"

static const struct column choice_columns[] = {
	{ .key = "code", .heading = N_("Code"), .type = COL_TEXT },
	{ .key = "about", .heading = N_("About"), .type = COL_TEXT },
	{ 0 },
};

enum status
choice_send(struct office *office, const char *sql, const char *begins, struct sink *sink)
{
	char day[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, sql);
	if (query_has(&q, ":day"))
		query_text(&q, ":day", day_print(day_of(office->now), day));
	if (query_has(&q, ":today"))
		query_int(&q, ":today", day_moment(day_of(office->now), 0));
	if (query_has(&q, ":now"))
		query_int(&q, ":now", office->now);
	if (query_has(&q, ":begins"))
		query_text(&q, ":begins", begins);
	return query_rows(&q, choice_columns, sink);
}
