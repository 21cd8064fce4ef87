/* SPDX-License-Identifier: MIT */
#include "office/registers/register_list.h"

#include <string.h>

#include "base/moment.h"

bool
register_in_force(const struct reg *reg, const struct value *values, const char *day)
{
	const int until = column_find(reg->columns, "until");

	return until < 0 || values[until].kind == VALUE_NULL ||
	       strcmp(values[until].text, day) >= 0;
}

/* A sink that passes on what has not ended. */
struct living {
	struct sink sink;
	struct sink *to;
	const struct reg *reg;
	char day[DAY_TEXT];
};

static enum status
pass_living(struct sink *sink, const struct value *values)
{
	struct living *l = (struct living *)sink;

	return register_in_force(l->reg, values, l->day) ? l->to->row(l->to, values) : OK;
}

enum status
register_list(struct office *office, const struct reg *reg, struct sink *sink)
{
	struct query q;

	if (reg->list)
		return reg->list(office, sink);
	query_open(&q, office->store, reg->list_sql);
	return query_rows(&q, reg->columns, sink);
}

enum status
register_list_in_force(struct office *office, const struct reg *reg, struct sink *sink)
{
	struct living l = { .sink = { pass_living }, .to = sink, .reg = reg };

	day_print(day_of(office->now), l.day);
	return register_list(office, reg, &l.sink);
}
