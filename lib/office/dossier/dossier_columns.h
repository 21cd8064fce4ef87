/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_COLUMNS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_COLUMNS_H

#include "base/row.h"

/* A dossier as it is listed and shown: what dossier_list() sends. */
enum { DOSSIER_COLUMNS = 32 };
extern const struct column dossier_columns[DOSSIER_COLUMNS + 1];

#endif
