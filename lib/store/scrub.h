/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_SCRUB_H
#define OSQ_STORE_SCRUB_H

#include "store/store.h"

/* Write the file anew and empty the log, so that nothing that was deleted or overwritten
 * is left in either; it takes as much room again meanwhile, and others wait.  BUSY when
 * somebody reads an older state for longer than $OSQ_TIMEOUT.  Outside transactions. */
enum status store_scrub(struct store *store);

#endif
