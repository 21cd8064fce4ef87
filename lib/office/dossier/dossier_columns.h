/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_COLUMNS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_COLUMNS_H

#include "base/mem.h"
#include "base/row.h"

/* A dossier as it is listed and shown: what dossier_list() sends. */
enum dossier_column {
#define FIELD(id, ...)      LIST_##id,
#define LIST_FIELD(id, ...) LIST_##id,
#include "office/dossier/dossier_fields.def"
	DOSSIER_COLUMNS
};
extern const struct column dossier_columns[DOSSIER_COLUMNS + 1];

/* Whether the field that COLUMN shows has all of FACTS (enum field_facts). */
bool dossier_column_is(enum dossier_column column, unsigned facts);

/* The columns of a SELECT that gives dossier_columns, with the parameters :now, :risk,
 * :ends (dossier_ends()) and :last, which is 0 or 1: with the last act or without. */
void dossier_columns_select(struct buf *sql);

#endif
