/* SPDX-License-Identifier: MIT */
#include "office/core/look.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/beside.h"

struct look {
	const char *what, *subject;
	int64_t count;
};

static enum status
tell_look(struct office *writer, void *ctx, int64_t *done)
{
	const struct look *look = ctx;
	char number[24];
	const char *const detail[] = { "what", look->what,
				       look->count < 0 ? NULL : "count", number, NULL };

	snprintf(number, sizeof(number), "%lld", (long long)look->count);
	*done = 1;
	return office_journal(writer, "look", look->subject, detail);
}

enum status
office_look(struct office *office, const char *what, const char *subject, int64_t count)
{
	struct look look = { what, subject, count };
	enum status st = office_beside(office, tell_look, &look);
	char *why;

	if (st == NOT_ALLOWED) {
		why = mem_text(error_message());
		fail(st, _("who sees personal data is noted in the journal: %s"), why);
		free(why);
	}
	return st;
}
