/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_BATCH_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_BATCH_H

#include "office/core/import.h"
#include "office/dossier/dossier.h"

/* Several records of another program, of which all are received or none. */
struct dossier_batch {
	bool force;
	bool unaccepted; /* they are new: asked for, not accepted yet */
	struct dossier_receipt
		*receipts; /* of each record; free with dossier_batch_free() */
	size_t count;
};

/*
 * Begin the import of such records.  CTX is a struct dossier_batch, which gets a receipt
 * for each.
 */
enum status dossier_receive_batch(struct office *office, void *ctx,
				  struct import_listener *listener,
				  struct import **import);
void dossier_batch_free(struct dossier_batch *batch); /* the receipts in it */

#endif
