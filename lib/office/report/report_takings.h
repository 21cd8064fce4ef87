/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_TAKINGS_H
#define OSQ_OFFICE_REPORT_REPORT_TAKINGS_H

#include "office/report/report.h"

/* Fees taken in the period, by method. */

extern const struct column takings_columns[];
enum status report_takings(struct office *office, const struct period *period,
			   struct sink *sink);

#endif
