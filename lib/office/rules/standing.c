/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/moment.h"
#include "office/rules/life.h"

const struct word dossier_standings[] = {
	{ "early", "sớm hạn|trước hạn" },
	{ "on_time", "đúng hạn" },
	{ "overdue", "quá hạn" },
	{ "in_time", "trong hạn" },
	{ "at_risk", "sắp đến hạn" },
	{ "late", "trễ hạn" },
	{ 0 },
};

const struct word dossier_standings_766[] = {
	{ "on_time", "đúng hạn" },
	{ "overdue", "quá hạn" },
	{ "in_time", "trong hạn" },
	{ "late", "trễ hạn" },
	{ 0 },
};

static bool
has_result(const struct dossier_state *s)
{
	return !strcmp(s->status, "finished") || !strcmp(s->status, "returned");
}

const char *
dossier_standing(const struct dossier_state *s, int64_t now, int64_t risk)
{
	if (has_result(s)) {
		if (day_of(s->finished_at) < day_of(s->due_at))
			return "early";
		return s->finished_at <= s->due_at ? "on_time" : "overdue";
	}
	if (s->finished_at >= 0)
		return NULL;
	if (s->due_at < (s->paused_at >= 0 ? s->paused_at : now))
		return "late";
	return s->paused_at < 0 && s->due_at <= risk ? "at_risk" : "in_time";
}

const char *
dossier_standing_766(const struct dossier_state *s, int64_t now)
{
	int64_t due = s->first_due_at >= 0 ? s->first_due_at : s->due_at, end = now;
	bool ended = true, in_time;

	if (s->finished_at >= 0) {
		if (!has_result(s) && s->accepted_at < 0)
			return NULL;
		end = s->finished_at;
	} else if (s->paused_at >= 0 && !strcmp(s->pause_kind, "supplement")) {
		end = s->paused_at;
	} else {
		ended = false;
	}
	in_time = s->requests <= 1 && end - s->waited <= due;
	if (ended)
		return in_time ? "on_time" : "overdue";
	return in_time ? "in_time" : "late";
}
