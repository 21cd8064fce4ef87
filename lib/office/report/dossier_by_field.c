/* SPDX-License-Identifier: MIT */
#include "office/report/dossier_by_field.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"

static struct dossier_figures *
sum_of(struct field_counts *fields, const char *field)
{
	size_t i;

	for (i = 0; i < fields->count; i++)
		if (!strcmp(fields->all[i].field, field))
			return &fields->all[i].sum;
	fields->all = mem_more(fields->all, fields->count, sizeof(*fields->all));
	fields->all[fields->count] = (struct field_figures){ .field = mem_text(field) };
	return &fields->all[fields->count++].sum;
}

/* What of F the field BEFORE of its procedure has lost: those that are carried over no
 * more are gone from there, the others have moved. */
static void
move_procedure(struct field_counts *fields, const char *before, struct dossier_figures *f)
{
	static const enum dossier_shift gone[] = { SHIFT_VOIDED, SHIFT_CORRECTED_OUT,
						   SHIFT_LATE_OUT, SHIFT_ASIDE };
	struct dossier_figures *lost = sum_of(fields, before);
	int64_t moved = f->was_open;
	size_t i;

	lost->was_open += f->was_open;
	f->was_open = 0;
	for (i = 0; i < sizeof(gone) / sizeof(*gone); i++) {
		lost->shift[gone[i]] += f->shift[gone[i]];
		moved += f->shift[gone[i]]; /* which is not above 0 */
		f->shift[gone[i]] = 0;
	}
	lost->shift[SHIFT_MOVED] -= moved;
	f->shift[SHIFT_MOVED] += moved;
}

/* The figures F of a procedure that was in the field BEFORE and is in NOW. */
static void
add_procedure(struct field_counts *fields, const char *before, const char *now,
	      const struct dossier_figures *f)
{
	struct dossier_figures figures = *f;

	if (strcmp(before, now) != 0 && f->was_open)
		move_procedure(fields, before, &figures);
	dossier_figures_add(sum_of(fields, now), &figures);
}

#define FIELD_ON(day)                                                                    \
	"coalesce((SELECT v.field FROM procedure_version v"                              \
	"   WHERE v.procedure_id = p.id AND v.since <= " day                             \
	"   ORDER BY v.since DESC LIMIT 1), p.field)"

static const char procedures_sql[] = "SELECT p.id, " FIELD_ON(":before") ", " FIELD_ON(
	":last") " FROM procedure p ORDER BY p.id";

static enum status
add_procedures(struct office *office, const struct period *period,
	       struct dossier_counts *counts, struct field_counts *fields)
{
	char before[DAY_TEXT], last[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, procedures_sql);
	query_text(&q, ":before", day_print(period->from - 1, before));
	query_text(&q, ":last", day_print(period->to, last));
	while (query_row(&q))
		add_procedure(fields, query_col_given(&q, 1), query_col_given(&q, 2),
			      dossier_counts_of(counts, query_col_int(&q, 0)));
	return query_close(&q);
}

static int
compare_fields(const void *a, const void *b)
{
	return strcmp(((const struct field_figures *)a)->field,
		      ((const struct field_figures *)b)->field);
}

enum status
dossier_count_fields(struct office *office, const struct period *period,
		     struct field_counts *fields)
{
	struct dossier_counts counts = { 0 };
	enum status st = dossier_count(office, period, DOSSIERS_BY_PROCEDURE, &counts);

	if (!st)
		st = add_procedures(office, period, &counts, fields);
	if (fields->count)
		qsort(fields->all, fields->count, sizeof(*fields->all), compare_fields);
	fields->notes = counts.notes;
	dossier_counts_free(&counts);
	return st;
}

void
field_counts_free(struct field_counts *fields)
{
	size_t i;

	for (i = 0; i < fields->count; i++)
		free(fields->all[i].field);
	free(fields->all);
	*fields = (struct field_counts){ 0 };
}
