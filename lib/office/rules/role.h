/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ROLE_H
#define OSQ_OFFICE_RULES_ROLE_H

#include <stdbool.h>

#include "base/word.h"

/*
 * What a Unix user may do: each role is a set of verbs, and a user may have several.
 * ROLE_PUBLIC is in every one; a clerk may what the kiosk may, a head what a clerk may;
 * auditor and admin stand by themselves.  The store's owner and root have ROLE_OWNER
 * besides all others.
 */
enum role {
	ROLE_PUBLIC = 1,
	ROLE_KIOSK = 2,
	ROLE_CLERK = 4,
	ROLE_HEAD = 8,
	ROLE_AUDITOR = 16,
	ROLE_ADMIN = 32,
	ROLE_OWNER = 64, /* no user's of the register */
};

/* Who may what is open to a role: that role, and those that it is in. */
#define FOR_CLERK  (ROLE_CLERK | ROLE_HEAD)
#define FOR_KIOSK  (ROLE_KIOSK | FOR_CLERK)
#define FOR_PUBLIC (ROLE_PUBLIC | FOR_KIOSK | ROLE_AUDITOR | ROLE_ADMIN)

#define ROLES_OF_OWNER (ROLE_OWNER | FOR_PUBLIC)

/* The words of the register, in the order of the enum up to ROLE_ADMIN. */
extern const struct word role_words[];

/* Read TEXT, words separated by blanks, into *ROLES (always with ROLE_PUBLIC).  False
 * where it has no word, or one that is no role. */
bool roles_read(const char *text, unsigned *roles);

/* ROLES as words with ", " between them, of the owner's alone "owner".  The caller frees
 * it. */
char *roles_print(unsigned roles);

#endif
