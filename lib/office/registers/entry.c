/* SPDX-License-Identifier: MIT */
#include "office/registers/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/registers/register_list.h"

#define ENTRY_MOST 32 /* columns */

/* A sink of the register's rows that takes what is needed of the one that is meant. */
struct filling {
	struct sink sink;
	const struct reg *reg;
	char **cells;
	bool *filled;
	struct value given[ENTRY_MOST];
	char rooms[ENTRY_MOST][48];
};

/* Whether ROW is what the given values are about: what they say of it leaves its key. */
static bool
is_meant(const struct filling *f, const struct value *row)
{
	const struct reg *reg = f->reg;
	struct value said[ENTRY_MOST];
	const char *was, *is;
	size_t i;

	for (i = 0; i < (size_t)reg->keys; i++)
		if (!value_same(&row[i], &f->given[i]))
			return false;
	if (!reg->key_besides)
		return true;
	for (i = 0; reg->columns[i].key; i++)
		said[i] = f->given[i].kind == VALUE_NULL ? row[i] : f->given[i];
	was = reg->key_besides(row);
	is = reg->key_besides(said);
	return !was == !is && (!was || !strcmp(was, is));
}

static enum status
fill_from(struct sink *sink, const struct value *row)
{
	struct filling *f = (struct filling *)sink;
	const struct column *column = f->reg->columns;
	char room[48];
	size_t i;

	if (!is_meant(f, row))
		return OK;
	for (i = 0; column[i].key; i++) {
		if (!(column[i].flags & (COLUMN_REQUIRED | COLUMN_NEEDED)) ||
		    (f->cells[i] && !f->filled[i]))
			continue;
		free(f->cells[i]);
		f->cells[i] = mem_text(value_print(&column[i], &row[i], room));
		f->filled[i] = true;
	}
	return OK;
}

enum status
entry_fill(struct office *office, const struct reg *reg, char **cells, bool *filled)
{
	struct filling f = {
		.sink = { fill_from }, .reg = reg, .cells = cells, .filled = filled
	};
	const char *why;
	size_t i;

	/* What cannot be read is told by the import; it is the key of no entry. */
	for (i = 0; reg->columns[i].key; i++)
		if (cells[i] && value_read(&reg->columns[i], cells[i], office->now,
					   f.rooms[i], &f.given[i], &why))
			f.given[i] = VALUE_NONE;
	return register_list(office, reg, &f.sink);
}
