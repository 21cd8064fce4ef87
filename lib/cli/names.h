/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_NAMES_H
#define OSQ_CLI_NAMES_H

#include "office/core/office.h"

/* The names behind the codes of registers, for tables that people read. */

/* Those of one register, once they are asked for. */
struct names;

/* The name of CODE in the register KIND; CODE itself where it has none there.  *ALL keeps
 * what was read, and is NULL at first; names_free() frees it. */
const char *names_find(struct names **all, struct office *office, const char *kind,
		       const char *code);
void names_free(struct names *all);

#endif
