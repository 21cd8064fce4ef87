/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "office/core/columns.h"
#include "office/report/dossier_shift.h"
#include "office/report/report.h"

/* What lies between column 11 of form II.06a and column 6 of the next one. */
static const struct column carried_columns[] = {
	FIGURE("no", N_("No.")),
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "reason",
	  .heading = N_("Reason"),
	  .type = COL_WORD,
	  .words = dossier_shifts },
	{ .key = "before", .heading = N_("Field, before"), .type = COL_TEXT },
	{ .key = "now", .heading = N_("Field, now"), .type = COL_TEXT },
	{ 0 },
};

static enum status
report_carried(struct office *office, const struct period *period, struct sink *sink)
{
	struct shifted_list list = { 0 };
	enum status st = shifted_read(office, period, &list);
	size_t i;

	for (i = 0; i < list.count && !st; i++) {
		const struct shifted *s = &list.all[i];

		st = sink->row(sink,
			       (const struct value[]){
				       value_int((int64_t)i + 1), value_text(s->code),
				       value_text(dossier_shifts[s->shift].code),
				       value_text(s->before), value_text(s->now) });
	}
	shifted_free(&list);
	return st;
}

static const struct report_section carried_sections[] = {
	{ .key = "carried", .columns = carried_columns, .rows = report_carried },
	{ 0 },
};

const struct report carried_report = {
	.name = "carried",
	.title = N_("DOSSIERS CARRIED OVER OTHERWISE THAN THE PERIOD BEFORE ENDED"),
	.sheet = N_("Carried over"),
	.about = N_("what was carried over otherwise than the period before ended"),
	.columns = carried_columns,
	.sections = carried_sections,
};
