/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_IMPORT_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_IMPORT_H

#include "office/core/import.h"

/*
 * Begin an import of dossiers under exchange_columns: new ones, and changes to those that
 * are stored.  CTX is a bool: whether rows may move promises and fees of these.
 */
enum status dossier_import(struct office *office, void *ctx,
			   struct import_listener *listener, struct import **import);

#endif
