/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_SECRET_H
#define OSQ_STORE_SECRET_H

#include "store/hmac.h"
#include "store/store.h"

/*
 * The store's secret: random, made with the store or by its upgrade, and in no list, file
 * or report that leaves it; a backup has it, being the store.
 */

/* Make it, inside the transaction of the schema's step that has its table. */
enum status secret_make(struct store *store);

/*
 * What stands for TEXT in this store: the same for the same text, and nobody without the
 * secret can tell of what text it is (hmac.h).
 */
enum status secret_code(struct store *store, const char *text,
			char code[static HMAC_TEXT]);

#endif
