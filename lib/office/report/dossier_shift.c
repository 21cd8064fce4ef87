/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_shift.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"
#include "base/word.h"

const struct word dossier_shifts[] = {
	[SHIFT_NONE] = { "unshifted", NULL },
	[SHIFT_REOPENED] = { "reopened", "mở lại" },
	[SHIFT_VOIDED] = { "voided", "hủy" },
	[SHIFT_CORRECTED_IN] = { "corrected_in", "sửa, nay được tính" },
	[SHIFT_CORRECTED_OUT] = { "corrected_out", "sửa, không còn tính" },
	[SHIFT_MOVED] = { "moved", "chuyển lĩnh vực" },
	[SHIFT_LATE_IN] = { "late_open", "nhập muộn, còn giải quyết" },
	[SHIFT_LATE_OUT] = { "late_ended", "nhập muộn, đã kết thúc" },
	[SHIFT_ASIDE] = { "aside", "kết thúc không có kết quả, không tính" },
	{ 0 },
};

struct shifting {
	struct dossier_taker taker;
	struct query names;
	struct shifted_list *list;
};

#define FIELD_OF(procedure, day)                                                         \
	"(SELECT coalesce((SELECT v.field FROM procedure_version v"                      \
	"   WHERE v.procedure_id = p.id AND v.since <= " day                             \
	"   ORDER BY v.since DESC LIMIT 1), p.field)"                                    \
	"  FROM procedure p WHERE p.id = " procedure ")"

static const char names_sql[] = "SELECT code, " FIELD_OF(
	":before", ":first") ", " FIELD_OF(":now",
					   ":last") " FROM dossier WHERE id = :id";

static char *
field_text(struct query *q, int i)
{
	return query_col_null(q, i) ? NULL : mem_text(query_col_text(q, i));
}

static bool
is_moved(const struct shifted *s)
{
	return s->before && s->now && strcmp(s->before, s->now) != 0;
}

static void
free_shifted(struct shifted *s)
{
	free(s->code);
	free(s->before);
	free(s->now);
}

/* A dossier may also be in another field since its procedure is. */
static enum status
take_shifted(struct dossier_taker *taker, const struct dossier_look *look)
{
	struct shifting *s = (struct shifting *)taker;
	const bool carried = look->came == CAME_CARRIED && look->standing;
	struct shifted one;

	if (!look->was_open && !carried)
		return OK;
	query_int(&s->names, ":id", look->id);
	query_int(&s->names, ":before", look->was_open ? look->was_procedure : 0);
	query_int(&s->names, ":now", carried ? look->then.procedure : 0);
	if (query_row(&s->names)) {
		one = (struct shifted){ mem_text(query_col_text(&s->names, 0)),
					look->shift, field_text(&s->names, 1),
					field_text(&s->names, 2) };
		if (is_moved(&one))
			one.shift = SHIFT_MOVED;
		if (one.shift == SHIFT_NONE ||
		    (carried && look->was_open && !is_moved(&one))) {
			free_shifted(&one);
		} else {
			s->list->all = mem_more(s->list->all, s->list->count,
						sizeof(*s->list->all));
			s->list->all[s->list->count++] = one;
		}
	}
	query_reset(&s->names);
	return s->names.status;
}

static int
compare_shifted(const void *a, const void *b)
{
	const struct shifted *x = a, *y = b;

	return x->shift != y->shift ? (x->shift > y->shift) - (x->shift < y->shift) :
				      strcmp(x->code, y->code);
}

enum status
shifted_read(struct office *office, const struct period *period,
	     struct shifted_list *list)
{
	struct shifting s = { .taker = { .take = take_shifted }, .list = list };
	char first[DAY_TEXT], last[DAY_TEXT];
	struct dossier_span span;
	enum status st = dossier_span_read(office, period, &span);

	query_open(&s.names, office->store, names_sql);
	query_text(&s.names, ":first", day_print(period->from - 1, first));
	query_text(&s.names, ":last", day_print(period->to, last));
	if (!st)
		st = dossier_walk(office, &span, &s.taker);
	if (list->count)
		qsort(list->all, list->count, sizeof(*list->all), compare_shifted);
	dossier_span_free(&span);
	return worse(st, query_close(&s.names));
}

void
shifted_free(struct shifted_list *list)
{
	while (list->count)
		free_shifted(&list->all[--list->count]);
	free(list->all);
	*list = (struct shifted_list){ 0 };
}
