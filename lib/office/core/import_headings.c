/* SPDX-License-Identifier: MIT */
#include "office/core/import_headings.h"

#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/language.h"
#include "office/core/importing.h"

/* Whether HEADING is what tables and spreadsheets call COLUMN, in any of our languages.
 */
static bool
is_heading_of(const struct column *column, const char *heading)
{
	const struct language *language;

	for (language = languages; language->code; language++)
		if (fold_same(language_text(language, column->heading), heading))
			return true;
	return false;
}

static int
column_called(const struct column *columns, const char *heading)
{
	int i;

	for (i = 0; columns[i].key; i++)
		if (!strcmp(columns[i].key, heading))
			return i;
	for (i = 0; columns[i].key; i++)
		if (fold_same(columns[i].key, heading) ||
		    is_heading_of(&columns[i], heading) ||
		    fold_listed(columns[i].aliases, heading))
			return i;
	return -1;
}

static struct import_mapping *
mapping_of(struct import_plan *plan, const char *heading)
{
	size_t i;

	for (i = 0; i < plan->mapping_count; i++)
		if (!strcmp(plan->mappings[i].theirs, heading))
			return &plan->mappings[i];
	for (i = 0; i < plan->mapping_count; i++)
		if (*plan->mappings[i].theirs &&
		    fold_same(plan->mappings[i].theirs, heading))
			return &plan->mappings[i];
	return NULL;
}

/* Whether the plan says that column KEY comes from another heading, or not at all. */
static bool
is_taken(const struct import_plan *plan, const char *key)
{
	size_t i;

	for (i = 0; i < plan->mapping_count; i++)
		if (!strcmp(plan->mappings[i].ours, key))
			return true;
	return false;
}

/*
 * The index of the column that HEADING names, or -1.  *PASSED is then whether the heading
 * may be skipped without an error.
 */
static int
find_column(struct import *import, const char *heading, bool *passed)
{
	const struct column *columns = import->kind->columns;
	struct import_mapping *mapping;
	int i;

	*passed = false;
	if (!import->plan)
		return column_called(columns, heading);
	if ((mapping = mapping_of(import->plan, heading))) {
		mapping->met = true;
		*passed = !*mapping->ours;
		return *passed ? -1 : column_find(columns, mapping->ours);
	}
	i = column_called(columns, heading);
	*passed = i < 0 ? import->plan->ignore_others :
			  is_taken(import->plan, columns[i].key);
	return *passed ? -1 : i;
}

int
import_column_of(const struct import *import, const char *heading)
{
	const struct import_mapping *mapping = import->plan ?
						       mapping_of(import->plan, heading) :
						       NULL;

	if (mapping)
		return *mapping->ours ?
			       column_find(import->kind->columns, mapping->ours) :
			       -1;
	return column_called(import->kind->columns, heading);
}

static enum status
place_heading(struct import *import, long line, size_t cell, const char *heading)
{
	struct import_listener *listener = import->listener;
	const struct column *column;
	bool passed;
	int i;

	if (!*heading)
		return OK; /* a spreadsheet's empty column */
	i = find_column(import, heading, &passed);
	if (i < 0 && import->kind->listed)
		passed = passed || column_called(import->kind->listed, heading) >= 0;
	/* A list's own numbering of its rows. */
	passed = passed || (i < 0 && fold_listed("STT|TT|Số TT|No", heading));
	if (i < 0 && !passed) {
		import->unknown = true;
		return import_bad(import, line, heading, _("no such column here"));
	}
	if (i >= 0 && import->place[i] >= 0)
		return import_bad(import, line, heading,
				  _("stands twice in the headings"));
	if (i >= 0) {
		import->place[i] = (int)cell;
		import->present[i] = !(import->kind->columns[i].flags & COLUMN_DERIVED);
	}
	column = i >= 0 && import->present[i] ? &import->kind->columns[i] : NULL;
	return import->plan && import->plan->samples ?
		       listener->heading(listener, heading, column) :
		       OK;
}

/* Check that the required columns, and the headings that the plan names, are there. */
static enum status
tell_missing(struct import *import, long line)
{
	const struct column *columns = import->kind->columns;
	enum status st = OK;
	size_t i;

	for (i = 0; import->plan && i < import->plan->mapping_count && !st; i++) {
		const struct import_mapping *m = &import->plan->mappings[i];

		if (*m->theirs && !m->met)
			st = import_bad(import, line, m->theirs,
					_("is not among the headings"));
	}
	for (i = 0; i < import->count && !st; i++) {
		if (columns[i].flags & (COLUMN_REQUIRED | COLUMN_NEEDED) &&
		    !import->present[i]) {
			import->incomplete = true;
			st = import_bad(import, line, columns[i].key,
					_("this column is missing"));
		}
	}
	return st;
}

/* Whether all HEADINGS are keys of ours. */
static bool
are_keys(const struct import *import, size_t count, const char *const *headings)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (column_find(import->kind->columns, headings[i]) < 0)
			return false;
	return true;
}

enum status
import_headings(struct import *import, long line, char separator, size_t count,
		const char *const *headings)
{
	enum status st = OK;
	size_t i;

	import->sheet = separator &&
			!(separator == ',' && are_keys(import, count, headings));
	import->used_count = 0;
	for (i = 0; i < import->count; i++) {
		import->place[i] = -1;
		import->present[i] = false;
		import->values[i] = VALUE_NONE;
	}
	for (i = 0; i < count && !st; i++)
		st = place_heading(import, line, i, headings[i]);
	for (i = 0; i < import->count; i++)
		if (import->present[i])
			import->used[import->used_count++] = i;
	return st ? st : tell_missing(import, line);
}

enum status
import_follow(struct import *import, struct import_plan *plan)
{
	size_t i;

	import->plan = plan;
	for (i = 0; i < plan->mapping_count; i++) {
		const char *ours = plan->mappings[i].ours;

		if (*ours && column_find(import->kind->columns, ours) < 0)
			return fail(USAGE, _("there is no column '%s' to map to"), ours);
	}
	return OK;
}
