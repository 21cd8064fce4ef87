/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_DOSSIERS_H
#define OSQ_OFFICE_REPORT_REPORT_DOSSIERS_H

#include "office/report/report.h"

/* Dossiers of the period: all of them, and by field as form II.06a has them. */

extern const struct column summary_columns[];
extern const struct heading summary_headings[];
enum status report_summary(struct office *office, const struct period *period,
			   struct sink *sink);

extern const struct column field_columns[];
enum status report_fields(struct office *office, const struct period *period,
			  struct sink *sink);

#endif
