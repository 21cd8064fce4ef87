/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_BACKUP_H
#define OSQ_STORE_BACKUP_H

#include "store/store.h"

/*
 * Bring the store at PATH to the newest schema, after a copy to BACKUP (which must
 * not exist).  *FROM gets the version it had; nothing is done, and no copy made,
 * when that is the newest already.
 */
enum status store_upgrade(const char *path, const struct store_lore *lore,
			  const char *backup, int *from);

/*
 * A consistent copy of the store at PATH as FILE, made while others work.  FILE
 * appears whole or not at all; it must not exist (CANT_CREATE).  A read transaction
 * that is open ends.
 */
enum status store_backup(struct store *store, const char *file);

/* Replace the contents of STORE by those of FILE, a copy made earlier; with DRY_RUN only
 * check that FILE can serve.  It runs in a write transaction of its own; the caller
 * writes the journal entry afterwards. */
enum status store_restore(struct store *store, const char *file, bool dry_run);

/* SQLite's own integrity check and the foreign keys: one call of COMPLAIN for
 * each finding. */
enum status store_integrity(struct store *store,
			    enum status (*complain)(void *ctx, const char *what),
			    void *ctx);

#endif
