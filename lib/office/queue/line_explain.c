/* SPDX-License-Identifier: MIT */
#include "office/queue/line_explain.h"

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"

static const char ticket_sql[] =
	"SELECT label(t.series, t.number), r.name FROM ticket t"
	"  LEFT JOIN priority r ON r.id = t.priority_id WHERE t.id = :ticket";

/* TEXT in the language in force, or in English when not TRANSLATED. */
static const char *say_text(bool translated, const char *text)
	__attribute__((format_arg(2)));

static const char *
say_text(bool translated, const char *text)
{
	return translated ? _(text) : text;
}

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
	       bool translated, const char *label, const char *class, struct buf *buf)
{
	const struct candidate *c = &line->waiting[choice->index];
	const struct policy *policy = &line->services[c->service].policy;
	const long long minutes = (long long)(at - c->aged_at) / 60;
	char room[MOMENT_TEXT];

	switch (choice->reason) {
	case REASON_NOBODY:
		break;
	case REASON_OLDEST:
		buf_print(buf,
			  say_text(translated,
				   N_("%s: nobody before it in line has waited "
				      "longer (since %s)")),
			  label, clock_of(c->aged_at, room));
		break;
	case REASON_CLASS:
		buf_print(buf,
			  say_text(translated, N_("%s: goes first by its class: %s")),
			  label, class);
		break;
	case REASON_TURN:
		buf_print(buf,
			  say_text(translated,
				   N_("%s: an ordinary ticket's turn, by the ratio "
				      "of %d to %d")),
			  label, policy->priority, policy->ordinary);
		break;
	case REASON_WEIGHT:
		buf_print(buf,
			  say_text(translated, N_("%s: waits since %s for a service that "
						  "counts more at this counter")),
			  label, clock_of(c->aged_at, room));
		break;
	case REASON_AGE:
		buf_print(buf,
			  say_text(translated,
				   N_("%s: has waited %lld minutes, the limit is "
				      "%lld")),
			  label, minutes, (long long)policy->age_limit / 60);
		break;
	case REASON_APPOINTMENT:
		buf_print(buf, say_text(translated, N_("%s: has an appointment at %s")),
			  label, clock_of(c->aged_at, room));
		break;
	case REASON_EARLY:
		buf_print(buf,
			  say_text(translated,
				   N_("%s: has an appointment at %s, and nobody "
				      "else waits")),
			  label, clock_of(c->aged_at, room));
		break;
	}
}

enum status
line_explain(struct office *office, const struct line *line, const struct choice *choice,
	     bool translated, struct buf *buf)
{
	struct query q;

	if (choice->reason == REASON_NOBODY)
		return OK;
	query_open(&q, office->store, ticket_sql);
	query_int(&q, ":ticket", line->waiting[choice->index].ticket_id);
	if (query_row(&q)) {
		const char *class = query_col_text(&q, 1);

		explain_choice(line, choice, office->act.at, translated,
			       query_col_text(&q, 0), class ? class : "", buf);
	}
	return query_close(&q);
}
