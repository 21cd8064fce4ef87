/* SPDX-License-Identifier: MIT */
#include "matching.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/show.h"
#include "base/text.h"
#include "cli/output.h"
#include "cli/values.h"

#define COLUMNS_MOST 32 /* of a register */

/* Add S, folded, to BUF. */
static void
add_folded(struct buf *buf, const char *s)
{
	size_t n = fold_text(s, NULL, 0) + 1;
	char *folded = mem_alloc(n);

	fold_text(s, folded, n);
	buf_text(buf, folded);
	free(folded);
}

/* A line for each way in which the cell is written; no word goes from one to the next. */
static void
add_cell(struct buf *text, const struct column *column, const struct value *value)
{
	char room[48], shown[SHOW_TEXT];
	const char *printed = value_print(column, value, room), *read = NULL;

	if (value->kind == VALUE_TEXT && column->type == COL_WORD)
		read = show_word(column->words, value->text, shown);
	else if (value->kind == VALUE_TEXT && column->type == COL_DAY)
		read = show_day_text(value->text, shown);
	add_folded(text, printed);
	buf_text(text, " \n ");
	if (read && strcmp(read, printed) != 0) {
		add_folded(text, read);
		buf_text(text, " \n ");
	}
}

/* Whether the text has each word; one without letters and digits stands nowhere. */
static bool
has_words(struct matching *m)
{
	const char *p = m->words;

	while (*p) {
		size_t n = strcspn(p, " ");
		struct buf written = { 0 };

		buf_add(&written, p, n);
		buf_clear(&m->word);
		add_folded(&m->word, written.text);
		buf_free(&written);
		if (!m->word.length || !fold_has(m->text.text, m->word.text, false))
			return false;
		p += n + strspn(p + n, " ");
	}
	return true;
}

static enum status
pass_match(struct sink *sink, const struct value *values)
{
	struct matching *m = (struct matching *)sink;
	size_t i;

	if (!m->words)
		return m->out->row(m->out, values);
	buf_clear(&m->text);
	buf_text(&m->text, "");
	for (i = 0; m->columns[i].key; i++)
		if (values[i].kind != VALUE_NULL)
			add_cell(&m->text, &m->columns[i], &values[i]);
	return has_words(m) ? m->out->row(m->out, values) : OK;
}

/* The columns of a register with those shown that only matter where all is listed. */
static const struct column *
show_last_days(const struct column *columns)
{
	static struct column shown[COLUMNS_MOST + 1];
	const size_t count = column_count(columns);

	assert(count <= COLUMNS_MOST);
	memcpy(shown, columns, (count + 1) * sizeof(*columns));
	shown[column_place(columns, "until")].flags &= ~(unsigned)COLUMN_CODE;
	return shown;
}

enum status
matching_begin(struct matching *m, struct cli *cli, const struct column *columns)
{
	enum status st;

	if (cli_value(cli, "all"))
		columns = show_last_days(columns);
	*m = (struct matching){ .sink = { pass_match }, .columns = columns };
	st = cli_text(cli, "query", &m->words);
	return st ? st : output_list(cli, columns, &m->out);
}

enum status
matching_end(struct matching *m, enum status st)
{
	buf_free(&m->text);
	buf_free(&m->word);
	return st;
}
