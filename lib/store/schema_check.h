/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_SCHEMA_CHECK_H
#define OSQ_STORE_SCHEMA_CHECK_H

#include "base/mem.h"
#include "store/store.h"

/*
 * Compare the tables, indexes, triggers and views of STORE with those that the steps of
 * its version make, word for word.  COMPLAIN is told of each that is missing, is changed
 * or is none of ours; its text is valid during the call.  Statistics (ANALYZE) are left
 * out.  Returns the first status that is not OK, COMPLAIN's or of reading.
 */
enum status store_schema_check(struct store *store,
			       enum status (*complain)(void *ctx, const char *what),
			       void *ctx);

/* The first difference into WHAT, which stays empty where there is none. */
enum status store_schema_difference(struct store *store, struct buf *what);

#endif
