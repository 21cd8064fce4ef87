/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_COUNTERS_H
#define OSQ_OFFICE_QUEUE_COUNTERS_H

#include "office/core/office.h"

/* Send all counters as they are now, or only the one with the code COUNTER. */
extern const struct word counter_states[]; /* open, paused, closed */
extern const struct column counter_columns_now[];
enum status queue_status(struct office *office, const char *counter, struct sink *sink);

/* The policy in force for each service, with its worst case as a sentence. */
extern const struct column policy_columns[];
enum status queue_policies(struct office *office, struct sink *sink);

#endif
