/* SPDX-License-Identifier: MIT */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"
#include "store/part.h"
#include "store/schema_check.h"

enum status
store_copy(const struct store *store, const char *path)
{
	struct query q;

	query_open(&q, (struct store *)(uintptr_t)store, "VACUUM INTO :file");
	query_text(&q, ":file", path);
	query_run(&q);
	return query_close(&q);
}

enum status
store_backup(struct store *store, const char *file)
{
	struct part part = { .fd = -1 };
	enum status st;

	if (access(file, F_OK) == 0)
		return fail(CANT_CREATE, _("%s: is there already; nothing was changed"),
			    file);
	store_rollback(store); /* VACUUM sees one moment by itself, and cannot run inside
				  a transaction */
	if (!(st = part_open(file, &part)) && !(st = store_copy(store, part.path)))
		st = part_place(&part, false);
	part_close(&part);
	return st;
}

/* The copy, under the name that BACKUP is, or where it is a start, under the first such
 * name that is free: a try that was cut off has left one. */
static enum status
keep_copy(struct store *store, const struct store_upgrading *how, char **copy)
{
	int n = 1;

	*copy = how->backup ? mem_text(how->backup) : mem_print("%s.backup", how->beside);
	while (!how->backup && access(*copy, F_OK) == 0 && ++n < 1000) {
		free(*copy);
		*copy = mem_print("%s.%d.backup", how->beside, n);
	}
	return store_backup(store, *copy);
}

/* BAD_DATA where the schema of STORE is not that of its version. */
static enum status
refuse_foreign(struct store *store)
{
	struct buf what = { 0 };
	enum status st = store_schema_difference(store, &what);

	if (!st && what.length) {
		st = fail(BAD_DATA, "%s: %s", store->path, what.text);
		fail_hint(st, _("see what was put into it: osq-admin check"));
	}
	buf_free(&what);
	return st;
}

/* The version is read behind the lock: of two at once the second finds it done. */
static enum status
upgrade_open(struct store *store, const struct store_upgrading *how, int *from,
	     char **copy)
{
	int64_t version = 0;
	enum status st = lock_take(store);

	if (st || (st = store_pragma(store, "PRAGMA user_version", &version, NULL, 0)))
		return st;
	*from = (int)version;
	if (*from == schema_steps())
		return OK;
	if (*from > schema_steps())
		return fail(NOT_SET_UP,
			    _("%s: was made by a newer osq (schema %d, this one "
			      "knows %d)"),
			    store->path, *from, schema_steps());
	if ((st = refuse_foreign(store)) || (st = keep_copy(store, how, copy)))
		return st;
	return schema_apply(store, *from, how->act);
}

enum status
store_upgrade(const char *path, const struct store_lore *lore,
	      const struct store_upgrading *how, int *from, char **copy)
{
	struct store *store;
	enum status st;

	*copy = NULL;
	if ((st = files_check_place(path)) || (st = store_read_version(path, from)))
		return st;
	store = store_new(path, lore);
	if (!(st = connection_open(store, path, STORE_WRITE)))
		st = upgrade_open(store, how, from, copy);
	lock_release(store);
	store_close(store);
	return st;
}

static enum status
complain_of(struct store *store, const char *sql, const char *format,
	    enum status (*complain)(void *ctx, const char *what), void *ctx)
{
	struct query q;
	enum status st = OK;

	query_open(&q, store, sql);
	while (!st && query_row(&q)) {
		const char *what = query_col_text(&q, 0);
		char *line;

		if (!what || !strcmp(what, "ok"))
			continue;
		line = mem_print("%s: %s", format, what);
		st = complain(ctx, line);
		free(line);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	return query_close(&q);
}

enum status
store_integrity(struct store *store, enum status (*complain)(void *ctx, const char *what),
		void *ctx)
{
	enum status st = complain_of(store, "PRAGMA integrity_check(20)", _("file"),
				     complain, ctx);

	if (st)
		return st;
	return complain_of(
		store,
		"SELECT \"table\" || coalesce(' ' || rowid, '') || ' -> ' || parent"
		"  FROM pragma_foreign_key_check LIMIT 20",
		_("broken reference"), complain, ctx);
}
