/* SPDX-License-Identifier: MIT */
#include "office/keep/checking.h"

#include "base/mem.h"

enum status
check_tell(struct checking *c, const char *check, const char *verdict, const char *detail)
{
	const struct value row[] = { value_text(check), value_text(verdict),
				     value_text(detail) };

	return c->sink->row(c->sink, row);
}

enum status
check_error(struct checking *c, const char *check, const char *detail)
{
	if (!c->errors++)
		c->first = mem_print("%s: %s", check, detail);
	return check_tell(c, check, "error", detail);
}

enum status
check_besides_hours(enum status st)
{
	return st == BAD_DATA ? OK : st;
}
