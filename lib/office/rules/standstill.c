/* SPDX-License-Identifier: MIT */
#include "office/rules/standstill.h"

enum status
promise_continue(const struct calendar *calendar, const struct dossier_wait *wait,
		 int64_t due, int64_t *moved)
{
	int64_t after = due;
	enum status st = OK;

	if (due >= wait->from)
		st = calendar_after(calendar, wait->to,
				    calendar_left(calendar, wait->from, due), &after);
	/*
	 * A due moment outside working hours, set by a person or by another system, has
	 * no working time of its own to keep.
	 */
	if (!st)
		*moved = after > due ? after : due;
	return st;
}

enum status
promise_restart(const struct calendar *calendar, const struct time_rule *rule,
		const struct dossier_wait *wait, int64_t due, int64_t *moved)
{
	int64_t anew;
	enum status st;

	if (due < wait->from || (rule->unit != UNIT_SAME_DAY && !rule->limit))
		return promise_continue(calendar, wait, due, moved);
	if (!(st = calendar_due(calendar, rule, wait->to, &anew)))
		*moved = anew > due ? anew : due;
	return st;
}

bool
supplement_is_late(const struct calendar *calendar, const struct dossier_terms *terms,
		   int64_t received, int64_t at)
{
	const struct time_rule rule = { .unit = UNIT_WORKING_DAY,
					.limit = terms->ask_days,
					.cutoff = CUTOFF_NONE };
	int64_t last;

	return terms->ask_days && at > received &&
	       !calendar_due(calendar, &rule, received, &last) && at > last;
}

bool
dossier_restarts(const struct calendar *calendar, const struct dossier_terms *terms,
		 int64_t received, const struct dossier_wait *wait, int64_t due)
{
	return terms->restarts && wait->answered == 1 && wait->from <= due &&
	       !supplement_is_late(calendar, terms, received, wait->from);
}

enum status
dossier_resumed(const struct calendar *calendar, const struct dossier_terms *terms,
		int64_t received, const struct dossier_wait *wait, int64_t due,
		int64_t *moved)
{
	if (dossier_restarts(calendar, terms, received, wait, due))
		return promise_restart(calendar, &terms->rule, wait, due, moved);
	return promise_continue(calendar, wait, due, moved);
}
