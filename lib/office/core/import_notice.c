/* SPDX-License-Identifier: MIT */
#include "office/core/import_notice.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/importing.h"

/* There are few reasons; what is noted of a million rows is found among the first. */
static struct import_notice *
find_notice(struct import *import, const char *why)
{
	size_t i;

	for (i = 0; i < import->notice_count; i++)
		if (import->notices[i].why == why)
			return &import->notices[i];
	return NULL;
}

static void
keep_notice(struct import *import, long line, const char *column, const char *cell,
	    const char *why)
{
	struct import_notice *notice = find_notice(import, why);

	if (!notice) {
		import->notices = mem_more(import->notices, import->notice_count,
					   sizeof(*import->notices));
		notice = &import->notices[import->notice_count++];
		*notice = (struct import_notice){
			.why = why, .column = column, .cell = mem_text(cell), .line = line
		};
	}
	notice->count++;
}

enum status
import_note(struct import *import, const char *column, const char *cell, const char *why)
{
	if (import->plan && import->plan->strict)
		return import_refuse_cell(import, column, cell, why);
	keep_notice(import, import->line, column, cell, why);
	return OK;
}

enum status
import_note_line(struct import *import, long line, const char *cell, const char *why)
{
	char *said;
	enum status st;

	if (!import->plan || !import->plan->strict) {
		keep_notice(import, line, NULL, cell, why);
		return OK;
	}
	said = mem_print("'%s' %s", cell, _(why));
	st = import_bad(import, line, NULL, said);
	free(said);
	return st;
}

enum status
import_tell_notices(struct import *import)
{
	struct import_listener *listener = import->listener;
	enum status st = OK;
	size_t i;

	for (i = 0; i < import->notice_count && listener->notice && !st; i++) {
		const struct import_notice *n = &import->notices[i];

		st = listener->notice(listener, n->line, n->column, n->cell, _(n->why),
				      n->count);
	}
	return st;
}
