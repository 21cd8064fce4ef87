/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/keep/check_parts.h"
#include "office/keep/setup.h"

/* Repeats in one line what the office needs and lacks. */

struct needs {
	struct sink sink;
	struct buf names, last;
};

static enum status
note_need(struct sink *sink, const struct value *values)
{
	struct needs *needs = (struct needs *)sink;
	const char *lacks = values[0].text;

	if (strcmp(values[2].text, "yes") != 0 ||
	    (needs->last.text && !strcmp(needs->last.text, lacks)))
		return OK;
	buf_print(&needs->names, "%s%s", needs->names.length ? ", " : "", lacks);
	buf_clear(&needs->last);
	buf_text(&needs->last, lacks);
	return OK;
}

enum status
check_setup(struct checking *c)
{
	struct needs needs = { .sink = { note_need } };
	enum status st = check_besides_hours(setup_list(c->office, &needs.sink));
	char *detail;

	if (!st && needs.names.length) {
		detail = mem_print(_("the office still lacks: %s (osq-admin setup)"),
				   needs.names.text);
		st = check_tell(c, "setup", "warning", detail);
		free(detail);
	}
	buf_free(&needs.names);
	buf_free(&needs.last);
	return st;
}
