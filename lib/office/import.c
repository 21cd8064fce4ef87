/* SPDX-License-Identifier: MIT */
#include "office/import.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"

#define COLUMNS_MAX 64

struct import {
	struct office *office;
	const struct import_kind *kind;
	void *ctx;
	struct import_listener *listener;
	struct import_result result;
	long line;
	bool refused;               /* the present row */
	bool incomplete;            /* a column that a row needs is missing */
	size_t count;               /* columns of the kind */
	int place[COLUMNS_MAX];     /* column i is cell place[i] of a row; -1: absent */
	bool present[COLUMNS_MAX];
};

struct office *
import_office(struct import *import)
{
	return import->office;
}

void *
import_context(struct import *import)
{
	return import->ctx;
}

const struct import_kind *
import_kind_of(struct import *import)
{
	return import->kind;
}

void
import_count_removed(struct import *import, int64_t n)
{
	import->result.removed += n;
}

enum status
import_begin(struct office *office, const struct import_kind *kind, void *ctx,
	     struct import_listener *listener, struct import **out)
{
	struct import *import;
	enum status st;

	if ((st = kind->looks ? store_begin_read(office->store) : office_begin(office)))
		return st;
	import = mem_alloc(sizeof(*import));
	import->office = office;
	import->kind = kind;
	import->ctx = ctx;
	import->listener = listener;
	import->count = column_count(kind->columns);
	assert(import->count <= COLUMNS_MAX);
	*out = import;
	return OK;
}

enum status
import_bad(struct import *import, long line, const char *column, const char *why)
{
	import->result.bad++;
	return import->listener->bad_line(import->listener, line, column, why);
}

enum status
import_promise(struct import *import, const char *code, int64_t due, int64_t would_be)
{
	return import->listener->promise(import->listener, code, due, would_be);
}

enum status
import_refuse(struct import *import, const char *column, const char *why)
{
	import->refused = true;
	return import_bad(import, import->line, column, why);
}

static int
column_called(const struct column *columns, const char *heading)
{
	int i;

	for (i = 0; columns[i].key; i++)
		if (!strcmp(columns[i].key, heading))
			return i;
	for (i = 0; columns[i].key; i++)
		if (text_same(columns[i].key, heading) ||
		    text_same(columns[i].heading, heading) ||
		    text_same(_(columns[i].heading), heading) ||
		    text_listed(columns[i].aliases, heading))
			return i;
	return -1;
}

static enum status
place_heading(struct import *import, long line, size_t cell, const char *heading)
{
	int i = column_called(import->kind->columns, heading);

	if (!*heading)
		return OK; /* a spreadsheet's empty column */
	if (i < 0)
		return import_bad(import, line, heading, _("no such column here"));
	if (import->place[i] >= 0)
		return import_bad(import, line, heading, _("stands twice in the headings"));
	import->place[i] = (int)cell;
	import->present[i] = !(import->kind->columns[i].flags & COLUMN_DERIVED);
	return OK;
}

enum status
import_headings(struct import *import, long line, size_t count, const char *const *headings)
{
	const struct column *columns = import->kind->columns;
	enum status st = OK;
	size_t i;

	for (i = 0; i < import->count; i++) {
		import->place[i] = -1;
		import->present[i] = false;
	}
	for (i = 0; i < count && !st; i++)
		st = place_heading(import, line, i, headings[i]);
	for (i = 0; i < import->count && !st; i++)
		if (columns[i].flags & (COLUMN_REQUIRED | COLUMN_NEEDED) &&
		    !import->present[i]) {
			import->incomplete = true;
			st = import_bad(import, line, columns[i].key,
					_("this column is missing"));
		}
	return st;
}

static bool
has_letters(const char *text)
{
	for (; *text; text++)
		if (isalpha((unsigned char)*text) || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

/* One cell into a value; a cell that does not fit is told. */
static enum status
read_cell(struct import *import, size_t i, const char *const *cells, char room[static 48],
	  struct value *value)
{
	const struct column *column = &import->kind->columns[i];
	const char *why;
	char *said;
	enum status st;

	*value = VALUE_NONE;
	if (!import->present[i])
		return OK;
	if (!*cells[import->place[i]] && column->flags & COLUMN_REQUIRED)
		return import_refuse(import, column->key, _("is empty"));
	if (column->flags & COLUMN_SAYS && has_letters(cells[import->place[i]])) {
		*value = value_text(cells[import->place[i]]);
		return OK;
	}
	if (value_read(column, cells[import->place[i]], import->office->now, room, value,
		       &why) == OK)
		return OK;
	said = mem_print("'%.60s' %s", cells[import->place[i]], _(why));
	st = import_refuse(import, column->key, said);
	free(said);
	return st;
}

enum status
import_row(struct import *import, long line, const char *const *cells)
{
	struct value values[COLUMNS_MAX];
	char rooms[COLUMNS_MAX][48];
	enum import_outcome outcome = IMPORT_UNCHANGED;
	enum status st = OK;
	size_t i;

	import->line = line;
	import->refused = false;
	for (i = 0; i < import->count && !st; i++)
		st = read_cell(import, i, cells, rooms[i], &values[i]);
	if (st || import->refused || import->incomplete)
		return st;
	if ((st = import->kind->put(import, values, import->present, &outcome)) ||
	    import->refused)
		return st;
	import->result.added += outcome == IMPORT_ADDED;
	import->result.changed += outcome == IMPORT_CHANGED;
	import->result.unchanged += outcome == IMPORT_UNCHANGED;
	return OK;
}

static enum status
tell_journal(struct import *import, const char *file)
{
	const struct import_result *r = &import->result;
	char added[24], changed[24], removed[24], *what;
	const char *detail[] = { "file", file, "added", added, "changed", changed,
				 "removed", removed, NULL };
	enum status st;

	snprintf(added, sizeof(added), "%lld", (long long)r->added);
	snprintf(changed, sizeof(changed), "%lld", (long long)r->changed);
	snprintf(removed, sizeof(removed), "%lld", (long long)r->removed);
	what = mem_print("import %s", import->kind->name);
	st = office_journal(import->office, what, NULL, detail);
	free(what);
	return st;
}

enum status
import_end(struct import *import, enum status st, const char *file,
	   struct import_result *result)
{
	struct import_result *r = &import->result;
	const bool looks = import->kind->looks; /* the kind may go with its state */

	if (!st && !r->bad && import->kind->finish)
		st = import->kind->finish(import);
	if (!st && r->bad)
		st = fail(BAD_DATA, _("%s: bad lines: %lld; nothing was imported"), file,
			  (long long)r->bad);
	if (!st && !looks)
		st = tell_journal(import, file);
	*result = *r;
	if (import->kind->release)
		import->kind->release(import); /* statements end before the transaction */
	if (looks)
		store_rollback(import->office->store);
	else
		st = office_end(import->office, st);
	free(import);
	return st;
}
