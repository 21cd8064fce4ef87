/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_RESTORE_H
#define OSQ_STORE_RESTORE_H

#include "store/store.h"

/*
 * Putting a copy in place of a store.  What will stand is made and judged first, as a
 * draft that nobody sees; only restore_end() touches anything, and in one step.
 */
struct restore {
	struct store *draft; /* what will stand: to be read and written like a store */
	struct store *live;  /* what stands, open for writing; NULL: it cannot be read */
	bool foreign;        /* what stands does not look like a store */
	bool missing;        /* nothing stands there */
	struct store *gate;  /* its lock, while it is held */
	const char *path;
};

/*
 * Make the draft of FILE for PATH, of an older version too, and open what stands there.
 * BAD_DATA where FILE is PATH itself or is not whole: SQLite's check, references,
 * encoding, size of a page, journal; NOT_SET_UP where it is no store, or of a newer
 * version; what keeps PATH from being written.  Close R in any case.
 */
enum status restore_open(const char *path, const char *file,
			 const struct store_lore *lore, struct restore *r);

/* Wait in the writers' queue and keep the store until restore_close(). */
enum status restore_hold(struct restore *r);

/*
 * Keep what stands as KEPT, a name that is free, and put the draft in its place.  Where
 * it could be read, its content is replaced in one transaction, which all who have it
 * open see as a change.  Else the file is: KEPT (and KEPT-wal) is then what stood there,
 * byte for byte.
 */
enum status restore_end(struct restore *r, const char *kept);

void restore_close(struct restore *r);

#endif
