/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LABEL_H
#define OSQ_OFFICE_RULES_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#define LABEL_TEXT   24 /* room for a ticket's label, "A012" */
#define LABEL_SERIES 8  /* room for the letters before its number */

/*
 * A ticket's label: the letters of its series, then its number with at least three
 * digits.  In SQL this is the function label(series, number).
 */
void label_print(const char *series, int64_t number, char label[static LABEL_TEXT]);

/*
 * Read a label as people type it: "a12" is the series "A" and the number 12.  False when
 * LABEL is no label.
 */
bool label_read(const char *label, char series[static LABEL_SERIES], int64_t *number);

#endif
