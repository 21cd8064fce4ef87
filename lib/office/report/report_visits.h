/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_VISITS_H
#define OSQ_OFFICE_REPORT_REPORT_VISITS_H

#include "office/report/report.h"

/* Visits of the period by service and by officer, with their dossiers and ratings. */

extern const struct column service_figures_columns[];
enum status report_services(struct office *office, const struct period *period,
			    struct sink *sink);

extern const struct column officer_figures_columns[];
enum status report_officers(struct office *office, const struct period *period,
			    struct sink *sink);

#endif
