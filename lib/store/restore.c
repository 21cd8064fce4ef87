/* SPDX-License-Identifier: MIT */
#include "store/restore.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "store/backup.h"
#include "store/draft.h"
#include "store/internal.h"
#include "store/journal.h"
#include "store/schema_check.h"

#define PAGE_SIZE 4096 /* of all stores; one of another cannot take the place of one */

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static enum status
refuse_finding(void *ctx, const char *what)
{
	const struct store *copy = ctx;

	return fail(BAD_DATA, "%s: %s", copy->path, what);
}

/* What a copy of the draft would not show. */
static enum status
judge_file(struct store *copy)
{
	int64_t page = 0;
	char encoding[16] = "";
	enum status st;

	if ((st = store_pragma(copy, "PRAGMA page_size", &page, NULL, 0)) ||
	    (st = store_pragma(copy, "PRAGMA encoding", NULL, encoding,
			       sizeof(encoding))))
		return st;
	if (page != PAGE_SIZE || strcmp(encoding, "UTF-8") != 0)
		return fail(BAD_DATA,
			    _("%s: has pages of %lld bytes and texts in %s; a store has "
			      "4096 and UTF-8"),
			    copy->path, (long long)page, encoding);
	st = store_integrity(copy, refuse_finding, copy);
	return st ? st : store_schema_check(copy, refuse_finding, copy);
}

static enum status
judge_journal(struct store *draft, const char *file)
{
	struct journal_check check;
	enum status st = journal_verify(draft, &check);

	if (st)
		return st;
	if (check.first_bad)
		return fail(BAD_DATA, _("%s: journal: entry %lld: %s"), file,
			    (long long)check.first_bad, _(check.why));
	return check.entries ? OK : fail(BAD_DATA, _("%s: has no journal"), file);
}

static enum status
make_draft(struct restore *r, const char *file, const struct store_lore *lore,
	   int version)
{
	struct store *copy = store_new(file, NULL);
	enum status st;

	if (!(st = connection_open(copy, file, STORE_READ)) && !(st = judge_file(copy)))
		st = draft_open(r->path, lore, copy, &r->draft);
	store_close(copy);
	if (!st && version < schema_steps())
		st = schema_apply(r->draft, version, NULL);
	return st ? st : judge_journal(r->draft, file);
}

/* A store that is damaged or none is what a restore is for; one that is only busy, of
 * another version or not for us is not. */
static enum status
open_live(struct restore *r, const struct store_lore *lore)
{
	int version;
	enum status st = store_open(r->path, STORE_WRITE, lore, &r->live);

	r->missing = st == NO_INPUT;
	if (!st || r->missing || st == IO_ERROR || st == BAD_DATA)
		return OK;
	if (st != NOT_SET_UP || store_read_version(r->path, &version) == OK)
		return st;
	r->foreign = true;
	return OK;
}

enum status
restore_open(const char *path, const char *file, const struct store_lore *lore,
	     struct restore *r)
{
	enum status st;
	int version;

	*r = (struct restore){ .path = path };
	/* First, since to look into the store's own file would drop our locks on it. */
	if (is_same_file(file, path))
		return fail(BAD_DATA, _("%s: is the store itself, not a copy of it"),
			    file);
	if ((st = store_read_version(file, &version)))
		return st;
	if (version > schema_steps())
		return fail(NOT_SET_UP,
			    _("%s: was made by a newer osq (schema %d, this one "
			      "knows %d)"),
			    file, version, schema_steps());
	if ((st = make_draft(r, file, lore, version)))
		return st;
	return open_live(r, lore);
}

enum status
restore_hold(struct restore *r)
{
	r->gate = store_new(r->path, NULL);
	return lock_take(r->gate);
}

/* Through SQLite: what is committed is the draft, or nothing. */
static enum status
replace_content(struct restore *r)
{
	sqlite3_backup *copy = sqlite3_backup_init(r->live->db, "main", r->draft->db,
						   "main");
	int rc;

	r->live->committing = true;
	rc = copy ? sqlite3_backup_step(copy, -1) : sqlite3_errcode(r->live->db);

	if (copy && sqlite3_backup_finish(copy) != SQLITE_OK)
		rc = sqlite3_errcode(r->live->db);
	r->live->committing = false;
	return rc == SQLITE_DONE ? OK : store_fail(r->live, rc, "restore");
}

/* END of the names beside a store; it takes that of KEPT. */
static enum status
put_aside(const struct restore *r, const char *kept, const char *end)
{
	char *from = mem_print("%s%s", r->path, end), *to = mem_print("%s%s", kept, end);
	enum status st = OK;

	if (link(from, to) != 0 && errno != ENOENT)
		st = fail(CANT_CREATE, "%s: %s", to, intl_error(errno));
	free(from);
	free(to);
	return st;
}

/* The log is of the file that goes: another one must not meet it. */
static void
remove_beside(const struct restore *r, const char *end)
{
	char *path = mem_print("%s%s", r->path, end);

	unlink(path);
	free(path);
}

static enum status
replace_file(struct restore *r, const char *kept)
{
	enum status st;

	store_close(r->live);
	r->live = NULL;
	if ((st = put_aside(r, kept, "")) || (st = put_aside(r, kept, "-wal")))
		return st;
	remove_beside(r, "-wal");
	remove_beside(r, "-shm");
	return draft_place(r->draft, true);
}

enum status
restore_end(struct restore *r, const char *kept)
{
	enum status st;

	if (r->live) {
		if (!(st = store_backup(r->live, kept)))
			return replace_content(r);
		/* Only now the damage shows. */
		if (sqlite3_errcode(r->live->db) != SQLITE_CORRUPT)
			return st;
	}
	return replace_file(r, kept);
}

void
restore_close(struct restore *r)
{
	store_close(r->live);
	store_close(r->draft);
	if (r->gate)
		lock_release(r->gate);
	store_close(r->gate);
}
