/* SPDX-License-Identifier: MIT */
#include "store/held.h"

#include "store/claim.h"
#include "store/internal.h"

enum status
store_hold(struct store *store, const struct store_later *later)
{
	enum status st = OK;

	if (store_is_writable(store))
		st = lock_open(store);
	if (!st && later->written && !store_is_writable(store) &&
	    !(st = store_open_again(store, STORE_WRITE, &store->again))) {
		store->again->held = true;
		st = lock_open(store->again);
	}
	if (!st && later->watched)
		st = watch_folder(store, &store->watch_fd);
	if (!st && later->claimed)
		st = claim_open(store, later->claimed, &store->claim_fd);
	return st;
}
