/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "office/report/dossier_note.h"
#include "office/report/report_dossiers.h"
#include "office/report/report_takings.h"
#include "office/report/report_visits.h"

static const struct report_section day_sections[] = {
	{ .key = "services",
	  .title = N_("Visits by service"),
	  .columns = service_figures_columns,
	  .total = true,
	  .rows = report_services },
	{ .key = "dossiers",
	  .title = N_("Dossiers"),
	  .columns = summary_columns,
	  .headings = summary_headings,
	  .record = true,
	  .rows = report_summary,
	  .note = dossier_note },
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

const struct report day_report = {
	.name = "day",
	.title = N_("REPORT OF THE DAY"),
	.sheet = N_("Report of the day"),
	.one_page = true,
	.about = N_("visits, dossiers, officers and takings of a day"),
	.columns = service_figures_columns,
	.sections = day_sections,
};
