/* SPDX-License-Identifier: MIT */
#include "cli/permission.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/session.h"
#include "office/core/caller.h"

unsigned
permission_roles(const struct cli_verb *verb, bool reads)
{
	return (reads && verb->only_reads ? verb->reading_roles : verb->roles) |
	       ROLE_OWNER;
}

enum status
permission_know(struct cli *cli)
{
	const uid_t uid = getuid();
	struct passwd *user;

	if (uid == 0 || uid == store_owner(cli->office.store))
		return OK;
	user = getpwuid(uid);
	return caller_find(&cli->office, user ? mem_text(user->pw_name) : NULL);
}

bool
permission_is_unregistered(const struct cli *cli)
{
	return !cli->office.caller.bound && getuid() != 0 &&
	       getuid() != store_owner(cli->office.store);
}

/* WHAT, a verb or an option, is not the caller's: it is of ROLES. */
static enum status
refuse(const struct cli *cli, const char *dashes, const char *what, unsigned roles)
{
	const struct caller *caller = &cli->office.caller;
	const unsigned more = caller->roles & ~(unsigned)ROLE_PUBLIC;
	char *his = roles_print(more ? more : caller->roles), *may = roles_print(roles);

	fail(NOT_ALLOWED, _("%s%s is not for %s (%s)"), dashes, what,
	     caller->login ? caller->login : "?", his);
	fail_hint(NOT_ALLOWED, _("it is for: %s"), may);
	free(his);
	free(may);
	return NOT_ALLOWED;
}

static enum status
check_options(const struct cli *cli)
{
	size_t i;

	for (i = 0; i < cli->given_count; i++) {
		const struct cli_option
			*option = &cli->verb->options[cli->given[i].option];

		if (option->roles && !caller_has(&cli->office, option->roles))
			return refuse(cli, "--", option->name, option->roles);
	}
	return OK;
}

enum status
permission_also(const struct cli *cli, const char *what, unsigned roles)
{
	return !roles || caller_has(&cli->office, roles) ? OK :
							   refuse(cli, "", what, roles);
}

enum status
permission_check(struct cli *cli)
{
	const struct cli_verb *verb = cli->verb;
	const unsigned roles = permission_roles(verb, !cli_writes(cli));
	enum status st;

	if (!caller_has(&cli->office, roles))
		return refuse(cli, "", verb->name ? verb->name : cli->command->name,
			      roles);
	if ((st = check_options(cli)))
		return st;
	if (!cli_writes(cli)) {
		caller_looks(&cli->office);
		return OK;
	}
	st = caller_acts(&cli->office, verb->sits);
	return st ? st : caller_enters(&cli->office);
}
