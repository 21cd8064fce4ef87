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

static enum status
copy_into(struct store *store, const char *path)
{
	struct query q;

	query_open(&q, store, "VACUUM INTO :file");
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
	if (!(st = part_open(file, &part)) && !(st = copy_into(store, part.path)))
		st = part_place(&part, false);
	part_close(&part);
	return st;
}

static enum status
upgrade_open(struct store *store, const char *backup, int from)
{
	enum status st = lock_take(store);

	if (!st && !(st = store_backup(store, backup)))
		st = schema_apply(store, from);
	return st;
}

enum status
store_upgrade(const char *path, const struct store_lore *lore, const char *backup,
	      int *from)
{
	struct store store = { .path = (char *)(uintptr_t)path,
			       .lore = lore,
			       .lock_fd = -1 };
	enum status st;
	int version;

	if ((st = store_read_version(path, &version)))
		return st;
	*from = version;
	if (version == schema_steps())
		return OK;
	if (version > schema_steps())
		return fail(NOT_SET_UP,
			    _("%s: was made by a newer osq (schema %d, this one "
			      "knows %d)"),
			    path, version, schema_steps());
	if (!(st = connection_open(&store, path, STORE_WRITE)))
		st = upgrade_open(&store, backup, version);
	sqlite3_close(store.db);
	functions_forget(&store);
	lock_close(&store);
	return st;
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

enum status
store_restore(struct store *store, const char *file, bool dry_run)
{
	struct store source = { .path = (char *)(uintptr_t)file, .lock_fd = -1 };
	sqlite3_backup *copy = NULL;
	enum status st;
	int version, rc;

	/* First, since to look into the store's own file would drop our locks on it. */
	if (is_same_file(file, store->path))
		return fail(BAD_DATA, _("%s: is the store itself, not a copy of it"),
			    file);
	if ((st = store_read_version(file, &version)))
		return st;
	if (version != schema_steps())
		return fail(NOT_SET_UP, _("%s: has schema %d, this osq has %d"), file,
			    version, schema_steps());
	if (dry_run || (st = lock_take(store)))
		return st;
	if (!(st = connection_open(&source, file, STORE_READ))) {
		copy = sqlite3_backup_init(store->db, "main", source.db, "main");
		rc = copy ? sqlite3_backup_step(copy, -1) : sqlite3_errcode(store->db);
		if (copy)
			sqlite3_backup_finish(copy);
		if (rc != SQLITE_DONE)
			st = store_fail(store, rc, "restore");
	}
	sqlite3_close(source.db);
	lock_release(store);
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
