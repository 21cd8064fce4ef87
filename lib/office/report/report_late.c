/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "office/core/columns.h"
#include "office/core/setting.h"
#include "office/report/report.h"

/*
 * Acts that were entered well after the moment they are said to have happened at, for the
 * head of the office: an act that is dated back can make a late dossier look on time.
 */
static const struct column late_entry_columns[] = {
	{ .key = "entered_at", .heading = N_("Entered"), .type = COL_TIME },
	{ .key = "at", .heading = N_("Happened"), .type = COL_TIME },
	{ .key = "delay", .heading = N_("Entered after"), .type = COL_DURATION },
	{ .key = "act", .heading = N_("Act"), .type = COL_TEXT },
	{ .key = "subject", .heading = N_("Subject"), .type = COL_TEXT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "uid", .heading = N_("User"), .type = COL_INT },
	{ 0 },
};

/* The index journal_late holds entries made a minute late or more; hence the 59. */
static const char late_sql[] =
	"SELECT entered_at, at, entered_at - at AS delay, act, subject, officer, counter, uid"
	"  FROM journal WHERE entered_at > at + 59 AND entered_at - at > :delay"
	"   AND entered_at >= :from AND entered_at < :end"
	" ORDER BY entered_at, id";

static enum status
report_late_entries(struct office *office, const struct period *period, struct sink *sink)
{
	int64_t minutes = 0;
	struct query q;
	enum status st = setting_number(office, "late_entry_minutes", period->to,
					&minutes);

	if (st)
		return st;
	query_open(&q, office->store, late_sql);
	query_int(&q, ":delay", minutes * 60);
	query_int(&q, ":from", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	return query_rows(&q, late_entry_columns, sink);
}

static const struct report_section late_entry_sections[] = {
	{ .key = "entries", .columns = late_entry_columns, .rows = report_late_entries },
	{ 0 },
};

const struct report late_entries_report = {
	.name = "late-entries",
	.title = N_("ACTS ENTERED LATE"),
	.sheet = N_("Entered late"),
	.about = N_("acts entered long after they are said to have happened"),
	.columns = late_entry_columns,
	.sections = late_entry_sections,
};
