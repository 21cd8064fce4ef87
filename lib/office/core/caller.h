/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_CALLER_H
#define OSQ_OFFICE_CORE_CALLER_H

#include "office/core/office.h"
#include "office/core/reg.h"
#include "office/rules/role.h"

/*
 * The Unix user who runs the command, and what the register `users` lets him do.  Which
 * verbs and options are whose stands in their entries (cli/command.h); the finer rules,
 * whose counter and whose dossier, are here.  A caller who is not bound (the owner, root,
 * anybody while the register is empty) may do all of it.
 */
extern const struct reg user_register;

/*
 * Look LOGIN (NULL: the machine has no name for him) up in the register on the present
 * day and fill in the office's caller: unbound where the register has no entry at all,
 * public where it has none that holds for him.
 */
enum status caller_find(struct office *office, const char *login);

/* Whether a caller may do what is open to ROLES. */
bool caller_has(const struct office *office, unsigned roles);

/* Who only looks does so as himself, whatever the environment says. */
void caller_looks(struct office *office);

/*
 * Let the act be the caller's: his officer and counter where it names none.  NOT_ALLOWED
 * where it names others, unless he is a head, or SITS down at the counter of a login that
 * several share.
 */
enum status caller_acts(struct office *office, bool sits);

/* NOT_ALLOWED where the act was so long ago (late_entry_minutes) that only a head may
 * enter it. */
enum status caller_enters(struct office *office);

/* NOT_ALLOWED where the act's counter, at which the officer SITTING has sat down, is
 * another's. */
enum status caller_at_counter(const struct office *office, const char *sitting);

/* NOT_ALLOWED where OFFICER (an id, 0: nobody's) neither RECEIVED the dossier CODE nor
 * holds it, and it does not lie at a desk for whoever takes it (HOLDER 0). */
enum status caller_on_dossier(const struct office *office, const char *code,
			      int64_t officer, int64_t received, int64_t holder);

#endif
