/* SPDX-License-Identifier: MIT */
#include "office/report/report.h"

#include <string.h>

#include "base/intl.h"

static const struct report_section day_sections[] = {
	{ .key = "services",
	  .title = N_("Visits by service"),
	  .columns = service_figures_columns,
	  .total = true,
	  .rows = report_services },
	{ .key = "dossiers",
	  .title = N_("Dossiers"),
	  .columns = summary_columns,
	  .record = true,
	  .rows = report_summary,
	  .note = report_not_counted },
	{ .key = "officers",
	  .title = N_("Officers"),
	  .columns = officer_figures_columns,
	  .total = true,
	  .rows = report_officers },
	{ .key = "takings",
	  .title = N_("Takings"),
	  .columns = takings_columns,
	  .total = true,
	  .rows = report_takings },
	{ 0 },
};

static const struct report_section summary_sections[] = {
	{ .key = "summary",
	  .columns = summary_columns,
	  .record = true,
	  .rows = report_summary,
	  .note = report_not_counted },
	{ 0 },
};

static const struct report_section dossier_sections[] = {
	{ .key = "fields",
	  .columns = field_columns,
	  .total = true,
	  .rows = report_fields,
	  .note = report_not_counted,
	  .headings = field_headings },
	{ 0 },
};

static const struct report_section overdue_sections[] = {
	{ .key = "overdue", .columns = overdue_columns, .rows = report_overdue },
	{ 0 },
};

static const struct report_section officer_sections[] = {
	{ .key = "officers",
	  .columns = officer_figures_columns,
	  .total = true,
	  .rows = report_officers },
	{ 0 },
};

static const struct report_section timeline_sections[] = {
	{ .key = "events", .columns = timeline_columns, .rows = report_timeline },
	{ 0 },
};

static const struct report_section late_entry_sections[] = {
	{ .key = "entries", .columns = late_entry_columns, .rows = report_late_entries },
	{ 0 },
};

static const struct report_section takings_sections[] = {
	{ .key = "methods",
	  .title = N_("By method"),
	  .columns = takings_columns,
	  .total = true,
	  .rows = report_takings },
	{ .key = "days",
	  .title = N_("By day"),
	  .columns = takings_day_columns,
	  .total = true,
	  .rows = report_takings_days },
	{ .key = "officers",
	  .title = N_("By officer"),
	  .columns = takings_officer_columns,
	  .total = true,
	  .rows = report_takings_officers },
	{ 0 },
};

const struct report reports[] = {
	{ .name = "day",
	  .title = N_("REPORT OF THE DAY"),
	  .about = N_("visits, dossiers, officers and takings of a day"),
	  .sections = day_sections },
	{ .name = "summary",
	  .title = N_("SUMMARY OF DOSSIERS"),
	  .about = N_("how many dossiers came in, and how they ended"),
	  .unit = N_("Unit: dossiers"),
	  .sections = summary_sections },
	{ .name = "dossiers",
	  .title = N_(
		  "STATE AND RESULTS OF THE HANDLING OF ADMINISTRATIVE PROCEDURES BY THE AGENCY"),
	  .about = N_("form II.06a: dossiers by field"),
	  .number = "II.06a/VPCP/KSTT",
	  .unit = N_("Unit: dossiers"),
	  .sections = dossier_sections },
	{ .name = "overdue",
	  .title = N_("OVERDUE DOSSIERS"),
	  .about = N_("dossiers finished late, or late and still open"),
	  .sections = overdue_sections },
	{ .name = "late-entries",
	  .title = N_("ACTS ENTERED LATE"),
	  .about = N_("acts entered long after they are said to have happened"),
	  .sections = late_entry_sections },
	{ .name = "officers",
	  .title = N_("WORK OF THE OFFICERS"),
	  .about = N_("visits, dossiers and ratings by officer"),
	  .sections = officer_sections },
	{ .name = "queue",
	  .title = N_("WORK OF THE QUEUE"),
	  .about = N_(
		  "visits by service, counter, officer, hour and day: waits, service, overtime"),
	  .sections = queue_sections },
	{ .name = "timeline",
	  .title = N_("TIMELINE OF CALLS"),
	  .about = N_("each call, start, hold and end, with counter and officer"),
	  .sections = timeline_sections },
	{ .name = "takings",
	  .title = N_("FEES TAKEN"),
	  .about = N_("fees taken, by method, day and officer"),
	  .unit = N_("Unit: dong"),
	  .sections = takings_sections },
	{ 0 },
};

const struct report *
report_find(const char *name)
{
	const struct report *report;

	for (report = reports; report->name; report++)
		if (!strcmp(report->name, name))
			return report;
	return NULL;
}
