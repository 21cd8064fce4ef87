/* SPDX-License-Identifier: MIT */
#include "office/desks.h"

#include <stdlib.h>

#include "base/mem.h"

static const char load_sql[] =
	"SELECT counter_id, officer_id, state = 'paused', started_at, coalesce(ended_at, :now)"
	"  FROM counter_period WHERE started_at >= :first AND started_at < :end"
	" ORDER BY counter_id, started_at, id";

static void
add(struct desks *desks, struct desk_time time)
{
	int64_t midnight = day_moment(day_of(time.from) + 1, 0);

	if (time.until < time.from) /* a clock that was set back */
		time.until = time.from;
	time.forgotten = time.until > midnight;
	if (time.forgotten)
		time.until = midnight;
	if (desks->count == desks->room) {
		desks->room = desks->room ? 2 * desks->room : 64;
		desks->times = mem_grow(desks->times, desks->room * sizeof(*desks->times));
	}
	desks->times[desks->count++] = time;
}

enum status
desks_load(struct office *office, const struct period *period, struct desks *desks)
{
	struct query q;

	query_open(&q, office->store, load_sql);
	query_int(&q, ":first", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	query_int(&q, ":now", office->now);
	while (query_row(&q))
		add(desks, (struct desk_time){ .counter_id = query_col_int(&q, 0),
					       .officer_id = query_col_int(&q, 1),
					       .paused = query_col_int(&q, 2) != 0,
					       .from = query_col_int(&q, 3),
					       .until = query_col_int(&q, 4) });
	return query_close(&q);
}

/* The first time of COUNTER that ends after MOMENT. */
static size_t
find(const struct desks *desks, int64_t counter, int64_t moment)
{
	size_t low = 0, high = desks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct desk_time *time = &desks->times[middle];

		if (time->counter_id < counter ||
		    (time->counter_id == counter && time->until <= moment))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
desks_busy(struct desks *desks, int64_t counter_id, int64_t from, int64_t until)
{
	size_t i;

	for (i = find(desks, counter_id, from); i < desks->count; i++) {
		struct desk_time *time = &desks->times[i];
		int64_t begins = from > time->from ? from : time->from;
		int64_t ends = until < time->until ? until : time->until;

		if (time->counter_id != counter_id || time->from >= until)
			break;
		if (ends <= begins)
			continue;
		time->busy += ends - begins;
		if (ends > time->left_at)
			time->left_at = ends;
	}
}

void
desks_end(struct desks *desks, int64_t (*closing)(void *ctx, int day), void *ctx)
{
	size_t i;

	for (i = 0; i < desks->count; i++) {
		struct desk_time *time = &desks->times[i];
		int64_t ends;

		if (!time->forgotten)
			continue;
		ends = closing(ctx, day_of(time->from));
		if (ends < time->left_at)
			ends = time->left_at;
		if (ends < time->from)
			ends = time->from;
		if (ends < time->until)
			time->until = ends;
	}
}

void
desks_free(struct desks *desks)
{
	free(desks->times);
	*desks = (struct desks){ 0 };
}
