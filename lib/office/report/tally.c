/* SPDX-License-Identifier: MIT */
#include "office/report/tally.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/moment.h"

static void
add_group(struct groups *groups, struct group group)
{
	if (!(groups->count & (groups->count - 1))) /* none, or a power of two: full */
		groups->all = mem_grow(groups->all,
				       2 * (groups->count ? groups->count : 1) *
					       sizeof(*groups->all));
	groups->all[groups->count++] = group;
}

enum status
groups_load(struct office *office, const char *sql, const struct period *period,
	    int64_t target, const char *nobody, struct groups *groups)
{
	char from[DAY_TEXT], last[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, sql);
	query_text(&q, ":from", day_print(period->from, from));
	query_text(&q, ":last", day_print(period->to, last));
	if (target)
		query_int(&q, ":target", target);
	while (query_row(&q))
		add_group(groups,
			  (struct group){ .id = query_col_int(&q, 0),
					  .code = mem_text(query_col_given(&q, 1)),
					  .name = mem_text(query_col_text(&q, 2)),
					  .target = query_col_int(&q, 3),
					  .ended = query_col_int(&q, 4) != 0 });
	add_group(groups, (struct group){ .name = mem_text(nobody) });
	return query_close(&q);
}

struct group *
groups_find(const struct groups *groups, int64_t id)
{
	size_t i;

	for (i = 0; i + 1 < groups->count && groups->all[i].id != id; i++)
		;
	return &groups->all[i];
}

void
tally_free(struct tally *tally)
{
	spread_free(&tally->waits);
	spread_free(&tally->services);
}

void
groups_free(struct groups *groups)
{
	size_t i;

	for (i = 0; i < groups->count; i++) {
		free(groups->all[i].code);
		free(groups->all[i].name);
		tally_free(&groups->all[i].tally);
	}
	free(groups->all);
}
