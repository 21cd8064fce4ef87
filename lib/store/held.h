/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_HELD_H
#define OSQ_STORE_HELD_H

#include "store/store.h"

/* What is opened by name beside the store only when it is wanted. */
struct store_later {
	bool watched;        /* watch_open() */
	bool written;        /* store_open_again(), though it is open for reading */
	const char *claimed; /* claim_open() of this name; or NULL */
};

/*
 * Open it now, for a process that will be able to open nothing there later: the lock of
 * the writers' queue where STORE is writable, and what LATER names.  The functions that
 * want it take it from here.
 */
enum status store_hold(struct store *store, const struct store_later *later);

#endif
