/* SPDX-License-Identifier: MIT */
#include "store/draft.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "store/internal.h"
#include "store/part.h"

/* In the first page: the versions of the format, 2 for a store with a log.  A copy
 * without one would have to be changed by its first writer, and whoever were cut off then
 * would leave a journal that bars all who only read.
 * https://www.sqlite.org/fileformat2.html#file_format_version_numbers */
#define FORMAT_VERSIONS 18

enum status
draft_open(const char *path, const struct store_lore *lore, const struct store *from,
	   struct store **out)
{
	struct store *store = store_new(path, lore);
	enum status st;

	store->part = mem_alloc(sizeof(*store->part));
	if ((st = files_check_place(path)) || (st = part_open(path, store->part)) ||
	    (from && (st = store_copy(from, store->part->path))) ||
	    (st = connection_open(store, store->part->path, STORE_WRITE)) ||
	    (st = store_exec(store,
			     "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"))) {
		store_close(store);
		return st;
	}
	*out = store;
	return OK;
}

enum status
store_create(const char *path, const struct store_lore *lore, struct store **out)
{
	struct store *store;
	char mark[64];
	enum status st;

	if (access(path, F_OK) == 0)
		return fail(CANT_CREATE, _("%s: is there already; nothing was changed"),
			    path);
	if ((st = draft_open(path, lore, NULL, &store)))
		return st;
	snprintf(mark, sizeof(mark), "PRAGMA application_id = %d", STORE_APPLICATION_ID);
	if ((st = schema_apply(store, 0, NULL)) || (st = store_exec(store, mark))) {
		store_close(store);
		return st;
	}
	*out = store;
	return OK;
}

enum status
draft_place(struct store *draft, bool replace)
{
	enum status st;

	store_rollback(draft);
	sqlite3_close(draft->db);
	draft->db = NULL;
	if (pwrite(draft->part->fd, "\2\2", 2, FORMAT_VERSIONS) != 2)
		return fail(IO_ERROR, "%s: %s", draft->path, intl_error(errno));
	st = files_share(draft->part->fd, draft->path);
	return st ? st : part_place(draft->part, replace);
}

enum status
store_publish(struct store **store)
{
	struct store *draft = *store, *open = NULL;
	char *path = mem_text(draft->path);
	const struct store_lore *lore = draft->lore;
	struct store was = *draft;
	enum status st = draft_place(draft, false);

	/* First, since with its part goes a descriptor of the store, and with that the
	 * kernel would drop the locks of the one that is open. */
	store_close(draft);
	*store = NULL;
	/* So that the lock's file is there, for all who may write the store. */
	if (!st && !(st = store_open(path, STORE_WRITE, lore, &open)) &&
	    !(st = lock_take(open)))
		lock_release(open);
	free(path);
	if (!open)
		return st;
	open->written = was.written;
	open->kept = true;
	*store = open;
	return st;
}
