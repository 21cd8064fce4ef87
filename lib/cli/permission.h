/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_PERMISSION_H
#define OSQ_CLI_PERMISSION_H

#include "cli/command.h"

/* The roles (enum role) for which VERB is, where it only shows something (READS) or
 * records it. */
unsigned permission_roles(const struct cli_verb *verb, bool reads);

/* Find out by the real uid who calls, once the store is open, and what he may. */
enum status permission_know(struct cli *cli);

/* Whether he may do all of it only since the register of users is empty. */
bool permission_is_unregistered(const struct cli *cli);

/*
 * Whether the caller may do what the command line asks for: the one look at roles, before
 * the verb runs.  His act is given his own officer and counter.  NOT_ALLOWED, with the
 * roles that may.
 */
enum status permission_check(struct cli *cli);

/* NOT_ALLOWED where WHAT, which the verb is asked for, is for ROLES alone and the caller
 * has none of them; 0: it is for all who may call the verb. */
enum status permission_also(const struct cli *cli, const char *what, unsigned roles);

#endif
