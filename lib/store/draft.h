/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_DRAFT_H
#define OSQ_STORE_DRAFT_H

#include "store/store.h"

/*
 * A store that is being made.  It is read and written as any other, but nobody else can
 * see it: it lies in a part (part.h), and there is no queue of writers for it.  However
 * the process ends, there is a whole store afterwards or none.
 */

/* Begin one for PATH: empty, or with the content of FROM. */
enum status draft_open(const char *path, const struct store_lore *lore,
		       const struct store *from, struct store **draft);

/* Give it its name, whole and on the disk; with REPLACE over what stands there.  DRAFT
 * can only be closed then. */
enum status draft_place(struct store *draft, bool replace);

/*
 * Make a new store for PATH with the newest schema, open for writing.  It is a draft,
 * which nobody else sees, and is gone when it is closed, until store_publish() gives it
 * its name, whole.  CANT_CREATE when something is there already or the folder takes no
 * files.
 */
enum status store_create(const char *path, const struct store_lore *lore,
			 struct store **store);

/*
 * Give the draft *STORE its name, and open it anew under it; on failure *STORE is NULL
 * and nothing is left.  Its files are 0660 where the folder is writable by a group, and
 * of that group, so that two people of one group can work on it whatever their umask;
 * else 0600.
 */
enum status store_publish(struct store **store);

#endif
