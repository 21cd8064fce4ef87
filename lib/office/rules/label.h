/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_LABEL_H
#define OSQ_OFFICE_RULES_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#define LABEL_TEXT   24 /* room for a ticket's label, "A012" */
#define LABEL_SERIES 8  /* room for the letters before its number */

/* What stands on a ticket: the letters of its series and a number of three digits, more
 * from 1000 on.  SQL has it as label(series, number). */
void label_print(const char *series, int64_t number, char label[static LABEL_TEXT]);

/* "a12" is "A" and 12, as people type it; false when LABEL is no label. */
bool label_read(const char *label, char series[static LABEL_SERIES], int64_t *number);

#endif
