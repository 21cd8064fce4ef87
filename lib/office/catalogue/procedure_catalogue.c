/* SPDX-License-Identifier: MIT */
#include "office/catalogue/procedure_catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"

/* The versions of all procedures in memory. */

enum { COUNTER, ONLINE, POST, CHANNELS };

struct version {
	int64_t id; /* the procedure's id */
	int since;  /* the first day */
	int cutoff;
	struct {
		int64_t limit, fee;
		bool has_limit, has_fee;
		enum time_unit unit;
	} by[CHANNELS];
};

struct procedure_catalogue {
	struct version *all; /* sorted by procedure, then by day */
	size_t count;
	int today;
};

static const char versions_sql[] =
	"SELECT procedure_id, since, time_limit, time_unit, fee, online_limit, online_unit,"
	"       online_fee, post_limit, post_unit, post_fee, cutoff"
	"  FROM procedure_version ORDER BY procedure_id, since";

static void
take_version(struct query *q, struct version *v)
{
	int i;

	*v = (struct version){ .id = query_col_int(q, 0) };
	day_read(query_col_given(q, 1), 0, &v->since);
	cutoff_read(query_col_given(q, 2 + 3 * CHANNELS), &v->cutoff);
	for (i = 0; i < CHANNELS; i++) {
		int column = 2 + 3 * i;

		v->by[i].limit = query_col_int(q, column);
		v->by[i].has_limit = !query_col_null(q, column);
		if (v->by[i].has_limit)
			v->by[i].unit = time_unit_stored(query_col_given(q, column + 1));
		v->by[i].fee = query_col_int(q, column + 2);
		v->by[i].has_fee = !query_col_null(q, column + 2);
	}
}

enum status
procedure_catalogue_load(struct office *office, struct procedure_catalogue **out)
{
	struct procedure_catalogue *c = mem_alloc(sizeof(*c));
	struct query q;

	*out = c; /* the caller frees it even after a failure */
	c->today = day_of(office->now);
	query_open(&q, office->store, versions_sql);
	while (query_row(&q)) {
		c->all = mem_more(c->all, c->count, sizeof(*c->all));
		take_version(&q, &c->all[c->count++]);
	}
	return query_close(&q);
}

void
procedure_catalogue_free(struct procedure_catalogue *catalogue)
{
	if (catalogue)
		free(catalogue->all);
	free(catalogue);
}

/* How many versions come before the first one of procedure ID that begins after DAY. */
static size_t
count_until(const struct procedure_catalogue *c, int64_t id, int day)
{
	size_t low = 0, high = c->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct version *v = &c->all[middle];

		if (v->id < id || (v->id == id && v->since <= day))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
channel_place(const char *channel)
{
	return !channel                   ? COUNTER :
	       !strcmp(channel, "online") ? ONLINE :
	       !strcmp(channel, "post")   ? POST :
					    COUNTER;
}

bool
procedure_catalogue_rule(const struct procedure_catalogue *c, int64_t id, int day,
			 const char *channel, struct procedure_rule *rule)
{
	size_t n = count_until(c, id, day);
	const struct version *v = n ? &c->all[n - 1] : NULL;
	int by = channel_place(channel), time, fee;

	if (!v || v->id != id) { /* before the first version */
		v = n < c->count ? &c->all[n] : NULL;
		if (!v || v->id != id || v->since > c->today)
			return false;
	}
	time = v->by[by].has_limit ? by : COUNTER;
	fee = v->by[by].has_fee ? by : COUNTER;
	*rule = (struct procedure_rule){ .id = id,
					 .limit = v->by[time].limit,
					 .unit = v->by[time].unit,
					 .cutoff = v->cutoff,
					 .fee = v->by[fee].fee,
					 .has_fee = v->by[fee].has_fee };
	return true;
}
