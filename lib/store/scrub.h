/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_SCRUB_H
#define OSQ_STORE_SCRUB_H

#include "store/store.h"

/* Write the file anew and empty the log, so that nothing that was deleted or overwritten
 * is left in either; it takes as much room again meanwhile, and others wait.  BUSY when
 * somebody reads an older state for longer than $OSQ_TIMEOUT.  Outside transactions. */
enum status store_scrub(struct store *store);

/*
 * Write what was changed last into the file and empty the log, so that neither has what
 * was overwritten before.  BUSY when somebody keeps on reading what it was.
 */
enum status store_empty_log(struct store *store);

#endif
