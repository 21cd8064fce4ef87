/* SPDX-License-Identifier: MIT */
#include "office/core/importing.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/import_notice.h"
#include "office/core/names_seal.h"
#include "office/rules/spoiled.h"

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
import_count(struct import *import, enum import_outcome outcome)
{
	struct import_result *r = &import->result;

	r->added += outcome == IMPORT_ADDED;
	r->changed += outcome == IMPORT_CHANGED;
	r->unchanged += outcome == IMPORT_UNCHANGED;
}

void
import_count_removed(struct import *import, int64_t n)
{
	import->result.removed += n;
}

int64_t
import_kept(const struct import *import)
{
	return import->result.kept;
}

enum status
import_begin(struct office *office, const struct import_kind *kind, void *ctx,
	     struct import_listener *listener, struct import **out)
{
	struct import *import;
	enum status st;

	if (!kind->looks && (st = office_begin(office)))
		return st;
	import = mem_alloc(sizeof(*import));
	import->office = office;
	import->kind = kind;
	import->ctx = ctx;
	import->listener = listener;
	import->count = column_count(kind->columns);
	assert(import->count <= IMPORT_COLUMNS);
	*out = import;
	return OK;
}

enum status
import_promise(struct import *import, const char *code, int64_t due, int64_t would_be)
{
	return import->listener->promise(import->listener, code, due, would_be);
}

enum status
import_booking(struct import *import, const char *code, int64_t slot)
{
	return import->listener->booking(import->listener, code, slot);
}

enum status
import_remark(struct import *import, const char *text)
{
	struct import_listener *listener = import->listener;

	return listener->remark ? listener->remark(listener, text) : OK;
}

enum status
import_ended(struct import *import, const char *code, const char *until)
{
	char shown[SHOW_TEXT];
	char *said = mem_print(_("%s: is not in the list; it ended, its last day was %s"),
			       code, show_day_text(until, shown));
	enum status st = import_remark(import, said);

	free(said);
	return st;
}

bool
import_has(const struct import *import, const char *key)
{
	int i = column_find(import->kind->columns, key);

	return i >= 0 && import->present[i];
}

bool
import_is_refused(const struct import *import)
{
	return import->refused;
}

bool
import_is_sheet(const struct import *import)
{
	return import->sheet;
}

bool
import_shows(const struct import *import)
{
	return import->plan && import->samples < import->plan->samples;
}

enum status
import_show(struct import *import, const struct value *values)
{
	struct import_listener *listener = import->listener;

	if (!import_shows(import))
		return OK;
	import->samples++;
	import->sampled = true;
	return listener->sample(listener, import->line, import->kind->columns, values);
}

static bool
has_letters(const char *text)
{
	for (; *text; text++)
		if (isalpha((unsigned char)*text) || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

/* *CELL, of column I, as it was meant before a spreadsheet had it. */
static enum status
mend_cell(struct import *import, size_t i, const char **cell)
{
	const char *stood = *cell, *why;

	*cell = spoiled_cell(stood, &import->mended[i], &why);
	return why ? import_note(import, import->kind->columns[i].key, stood, why) : OK;
}

/* Read one cell into a value.  A cell that does not fit is reported as a bad line. */
static enum status
read_cell(struct import *import, size_t i, const char *const *cells, char room[static 48],
	  struct value *value)
{
	const struct column *column = &import->kind->columns[i];
	const char *why, *cell = cells[import->place[i]];
	char *said;
	enum status st;

	*value = VALUE_NONE;
	if (import->sheet && (st = mend_cell(import, i, &cell)))
		return st;
	if (!*cell && column->flags & COLUMN_REQUIRED)
		return import_refuse(import, column->key, _("is empty"));
	if (column->flags & COLUMN_SAYS && has_letters(cell)) {
		*value = value_text(cell);
		return OK;
	}
	if (value_read(column, cell, import->office->now, room, value, &why) == OK)
		return OK;
	if (spoiled_is_rounded(cell))
		why = N_("was rounded by a spreadsheet: give its column the format of a "
			 "number");
	said = value_complaint(column, cell, why);
	st = import_refuse(import, column->key, said);
	free(said);
	return st;
}

static enum status
tell_journal(struct import *import, const char *file)
{
	const struct import_result *r = &import->result, *told = &import->told;
	char added[24], changed[24], removed[24], seal[HMAC_TEXT] = "", *what;
	const char *detail[] = { "file",    file,    "added", added, "changed", changed,
				 "removed", removed, NULL,    NULL,  NULL };
	enum status st = OK;

	snprintf(added, sizeof(added), "%lld", (long long)(r->added - told->added));
	snprintf(changed, sizeof(changed), "%lld",
		 (long long)(r->changed - told->changed));
	snprintf(removed, sizeof(removed), "%lld",
		 (long long)(r->removed - told->removed));
	/* An import that changes nothing puts no seal on what others have changed. */
	if (strcmp(added, "0") != 0 || strcmp(changed, "0") != 0)
		st = names_seal(import->office, import->kind->name, seal);
	if (*seal) {
		detail[8] = "names";
		detail[9] = seal;
	}
	what = mem_print("import %s", import->kind->name);
	st = st ? st : office_journal(import->office, what, NULL, detail);
	free(what);
	return st;
}

/* Commit the present batch, so that others can write before the next one begins. */
static enum status
keep_batch(struct import *import)
{
	struct import_result *r = &import->result;
	enum status st;

	import->pending = 0;
	if ((import->kind->finish && (st = import->kind->finish(import))) ||
	    (st = tell_journal(import, import->plan->file)) ||
	    (st = office_end(import->office, OK)))
		return st;
	r->kept = r->added + r->changed + r->unchanged;
	import->told = *r;
	return office_begin(import->office);
}

static bool
in_batches(const struct import *import)
{
	return import->plan && import->plan->batch && !import->office->act.dry_run;
}

static enum status
count_row(struct import *import, enum import_outcome outcome)
{
	import_count(import, outcome);
	return in_batches(import) && ++import->pending >= import->plan->batch ?
		       keep_batch(import) :
		       OK;
}

enum status
import_row(struct import *import, long line, const char *const *cells)
{
	char rooms[IMPORT_COLUMNS][48];
	enum import_outcome outcome = IMPORT_UNCHANGED;
	enum status st = OK;
	size_t n;

	import->line = line;
	import->refused = import->sampled = false;
	for (n = 0; n < import->used_count && !st; n++) {
		size_t i = import->used[n];

		st = read_cell(import, i, cells, rooms[i], &import->values[i]);
	}
	if (st || import->refused || import->incomplete)
		return st;
	if ((st = import->kind->put(import, import->values, import->present, &outcome)) ||
	    import->refused ||
	    (!import->sampled && (st = import_show(import, import->values))))
		return st;
	return count_row(import, outcome);
}

/*
 * The verdict on the whole import: OK without bad lines, else BAD_DATA with their number.
 */
static enum status
judge_file(const struct import *import, const char *file)
{
	const struct import_result *r = &import->result;

	if (!r->bad)
		return OK;
	if (in_batches(import) && !import->incomplete)
		return fail(BAD_DATA, _("%s: bad lines: %lld; the others were imported"),
			    file, (long long)r->bad);
	fail(BAD_DATA, _("%s: bad lines: %lld; nothing was imported"), file,
	     (long long)r->bad);
	if (import->unknown && import->plan)
		fail_hint(BAD_DATA, _("--map OUR=THEIRS tells which column is which, "
				      "--ignore-others passes over the others"));
	return BAD_DATA;
}

static void
forget_texts(struct import *import)
{
	size_t i;

	for (i = 0; i < IMPORT_COLUMNS; i++)
		buf_free(&import->mended[i]);
	while (import->notice_count)
		free(import->notices[--import->notice_count].cell);
	free(import->notices);
}

enum status
import_end(struct import *import, enum status st, const char *file,
	   struct import_result *result)
{
	struct import_result *r = &import->result;
	const bool looks = import->kind->looks; /* the kind may go with its state */
	bool keep;

	if (!st)
		st = import_tell_notices(import);
	keep = !r->bad || (in_batches(import) && !import->incomplete);
	if (!st && keep && import->kind->finish)
		st = import->kind->finish(import);
	if (!st && keep && !looks)
		st = tell_journal(import, file);
	if (!st && !keep)
		st = judge_file(import, file);
	*result = *r;
	if (import->kind->release)
		import->kind->release(import); /* statements end before the transaction */
	if (!looks)
		st = office_end(import->office, st);
	if (!st && in_batches(import))
		result->kept = r->added + r->changed + r->unchanged;
	if (!st)
		st = judge_file(import, file);
	forget_texts(import);
	free(import);
	return st;
}
