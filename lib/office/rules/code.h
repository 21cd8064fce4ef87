/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_CODE_H
#define OSQ_OFFICE_RULES_CODE_H

#include <stdbool.h>

/*
 * What a code, of a register's entry or of a dossier, is made of: letters, digits, '.',
 * '-' and '_', the first no '-'.  So it is one word to a shell, a pipe, a command line,
 * sed and a file name, and nothing in it is an order to any of them.
 */
bool code_fits(const char *code);

/* What is said of one that does not: English, marked N_(). */
extern const char code_wrong[];

#endif
