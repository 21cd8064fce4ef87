/* SPDX-License-Identifier: MIT */
#include "office/core/hours_register.h"

#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/rules/weekday.h"

static const struct column hours_columns[] = {
	{ .key = "weekday",
	  .heading = N_("Weekday (1 = Monday)"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 7,
	  .flags = COLUMN_SAYS,
	  .aliases = "Thứ (1 = thứ Hai)" },
	{ .key = "opens",
	  .heading = N_("Opens"),
	  .type = COL_CLOCK,
	  .flags = REQUIRED,
	  .aliases = "Mở cửa|Từ giờ" },
	{ .key = "closes",
	  .heading = N_("Closes"),
	  .type = COL_CLOCK,
	  .flags = REQUIRED,
	  .aliases = "Đóng cửa|Đến giờ" },
	{ .key = "counts",
	  .heading = N_("Counts for deadlines"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Tính thời hạn",
	  .words = yes_no },
	{ 0 },
};

/* As Vietnamese write and count weekdays: 2 is Monday. */
static const struct column counted_columns[] = {
	{ .key = "thu",
	  .heading = N_("Weekday (2 = Monday)"),
	  .type = COL_TEXT,
	  .aliases = "Thứ|Ngày trong tuần|Thứ trong tuần|Thứ (2 = thứ Hai)" },
	{ 0 },
};

/* The weekday as a number from 1, however the file writes it. */
static const char *
settle_weekday(struct value *values, bool *present, const char **column)
{
	struct value *weekday = &values[0];
	const struct value *written = &values[column_count(hours_columns)];
	int number;

	if (weekday->kind == VALUE_INT)
		return NULL;
	*column = weekday->kind == VALUE_NULL && present[column_count(hours_columns)] ?
			  "thu" :
			  "weekday";
	if (weekday->kind == VALUE_NULL)
		*weekday = *written;
	if (weekday->kind == VALUE_NULL)
		return N_("is empty");
	if ((number = weekday_read(weekday->text)) < 0)
		return N_("is no weekday (2 to 7 and CN, or thứ Hai to Chủ nhật)");
	*weekday = value_int(number);
	present[0] = true;
	return NULL;
}

static const char *
check_hours(const struct value *values, const char **column)
{
	*column = "closes";
	return clock_read(values[1].text) < clock_read(values[2].text) ?
		       NULL :
		       N_("must be later than opens");
}

static const char overlap_sql[] =
	"SELECT count(*) FROM hours a JOIN hours b ON b.weekday = a.weekday"
	" WHERE a.opens < b.opens AND a.closes > b.opens";

/* The hours of WEEKDAY as people write them; NULL where it has none. */
static enum status
say_hours(struct query *q, int weekday, struct buf *said)
{
	query_int(q, ":weekday", weekday);
	while (query_row(q)) {
		buf_print(said, "%s%s–%s", said->length ? ", " : "",
			  query_col_given(q, 0), query_col_given(q, 1));
		if (!query_col_int(q, 2))
			buf_print(said, " %s", _("(not for deadlines)"));
	}
	query_reset(q);
	return q->status;
}

/* Add "Monday to Friday 07:00–11:30, 13:00–17:00" to WEEK. */
static void
say_days(struct buf *week, int from, int to, const char *hours)
{
	if (!hours)
		return;
	buf_text(week, week->length ? "; " : "");
	if (from == to)
		buf_print(week, "%s %s", show_weekday(from), hours);
	else
		buf_print(week, _("%s to %s %s"), show_weekday(from), show_weekday(to),
			  hours);
}

/* Tell the week in words, since a number for a day is easily taken for another one. */
static enum status
say_week(struct import *import)
{
	struct buf hours[8] = { { 0 } }, week = { 0 };
	struct query q;
	enum status st = OK;
	int from, to;

	query_open(&q, import_office(import)->store,
		   "SELECT opens, closes, counts = 'yes' FROM hours"
		   " WHERE weekday = :weekday ORDER BY opens");
	for (to = 1; to <= 7 && !st; to++)
		st = say_hours(&q, to, &hours[to]);
	st = worse(st, query_close(&q));
	for (from = 1; from <= 7; from = to) {
		const char *text = hours[from].text;

		for (to = from + 1;
		     to <= 7 && text && hours[to].text && !strcmp(text, hours[to].text);
		     to++)
			;
		say_days(&week, from, to - 1, text);
	}
	if (!st && week.length)
		st = import_remark(import, week.text);
	for (to = 1; to <= 7; to++)
		buf_free(&hours[to]);
	buf_free(&week);
	return st;
}

/*
 * Checked after the old rows are removed, since a new opening time may overlap an old
 * one.
 */
static enum status
check_all_hours(struct import *import)
{
	int64_t overlaps = 0, spans = 0;
	enum status st = office_number(import_office(import), overlap_sql, NULL, NULL,
				       &overlaps);

	if (!st)
		st = office_number(import_office(import), "SELECT count(*) FROM hours",
				   NULL, NULL, &spans);
	if (!st && !spans)
		st = fail(BAD_DATA,
			  _("hours: the office would have none; nothing was imported"));
	if (!st && overlaps)
		st = fail(BAD_DATA,
			  _("hours: two spans of one weekday overlap; nothing was "
			    "imported"));
	return !st && import_has(import, "thu") ? say_week(import) : st;
}

const struct reg hours_register = {
	.kind = "hours",
	.about = N_("the week's open hours; importing replaces them all"),
	.columns = hours_columns,
	.also = counted_columns,
	.settle = settle_weekday,
	.keys = 2,
	LIST_AND_FIND("weekday, opens, closes, counts", "hours",
		      "weekday = :weekday AND opens = :opens", "weekday, opens"),
	.put_sql = "INSERT INTO hours (weekday, opens, closes, counts)"
		   " VALUES (:weekday, :opens, :closes, :counts)"
		   " ON CONFLICT (weekday, opens) DO UPDATE SET closes = excluded.closes,"
		   "  counts = excluded.counts",
	.check = check_hours,
	.remove_sql = "DELETE FROM hours WHERE weekday = :weekday AND opens = :opens",
	.check_all = check_all_hours,
	.promises = true,
	.bookings = true,
};
