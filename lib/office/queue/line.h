/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_LINE_H
#define OSQ_OFFICE_QUEUE_LINE_H

#include "base/mem.h"
#include "office/queue/visit.h"
#include "office/rules/policy.h"

/*
 * Prepares the input of policy_choose() from the store: who waits for a counter on the
 * day of the act, and under which policies.  Only the first ticket of each class is read,
 * so that a long line costs no more than a short one.
 */

/*
 * Load the line before the counter with the id COUNTER: its services, and the tickets
 * that were sent to it.  Free it with line_free().
 */
enum status line_of_counter(struct office *office, int64_t counter, struct line *line);

void line_free(struct line *line); /* not the struct itself */

/*
 * Count the runs of today, which are empty before: one for each of the SERVICES with a
 * ratio of its own, and ACROSS (may be NULL) for the counter with the id COUNTER, where a
 * ratio counts over all its services.
 */
enum status line_runs(struct office *office, int64_t counter,
		      struct line_service *services, size_t count, struct run *across);

/* The policy that the settings give to a service without one of its own. */
enum status line_default_policy(struct office *office, struct policy *policy);

/*
 * The policy of a service.  POLICY (NULL for none) and LIMIT (minutes; the null value for
 * none) are the service's own; where one is missing, that of OTHERWISE holds.
 */
struct policy line_policy(const char *policy, const struct value *limit,
			  const struct policy *otherwise);

#endif
