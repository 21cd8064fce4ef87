/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_LINE_H
#define OSQ_OFFICE_QUEUE_LINE_H

#include "base/mem.h"
#include "office/queue/visit.h"
#include "office/rules/policy.h"

/*
 * From the store to policy_choose(): who waits for a counter, and by which policies,
 * on the day of the act.  Only the heads are read, class by class, so that a long
 * line costs no more than a short one.
 */

/* The line before the counter with the id COUNTER: its services, and whoever was
 * sent to it.  To be freed with line_free(). */
enum status line_of_counter(struct office *office, int64_t counter, struct line *line);

void line_free(struct line *line); /* not the struct itself */

/* The runs of today, empty before: of each of the SERVICES whose ratio is its own, and
 * ACROSS (NULL: of none) of the counter with the id COUNTER, where a ratio asks for it.
 */
enum status line_runs(struct office *office, int64_t counter,
		      struct line_service *services, size_t count, struct run *across);

/* What the settings say where a service says nothing itself. */
enum status line_default_policy(struct office *office, struct policy *policy);

/* POLICY and LIMIT (minutes) are the service's own words, NULL and null where it has
 * none: then OTHERWISE holds. */
struct policy line_policy(const char *policy, const struct value *limit,
			  const struct policy *otherwise);

#endif
