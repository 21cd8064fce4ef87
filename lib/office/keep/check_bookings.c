/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/keep/check_parts.h"
#include "office/queue/booking_hit.h"

/* Checks whether somebody is there for each booking that is still to come. */

#define NAMED_MOST 20

struct hit {
	struct sink sink;
	struct buf names; /* of the first few */
	int64_t count;
};

static enum status
note_hit(struct sink *sink, const struct value *values)
{
	struct hit *hit = (struct hit *)sink;

	if (hit->count++ < NAMED_MOST)
		buf_print(&hit->names, "%s%s", hit->names.length ? " " : "",
			  values[0].text);
	return OK;
}

enum status
check_bookings(struct checking *c)
{
	struct hit hit = { .sink = { note_hit } };
	enum status st = check_besides_hours(bookings_hit(c->office, &hit.sink));
	char *detail;

	if (!st && hit.count) {
		detail = mem_print(_("%lld for which nobody is there: %s"),
				   (long long)hit.count, hit.names.text);
		st = check_tell(c, "bookings", "warning", detail);
		free(detail);
	}
	buf_free(&hit.names);
	return st;
}
