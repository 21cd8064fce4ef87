/* SPDX-License-Identifier: MIT */
#include "office/queue/line_explain.h"

#include <stdio.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/wording.h"

static const char ticket_sql[] =
	"SELECT label(t.series, t.number), r.name FROM ticket t"
	"  LEFT JOIN priority r ON r.id = t.priority_id WHERE t.id = :ticket";

/* The time of day: "09:05". */
static const char *
clock_of(int64_t moment, char room[static MOMENT_TEXT])
{
	moment_print(moment, room);
	room[16] = '\0';
	return room + 11;
}

static void
explain_choice(const struct line *line, const struct choice *choice, int64_t at,
	       const char *wording, const char *label, const char *class, struct buf *buf)
{
	const struct candidate *c = &line->waiting[choice->index];
	const struct policy *policy = &line->services[c->service].policy;
	char room[MOMENT_TEXT], n[24], m[24], minutes[24], limit[24];

	snprintf(n, sizeof(n), "%d", policy->priority);
	snprintf(m, sizeof(m), "%d", policy->ordinary);
	snprintf(minutes, sizeof(minutes), "%lld", (long long)(at - c->aged_at) / 60);
	snprintf(limit, sizeof(limit), "%lld", (long long)policy->age_limit / 60);
	wording_fill(buf, wording,
		     (const struct wording_value[]){
			     { "ticket", label },
			     { "class", class },
			     { "since", clock_of(c->aged_at, room) },
			     { "n", n },
			     { "m", m },
			     { "minutes", minutes },
			     { "limit", limit },
			     { 0 } });
}

enum status
line_explain(struct office *office, const struct line *line, const struct choice *choice,
	     bool translated, struct buf *buf)
{
	const char *wording = reason_sentences[choice->reason];
	struct query q;

	if (choice->reason == REASON_NOBODY)
		return OK;
	query_open(&q, office->store, ticket_sql);
	query_int(&q, ":ticket", line->waiting[choice->index].ticket_id);
	if (query_row(&q)) {
		const char *class = query_col_text(&q, 1);

		explain_choice(line, choice, office->act.at,
			       translated ? _(wording) : wording, query_col_given(&q, 0),
			       class ? class : "", buf);
	}
	return query_close(&q);
}
