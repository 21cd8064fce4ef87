/* SPDX-License-Identifier: MIT */
#include "office/core/look.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"

static enum status
tell_look(struct office *office, const char *what, const char *subject, int64_t count)
{
	char number[24];
	const char *const detail[] = { "what", what, count < 0 ? NULL : "count", number,
				       NULL };
	enum status st = office_begin(office);

	if (st)
		return st;
	snprintf(number, sizeof(number), "%lld", (long long)count);
	return office_end(office, office_journal(office, "look", subject, detail));
}

enum status
office_look(struct office *office, const char *what, const char *subject, int64_t count)
{
	struct office writer = *office;
	char *why;
	enum status st;

	writer.act.dry_run = false; /* a dry run shows the data too */
	if (store_is_writable(office->store))
		return tell_look(&writer, what, subject, count);
	writer.store = NULL;
	if (!(st = store_open_again(office->store, STORE_WRITE, &writer.store)))
		st = tell_look(&writer, what, subject, count);
	store_close(writer.store);
	if (st == NOT_ALLOWED) {
		why = mem_text(error_message());
		fail(st, _("who sees personal data is noted in the journal: %s"), why);
		free(why);
	}
	return st;
}
