/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_note.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/report/dossier_by_field.h"
#include "office/report/dossier_shift.h"

/* A sentence begins: behind another one, after a blank. */
static void
begin_sentence(struct buf *buf)
{
	if (buf->length)
		buf_text(buf, " ");
}

static void
say_no_results(struct buf *buf, const struct dossier_notes *n)
{
	long long counted[STANDING_NO_RESULTS], aside[STANDING_NO_RESULTS];
	long long overdue = 0, carried = 0;
	int i;

	for (i = 0; i < STANDING_NO_RESULTS; i++) {
		aside[i] = n->no_result[i].aside;
		carried += n->no_result[i].aside_carried;
		overdue += n->no_result[i].overdue;
		counted[i] = n->no_result[i].on_time + n->no_result[i].overdue;
	}
	if (counted[0] + counted[1] + counted[2]) {
		begin_sentence(buf);
		buf_print(buf,
			  _("Ended without a result: %lld rejected, %lld withdrawn, %lld "
			    "stopped; overdue: %lld."),
			  counted[0], counted[1], counted[2], overdue);
	}
	if (!(aside[0] + aside[1] + aside[2]))
		return;
	begin_sentence(buf);
	buf_print(buf,
		  _("Not counted: %lld rejected, %lld withdrawn, %lld stopped in the "
		    "period."),
		  aside[0], aside[1], aside[2]);
	if (carried)
		buf_print(buf, _(" Carried over from the period before: %lld."), carried);
}

static const char *const shift_words[SHIFTS] = {
	[SHIFT_REOPENED] = N_("reopened"),
	[SHIFT_VOIDED] = N_("voided"),
	[SHIFT_CORRECTED_IN] = N_("corrected, now counted"),
	[SHIFT_CORRECTED_OUT] = N_("corrected, no longer counted"),
	[SHIFT_MOVED] = N_("now of another field"),
	[SHIFT_LATE_IN] = N_("entered late, open"),
	[SHIFT_LATE_OUT] = N_("entered late, ended"),
	[SHIFT_ASIDE] = N_("ended without a result, not counted"),
};

#define NAMED_MOST 20 /* of one kind; the report that lists them all has the others */

/* The dossiers themselves: ": H1-1, H1-2". */
static void
say_shifted(struct buf *buf, const struct shifted_list *list, enum dossier_shift shift)
{
	long long said = 0;
	size_t i;

	for (i = 0; i < list->count; i++) {
		if (list->all[i].shift != shift || said++ >= NAMED_MOST)
			continue;
		buf_print(buf, "%s%s", said == 1 ? ": " : ", ", list->all[i].code);
	}
	if (said > NAMED_MOST)
		buf_print(buf, _(" and %lld more (osq-report carried)"),
			  said - NAMED_MOST);
}

/* One way in which fields begin otherwise, with each of them and with the dossiers:
 * "reopened (Civil +1): H1-1". */
static void
say_shift(struct buf *buf, const struct field_counts *fields,
	  const struct shifted_list *list, enum dossier_shift shift, bool *any)
{
	bool first = true;
	size_t i;

	for (i = 0; i < fields->count; i++) {
		const long long n = fields->all[i].sum.shift[shift];

		if (!n)
			continue;
		if (first && *any)
			buf_text(buf, "; ");
		else if (first) {
			begin_sentence(buf);
			buf_text(buf, _("Carried over otherwise than the period before "
					"ended: "));
		}
		if (first)
			buf_print(buf, "%s (", _(shift_words[shift]));
		else
			buf_text(buf, ", ");
		buf_print(buf, "%s %+lld", fields->all[i].field, n);
		first = false;
	}
	if (!first) {
		buf_text(buf, ")");
		say_shifted(buf, list, shift);
		*any = true;
	}
}

static bool
is_shifted(const struct field_counts *fields)
{
	size_t i;
	int k;

	for (i = 0; i < fields->count; i++)
		for (k = SHIFT_NONE + 1; k < SHIFTS; k++)
			if (fields->all[i].sum.shift[k])
				return true;
	return false;
}

/* Who they are is asked for only where there are some: that is a second walk. */
static enum status
say_shifts(struct office *office, const struct period *period,
	   const struct field_counts *fields, struct buf *buf)
{
	struct shifted_list list = { 0 };
	enum dossier_shift shift;
	bool any = false;
	enum status st;

	if (!is_shifted(fields))
		return OK;
	st = shifted_read(office, period, &list);
	for (shift = SHIFT_NONE + 1; shift < SHIFTS; shift++)
		say_shift(buf, fields, &list, shift, &any);
	buf_text(buf, ".");
	shifted_free(&list);
	return st;
}

static void
say_late(struct buf *buf, const struct dossier_notes *n)
{
	int y, m, d;

	if (!n->late)
		return;
	day_to_ymd(day_of(n->late_since), &y, &m, &d);
	begin_sentence(buf);
	buf_print(buf,
		  _("Changed by what was entered after the period: %lld, since "
		    "%02d/%02d/%04d."),
		  (long long)n->late, d, m, y);
}

static const char of_record_sql[] =
	"SELECT count(*) FILTER (WHERE act = 'move'), count(*) FILTER (WHERE act = 'void'),"
	"  count(*) FILTER (WHERE act = 'correct')"
	"  FROM dossier_event WHERE was_until >= :from AND was_until < :end";

/* Acts of the record: the periods before keep what they had, and this one names them. */
static enum status
say_of_record(struct office *office, const struct period *period, struct buf *buf)
{
	long long moved = 0, voided = 0, corrected = 0;
	struct query q;

	query_open(&q, office->store, of_record_sql);
	query_int(&q, ":from", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	if (query_row(&q)) {
		moved = query_col_int(&q, 0);
		voided = query_col_int(&q, 1);
		corrected = query_col_int(&q, 2);
	}
	if (moved) {
		begin_sentence(buf);
		buf_print(buf, _("Promises moved in the period: %lld."), moved);
	}
	if (voided) {
		begin_sentence(buf);
		buf_print(buf, _("Taken in wrongly and voided in the period: %lld."),
			  voided);
	}
	if (corrected) {
		begin_sentence(buf);
		buf_print(buf,
			  _("Corrected in the period, so that it counts otherwise: "
			    "%lld."),
			  corrected);
	}
	return query_close(&q);
}

/* What was never received stands in no walk over a period. */
static const char unaccepted_sql[] =
	"SELECT count(*) FROM dossier WHERE finished_at >= :from AND finished_at < :end"
	" AND received_at IS NULL AND status = 'rejected'";

static enum status
say_refused(struct office *office, const struct period *period, int64_t refused,
	    struct buf *buf)
{
	struct query q;

	query_open(&q, office->store, unaccepted_sql);
	query_int(&q, ":from", day_moment(period->from, 0));
	query_int(&q, ":end", day_moment(period->to + 1, 0));
	if (query_row(&q))
		refused += query_col_int(&q, 0);
	if (refused) {
		begin_sentence(buf);
		buf_print(buf, _("Refused without being accepted: %lld."),
			  (long long)refused);
	}
	return query_close(&q);
}

enum status
dossier_note(struct office *office, const struct period *period, struct buf *buf)
{
	struct field_counts fields = { 0 };
	enum status st = dossier_count_fields(office, period, &fields);

	if (!st) {
		say_no_results(buf, &fields.notes);
		st = say_refused(office, period, fields.notes.refused, buf);
		if (!st)
			st = say_shifts(office, period, &fields, buf);
		if (!st)
			st = say_of_record(office, period, buf);
		say_late(buf, &fields.notes);
	}
	field_counts_free(&fields);
	return st;
}
