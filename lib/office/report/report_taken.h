/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_TAKEN_H
#define OSQ_OFFICE_REPORT_REPORT_TAKEN_H

#include "office/report/report.h"

/* Who was called out of order in the period, and who was overtaken. */

extern const struct column taken_columns[];
enum status report_taken(struct office *office, const struct period *period,
			 struct sink *sink);

#endif
