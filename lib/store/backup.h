/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_BACKUP_H
#define OSQ_STORE_BACKUP_H

#include "store/store.h"

struct act; /* journal.h */

struct store_upgrading {
	const char *backup; /* the copy made first, which must not exist; or NULL: */
	const char
		*beside; /* BESIDE.backup, or BESIDE.2.backup where that is taken ... */
	const struct act *act; /* for the journal */
};

/*
 * Bring the store at PATH to the newest schema, after a copy: in one transaction, so that
 * whoever is cut off has changed nothing.  *FROM gets the version it had; nothing is
 * done, and no copy made, when that is the newest already.  *COPY gets the copy's name,
 * to be freed, or NULL.
 */
enum status store_upgrade(const char *path, const struct store_lore *lore,
			  const struct store_upgrading *how, int *from, char **copy);

/*
 * A consistent copy of the store at PATH as FILE, made while others work.  FILE
 * appears whole or not at all; it must not exist (CANT_CREATE).  A read transaction
 * that is open ends.
 */
enum status store_backup(struct store *store, const char *file);

/* SQLite's own integrity check and the foreign keys: one call of COMPLAIN for
 * each finding. */
enum status store_integrity(struct store *store,
			    enum status (*complain)(void *ctx, const char *what),
			    void *ctx);

#endif
