/* SPDX-License-Identifier: MIT */
#include "office/rules/standing.h"

#include <stdlib.h>
#include <string.h>

#include "base/moment.h"

const char *const standing_no_results[STANDING_NO_RESULTS] = { "rejected", "withdrawn",
							       "stopped" };

bool
standing_without_result(const char *status)
{
	int i;

	for (i = 0; i < STANDING_NO_RESULTS; i++)
		if (!strcmp(status, standing_no_results[i]))
			return true;
	return false;
}

const char *
standing_of_end(int64_t end, int64_t due)
{
	if (day_of(end) < day_of(due))
		return "early";
	return end <= due ? "on_time" : "overdue";
}

const char *
standing_now(const struct standing_facts *f, int64_t now, int64_t risk)
{
	if (standing_without_result(f->status) || f->due_at < 0)
		return NULL;
	if (f->finished_at >= 0)
		return standing_of_end(f->finished_at, f->due_at);
	if (f->due_at < (f->paused_at >= 0 ? f->paused_at : now))
		return "late";
	return f->paused_at < 0 && f->due_at <= risk ? "at_risk" : "in_time";
}

/* The rule of DAY. */
static enum standing_end_rule
find_rule(const char *rules, int day)
{
	enum standing_end_rule rule = ENDS_ENDED, next;
	char *rest;

	while (*rules) {
		next = (enum standing_end_rule) * rules;
		if (strtol(rules + 1, &rest, 10) > day)
			break;
		rule = next;
		rules = rest;
	}
	return rule;
}

const char *
standing_no_result(const char *rules, int64_t end, int64_t due)
{
	const char *by_due = end <= due ? "on_time" : "overdue";

	switch (find_rule(rules, day_of(end))) {
	case ENDS_ASIDE:
		return end <= due ? NULL : by_due;
	case ENDS_ASIDE_ALL:
		return NULL;
	case ENDS_ON_TIME_ALL:
		return "on_time";
	default:
		return by_due;
	}
}

const char *
standing_then(const struct standing_facts *f, const struct standing_period *period)
{
	/* At risk of nothing: looked at from the period's end it is in time. */
	const int64_t no_risk = INT64_MIN;
	struct standing_facts then = { .status = "", .due_at = f->due_at };

	if (f->finished_at >= 0 && f->finished_at < period->end) {
		if (!standing_without_result(f->status))
			return standing_of_end(f->finished_at, f->due_at);
		return standing_no_result(period->ends, f->finished_at, f->due_at);
	}
	then.finished_at = -1;
	then.paused_at = f->paused_at < period->seen ? f->paused_at : -1;
	if (then.paused_at >= 0 && period->waits_in_time)
		return "in_time";
	return standing_now(&then, period->seen, no_risk);
}

#define STANDINGS                                                                        \
	[STANDING_EARLY] = { "early", "trước hạn|sớm hạn" },                             \
	[STANDING_ON_TIME] = { "on_time", "đúng hạn" },                                  \
	[STANDING_OVERDUE] = { "overdue", "quá hạn" },                                   \
	[STANDING_IN_TIME] = { "in_time", "trong hạn" },                                 \
	[STANDING_AT_RISK] = { "at_risk", "sắp đến hạn" },                               \
	[STANDING_LATE] = { "late", "đang quá hạn|trễ hạn|trễ hẹn" }

const struct word dossier_standings[] = { STANDINGS, { 0 } };

const struct word dossier_concerns[] = {
	STANDINGS,
	[DELAY_ASKED] = { "asked_late", "yêu cầu bổ sung muộn" },
	[DELAY_UNANSWERED] = { "unanswered", "quá lâu chưa bổ sung" },
	[DELAY_EXTENDED] = { "extended_late", "xin lỗi muộn" },
	[DELAY_HANDED] = { "handed_late", "chuyển hồ sơ muộn" },
	[DELAY_UNACCEPTED] = { "unaccepted", "quá lâu chưa tiếp nhận" },
	{ 0 },
};

const struct word dossier_standings_766[] = {
	{ "on_time", "đúng hạn" },
	{ "overdue", "quá hạn" },
	{ "in_time", "trong hạn" },
	{ "late", "đang quá hạn|trễ hạn|trễ hẹn" },
	{ 0 },
};

static bool
waits_for_supplement(const struct standing_facts *f)
{
	return f->paused_at >= 0 && f->pause_kind && !strcmp(f->pause_kind, "supplement");
}

const char *
standing_766(const struct standing_facts *f, int64_t now)
{
	int64_t due = f->first_due_at >= 0 ? f->first_due_at : f->due_at, end = now;
	bool ended = true, in_time;

	if (f->due_at < 0)
		return NULL;
	if (f->finished_at >= 0) {
		end = f->finished_at;
	} else if (waits_for_supplement(f)) {
		end = f->paused_at;
	} else {
		ended = false;
	}
	in_time = f->requests <= 1 && end - f->waited <= due;
	if (ended)
		return in_time ? "on_time" : "overdue";
	return in_time ? "in_time" : "late";
}
