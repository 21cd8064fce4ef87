/* SPDX-License-Identifier: MIT */
#include "office/report.h"

#include <string.h>

#include "base/intl.h"

#define SECTIONS_END { NULL, NULL, NULL, false, false, NULL, NULL, NULL }

static const struct report_section day_sections[] = {
	{ "services", N_("Visits by service"), service_figures_columns, false, true,
	  report_services, NULL, NULL },
	{ "dossiers", N_("Dossiers"), summary_columns, true, false, report_summary,
	  report_not_counted, NULL },
	{ "officers", N_("Officers"), officer_figures_columns, false, true, report_officers,
	  NULL, NULL },
	{ "takings", N_("Takings"), takings_columns, false, true, report_takings, NULL,
	  NULL },
	SECTIONS_END,
};

static const struct report_section summary_sections[] = {
	{ "summary", NULL, summary_columns, true, false, report_summary, report_not_counted, NULL },
	SECTIONS_END,
};

static const struct report_section dossier_sections[] = {
	{ "fields", NULL, field_columns, false, true, report_fields, report_not_counted,
	  field_headings },
	SECTIONS_END,
};

static const struct report_section overdue_sections[] = {
	{ "overdue", NULL, overdue_columns, false, false, report_overdue, NULL, NULL },
	SECTIONS_END,
};

static const struct report_section officer_sections[] = {
	{ "officers", NULL, officer_figures_columns, false, true, report_officers, NULL, NULL },
	SECTIONS_END,
};

static const struct report_section timeline_sections[] = {
	{ "events", NULL, timeline_columns, false, false, report_timeline, NULL, NULL },
	SECTIONS_END,
};

static const struct report_section late_entry_sections[] = {
	{ "entries", NULL, late_entry_columns, false, false, report_late_entries, NULL, NULL },
	SECTIONS_END,
};

static const struct report_section takings_sections[] = {
	{ "methods", N_("By method"), takings_columns, false, true, report_takings, NULL,
	  NULL },
	{ "days", N_("By day"), takings_day_columns, false, true, report_takings_days, NULL,
	  NULL },
	{ "officers", N_("By officer"), takings_officer_columns, false, true,
	  report_takings_officers, NULL, NULL },
	SECTIONS_END,
};

const struct report reports[] = {
	{ "day", N_("REPORT OF THE DAY"), N_("visits, dossiers, officers and takings of a day"), NULL,
	  NULL, day_sections },
	{ "summary", N_("SUMMARY OF DOSSIERS"), N_("how many dossiers came in, and how they ended"),
	  NULL, N_("Unit: dossiers"), summary_sections },
	{ "dossiers",
	  N_("STATE AND RESULTS OF THE HANDLING OF ADMINISTRATIVE PROCEDURES BY THE AGENCY"),
	  N_("form II.06a: dossiers by field"), "II.06a/VPCP/KSTT", N_("Unit: dossiers"),
	  dossier_sections },
	{ "overdue", N_("OVERDUE DOSSIERS"), N_("dossiers finished late, or late and still open"),
	  NULL, NULL, overdue_sections },
	{ "late-entries", N_("ACTS ENTERED LATE"),
	  N_("acts entered long after they are said to have happened"), NULL, NULL,
	  late_entry_sections },
	{ "officers", N_("WORK OF THE OFFICERS"), N_("visits, dossiers and ratings by officer"),
	  NULL, NULL, officer_sections },
	{ "queue", N_("WORK OF THE QUEUE"),
	  N_("visits by service, counter, officer, hour and day: waits, service, overtime"), NULL,
	  NULL, queue_sections },
	{ "timeline", N_("TIMELINE OF CALLS"),
	  N_("each call, start, hold and end, with counter and officer"), NULL, NULL,
	  timeline_sections },
	{ "takings", N_("FEES TAKEN"), N_("fees taken, by method, day and officer"), NULL,
	  N_("Unit: dong"), takings_sections },
	{ .name = NULL },
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
