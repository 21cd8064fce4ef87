/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_KNOWN_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_KNOWN_H

#include "office/core/office.h"

/* Registers that an import asks for every row, read once: what they call a procedure, an
 * officer, a desk. */
struct known {
	char *code;
	int64_t id;
};

struct known_list {
	struct known *all; /* by code */
	size_t count;
};

/* Read into the empty LIST what SQL selects: codes, in order, and ids. */
enum status known_load(struct office *office, const char *sql, struct known_list *list);
void known_free(struct known_list *list);

/* The entry of CODE, valid as long as the list; NULL where there is none. */
const struct known *known_find(const struct known_list *list, const char *code);

#endif
