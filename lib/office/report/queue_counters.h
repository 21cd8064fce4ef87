/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_QUEUE_COUNTERS_H
#define OSQ_OFFICE_REPORT_QUEUE_COUNTERS_H

#include "office/report/report.h"

/* The figures of the queue by counter and by officer, and the officers' hours: columns
 * and rows of sections of a report (struct report_section). */
extern const struct column queue_counters_columns[], queue_officers_columns[],
	queue_presence_columns[];
enum status queue_counters_rows(struct office *office, const struct period *period,
				struct sink *sink);
enum status queue_officers_rows(struct office *office, const struct period *period,
				struct sink *sink);
enum status queue_presence_rows(struct office *office, const struct period *period,
				struct sink *sink);

#endif
