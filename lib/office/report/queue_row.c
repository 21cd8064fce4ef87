/* SPDX-License-Identifier: MIT */
#include "office/report/queue_row.h"

void
queue_row_value(struct queue_row *row, struct value value)
{
	row->values[row->count++] = value;
}

void
queue_row_int(struct queue_row *row, int64_t n)
{
	queue_row_value(row, value_int(n));
}

void
queue_row_seconds(struct queue_row *row, int64_t seconds)
{
	queue_row_value(row, seconds < 0 ? VALUE_NONE : value_int(seconds));
}

static void
put_share(struct queue_row *row, int64_t part, int64_t of)
{
	queue_row_value(row,
			of ? value_real(100.0 * (double)part / (double)of) : VALUE_NONE);
}

void
queue_row_times(struct queue_row *row, const struct counts *n, int64_t waits,
		const struct marks *wait, const struct marks *service)
{
	queue_row_seconds(row, wait->median);
	queue_row_seconds(row, wait->p90);
	queue_row_seconds(row, wait->longest);
	put_share(row, n->in_time, waits);
	queue_row_seconds(row, service->median);
	queue_row_seconds(row, service->p90);
	queue_row_seconds(row, service->longest);
}

void
queue_row_late(struct queue_row *row, const struct counts *n)
{
	queue_row_int(row, n->served_late);
	queue_row_seconds(row, n->overtime);
}

void
queue_row_legs(struct queue_row *row, const struct counts *n, int64_t waits,
	       const struct marks *wait, const struct marks *service)
{
	queue_row_int(row, n->drawn);
	queue_row_int(row, n->came);
	queue_row_int(row, n->served);
	queue_row_int(row, n->then);
	queue_row_int(row, n->sent_on);
	queue_row_int(row, n->no_show);
	queue_row_int(row, n->cancelled);
	queue_row_int(row, n->unserved);
	queue_row_int(row, n->open);
	queue_row_times(row, n, waits, wait, service);
	queue_row_late(row, n);
}

void
queue_row_leg_tally(struct queue_row *row, struct tally *tally)
{
	struct marks wait = spread_marks(&tally->waits);
	struct marks service = spread_marks(&tally->services);

	queue_row_legs(row, &tally->n, tally->waits.count, &wait, &service);
}

void
queue_row_told(struct queue_row *row, const struct counts *n)
{
	queue_row_int(row, n->told);
	put_share(row, n->told_median, n->told_half);
	put_share(row, n->told_p90, n->told);
	queue_row_value(row,
			n->told_half ? value_int(n->error / n->told_half) : VALUE_NONE);
}

enum status
queue_row_groups(struct groups *groups, bool (*is_idle)(const struct counts *n),
		 void (*fill)(struct queue_row *row, struct tally *tally),
		 struct sink *sink)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < groups->count && !st; i++) {
		struct group *group = &groups->all[i];
		struct queue_row row = { .count = 0 };

		if ((!group->id || group->ended) && is_idle(&group->tally.n))
			continue;
		queue_row_value(&row, value_text(group->code));
		queue_row_value(&row,
				value_text(group->name ? group->name : group->code));
		fill(&row, &group->tally);
		st = sink->row(sink, row.values);
	}
	return st;
}

bool
queue_row_no_legs(const struct counts *n)
{
	return !n->drawn && !n->came;
}
