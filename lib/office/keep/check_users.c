/* SPDX-License-Identifier: MIT */
#include <pwd.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/keep/check_parts.h"
#include "office/rules/role.h"

/* The register of users beside the machine that it is about. */

static enum status
check_user(struct checking *c, const char *login, const char *role)
{
	char *detail = NULL;
	unsigned roles;
	enum status st = OK;

	if (!roles_read(role, &roles)) {
		detail = mem_print(_("%s: '%s' gives no role"), login, role);
		st = check_error(c, "users", detail);
	} else if (!getpwnam(login)) {
		detail = mem_print(_("%s: this machine has no such user"), login);
		st = check_tell(c, "users", "warning", detail);
	}
	free(detail);
	return st;
}

enum status
check_users(struct checking *c)
{
	bool any = false;
	struct query q;
	enum status st = OK;

	query_open(&q, c->office->store, "SELECT login, role FROM user ORDER BY login");
	while (!st && query_row(&q)) {
		any = true;
		st = check_user(c, query_col_text(&q, 0), query_col_text(&q, 1));
	}
	if (!st && !any)
		st = check_tell(
			c, "users", "ok",
			_("nobody is registered: whoever can open the store may do "
			  "all of it (osq-admin set users LOGIN role=admin)"));
	return worse(st, query_close(&q));
}
