/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_DELIMITER_H
#define OSQ_FORM_READ_DELIMITER_H

#include <stddef.h>

/*
 * What parts the cells of a CSV: ',', ';' or tab.  The first line may say so (`sep=;`);
 * *SKIPPED is then its length without its line end, else 0.  Otherwise it is the one of
 * which most lines have the same number outside of quotes: titles above a table and
 * commas within addresses come now and then, the cells of a table in every line.
 */
char delimiter_find(const char *text, size_t n, size_t *skipped);

#endif
