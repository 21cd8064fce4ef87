/* SPDX-License-Identifier: MIT */
#include "office/report/presence.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/rules/night.h"

static const char load_sql[] =
	"SELECT counter_id, officer_id, state = 'paused', started_at, coalesce(ended_at, :now)"
	"  FROM counter_period WHERE started_at >= :first AND started_at < :end"
	" ORDER BY counter_id, started_at, id";

static int64_t
midnight_after(const struct sitting *time)
{
	return day_moment(day_of(time->from) + 1, 0);
}

static void
add_sitting(struct presence *presence, struct sitting time)
{
	if (time.until < time.from) /* a clock that was set back */
		time.until = time.from;
	time.over_midnight = time.until > midnight_after(&time);
	time.left_open = night_day(time.until) > day_of(time.from);
	if (presence->count == presence->room) {
		presence->room = presence->room ? 2 * presence->room : 64;
		presence->times = mem_grow(presence->times,
					   presence->room * sizeof(*presence->times));
	}
	presence->times[presence->count++] = time;
}

enum status
presence_load(struct office *office, const struct period *period,
	      struct presence *presence)
{
	struct query q;

	query_open(&q, office->store, load_sql);
	query_int(&q, ":first", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	query_int(&q, ":now", office->now);
	while (query_row(&q))
		add_sitting(presence,
			    (struct sitting){ .counter_id = query_col_int(&q, 0),
					      .officer_id = query_col_int(&q, 1),
					      .paused = query_col_int(&q, 2) != 0,
					      .from = query_col_int(&q, 3),
					      .until = query_col_int(&q, 4) });
	return query_close(&q);
}

/* The first sitting at COUNTER that ends after MOMENT. */
static size_t
find_sitting(const struct presence *presence, int64_t counter, int64_t moment)
{
	size_t low = 0, high = presence->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct sitting *time = &presence->times[middle];

		if (time->counter_id < counter ||
		    (time->counter_id == counter && time->until <= moment))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
presence_busy(struct presence *presence, int64_t counter_id, int64_t from, int64_t until)
{
	size_t i;

	for (i = find_sitting(presence, counter_id, from); i < presence->count; i++) {
		struct sitting *time = &presence->times[i];
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

/*
 * Whether the sitting ended when it was ended.  Otherwise somebody forgot it, and the end
 * of the day closed it.
 */
static bool
was_ended(const struct sitting *time)
{
	return !time->over_midnight ||
	       (!time->left_open && time->left_at > midnight_after(time));
}

void
presence_end(struct presence *presence, int64_t (*closing)(void *ctx, int day), void *ctx)
{
	size_t i;

	for (i = 0; i < presence->count; i++) {
		struct sitting *time = &presence->times[i];
		int64_t ends;

		if (was_ended(time))
			continue;
		ends = closing(ctx, day_of(time->from));
		if (ends > midnight_after(time))
			ends = midnight_after(time);
		if (ends < time->left_at)
			ends = time->left_at;
		if (ends < time->from)
			ends = time->from;
		if (ends < time->until)
			time->until = ends;
	}
}

void
presence_free(struct presence *presence)
{
	free(presence->times);
	*presence = (struct presence){ 0 };
}
