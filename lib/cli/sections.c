/* SPDX-License-Identifier: MIT */
#include "cli/sections.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/output.h"
#include "form/write/format.h"

#define COLUMNS_MAX 64

/* A sink that passes rows on and adds up their whole numbers. */
struct totals {
	struct sink sink;
	struct sink *to;
	const struct column *columns;
	int64_t sums[COLUMNS_MAX];
	int64_t rows;
};

static bool
is_summed(const struct column *column, size_t i)
{
	return (column->type == COL_INT && i > 0) || column->type == COL_MONEY;
}

static enum status
sum_row(struct sink *sink, const struct value *values)
{
	struct totals *t = (struct totals *)sink;
	size_t i;

	for (i = 0; t->columns[i].key; i++)
		if (is_summed(&t->columns[i], i) && values[i].kind == VALUE_INT)
			t->sums[i] = number_add(t->sums[i], values[i].number);
	t->rows++;
	return t->to->row(t->to, values);
}

/* Where the word for the total goes: the first column that people see and that is no
 * number. */
static size_t
name_place(const struct column *columns)
{
	size_t i;

	for (i = 0; columns[i].key; i++)
		if (!(columns[i].flags & (COLUMN_CODE | COLUMN_HIDDEN)) &&
		    columns[i].type != COL_INT)
			return i;
	return 0;
}

/* Send the row of totals. */
static enum status
send_totals(struct totals *t)
{
	struct value row[COLUMNS_MAX];
	size_t i;

	for (i = 0; t->columns[i].key; i++)
		row[i] = is_summed(&t->columns[i], i) ? value_int(t->sums[i]) :
							VALUE_NONE;
	row[name_place(t->columns)] = value_text(_("Total"));
	return t->to->row(t->to, row);
}

enum status
cli_section(struct cli *cli, const struct report_section *section,
	    const struct period *period)
{
	bool totals = section->total && output_for_people(cli);
	struct totals t = { .sink = { sum_row }, .columns = section->columns };
	struct buf note = { 0 };
	struct section shown = { .key = section->key,
				 .title = section->title ? _(section->title) : NULL,
				 .columns = section->columns,
				 .record = section->record,
				 .total = totals,
				 .headings = section->headings };
	enum status st = OK;

	if (section->note && output_for_people(cli))
		st = section->note(&cli->office, period, &note);
	shown.note = note.text;
	if (!st && !(st = output_section(cli, &shown, &t.to)))
		st = section->rows(&cli->office, period, totals ? &t.sink : t.to);
	if (!st && totals && t.rows)
		st = send_totals(&t);
	buf_free(&note);
	return st;
}
